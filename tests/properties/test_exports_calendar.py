"""Law: whatever an event's text holds, its calendar is valid by RFC 5545 and gives the text back."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsgen.lexicon import load_lexicon
from newsgen.pages import plan_pages
from newsgen.records.archive import EditorEvent
from pages_archive import HOSTED, WORDS, make_archive, make_article, render_all
from rfc5545 import read_calendar

ARCHIVE = make_archive(make_article("a", ["Text."]))
CONTROLS = {number: " " for number in (*range(0x20), 0x7F) if chr(number) != "\n"}

texts = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from('\\;,:"\n\r\t =é尼🙂'), min_size=1)


@given(texts, st.dates())
def test_any_text_comes_back_from_the_calendar(text: str, day) -> None:
    """Fails if a line is folded by characters, a backslash escaped after the other signs, or a control kept."""
    (timeline,) = ARCHIVE.timelines
    own = EditorEvent(id="own", date=day.isoformat(), text=text, source=text)
    archive = replace(ARCHIVE, timelines=(replace(timeline, own=(own,)),))
    pages = {
        page.path: page
        for page in plan_pages(archive, HOSTED, load_lexicon(), WORDS).pages
        if page.path.endswith(".ics")
    }
    (calendar,) = render_all(pages).values()
    _, (event,) = read_calendar(calendar.encode())
    plain = text.translate(CONTROLS)
    assert (event.start, event.summary, event.description) == (day, plain, f"{plain}\n{plain}")
