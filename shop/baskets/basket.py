"""The basket of a session: publications from any number of circulars, with quantities."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.contrib.sessions.backends.base import SessionBase


@dataclass(frozen=True)
class BasketLine:
    publication: int
    quantity: int
    circular: int | None


class Basket:
    """A view of the session. `key` is what placing consumes: every tab with this basket carries the same."""

    def __init__(self, session: SessionBase) -> None:
        self._session = session
        self._kept: dict[str, Any] = session.get("basket") or {"key": str(uuid4()), "lines": {}}

    @property
    def key(self) -> str:
        return str(self._kept["key"])

    def __iter__(self) -> Iterator[BasketLine]:
        for publication, (quantity, circular) in self._kept["lines"].items():
            yield BasketLine(publication=int(publication), quantity=quantity, circular=circular)

    def __len__(self) -> int:
        return len(self._kept["lines"])

    def put(self, publication: int, *, quantity: int, circular: int | None = None) -> None:
        """Set the copies of a publication; its circular stays where none is given."""
        before = self._kept["lines"].get(str(publication), (0, None))
        self._kept["lines"][str(publication)] = [quantity, circular or before[1]]
        self._save()

    def quantity_of(self, publication: int) -> int:
        return int(self._kept["lines"].get(str(publication), (0, None))[0])

    def remove(self, publication: int) -> None:
        self._kept["lines"].pop(str(publication), None)
        self._save()

    def empty(self) -> None:
        """Forget the lines and the key: the next order is another one."""
        self._session.pop("basket", None)
        self._kept = {"key": str(uuid4()), "lines": {}}

    def _save(self) -> None:
        self._session["basket"] = self._kept
