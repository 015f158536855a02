"""Reports: the sentences that tell a dated happening.

A date dates the clause that it stands in. A clause tells a happening if it has a verb that tells a tense, or if the
date hangs on a noun that is a happening ("the coup of July 2023"). One clause, one report: of several dates the finest
counts, unless another one plainly dates something else. Left out are headlines, what only says since when something
lasts, long stretches of time, what is denied, and what is only held, wished, demanded, supposed or usual.
"""

from newsgen.annotate.material import Material
from newsgen.annotate.reports.context import gather_context
from newsgen.annotate.reports.judging import judge_dates
from newsgen.records.reading import Reading, Report


def find_reports(reading: Reading, material: Material) -> tuple[Report, ...]:
    """All reports of the article's body, in the order of their sentences."""
    if not reading.dates:
        return ()
    verdicts = judge_dates(gather_context(reading, material), material.sentences, reading.article.body_start)
    return tuple(verdict.report for verdict in verdicts if verdict.report)
