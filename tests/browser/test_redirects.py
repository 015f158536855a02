"""An old address in a real browser, from a disk and without scripts: the reader arrives at the new page."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from building.sites import build_site, write_site

pytestmark = pytest.mark.browser


def test_an_old_address_leads_to_the_new_page(tmp_path: Path, visit) -> None:
    write_site(tmp_path)
    (tmp_path / "redirects.yaml").write_text(
        "- {from: people/ama darko's.html, to: people/ama-owusu-darko.html}\n"
        "- {from: old/posts/2021/visit/index.html, to: articles/a-visit-to-the-harbour.html}\n"
    )
    build_site(tmp_path)
    reader = visit()
    for old, new, heading in (
        ("people/ama darko's.html", "people/ama-owusu-darko.html", "Ama Owusu-Darko"),
        ("old/posts/2021/visit/index.html", "articles/a-visit-to-the-harbour.html", "A visit to the harbour"),
    ):
        reader.page.goto((tmp_path / "public" / old).as_uri(), wait_until="commit")
        reader.page.wait_for_url((tmp_path / "public" / new).as_uri())
        expect(reader.page.locator("h1")).to_have_text(heading)
