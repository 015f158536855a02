"""All records that pass between the stages: frozen, made of tuples, equal when their canonical bytes are.

A stage takes records and gives records; what it needs beyond them is an argument. One module a stage's product:

- `clipping`: the file as received
- `article`: the parsed record: blocks, fields, plain text
- `finding`: what a recogniser beside the rules says of the article's text
- `reading`: the article with what its text speaks of: countries, people, dates, events, quotations
- `explanation`: why a clipping was read as it was
- `reasons`: why the archive takes names for one person's, reports for one happening
- `entities`: what resolution gives: persons, and events with those who report them
- `archive`: what all articles say together: these with their entities, listings, timelines
- `options`: the parts of the configuration that a stage may depend on
- `site`: what each page of the site shows, and nothing besides
- `contract`: the data files that other tools read
- `changes`: what differs between two sites
"""

from typing import dataclass_transform

from msgspec import Struct, field


# Type checkers are told that all further records are frozen too, without each class saying so again.
@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
class Record(Struct, frozen=True, kw_only=True, gc=False):
    """Base of all records: frozen, fields by name only."""


class PackedRecord(Record, array_like=True):
    """Base of records of which an archive has very many: where they are remembered, the names of fields are left out.

    What is kept of a clipping is shorter by two fifths so. None of them is data for others: those read names.
    """
