"""Judgements as the lines of a nomenklatura resolver.

The format is that of `Edge.to_line` in nomenklatura/resolver/edge.py: on each line a JSON list
`[target, source, judgement, score, user, timestamp]`; the judgement is `positive`, `negative`, `unsure` or
`no_judgement`, and an id that begins with `NK-` is that of a merged entity, which comes first. An entry of
`people.yaml` is such an entity:

```
["NK-Ann-Lee", "name-Ann-Lee", "positive", null, "people.yaml: why", null]    the spelling shown, and the note
["NK-Ann-Lee", "name-Anne-Li", "positive", null, "people.yaml", null]         also
["NK-Ann-Lee", "name-Bo-Li", "negative", null, "people.yaml", null]           not
["NK-Air-Base", "person", "negative", null, "people.yaml", null]              person: false
```

The id of a name is the name itself, a hyphen for each blank and `.c3.a9` for other signs, so that it says everything
and is fit for an id of FollowTheMoney. There is no score, and no time: the same judgements always give the same bytes.
What the format has no place for stands where it does no harm: the spelling shown in the id of the merged entity, the
note behind the user.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from newsgen.build.edges import Edge, read_edge
from newsgen.build.transferred import Spot, Transferred, tell_spot
from newsgen.errors import Diagnostic
from newsgen.records.options import Judgement

NameOf: TypeAlias = Callable[[str], str | None]
"""The name that an id of another tool stands for; None if it is not known."""

_MERGED = "NK-"
_NAME = "name-"
_PERSON = "person"
_USER = "people.yaml"

# matches: -
# matches: é
# not: Ann
_ODD = re.compile(r"[^A-Za-z0-9]")
# matches: .c3.a9
_CODES = re.compile(r"(?:\.[0-9a-f]{2})+")


def write_resolver(judgements: Sequence[Judgement]) -> str:
    """The lines that hold the judgements."""
    return "".join(json.dumps(row) + "\n" for entry in judgements for row in _write_entry(entry))


def _write_entry(entry: Judgement) -> Iterator[tuple[str | None, ...]]:
    merged = _MERGED + encode_name(entry.name)
    for place, text in enumerate(dict.fromkeys(entry.spellings)):
        user = f"{_USER}: {entry.note}" if entry.note and not place else _USER
        yield merged, _NAME + encode_name(text), "positive", None, user, None
    for text in dict.fromkeys(entry.different):
        yield merged, _NAME + encode_name(text), "negative", None, _USER, None
    if not entry.person:
        yield merged, _PERSON, "negative", None, _USER, None


def encode_name(name: str) -> str:
    """The name in letters, digits, hyphens and dots."""
    return _ODD.sub(_encode_sign, name)


def _encode_sign(found: re.Match[str]) -> str:
    return "-" if found[0] == " " else "".join(f".{byte:02x}" for byte in found[0].encode())


def decode_name(text: str) -> str | None:
    """The name that was encoded so; None if none was."""
    try:
        name = _CODES.sub(_decode_signs, text.replace("-", " "))
    except ValueError:
        return None
    return name if encode_name(name) == text else None


def _decode_signs(found: re.Match[str]) -> str:
    return bytes.fromhex(found[0].replace(".", "")).decode()


def read_resolver(text: str, name_of: NameOf) -> Transferred:
    """The judgements in the lines; each line that cannot be read is an error, each unknown id a warning."""
    faults: list[Diagnostic] = []
    edges = [edge for number, line in enumerate(text.split("\n"), 1) if (edge := read_edge(number, line, faults))]
    clusters = _Clusters(name_of)
    for edge in edges:
        if edge.decision == "positive":
            clusters.join(edge)
    for edge in edges:
        if edge.decision == "negative":
            clusters.part(edge)
    return Transferred(
        judgements=tuple(clusters.judge()),
        passed=sum(edge.decision in ("unsure", "no_judgement") for edge in edges),
        diagnostics=tuple(sorted({*faults, *clusters.faults})),
    )


class _Cluster:
    """Ids that are one, as they come together."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.ids: list[str] = []
        self.names: dict[str, Spot] = {}
        self.different: dict[str, Spot] = {}
        self.person = True
        self.note: str | None = None

    @property
    def shown(self) -> str:
        """The name after which the merged entity is called, or else the first."""
        own = (decode_name(key.removeprefix(_MERGED)) for key in self.ids if key.startswith(_MERGED))
        return next((name for name in own if name in self.names), next(iter(self.names)))


