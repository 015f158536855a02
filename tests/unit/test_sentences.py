import pytest

from newsgen.annotate.sentences import split_sentences
from newsgen.lexicon import load_lexicon


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, load_lexicon())]


@pytest.mark.parametrize(
    "text",
    [
        "One left. | Two stayed!  | Did three? | Yes.",
        "U.S. troops left. | They went home.",
        "They are in the U.S. | The base is not.",
        "Gen. Diallo met Mr. Okoye and Dr. A. B. Ibe. | He left.",
        "He came on Jan. 5 and Sept. 7. | Then he left.",
        "It began at 5 a.m. on Monday. | It ended.",
        "Acme Inc. Europe grew. | Acme Inc. | The other fell.",
        "“We stay.” | The mayor left.",
        "“Will you stay?” Amina asked. | Nobody spoke.",
        "“Go!” he said. | They went.",
        "He waited… and left. | Nobody came… | Then rain.",
        "« Nous restons. » | Le maire est parti.",
        "M. Diallo a vu Mme. Ibe. | Il est parti.",
        "See No. 5. | It costs 3.5 million.",
        "Él vino. | ¿Quién? | Nadie.",
        "key ally. .",
        "St. Louis is far. | Mt. Kenya is high.",
        "One\n\nTwo. | Three",
    ],
)
def test_borders(text: str) -> None:
    parts = [part.strip() for block in text.split("\n\n") for part in block.split("|")]
    assert split(text.replace("| ", "")) == parts


def test_white_space_alone_is_no_sentence() -> None:
    assert split("  \n\n \n\n") == []


def test_spans_leave_out_only_white_space() -> None:
    text = "  One. Two?\n\n  Three!  "
    covered = "".join(split(text))
    assert covered == "One.Two?Three!"


@pytest.mark.parametrize("text", ["word " * 5000, "w" * 5000 + " " + "x" * 9000 + " word" * 100, "w" * 20_000])
def test_what_has_no_end_is_cut_between_words(text: str) -> None:
    parts = split(text)
    assert " ".join(parts) == text.strip()
    assert all(len(part) <= 4000 or " " not in part for part in parts)
