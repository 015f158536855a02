from newsgen.lexicon import load_lexicon
from newsgen.lexicon.forms import read_forms, share_group

SECTION = {
    "given-forms": ["khalid Khaléd", "yasir yasser"],
    "common-families": "Smith jones",
    "common-given": "john mary",
}


def test_words_of_one_line_are_forms_of_one_name() -> None:
    forms = read_forms(SECTION)
    assert share_group(forms.given, "khalid", "khaled")
    assert not share_group(forms.given, "khalid", "yasser")
    assert not share_group(forms.given, "unlisted", "unlisted")


def test_a_name_is_frequent_if_all_its_parts_are() -> None:
    forms = read_forms(SECTION)
    assert forms.is_common(("john", "m"), "smith")
    assert not forms.is_common(("john", "quincy"), "smith")
    assert not forms.is_common(("john",), "abernathy")


def test_a_list_that_is_not_there_is_empty() -> None:
    assert read_forms({}).kin == {}


def test_no_word_is_both_a_spelling_and_another_name() -> None:
    # A pair in both lists would be weighed by the first, whatever the second says.
    forms = load_lexicon().names.forms
    short = {"stephen", "steven", "geoffrey", "jeffrey"}
    both = {word for word in forms.given.keys() & forms.kin.keys() if word not in short}
    assert all(
        not share_group(forms.kin, left, right) or not share_group(forms.given, left, right)
        for left in both
        for right in both
        if left < right
    )
