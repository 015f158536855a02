"""Judgements written into the text of `people.yaml`: what comes out, to the letter."""

import pytest
from msgspec.structs import replace

from newsgen.config.judging import edit_people
from newsgen.config.people import parse_people
from newsgen.errors import ConfigError
from newsgen.records.options import Judgement

NEW = Judgement(name="Kofi Test", also=("K. Test",))

FILE = """\
# Who is who
- name: Ama Darko   # the minister
  also: [Ama Owusu, 'A. Darko']   # so far
  not: [Efua Darko]

# Her cousin
- name: "Yaw Darko"
  note: >-
    two lines
    # of a note
"""


def extend(text: str, place: int, **more: tuple[str, ...]) -> str:
    """The text with more names in the list of one entry."""
    judgements = list(parse_people(text))
    entry = judgements[place]
    changes = {field: (*getattr(entry, field), *names) for field, names in more.items()}
    judgements[place] = replace(entry, **changes)
    return edit_people(text, judgements)


def changed(before: str, after: str) -> list[str]:
    """The lines that are only in the new text."""
    old = before.splitlines()
    return [line for line in after.splitlines() if line not in old]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("also: [A, B]   # c", "also: [A, B, X Y]   # c"),
        ("also: [A, B, ]", "also: [A, B, X Y, ]"),
        ("also: [A, 'B']", "also: [A, 'B', 'X Y']"),
        ("also: []", "also: [X Y]"),
        ("also: A", "also: [A, X Y]"),
        ("also: A, B", "also: ['A, B', X Y]"),
        ('also: "A, B"', 'also: ["A, B", "X Y"]'),
        ("also:  # none yet", "also: [X Y]  # none yet"),
        ("also: ~", "also: [X Y]"),
        ("also:\n    - A\n    -   B  # c", "also:\n    - A\n    -   B  # c\n    -   X Y"),
        ("also:\n  - A", "also:\n  - A\n  - X Y"),
        ("also: [A,  # one\n    B\n  ]", "also: [A,  # one\n    B, X Y\n  ]"),
        ("also: >-\n    A\n    B", "also: [A B, X Y]"),
    ],
)
def test_a_name_joins_a_list_in_the_manner_of_the_list(before: str, after: str) -> None:
    text = f"- name: N\n  {before}\n  note: x\n- name: M\n"
    assert extend(text, 0, also=("X Y",)) == f"- name: N\n  {after}\n  note: x\n- name: M\n"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("No", "No"),
        ("null", "'null'"),
        ("O'Neill", "O'Neill"),
        ("A: B", "'A: B'"),
        ("O'N: B", "'O''N: B'"),
        ("A #1", "'A #1'"),
        ("- A", "'- A'"),
        ("Darko, Ama", "'Darko, Ama'"),
        ('"Che"', "'\"Che\"'"),
        ("@home", "'@home'"),
        ("阿马", "阿马"),
    ],
)
def test_only_names_that_need_quotation_marks_get_them(name: str, written: str) -> None:
    assert extend("- name: N\n  also: [M]\n", 0, also=(name,)) == f"- name: N\n  also: [M, {written}]\n"


def test_new_keys_stand_behind_name_and_also() -> None:
    text = extend("- name: N # c\n  note: x", 0, also=("A",), different=("B",))
    assert text == "- name: N # c\n  also: [A]\n  not: [B]\n  note: x"


def test_an_entry_in_braces_stays_so() -> None:
    text = extend("- {name: N, person: true}   # c\n", 0, also=("A",), different=("B",))
    assert text == "- {name: N, also: [A], not: [B], person: true}   # c\n"


