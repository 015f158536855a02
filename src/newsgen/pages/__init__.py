"""The pages of the site: which there are, where they are, and exactly what each shows.

`plan_pages` is the stage; `urls` holds the form of every address, `rights` what of an outlet's text may be shown.
"""

from newsgen.pages.plan import plan_pages
from newsgen.pages.urls import ARTICLES_DATA as ARTICLES

__all__ = ["ARTICLES", "plan_pages"]
