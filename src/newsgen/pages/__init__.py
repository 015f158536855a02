"""The pages of the site: which there are, where they are, and exactly what each shows.

`plan_pages` is the stage, `describe_search` says what the index of the search is to hold. `urls` holds the form of
every address, `rights` what of an outlet's text may be shown.
"""

from newsgen.pages.answers import Answers
from newsgen.pages.plan import Plan, plan_pages
from newsgen.pages.search import describe_search
from newsgen.pages.urls import ARTICLES_DATA as ARTICLES
from newsgen.pages.urls import SEARCH_INDEX

__all__ = ["ARTICLES", "SEARCH_INDEX", "Answers", "Plan", "describe_search", "plan_pages"]
