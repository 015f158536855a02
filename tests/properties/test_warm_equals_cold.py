"""Law: whatever was done to a site, an incremental build gives what a build from nothing gives."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from building.sites import build_cold, build_site, find_differences, read_tree, write_site

PEOPLE = ["Ama Owusu-Darko", "Ama Darko", "Salif Tapsoba-Zongo", "Kofi Mensah-Test"]
PLACES = [("Ghana", "Accra"), ("Togo", "Lome"), ("Burkina Faso", "Ouagadougou")]
NAMES = ["a.txt", "b.md", "2024/a.txt", "c.markdown"]
HEADLINES = ["A road is opened", "Rain in the north", "A road is opened again"]
DATES = ["March 12, 2024", "12 March", "August 2023", "yesterday"]


@st.composite
def clippings(draw: st.DrawFn) -> str:
    country, capital = draw(st.sampled_from(PLACES))
    person, other = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(PEOPLE))
    date = draw(st.sampled_from(DATES))
    source = draw(st.sampled_from(["", "Source: Sample Harbour Desk\n", "Source: Specimen Post\n"]))
    headline, written = draw(st.sampled_from(HEADLINES)), draw(st.sampled_from(DATES[:2]))
    return (
        f"{headline}\n\n{capital}, {written} (SHD) -- Minister {person} of {country} met {other} on {date}.\n\n"
        f"{other} said that a bridge was destroyed in {country}.\n\n{source}"
    )


class Site(RuleBasedStateMachine):
    """Edits of all kinds, and builds in between."""

    @initialize(text=clippings())
    def begin(self, text: str) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="newsgen-law-"))
        self.site = write_site(self.folder / "site", {"site.yaml": "title: x\n", "articles/first.txt": text})

    @rule(name=st.sampled_from(NAMES), text=clippings())
    def write(self, name: str, text: str) -> None:
        write_site(self.site, {f"articles/{name}": text})

    @rule(name=st.sampled_from(NAMES))
    def delete(self, name: str) -> None:
        (self.site / "articles" / name).unlink(missing_ok=True)

    @rule(old=st.sampled_from(NAMES), new=st.sampled_from(NAMES))
    def rename(self, old: str, new: str) -> None:
        if (self.site / "articles" / old).is_file():
            (self.site / "articles" / new).parent.mkdir(exist_ok=True)
            (self.site / "articles" / old).rename(self.site / "articles" / new)

    @rule(name=st.sampled_from(PEOPLE), other=st.sampled_from(PEOPLE), word=st.sampled_from(["also", "not"]))
    def judge(self, name: str, other: str, word: str) -> None:
        entry = f"- name: {name}\n  {word}: [{other}]\n" if name != other else f"- name: {name}\n  person: false\n"
        write_site(self.site, {"people.yaml": entry})

    @rule(title=st.sampled_from(["x", "y"]), timeline=st.booleans())
    def configure(self, title: str, timeline: bool) -> None:
        added = "timelines:\n  - {id: t, title: T, countries: [GH]}\n" if timeline else ""
        write_site(self.site, {"site.yaml": f"title: {title}\n{added}"})

    @rule(style=st.sampled_from([None, "a {}", "b {}"]))
    def restyle(self, style: str | None) -> None:
        shutil.rmtree(self.site / "static", ignore_errors=True)
        if style:
            write_site(self.site, {"static/newsgen.css": style})

    @rule()
    def forget(self) -> None:
        shutil.rmtree(self.site / ".newsgen", ignore_errors=True)

    @rule()
    def be_killed(self) -> None:
        """Leave what a kill leaves: staged files, and a page of which the manifest does not know the bytes."""
        write_site(self.site, {"public/.newsgen-staging/0": "half"})
        if (self.site / "public" / "about.html").exists():
            (self.site / "public" / "about.html").write_text("other bytes")

    @invariant()
    def warm_equals_cold(self) -> None:
        build_site(self.site)
        assert find_differences(read_tree(self.site / "public"), build_cold(self.site, self.folder / "cold")) == []

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


class TestSite(Site.TestCase):
    """Deliberate mistake that fails it: leaving `encode(page.shows)` out of the page's key in `key_pages`."""

    settings = settings(
        max_examples=8,
        stateful_step_count=8,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        # Without shrinking: each step is a build, and the failing paths tell enough.
        phases=(Phase.explicit, Phase.reuse, Phase.generate),
    )
