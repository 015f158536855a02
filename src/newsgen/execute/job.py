"""A job: pure work on many items, which may be cut into spans and done anywhere."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeAlias, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Handle = TypeVar("Handle")

Identity: TypeAlias = tuple[tuple[str, str], ...]
"""What the result of work depends on beside its items: (name, version), such as `("msgspec", "0.19.0")`."""


def is_none_large(_item: object) -> bool:
    """That of no item much will come."""
    return False


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
    span: int | None = None
    """How many items are to be done at once; None if the executor may choose."""
    is_large: Callable[[Item], bool] = is_none_large
    """Whether what comes of an item is so large that it should not wait for that of others."""

    def cut(self, usual: int) -> Iterator[slice]:
        """Spans of items, in order; of so many if the job does not say."""
        size = self.span or usual
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
