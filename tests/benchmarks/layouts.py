"""Twenty ways in which a clipping arrives: what stands above, around and below the same story."""

import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.clippings import Story

Layout = Callable[["Story"], str]

_ADDRESS = "https://news.example/{story.day:%Y/%m}/{story.number}.html"


def _join(*parts: str) -> str:
    return "\n\n".join(parts) + "\n"


def _long(story: "Story") -> str:
    return f"{story.day.day} {story.day:%B} {story.day.year}"


def _short(story: "Story") -> str:
    return f"{story.day:%B} {story.day.day}"


def _initials(story: "Story") -> str:
    return "".join(word[0] for word in story.outlet.split())


def _address(story: "Story") -> str:
    return _ADDRESS.format(story=story)


def plain(story: "Story") -> str:
    return _join(story.headline, f"{story.place}, {_long(story)} - {story.text}", f"Source: {story.outlet}")


def bold(story: "Story") -> str:
    dateline = f"{story.place}, {_short(story)} ({_initials(story)}) -- "
    return _join(f"**{story.headline}**", dateline + story.text, f"© {story.day.year} {story.outlet}")


def heading(story: "Story") -> str:
    return _join(f"# {story.headline}", f"By {story.author}", f"*{_long(story)}*", story.text, story.outlet)


def capitals(story: "Story") -> str:
    dateline = f"{story.place.upper()}, {_short(story)} ({story.outlet}) — "
    return _join(story.headline.upper(), dateline + story.text)


def emphasised(story: "Story") -> str:
    return _join(f"_{story.headline}_", f"{story.place}, {_short(story)}, {story.day.year}", story.text, story.outlet)


def front_matter(story: "Story") -> str:
    header = f'headline: "{story.headline}"\npublished: {story.day}\nsource: {story.outlet}\nurl: {_address(story)}'
    return f"---\n{header}\n---\n\n{story.text}\n"


def foreign_front_matter(story: "Story") -> str:
    header = f'title: "{story.headline}"\ndate: {story.day}T08:30:00+00:00\nauthor: {story.author}\ntags: [news]'
    return f"---\n{header}\n---\n\n{story.place} — {story.text}\n\n{story.outlet}\n"


def header_lines(story: "Story") -> str:
    return f"Title: {story.headline}\nDate: {story.day}\nOutlet: {story.outlet}\n\n{story.text}\n"


def mail(story: "Story") -> str:
    sent = f"{story.day:%a}, {story.day.day} {story.day:%b %Y} 09:12:00 +0000"
    header = f"From: desk@news.example\nTo: archive@reader.example\nDate: {sent}\nSubject: Fwd: {story.headline}"
    return _join(header, story.text, f"-- \n{story.outlet}")


def wire(story: "Story") -> str:
    slug = f"BC-{story.countries[0].name.upper()}-{story.number % 1000}"
    dateline = f"{story.place.upper()}, {story.day:%b} {story.day.day} ({_initials(story)}) - "
    body = "\n".join(f"    {paragraph}" for paragraph in story.paragraphs)
    return f"{slug}\n{story.outlet.upper()}\n\n{story.headline}\n\n{dateline}{body.strip()}\n\nENDS\n"


def wrapped(story: "Story") -> str:
    opening = f"{story.place}, {_long(story)} — {story.paragraphs[0]}"
    body = [textwrap.fill(paragraph, 72) for paragraph in (opening, *story.paragraphs[1:])]
    return _join(textwrap.fill(story.headline.upper(), 72), *body, f"({story.outlet})")


def kicker(story: "Story") -> str:
    section = ("WORLD | AFRICA", "POLITICS", "International")[story.number % 3]
    byline = f"*By {story.author}, {story.place}*"
    return _join(section, story.headline, byline, _long(story), story.text, f"© {story.outlet}. All rights reserved.")


def web_page(story: "Story") -> str:
    above = "Skip to content\nHome\nWorld\nSubscribe"
    caption = f"{story.people[0].name} in {story.place}. Photo: {story.outlet}"
    below = "Share this:\nFacebook\nX\nWhatsApp", "Read also: What comes next", f"© {story.day.year} {story.outlet}"
    return _join(above, f"# {story.headline}", _long(story), "Image not found", caption, story.text, *below)


def picture_first(story: "Story") -> str:
    picture = f"![Image](https://news.example/img/{story.number}.jpg)\n*{story.people[0].name}, archive picture.*"
    dateline = f"{story.place}, {_long(story)} ({_initials(story)}) – "
    return _join(picture, f"## {story.headline}", dateline + story.text, f"Source: {story.outlet}")


def byline_row(story: "Story") -> str:
    return _join(story.headline, f"By {story.author} | {story.outlet} | {_long(story)}", story.text)


def stamped(story: "Story") -> str:
    stamps = f"Published: {story.day} 10:22 GMT\nUpdated: {story.day} 14:05 GMT"
    return _join(story.headline, stamps, f"Reporting by {story.author}", story.text, f"{story.outlet} / {story.place}")


def masthead(story: "Story") -> str:
    above = f"{story.outlet.upper()}\n{story.day:%A} {_long(story)}, page {1 + story.number % 24}"
    return _join(above, story.headline, f"{story.place} - {story.text}")


def notices(story: "Story") -> str:
    below = (
        "This story was translated from the original and edited for length.",
        f"Our standards: the code of conduct of {story.outlet}.",
        f"© {story.day.year} {story.outlet}. All rights reserved. This material may not be published or broadcast.",
    )
    return _join(f"**{story.headline.upper()}**", f"{story.place}, {_short(story)} - {story.text}", *below)


def linked(story: "Story") -> str:
    standfirst = f"*{story.paragraphs[0]}*"
    dateline = f"{story.place} ({_initials(story)}), {story.day:%d/%m/%Y} — "
    return _join(story.headline, standfirst, dateline + story.text, f"Link: {_address(story)}", f"Via {story.outlet}")


def run_together(story: "Story") -> str:
    body = "\n".join(story.paragraphs)
    return f"{story.headline}\n{story.place}, {_long(story)} ({story.outlet}): {body}\n({_initials(story)})\n"


LAYOUTS: tuple[Layout, ...] = (
    *(plain, bold, heading, capitals, emphasised, front_matter, foreign_front_matter, header_lines, mail, wire),
    *(wrapped, kicker, web_page, picture_first, byline_row, stamped, masthead, notices, linked, run_together),
)
