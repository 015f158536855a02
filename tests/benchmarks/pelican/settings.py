"""What newsgen makes of raw clippings, made by Pelican of tagged ones: articles, people, countries, months, a feed.

Pelican's authors stand for the people and its tags for the countries.
"""

SITENAME = "The measured archive"
SITEURL = "https://bench.example"
PATH = "content"
THEME = "theme"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_PAGINATION = False
DEFAULT_DATE_FORMAT = "%-d %B %Y"
USE_FOLDER_AS_CATEGORY = False
DIRECT_TEMPLATES = ["index", "authors", "tags", "archives"]
THEME_STATIC_DIR = "."

ARTICLE_URL = ARTICLE_SAVE_AS = "articles/{slug}.html"
AUTHOR_URL = AUTHOR_SAVE_AS = "people/{slug}.html"
AUTHORS_SAVE_AS = "people.html"
TAG_URL = TAG_SAVE_AS = "countries/{slug}.html"
TAGS_SAVE_AS = "countries.html"
MONTH_ARCHIVE_URL = MONTH_ARCHIVE_SAVE_AS = "dates/{date:%Y-%m}.html"
ARCHIVES_SAVE_AS = "dates.html"
CATEGORY_SAVE_AS = ""

FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None

# What Pelican remembers of the last run: the Markdown of unchanged articles is not read again.
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
