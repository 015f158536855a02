"""Where a site's memos lie, in its folder."""

from pathlib import Path

MEMO = Path(".newsgen") / "memo.sqlite"
"""The readings of its clippings."""

SEARCH_MEMO = MEMO.with_name("search.sqlite")
"""The words of its articles."""

RESOLVED_MEMO = MEMO.with_name("resolved.sqlite")
"""The people and the events of its articles."""

PUBLISHED_MEMO = MEMO.with_name("published.sqlite")
"""What each folder that it was published to came from, and holds; and what its pages look up."""

MEMOS = (MEMO, SEARCH_MEMO, RESOLVED_MEMO, PUBLISHED_MEMO)
"""All of them."""
