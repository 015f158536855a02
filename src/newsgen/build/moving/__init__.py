"""Which addresses of a published site have moved in a new build of it, and where they lead: `newsgen redirects`.

`oldsite` reads the published site, by `sitemaps` and `fetching` where it is on the web; `outline` holds what both sites
say of their pages' subjects; `sites` and `successors` compare the two; `redirecting` writes what comes of it.
"""
