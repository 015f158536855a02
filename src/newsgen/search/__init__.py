"""The index of the site's own search: small scripts that a page loads as it needs them, also from a disk.

`index.js`    which files there are, and how letters fold
`words/`      for each word the articles that have it, with its weight in each
`places/`     where in those articles it stands, for phrases
`facets/`     for each country, person, outlet and month its articles
`names/`      for each word of a name the people, countries and outlets that bear it
`texts/`      one file an article: what a result shows

Nothing in a file depends on articles that do not have its words; only `index.js` knows how many articles there are.
"""
