"""`people.yaml`: what the editor decided about names."""

import unicodedata
from functools import lru_cache

from newsgen.config.fields import FieldReader
from newsgen.config.files import BOM
from newsgen.config.yamltext import Mapping, Node, Scalar, Sequence, read_yaml
from newsgen.errors import ConfigError
from newsgen.records.options import Judgement

PEOPLE_FILE = "people.yaml"
_NO_LETTERS = ("Cc", "Cs")
"""Unicode's categories of control characters and of halves of characters."""
PERSON_KEYS = ("name", "also", "not", "person", "note")


@lru_cache(maxsize=2)  # what a command reads, and what it writes; a file of the whole world takes seconds to read
def parse_people(text: str) -> tuple[Judgement, ...]:
    """The judgements that the text of a `people.yaml` holds; raises ConfigError with all its faults."""
    fields = FieldReader(PEOPLE_FILE)
    judgements = _read_people(read_yaml(text.removeprefix(BOM), PEOPLE_FILE), fields)
    if fields.faults:
        raise ConfigError(*sorted(fields.faults))
    return judgements


def _read_people(root: Node, fields: FieldReader) -> tuple[Judgement, ...]:
    """The judgements in the tree of `people.yaml`; faults are left with `fields`."""
    if (isinstance(root, Mapping) and not root.entries) or (isinstance(root, Scalar) and root.empty):
        return ()
    if not isinstance(root, Sequence):
        fields.fault(root, "wrong-kind", "the file must be a list", "begin each person with `- name: …`")
        return ()
    judgements = (_read_judgement(entry, fields) for entry in fields.mappings(root, PEOPLE_FILE, PERSON_KEYS))
    return tuple(judgement for judgement in judgements if judgement is not None)


def _read_judgement(entry: Mapping, fields: FieldReader) -> Judgement | None:
    name = fields.text(entry, "name", required=True)
    if name is None:
        return None
    node = entry.get("name")
    assert node is not None
    also, different = fields.texts_with_places(entry, "also"), fields.texts_with_places(entry, "not")
    for text, place in ((name, node), *also, *different):
        _check_name(text, place, fields)
    return Judgement(
        name=name,
        also=tuple(text for text, _ in also),
        different=tuple(text for text, _ in different),
        person=fields.flag(entry, "person", default=True),
        note=fields.lines(entry, "note"),
        line=entry.line,
        places=tuple((text, node.line, node.column) for text, node in ((name, node), *also, *different)),
    )


def _check_name(text: str, node: Node, fields: FieldReader) -> None:
    """Leave a fault for a name with a sign that no text shows."""
    wrong = next((letter for letter in text if unicodedata.category(letter) in _NO_LETTERS), None)
    if wrong:
        message = f"a name holds U+{ord(wrong):04X}, which no text shows"
        fields.fault(node, "bad-name", message, "write the name in plain letters")
