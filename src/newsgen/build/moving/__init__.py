"""Which addresses of a published site have moved in a new build of it, and where they lead: `newsgen redirects`.

`sites` and `successors` compare the two sites; `redirecting` writes what comes of it.
"""
