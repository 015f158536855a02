"""A site as it was published: `opening` reads it from a folder, a sitemap or the web, by `sitemaps` and `fetching`;
`outline` holds what its data files say of the subjects of its pages; `matching` knows the articles of one in another.
"""
