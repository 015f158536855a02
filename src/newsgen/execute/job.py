"""A job: pure work on many items, which may be cut into spans and done anywhere."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, TypeAlias, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Handle = TypeVar("Handle")

Identity: TypeAlias = tuple[tuple[str, str], ...]
"""What the result of work depends on beside its items: (name, version), such as `("msgspec", "0.19.0")`."""


def is_none_large(_item: object) -> bool:
    """That no item takes long."""
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
    """Whether an item takes as long as very many others, so that it should be begun first, and alone."""

    def cut(self, usual: int) -> Iterator[slice]:
        """Spans of items, in order; of so many if the job does not say, but each that is large alone."""
        size = self.span or usual
        large = [place for place, item in enumerate(self.items) if self.is_large(item)]
        borders = sorted({0, len(self.items), *large, *(place + 1 for place in large)})
        for first, last in pairwise(borders):
            yield from (slice(start, min(start + size, last)) for start in range(first, last, size))


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
