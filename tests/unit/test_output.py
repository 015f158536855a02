"""Pages on their way: what one shows is made when it is asked for, and once where it is to be sent."""

import pickle

from newsgen.records.output import Measure, Page, Telling
from newsgen.records.site import TextFile


def plan_page(made: list[str]) -> Page:
    """A page that notes each time that its record is made."""

    def show() -> TextFile:
        made.append("x")
        return TextFile(text="text")

    return Page(path="x.txt", template="", show=show, made_from="a test")


def test_nothing_is_made_before_it_is_asked_for() -> None:
    made: list[str] = []
    page = plan_page(made)
    assert made == []
    assert (page.shows, page.shows) == (TextFile(text="text"), TextFile(text="text"))
    assert len(made) == 2


def test_a_page_that_is_made_is_not_made_again() -> None:
    made: list[str] = []
    page = plan_page(made).make()
    assert page.shows == page.make().shows == TextFile(text="text")
    assert len(made) == 1


def test_a_page_that_is_sent_takes_its_record_along() -> None:
    made: list[str] = []
    arrived = pickle.loads(pickle.dumps(plan_page(made)))
    assert (arrived.path, arrived.made_from, arrived.shows) == ("x.txt", "a test", TextFile(text="text"))
    assert len(made) == 1


def test_a_page_that_tells_of_others_is_given_their_measures() -> None:
    page = Page(path="x", template="t", show=Telling(tell=dict), made_from="a test")
    measures = {"y": Measure(records=1, size=2)}
    assert (page.shows, page.tell(measures).shows) == ({}, measures)


def test_a_page_that_tells_of_no_other_stays_as_it_is() -> None:
    page = plan_page([])
    assert page.tell({}) is page
