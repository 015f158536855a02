"""What differs between two built sites: `newsgen diff`.

`sites` reads both and puts the changes together; `people`, `events`, `articles` and `pages` each compare one kind of
thing. People and events are followed by what they share (`following`), not by their ids, for those change with them.
"""
