"""The language that a site has: the catalogues laid over each other, English below all."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from newsgen.canon import digest, encode
from newsgen.errors import ConfigError, Diagnostic
from newsgen.language.catalogue import Message, check_messages, read_catalogue
from newsgen.language.conventions import Conventions, read_conventions
from newsgen.records import Record

ENGLISH = "en"

FOLDER = "templates/messages"
"""Where catalogues lie, in the site's folder and in the theme that comes with newsgen."""

MOST_TOLD = 5
"""Texts without a translation that a warning names."""

Source = tuple[str, str, str]
"""A catalogue's file name (`fr.yaml`), its text, and the file that it came from."""


class Language(Record):
    """All that is needed to write the pages in a language."""

    tag: str
    """BCP 47, as the pages declare it: `fr`, `pt-BR`."""
    messages: tuple[Message, ...]
    """All texts, sorted by key."""
    conventions: Conventions
    """How it writes dates, lists and numbers."""
    digest: str
    """Of the fields above."""
    english: "Language | None" = None
    """What data files are written in; None if it is this one."""


def choose_language(tag: str, sources: Sequence[Source]) -> tuple[Language, tuple[Diagnostic, ...]]:
    """The language of the site, and what is to be told of its catalogues.

    `sources` come with the site's own last. A language without a catalogue leaves the pages in English. Raises
    ConfigError for a catalogue that cannot be read.
    """
    base = tag.partition("-")[0].lower()
    found: list[Diagnostic] = []
    english = _lay(sources, [ENGLISH], {}, found)
    names = [name for name in dict.fromkeys((base, tag)) if name != ENGLISH]
    own = _lay(sources, names, english, found)
    faults = sorted(item for item in found if item.severity == "error")
    if faults:
        raise ConfigError(*faults)
    if base != ENGLISH and not own:
        return _make(ENGLISH, ENGLISH, english), (*found, _tell_none(tag))
    if base != ENGLISH:
        found += _tell_missing(base, english, own)
    language = _make(tag, base, {**english, **own})
    return (language if base == ENGLISH else replace(language, english=_make(ENGLISH, ENGLISH, english))), tuple(found)


def _lay(
    sources: Iterable[Source], names: Sequence[str], below: Mapping[str, Message], found: list[Diagnostic]
) -> dict[str, Message]:
    """The messages of all catalogues of these names, the later over the earlier; what there is to tell goes to `found`.

    `below` are the English ones; those of the first catalogue of all, where it is empty.
    """
    messages: dict[str, Message] = {}
    for name in names:
        for file, text, path in sources:
            if file == f"{name}.yaml":
                read, faults = read_catalogue(text, path)
                found += [*faults, *check_messages(read, below or messages or read, path)]
                messages |= read
    return messages


def _make(tag: str, base: str, messages: Mapping[str, Message]) -> Language:
    """The record; a language whose conventions newsgen does not have writes dates as English does."""
    conventions = read_conventions(base) or read_conventions(ENGLISH)
    assert conventions is not None
    ordered = tuple(message for _, message in sorted(messages.items()))
    return Language(
        tag=tag,
        messages=ordered,
        conventions=conventions,
        digest=digest(tag, encode(ordered), encode(conventions)),
    )


def _tell_none(tag: str) -> Diagnostic:
    """The warning about a language without words."""
    message = f"there is no catalogue of words for `language: {tag}`, so the pages' own words are English"
    hint = f"write {FOLDER}/{tag.partition('-')[0].lower()}.yaml; the README tells how"
    return Diagnostic("site.yaml", 0, 0, "warning", "no-messages", message, hint)


def _tell_missing(base: str, english: Iterable[str], own: Collection[str]) -> Iterator[Diagnostic]:
    """One warning about all texts that a catalogue does not have."""
    missing = [key for key in english if key not in own]
    if missing:
        named = ", ".join(missing[:MOST_TOLD]) + (", …" if len(missing) > MOST_TOLD else "")
        message = f"{len(missing)} of {len(missing) + len(own)} texts are missing and shown in English: {named}"
        hint = "add them to the file"
        yield Diagnostic(f"{FOLDER}/{base}.yaml", 0, 0, "warning", "missing-messages", message, hint)