def _judge(cluster: _Cluster) -> Judgement:
    """The judgement that a merged entity comes to."""
    also = tuple(name for name in cluster.names if name != cluster.shown)
    own = [(name, cluster.names[name]) for name in (cluster.shown, *also)]
    return Judgement(
        name=cluster.shown,
        also=also,
        different=tuple(cluster.different),
        person=cluster.person,
        note=cluster.note,
        line=cluster.line,
        places=tuple((name, *spot) for name, spot in (*own, *cluster.different.items())),
    )


class _Clusters:
    """What the lines say, gathered by merged entity."""

    def __init__(self, name_of: NameOf) -> None:
        self._name_of = name_of
        self._home: dict[str, _Cluster] = {}
        self.faults: list[Diagnostic] = []

    def join(self, edge: Edge) -> None:
        """Both ids are one."""
        left, right = self._find(edge.target, edge), self._find(edge.source, edge)
        if edge.user.startswith(f"{_USER}: ") and left.note is None:
            left.note = edge.user.removeprefix(f"{_USER}: ")
        if left is not right:
            left.ids += right.ids
            left.names |= {name: spot for name, spot in right.names.items() if name not in left.names}
            left.note = left.note or right.note
            self._home |= dict.fromkeys(right.ids, left)

    def part(self, edge: Edge) -> None:
        """Both ids are two; or the one is no person."""
        holder, other = (edge.target, edge.source) if edge.target != _PERSON else (edge.source, edge.target)
        if holder not in self._home and other in self._home:
            holder, other = other, holder
        cluster = self._find(holder, edge)
        if not cluster.names:
            return
        if other == _PERSON:
            cluster.person = False
        elif other in self._home and self._home[other].names and other.startswith(_MERGED):
            cluster.different.setdefault(self._home[other].shown, edge.locate(other))
        elif (name := self._read_id(other, edge)) is not None:
            cluster.different.setdefault(name, edge.locate(other))

    def judge(self) -> Iterator[Judgement]:
        """The judgements, in the order of their first lines; one name alone, of somebody else's entity, is none."""
        for cluster in dict.fromkeys(self._home.values()):
            if not cluster.names:
                continue
            own = _MERGED + encode_name(cluster.shown) in cluster.ids
            if own or len(cluster.names) > 1 or cluster.different or not cluster.person:
                yield _judge(cluster)

    def _find(self, key: str, edge: Edge) -> _Cluster:
        """The cluster of an id, made if need be."""
        if key not in self._home:
            cluster = self._home[key] = _Cluster(edge.line)
            cluster.ids.append(key)
            name = self._read_id(key, edge)
            if name is not None:
                cluster.names[name] = edge.locate(key)
        return self._home[key]

    def _read_id(self, key: str, edge: Edge) -> str | None:
        """The name that an id stands for; an id that is unknown is told, but for those of merged entities."""
        name = decode_name(key.removeprefix(_NAME)) if key.startswith(_NAME) else None
        name = name or self._name_of(key)
        if name is None and not key.startswith(_MERGED):
            message = f"nobody in the archive has the id “{key}”: it is left out"
            hint = "give the id of a page, as in people/ID.html, or a name that an article writes"
            self.faults.append(tell_spot(edge.locate(key), message, hint))
        return " ".join(name.split()) if name else None
