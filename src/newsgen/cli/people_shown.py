"""`newsgen people`, once its arguments are understood."""

import shlex
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, get_args

import click
import msgspec

from newsgen.build.alike import FrontMatter
from newsgen.build.cast import count_articles
from newsgen.build.judgements import PEOPLE_FILE
from newsgen.build.judging import Judged, clean_name
from newsgen.build.listing import ListedNobody, ListedPerson, Listing, UndecidedPair, list_people, narrow_listing
from newsgen.build.transfer import ENDINGS, Format, export_judgements, import_judgements
from newsgen.cli.progress import progress_shown
from newsgen.cli.results import count, join_words
from newsgen.cli.show import defuse, print_json, show_diagnostics
from newsgen.errors import Diagnostic, UsageError
from newsgen.records.entities import Person

_MOST_FILES = 10
"""That are named where all are to be changed."""
_NOT_IN_QUOTES = frozenset('"\\$`!\n')
"""Signs to which a shell gives a meaning even between quotation marks."""


# --- the listing ----------------------------------------------------------------------------------------------------


def run_list(site: Path, *, undecided: bool, named: str | None, as_json: bool) -> int:
    """List the people and the open questions; the exit code."""
    with progress_shown() as progress:
        listing = list_people(site, progress=progress)
    if named:
        listing = narrow_listing(listing, named)
    if as_json:
        print_json(_gather_json(listing, site, undecided=undecided))
    else:
        _show_pairs(listing.undecided, site)
        if not undecided:
            _show_people(listing.people)
            _show_nobodies(listing.nobodies)
        people = "" if undecided else f"{count(len(listing.people), 'person')}, "
        click.echo(f"{people}{count(len(listing.undecided), 'pair')} undecided.")
    return 0


def _gather_json(listing: Listing, site: Path, *, undecided: bool) -> dict[str, Any]:
    """The listing with the commands that decide each pair, as lists of arguments."""
    pairs = [msgspec.to_builtins(pair) | {"commands": list_commands(pair.judge_by, site)} for pair in listing.undecided]
    return {"undecided": pairs} | ({} if undecided else {"people": listing.people, "nobodies": listing.nobodies})


def _show_pairs(pairs: Sequence[UndecidedPair], site: Path) -> None:
    """Each pair with what speaks for one person and the commands that decide."""
    if pairs:
        click.echo("Who may be one person. First come those that would mend most pages: the articles that name the")
        click.echo("lesser known of the two.\n")
    for pair in pairs:
        names = _name_pair(pair)
        head = click.style(f"{count(pair.pages, 'page')}:", fg="yellow", bold=True)
        click.echo(f"{head} {defuse(' and '.join(names))}")
        if pair.evidence:
            click.echo(f"    {defuse('; '.join(pair.evidence))}")
        for command in list_commands(pair.judge_by, site):
            click.echo(f"    {defuse(' '.join(map(quote_word, command)))}")
        for line in tell_listing(pair.list_as):
            click.echo(f"    {defuse(line)}")
        click.echo()


def _name_pair(pair: UndecidedPair) -> list[str]:
    """Both names with the number of articles, and what tells them apart if they are written alike."""
    return [
        f"{name} ({count(number, 'article')}{': ' if told else ''}{told})"
        for name, number, told in zip(pair.names, pair.articles, pair.told_by or ("", ""), strict=True)
    ]


def tell_listing(listing: FrontMatter | None) -> list[str]:
    """What to write into front matter where no name tells two people apart."""
    if listing is None:
        return []
    written = f"people: [{quote_word(listing.name)}]"
    return [
        "both are written alike; in front matter, a word in brackets tells who is meant:",
        f"if two: {written} in {_join_files(listing.if_two)}",
        f"if one: {written} in {_join_files(listing.if_one)}",
    ]


def _join_files(files: Sequence[str]) -> str:
    shown = [*files[:_MOST_FILES], *([f"{len(files) - _MOST_FILES} more"] if len(files) > _MOST_FILES else [])]
    return join_words(shown) if len(shown) > 1 else shown[0]


def list_commands(judge_by: tuple[str, str] | None, site: Path) -> list[list[str]]:
    """The commands that decide a pair, as lists of arguments; none if no name tells the two apart."""
    if judge_by is None:
        return []
    folder = [] if site == Path() else ["-C", str(site)]
    ends = ["--"] if any(name.startswith("-") for name in judge_by) else []
    return [["newsgen", "people", verb, *folder, *ends, *judge_by] for verb in ("same", "different")]


def quote_word(word: str) -> str:
    """The word as a shell takes it for one."""
    if shlex.quote(word) == word:
        return word
    return shlex.quote(word) if _NOT_IN_QUOTES.intersection(word) else f'"{word}"'


