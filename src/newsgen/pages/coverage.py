"""How many articles there are, over time, as a drawing: numbers that a template needs only to write down."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from newsgen.pages.directory import Directory
from newsgen.pages.scale import Scale, choose_scale, label_years, month_number
from newsgen.records.site import Bar, Coverage, Ref

_FEWEST_MONTHS = 3
"""Months with articles; of fewer, the list itself is as clear."""
_HIGHEST = 64
_BAR = 0.72
"""Share of a column that a bar takes."""
_WIDEST_BAR = 6.0


def draw_coverage(
    directory: Directory, articles: Sequence[int], link: Callable[[str], str] = lambda key: ""
) -> Coverage | None:
    """Bars for months, quarters or years; None where there are too few.

    `link` gives the address of the articles of a month or year, by its key; empty if there is none.
    """
    published = (directory.brief(position).published for position in articles)
    months = Counter(month for date in published if (month := month_number(date)) is not None)
    if len(months) < _FEWEST_MONTHS:
        return None
    scale = choose_scale(directory.words, (), sorted(months))
    if scale is None:
        return None
    return Coverage(
        name=directory.words.say(f"coverage.name-{scale.unit}", span=scale.name(0, scale.columns)),
        unit=scale.unit,
        width=scale.left(1),
        bar=min(scale.left(_BAR), _WIDEST_BAR),
        height=_HIGHEST,
        bars=tuple(_make_bars(directory, scale, months, link)),
        years=tuple(label_years(scale)),
        note=_describe(directory, len(articles) - sum(months.values())),
    )


def _make_bars(
    directory: Directory, scale: Scale, months: Mapping[int, int], link: Callable[[str], str]
) -> Iterator[Bar]:
    """The columns that have any article, in order."""
    counts: Counter[int] = Counter()
    for month, number in months.items():
        counts[scale.find(month)] += number
    most, say = max(counts.values()), directory.words.say
    for column, number in sorted(counts.items()):
        name = scale.name(column)
        yield Bar(
            left=scale.left(column),
            middle=scale.left(column + 0.5),
            period=Ref(text=name, href=link(_key_of(scale, column))),
            name=say("site.labelled", label=name, text=say("count.articles", count=number)),
            articles=number,
            height=max(round(_HIGHEST * number / most), 2),
        )


def _key_of(scale: Scale, column: int) -> str:
    """`2024-05` for a month; the year of a quarter or year."""
    year, month = divmod(scale.start + column * scale.months, 12)
    return f"{year:04}-{month + 1:02}" if scale.unit == "month" else f"{year:04}"


def _describe(directory: Directory, undated: int) -> str:
    """What the drawing does not show, in words."""
    if not undated:
        return ""
    return directory.words.say("strip.no-month", what=directory.words.say("count.articles", count=undated))
