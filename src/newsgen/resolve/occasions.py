"""What happened where a person is named: evidence that two spellings mean one."""

from collections.abc import Sequence

from newsgen.edtf import precision
from newsgen.records.reading import Reading
from newsgen.resolve.namings import LISTED, Name
from newsgen.resolve.tellings import SPEECH

Occasion = tuple[str, str]
"""The day (EDTF) and the kind of a happening."""


class Occasions:
    """The happenings that name a person, gathered when first asked for."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._of: dict[tuple[str, int], frozenset[Occasion]] = {}

    def of(self, name: Name) -> frozenset[Occasion]:
        """Those of exactly one day, in sentences that write the name or mean its bearer."""
        own = (name.key, name.bearer)
        found = self._of.get(own)
        if found is None:
            found = self._of[own] = frozenset(
                (report.date, topic)
                for naming in name.namings
                if naming.index != LISTED
                for report in self._readings[naming.article].reports
                if naming.index in report.people and precision(report.date) == "day"
                for topic in report.topics
                if topic not in SPEECH
            )
        return found
