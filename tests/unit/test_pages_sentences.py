"""The sentences that files tell events by are those that pages show of each."""

import pytest

from newsgen.lexicon import load_lexicon
from newsgen.pages.directory import Directory, make_directory
from newsgen.pages.eventtext import title_event, word_event
from newsgen.pages.sentences import pick_sentence, read_sentence, tell_event
from pages_archive import SITE, WORDS, make_archive, make_article

SENTENCE = "Ghana opened its gate on 3 May 2024."
LONG = "On 3 May 2024 Ghana opened " + "the old gate and " * 20 + "the new one."


def make(sentence: str, *rights: str) -> Directory:
    """The directory of articles that all report one event, further down than an excerpt reaches."""
    articles = [
        make_article(
            identity,
            ["It was early.", sentence],
            countries={"Ghana": "GH"},
            dates={"3 May 2024": "2024-05-03"},
            reports=[(sentence, "2024-05-03")],
            source="Desk",
            rights=right,
        )
        for identity, right in zip("abc", rights, strict=False)
    ]
    return make_directory(make_archive(*articles), SITE, load_lexicon(), WORDS, leaves={}, listed={})


@pytest.mark.parametrize("sentence", [SENTENCE, LONG])
@pytest.mark.parametrize(
    "rights", [("full",), ("excerpt",), ("metadata", "full"), ("excerpt", "metadata"), ("excerpt", "metadata", "full")]
)
def test_they_are_told_as_pages_tell_them(sentence: str, rights: tuple[str, ...]) -> None:
    """Fails if a sentence is taken that may not be shown, or a title is not cut."""
    directory = make(sentence, *rights)
    for event in directory.archive.events:
        told = title_event(directory, event).text, word_event(directory, event).text
        assert tell_event(directory, event) == told
        assert pick_sentence(directory, event) == (told[1] if "full" in rights else None)


def test_each_report_has_its_place() -> None:
    directory = make(SENTENCE, "full", "metadata")
    (event,) = directory.archive.events
    told = {report.article: read_sentence(directory, report) for report in event.reports}
    assert told == {0: SENTENCE, 1: None}
