"""Whatever stands in a clipping, nothing runs and nothing leaves, even where scripts are allowed."""

import json
from pathlib import Path

import pytest

from newsgen.build import BuildOptions, build

pytestmark = pytest.mark.browser

HOSTILE = """\
<script>alert('headline')</script> Minister <img src=x onerror=alert(1)> speaks

Accra, May 15, 2024 (<svg onload=alert(2)>) -- Ghana said </p></main></body><script>alert(3)</script> on Monday
that "><script>alert(4)</script> was over. [Read](javascript:alert(5)) or
[this](data:text/html,<script>alert(6)</script>) or ![picture](https://tracker.invalid/pixel.png) or <https://tracker.invalid/x>.

<iframe src="https://tracker.invalid/"></iframe><style>@import url(https://tracker.invalid/x.css);</style>

{{ 7 * 7 }} {% raw %} {# no #} Minister Kofi <b onclick=alert(7)>Mensah-Test</b> told reporters in Ghana on 3 May 2024.

Source: Desk "><script>alert(8)</script>
"""


def test_a_hostile_clipping_is_only_text(tmp_path: Path, visit) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "<img src=x onerror=alert(9)>.txt").write_text(HOSTILE)
    (tmp_path / "site.yaml").write_text(
        "title: '<script>alert(10)</script>'\ndescription: '\"><script>alert(11)</script>'\n"
    )
    (tmp_path / "people.yaml").write_text("- name: Kofi Mensah-Test\n  note: '</p><script>alert(12)</script>'\n")
    build(tmp_path, tmp_path / "public", BuildOptions(executor="serial"))
    reader = visit(javascript=True)
    shown = ""
    for path in sorted((tmp_path / "public").rglob("*.html")):
        reader.open(path)
        shown += reader.page.locator("body").inner_text()
        for selector in (
            "script:not([src]):not([type='application/ld+json'])",
            "iframe",
            "main style",
            "[onerror]",
            "[onload]",
            "[onclick]",
            "a[href^='javascript:']",
        ):
            assert reader.page.locator(selector).count() == 0, (path.name, selector)
        for data in reader.page.locator("script:not([src])").all():
            assert json.loads(data.inner_text())["@context"] == "https://schema.org", path.name
    assert "{{ 7 * 7 }}" in shown
    assert "alert(3)" in shown
