"""What an outlet says to its readers: told from what an article says."""

import pytest

from newsgen.layout.outlets import make_context
from newsgen.layout.pitch import is_addressed, is_invitation, is_pitch, is_service
from newsgen.lexicon import load_lexicon
from newsgen.records.options import ReadingOptions

CONTEXT = make_context(ReadingOptions(), load_lexicon())


@pytest.mark.parametrize(
    "text",
    [
        "Get our newsletter every morning.",
        "Join the readers who keep us going with a donation.",
        "Recevez chaque matin notre infolettre.",
        "Suscríbete a nuestros boletines.",
        "America deserves to sleep. Learn more.",
        "The views expressed here are those of the author.",
    ],
)
def test_an_offer_a_request_and_terms_are_told(text: str) -> None:
    assert is_pitch(text, CONTEXT)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry will get its newsletter back, the court ruled.",
        "“We want your newsletter,” the general told the editor.",
        "US troops left the base on Sunday.",
        "We drove over the bridge on Monday.",
        "He wanted to learn more.",
        "",
    ],
)
def test_what_an_article_says_is_no_offer(text: str) -> None:
    assert not is_pitch(text, CONTEXT)


def test_words_in_quotation_marks_speak_to_nobody() -> None:
    assert is_addressed("We drove over it.", CONTEXT)
    assert not is_addressed("“We drove over it,” she said.", CONTEXT)
    assert not is_addressed("US troops left.", CONTEXT)


def test_lines_that_name_a_service_or_invite_to_it() -> None:
    assert is_service("Sponsor Message", CONTEXT)
    assert not is_service("A bridge for carts", CONTEXT)
    assert is_invitation("Follow the strike on our live page", CONTEXT)
    assert not is_invitation("What we know of the strike", CONTEXT)