def test_nothing_else_of_the_file_changes() -> None:
    after = extend(FILE, 0, also=("Mrs Darko",), different=("Yaa Darko",))
    assert changed(FILE, after) == [
        "  also: [Ama Owusu, 'A. Darko', 'Mrs Darko']   # so far",
        "  not: [Efua Darko, Yaa Darko]",
    ]
    assert after.count("\n") == FILE.count("\n")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(newline: str, start: str) -> None:
    text = start + FILE.replace("\n", newline)
    after = edit_people(text, [*parse_people(text), NEW])
    assert after.startswith(text)
    assert after.removeprefix(text) == newline.join(["", '- name: "Kofi Test"', '  also: ["K. Test"]', ""])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# only a comment", "# only a comment\n- name: Kofi Test\n  also: [K. Test]\n"),
        ("---\n", "---\n- name: Kofi Test\n  also: [K. Test]\n"),
        ("{}\n", "- name: Kofi Test\n  also: [K. Test]\n"),
        ("[]\n", "[{name: Kofi Test, also: [K. Test]}]\n"),
        ("[{name: A}]\n", "[{name: A}, {name: Kofi Test, also: [K. Test]}]\n"),
        ("- {name: A}\n", "- {name: A}\n- {name: Kofi Test, also: [K. Test]}\n"),
        ("  -   name: A", "  -   name: A\n  -   name: Kofi Test\n      also: [K. Test]\n"),
        ("- name: A\n  also:\n  - B\n", "- name: A\n  also:\n  - B\n- name: Kofi Test\n  also:\n    - K. Test\n"),
        ("- name: A\n\n- name: B\n", "- name: A\n\n- name: B\n\n- name: Kofi Test\n  also: [K. Test]\n"),
        ("- name: A\n...\n", "- name: A\n- name: Kofi Test\n  also: [K. Test]\n...\n"),
        ("- name: A\n# end\n", "- name: A\n# end\n- name: Kofi Test\n  also: [K. Test]\n"),
    ],
)
def test_a_new_entry_is_written_like_the_others(before: str, after: str) -> None:
    assert edit_people(before, [*parse_people(before), NEW]) == after


def test_a_new_file_says_what_it_is() -> None:
    first, *rest = edit_people("", [NEW]).splitlines()
    assert first.startswith("# ")
    assert rest == ["- name: Kofi Test", "  also: [K. Test]"]


def test_an_entry_that_goes_leaves_its_comments_and_its_note() -> None:
    _, cousin = parse_people(FILE)
    assert edit_people(FILE, [cousin]) == FILE[: FILE.index("- name: Ama")] + (
        "# the minister\n# so far\n" + FILE[FILE.index("\n# Her cousin") :]
    )
    ama, _ = parse_people(FILE)
    assert edit_people(FILE, [ama]).endswith("# Her cousin\n# Yaw Darko: two lines # of a note\n")


def test_a_note_of_several_lines_keeps_them() -> None:
    note = "one: two\n\n# three"
    after = edit_people(FILE, [*parse_people(FILE), replace(NEW, note=note)])
    assert after.endswith("  note: |-\n    one: two\n\n    # three\n")
    assert parse_people(after)[-1].note == note
    assert edit_people(after, parse_people(FILE)).endswith("# Kofi Test: one: two\n#\n# # three\n")


def test_signs_that_no_comment_can_hold_are_written_out_in_it() -> None:
    """Fails if what an entry leaves behind is told as it was read."""
    text = '- name: A\n  note: "a bell: \\a"\n- name: B\n'
    after = edit_people(text, parse_people(text)[1:])
    assert after == '# "A: a bell: \\U00000007"\n- name: B\n'


def test_a_note_of_several_lines_is_added_in_the_form_of_the_entry() -> None:
    for text in ("- name: A\n  not: [B]\n", "- {name: A, not: [B]}\n", "[{name: A, not: [B]}]\n", "- name: A\r\n"):
        (entry,) = parse_people(text)
        after = edit_people(text, [replace(entry, note="one\n\ntwo")])
        assert parse_people(after)[0].note == "one\n\ntwo"
        assert after.count("\r") == (after.count("\n") if "\r" in text else 0)


def test_what_cannot_be_changed_safely_is_refused() -> None:
    text = "[{name: A}, {name: B}]"
    with pytest.raises(ConfigError, match=r"people\.yaml: error\[people-form\].*by hand"):
        edit_people(text, parse_people(text)[1:])


def test_a_faulty_file_is_told_first() -> None:
    with pytest.raises(ConfigError, match=r"people\.yaml:1:3: error\[unknown-key\]"):
        edit_people("- nam: A\n", [])
