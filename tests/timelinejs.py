"""What TimelineJS takes, by the documentation of its JSON format."""

from datetime import date
from typing import Any

SLIDE = {"start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink", "unique_id"}
DATE = ["year", "month", "day", "hour", "minute", "second", "millisecond"]


def check_timelinejs(data: dict[str, Any]) -> None:
    """Assert that the data is a timeline that TimelineJS shows without complaint."""
    assert data.keys() <= {"events", "title", "eras", "scale"}
    assert data["events"], "a timeline needs at least one slide"
    slides = [*data["events"], *([data["title"]] if "title" in data else [])]
    ids = [slide["unique_id"] for slide in slides if "unique_id" in slide]
    assert len(set(ids)) == len(ids)
    for slide in slides:
        assert slide.keys() <= SLIDE
        assert slide.get("text", {}).keys() <= {"headline", "text"}
        assert all(isinstance(value, str) and "<" not in value for value in slide.get("text", {}).values())
        assert isinstance(slide.get("display_date", ""), str)
        assert isinstance(slide.get("autolink", True), bool)
    for slide in data["events"]:
        start, end = read_date(slide["start_date"]), read_date(slide.get("end_date", slide["start_date"]))
        assert start <= end


def read_date(given: dict[str, Any]) -> date:
    """The first day that the parts mean; no part stands without the larger ones."""
    assert list(given) == DATE[: len(given)]
    assert all(type(value) is int for value in given.values())
    return date(given["year"], given.get("month", 1), given.get("day", 1))
