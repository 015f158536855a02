import pytest
from hypothesis import given
from msgspec.structs import replace

from newsgen.build.keytable import read_table, write_table
from newsgen.build.nomenklatura import read_resolver, write_resolver
from newsgen.records.options import Judgement
from properties.judged_names import make_judgements

FORMS = {
    "nomenklatura": (write_resolver, lambda text: read_resolver(text, lambda key: None)),
    "tsv": (write_table, read_table),
}


@pytest.mark.parametrize("form", FORMS)
@given(judgements=make_judgements())
def test_what_is_exported_is_imported_as_it_was(form: str, judgements: list[Judgement]) -> None:
    """Nothing is lost: names, order, spelling shown, the lines of notes; fails if accents of names are left out of ids,
    or if a note is one row of the table."""
    write, read = FORMS[form]
    text = write(judgements)
    found = read(text)
    assert found.diagnostics == ()
    assert found.passed == 0
    assert [replace(entry, line=0, places=()) for entry in found.judgements] == judgements
    assert write(found.judgements) == text
