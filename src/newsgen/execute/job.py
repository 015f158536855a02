"""A job: pure work on many items, which may be cut into spans and done anywhere."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeAlias, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Handle = TypeVar("Handle")

Identity: TypeAlias = tuple[tuple[str, str], ...]
"""What the result of work depends on beside its items: (name, version), such as `("msgspec", "0.19.0")`."""


class Job(NamedTuple, Generic[Item, Result]):
    """What is to be done, and what an executor must know about it."""

    work: Callable[[Sequence[Item]], Sequence[Result]]
    """Gives a result for each item; pure. Whatever it holds is sent to each worker once."""
    items: Sequence[Item]
    stage: str
    """What it is called in messages."""
    name_item: Callable[[Item], str]
    """What an item is called in messages."""
    identify: Callable[[], Identity]
    """What the results depend on, where it is called; a function of a module, not a lambda."""

    def cut(self, size: int) -> Iterator[slice]:
        """Spans of so many items, in order."""
        return (slice(start, start + size) for start in range(0, len(self.items), size))


def take_in_order(
    submit: Callable[[slice], Handle], spans: Iterable[slice], *, ahead: int
) -> Iterator[tuple[slice, Handle]]:
    """Each span and what submitting it gave, in order, while `ahead` more are under way: nothing piles up."""
    waiting: deque[tuple[slice, Handle]] = deque()
    for span in spans:
        waiting.append((span, submit(span)))
        if len(waiting) > ahead:
            yield waiting.popleft()
    yield from waiting
