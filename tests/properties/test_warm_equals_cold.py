"""Law: whatever was done to a site, an incremental build gives what a build from nothing gives."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from building.sites import find_differences, read_tree, write_site
from newsgen.build import Audience, BuildOptions, Session, SupersededError, build
from newsgen.build.memos import MEMO, MEMOS
from newsgen.errors import Diagnostic, NewsgenError
from newsgen.publish import remove_published
from publishing.victims import Victims, start_victims

PEOPLE = ["Ama Owusu-Darko", "Ama Darko", "Salif Tapsoba-Zongo", "Kofi Mensah-Test"]
PLACES = [("Ghana", "Accra"), ("Togo", "Lome"), ("Burkina Faso", "Ouagadougou")]
NAMES = ["a.txt", "b.md", "2024/a.txt", "c.markdown"]
HEADLINES = ["A road is opened", "Rain in the north", "A road is opened again"]
DATES = ["March 12, 2024", "12 March", "August 2023", "yesterday"]
FIELDS = ["draft: true", "slug: own-address", "published: 2024-03", "source: Specimen Post", f"people: [{PEOPLE[0]}]"]

SETTINGS = [
    "language: fr",
    "base_url: https://example.org/archive/",
    "index: true",
    "timelines:\n  - {id: t, title: T, countries: [GH]}",
    "sources:\n  - {name: Sample Harbour Desk, aliases: [SHD], rights: excerpt}",
    "sources:\n  - {name: Sample Harbour Desk, aliases: [SHD], country: GH, rights: metadata}",
    f"withhold:\n  - {{person: {PEOPLE[3]}, reason: asked for}}",
    "withhold:\n  - {passage: a bridge was destroyed, reason: wrong}",
    "withhold:\n  - {article: articles/a.txt, reason: withdrawn}",
]

LOOKS = {
    "static/newsgen.css": ["a {}", "b {}"],
    "static/site.css": ["c {}"],
    "static/kit": ["a file"],
    "static/kit/one.css": ["where the file was"],
    "templates/about.html": ['{% extends "newsgen/about.html" %}', '{% extends "base.html" %}'],
    "templates/messages/en.yaml": ["site: {home: Start}"],
}


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


Outcome = dict[str, bytes] | tuple[Diagnostic, ...]
"""The tree that a build gives, or why there is none."""


class Site(RuleBasedStateMachine):
    """Edits of all kinds, and builds in between, some of them killed."""

    victims: ClassVar[Victims]
    place: ClassVar[Path]
    """The folder for those of all runs."""

    @initialize(text=clippings())
    def begin(self, text: str) -> None:
        self.folder = Path(tempfile.mkdtemp(dir=self.place))
        self.site = write_site(self.folder / "site", {"site.yaml": "title: x\n", "articles/first.txt": text})
        self.output = self.site / "public"
        self.drafts, self.session = False, Session()

    # --- the editor ---------------------------------------------------------------------------------------------------

    @rule(name=st.sampled_from(NAMES), text=clippings())
    def write(self, name: str, text: str) -> None:
        write_site(self.site, {f"articles/{name}": text})

    @rule(name=st.sampled_from(NAMES), fields=st.sets(st.sampled_from(FIELDS)))
    def set_front_matter(self, name: str, fields: set[str]) -> None:
        self._set_fields(name, fields)

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

    @rule(title=st.sampled_from(["x", "y"]), setting=st.sampled_from(["", *SETTINGS]))
    def configure(self, title: str, setting: str) -> None:
        write_site(self.site, {"site.yaml": f"title: {title}\n{setting}\n"})

    @rule(goal=st.sampled_from(["to: about.html", "to: countries/ghana.html", "gone: true"]))
    def redirect(self, goal: str) -> None:
        write_site(self.site, {"redirects.yaml": f"- from: people/ama-darko.html\n  {goal}\n"})

    @rule(look=st.sampled_from([(path, text) for path, texts in LOOKS.items() for text in ["", *texts]]))
    def restyle(self, look: tuple[str, str]) -> None:
        path, text = look
        for place in (self.site / path, (self.site / path).parent):
            if place.is_file():
                place.unlink()
        shutil.rmtree(self.site / path, ignore_errors=True)
        if text:
            write_site(self.site, {path: text})

    @rule()
    def show_drafts(self) -> None:
        self.drafts = not self.drafts

    # --- the machine --------------------------------------------------------------------------------------------------

    @rule(name=st.sampled_from(["site", "moved"]))
    def move_site(self, name: str) -> None:
        inside = self.output.is_relative_to(self.site)
        self.site = self.site.rename(self.folder / name)
        if inside:
            self.output = self.site / "public"

    @rule(inside=st.booleans())
    def choose_output(self, inside: bool) -> None:
        self.output = self.site / "public" if inside else self.folder / "elsewhere" / "public"

    @rule(memo=st.sampled_from([*MEMOS, MEMO.parent]), damage=st.sampled_from([None, b"", b"garbage" * 999]))
    def lose_memo(self, memo: Path, damage: bytes | None) -> None:
        path = self.site / memo
        if damage is not None and path.is_file():
            path.write_bytes(damage)
        elif path.is_file():
            path.unlink()
        else:
            shutil.rmtree(path, ignore_errors=True)

    @rule(damage=st.sampled_from([None, "", "other bytes"]), page=st.sampled_from(["about.html", "data/people.json"]))
    def damage_page(self, page: str, damage: str | None) -> None:
        if (self.output / page).is_file() and damage is not None:
            (self.output / page).write_text(damage)
        else:
            (self.output / page).unlink(missing_ok=True)

    @rule()
    def clean(self) -> None:
        remove_published(self.output)

    # --- builds -------------------------------------------------------------------------------------------------------

    def _build(self, executor: str, full: bool) -> None:
        with suppress(NewsgenError):
            build(self.site, self.output, BuildOptions(executor=executor, full=full, drafts=self.drafts))

    _as_asked = rule(executor=st.sampled_from(["serial", "processes:2"]), full=st.booleans())
    build, build_again = _as_asked(_build), _as_asked(_build)  # under two names, so that it comes twice as often

    @rule(looked_at=st.sampled_from([(), ("index.html", "articles/a-road-is-opened.html")]), lasts=st.integers(0, 9))
    def preview(self, looked_at: tuple[str, ...], lasts: int) -> None:
        """One build of many in a process, which shows the pages before the rest, and may leave that to the next."""
        patience = iter(range(lasts * lasts))
        audience = Audience(lambda _: None, lambda: looked_at, lambda: next(patience, None) is None)
        options = BuildOptions(executor="serial", drafts=self.drafts)
        with suppress(NewsgenError, SupersededError):
            build(self.site, self.output, options, session=self.session, audience=audience)

    def _be_killed(self, change: int) -> None:
        """Mostly while it publishes, for before that a build changes little."""
        self.victims.build(self.site, self.output, dies_at=change)

    _early, _late = rule(change=st.integers(1, 20)), rule(change=st.integers(20, 100))
    be_killed, be_killed_late = _early(_be_killed), _late(_be_killed)

    @precondition(lambda self: self.output.exists())
    @rule()
    def compare(self) -> None:
        """If the build refuses, so does one from nothing, and for the same reason; then without what it refuses."""
        warm, fresh = self._build_both()
        assert isinstance(warm, dict) == isinstance(fresh, dict)
        if not isinstance(warm, dict):
            assert warm == fresh
            self._give_in()
            warm, fresh = self._build_both()
        assert isinstance(warm, dict)
        assert isinstance(fresh, dict)
        assert find_differences(warm, fresh) == []

    def teardown(self) -> None:
        try:
            self.compare()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _give_in(self) -> None:
        """What the editor does who is refused a build: all back to the plainest."""
        write_site(self.site, {"site.yaml": "title: x\n", "redirects.yaml": "", "people.yaml": ""})
        for name in NAMES:
            self._set_fields(name, set())

    def _set_fields(self, name: str, fields: set[str]) -> None:
        clipping = self.site / "articles" / name
        if clipping.is_file():
            body = clipping.read_text().rpartition("---\n\n")[2]
            clipping.write_text("\n".join(["---", *sorted(fields), "---\n", body]) if fields else body)

    def _build_both(self) -> tuple[Outcome, Outcome]:
        cold = self._copy_sources()
        return self._outcome(self.site, self.output), self._outcome(cold, cold / "public")

    def _outcome(self, site: Path, output: Path) -> Outcome:
        try:
            build(site, output, BuildOptions(executor="serial", drafts=self.drafts))
        except NewsgenError as error:
            return error.diagnostics
        return read_tree(output)

    def _copy_sources(self) -> Path:
        cold = self.folder / "cold"
        shutil.rmtree(cold, ignore_errors=True)
        return Path(shutil.copytree(self.site, cold, ignore=shutil.ignore_patterns(".newsgen", "public")))


@pytest.mark.long
class TestSite(Site.TestCase):
    """Deliberate mistake that fails it: leaving what a page shows out of its key in `_key_page`."""

    settings = settings(
        max_examples=200,
        stateful_step_count=20,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        # Without shrinking: the steps told are enough, and each takes a build.
        phases=(Phase.explicit, Phase.generate),
    )

    @pytest.fixture(autouse=True)
    def _start(self, tmp_path: Path) -> Iterator[None]:
        with start_victims() as victims:
            Site.victims, Site.place = victims, tmp_path
            yield