def _show_people(people: Sequence[ListedPerson]) -> None:
    """A line for each: articles, name, the ways in which it is written, the entry in `people.yaml`."""
    if not people:
        return
    click.echo("People, with the articles that name them, and how their names are written there.\n")
    digits = len(str(people[0].articles))
    for person in people:
        name = click.style(defuse(person.name), bold=True)
        ways = ", ".join(f"{own.text} {own.articles}" for own in person.spellings if _is_telling(own.text, person))
        judged = f"  [{PEOPLE_FILE}:{person.judged}]" if person.judged else ""
        click.echo(f"{person.articles:>{digits}}  {name}{': ' if ways else ''}{defuse(ways)}{judged}")
    click.echo()


def _show_nobodies(nobodies: Sequence[ListedNobody]) -> None:
    """Each name that is judged to be no person's, and the editor's note."""
    if nobodies:
        click.echo(f"No person, as {PEOPLE_FILE} says.\n")
    for one in nobodies:
        also = f": {', '.join(one.names[1:])}" if one.names[1:] else ""
        click.echo(f"{click.style(defuse(one.names[0]), bold=True)}{defuse(also)}  [{PEOPLE_FILE}:{one.judged}]")
        for line in (one.note or "").splitlines():
            click.echo(f"    {defuse(line)}".rstrip())
    if nobodies:
        click.echo()


def _is_telling(spelling: str, person: ListedPerson) -> bool:
    """Whether the spelling says more than the name that stands in front of it."""
    return len(person.spellings) > 1 or spelling != person.name


# --- judgements -----------------------------------------------------------------------------------------------------


def run_judge(decide: Callable[..., Judged], site: Path, names: Sequence[str]) -> int:
    """Write a judgement and show what was written; the exit code."""
    with progress_shown() as progress:
        judged = decide(site, [clean_name(name) for name in names], progress=progress)
    show_diagnostics(judged.diagnostics)
    _show_lines(judged, site)
    for person in {person.id: person for _, person in judged.bearers}.values():
        click.echo(defuse(_tell_person(person)))
    for name in judged.nobodies:
        click.echo(defuse(f"“{name}” is nobody's name now."))
    return 0


def _show_lines(judged: Judged, site: Path) -> None:
    """The lines of the file that were changed."""
    file = (site / PEOPLE_FILE).as_posix()
    if not judged.lines:
        click.echo(f"{file} says so already; nothing was written.")
        return
    click.echo(f"Wrote {file}:")
    for line in judged.lines:
        mark, colour = ("-", "red") if line.gone else ("+", "green")
        click.echo(click.style(f"{line.number:>5} {mark} {defuse(line.text)}", fg=colour))


def _tell_person(person: Person) -> str:
    """`“Joe Biden” is in 5 articles, as Joe Biden (3) and Joseph Biden (2).`."""
    ways = [f"{own.text} ({len(own.articles)})" for own in person.spellings]
    written = f", as {join_words(ways)}" if len(ways) > 1 else f", as {ways[0]}" if ways else ""
    return f"“{person.name}” is in {count(count_articles(person), 'article')}{written}."


# --- files of other tools -------------------------------------------------------------------------------------------


def run_export(site: Path, file: Path, form: str | None) -> int:
    """Write the judgements into a file; the exit code."""
    number = export_judgements(site, file, _choose_format(file, form))
    click.echo(f"Wrote {count(number, 'judgement')} to {file.as_posix()}.")
    return 0


def run_import(site: Path, file: Path, form: str | None) -> int:
    """Add the judgements of a file and show what was written; the exit code."""
    with progress_shown() as progress:
        imported = import_judgements(site, file, _choose_format(file, form), progress=progress)
    show_diagnostics(imported.judged.diagnostics)
    click.echo(f"Read {count(imported.judgements, 'judgement')} in {file.as_posix()}.")
    if imported.passed:
        click.echo(f"Passed over {count(imported.passed, 'line')} without a decision.")
    _show_lines(imported.judged, site)
    return 0


def _choose_format(file: Path, form: str | None) -> Format:
    """The format asked for, or else that of the file's ending; raises UsageError if neither tells."""
    chosen = next((known for known in get_args(Format) if known == form), None) or ENDINGS.get(file.suffix.lower())
    if chosen is None:
        message = "the ending of this name tells no format"
        hint = f"call it {file.stem}.jsonl or {file.stem}.tsv, or give --format"
        raise UsageError(Diagnostic(file.as_posix(), 0, 0, "error", "no-format", message, hint))
    return chosen
