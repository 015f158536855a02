import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from newsgen.config.entries import Form, tell_entry
from newsgen.config.judging import edit_people
from newsgen.config.people import parse_people
from newsgen.lexicon.slugs import fold_name
from newsgen.records.options import Judgement
from properties.judged_names import make_judgements, make_names, make_notes


@st.composite
def make_files(draw: st.DrawFn) -> tuple[str, list[str]]:
    """The text of a file, and the comments in it."""
    form = Form(
        indent=draw(st.sampled_from((0, 0, 2))),
        gap=draw(st.sampled_from((1, 1, 3))),
        style=draw(st.sampled_from(("", "'", '"'))),
        in_blocks=draw(st.booleans()),
    )
    lines: list[str] = []
    comments: list[str] = []
    for judgement in draw(make_judgements()):
        own = msgspec.structs.replace(form, in_braces=draw(st.booleans()), in_blocks=draw(st.booleans()))
        note = " ".join(judgement.note.split()) if judgement.note else None  # no comment stands between lines of a note
        for line in tell_entry(replace(judgement, note=note), own):
            comments.append(f"# c{len(comments)};")
            above = draw(st.sampled_from(("", "above", "blank", "behind")))
            lines += {"above": [comments[-1]], "blank": ["", comments[-1]]}.get(above, [])
            lines.append(f"{line}  {comments[-1]}" if above == "behind" else line)
            if not above:
                comments.pop()
    newline = draw(st.sampled_from(("\n", "\r\n")))
    return newline.join(lines) + draw(st.sampled_from(("", newline, newline * 2))), comments


@given(make_files(), st.lists(make_names(), min_size=3, max_size=3, unique_by=fold_name), st.data())
def test_what_is_added_is_there_and_the_rest_stays(
    file: tuple[str, list[str]], names: list[str], data: st.DataObject
) -> None:
    """The text says what was wanted and keeps its comments; fails if comments behind an entry count to it."""
    text, comments = file
    old = parse_people(text)
    wanted = list(old)
    place = data.draw(st.integers(0, len(old) - 1))
    more = data.draw(st.sampled_from(("also", "different", "note", "gone")))
    if more == "gone":
        del wanted[place]
    elif more == "note":
        wanted[place] = replace(old[place], note=old[place].note or f"{names[0]}\n\n{names[1]}")
    else:
        wanted[place] = replace(old[place], **{more: (*getattr(old[place], more), *names[:2])})
    note = data.draw(st.none() | make_notes())
    wanted.append(Judgement(name=names[2], also=tuple(names[:1]), person=data.draw(st.booleans()), note=note))
    after = edit_people(text, wanted)
    assert [replace(entry, line=0, places=()) for entry in parse_people(after)] == [
        replace(entry, line=0, places=()) for entry in wanted
    ]
    assert all(comment in after for comment in comments)
    if more != "gone":
        assert _is_within(text, after)
    assert ("\r" in after) == ("\r" in text)


def _is_within(text: str, longer: str) -> bool:
    """Whether the longer text holds all signs of the text in their order."""
    signs = iter(longer)
    return all(sign in signs for sign in text)
