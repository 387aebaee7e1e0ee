"""Lists by the page. A page is found by the row it lies beside, so the last costs no more than the first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet

SIZE = 50
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Some rows, and the cursors of the pages beside them; empty where there is no such page."""

    rows: list[Row]
    newer: str
    older: str


def page_of(
    rows: QuerySet[Row],
    *,
    key: str,
    read: Callable[[str], Any],
    after: str = "",
    before: str = "",
    size: int = SIZE,
) -> Page[Row]:
    """The rows by `key` and primary key, largest first, that follow `after` or stand just before `before`.

    Both are cursors of an earlier page; `read` turns the key's text back into its value. One that cannot
    be read, or that nothing follows, gives the first page.
    """
    if place := _place(before, read):
        found = list(rows.filter(_beyond(key, place, "gt")).order_by(key, "pk")[: size + 1])
        if len(found) > size:
            return _page(found[size - 1 :: -1], key, more_newer=True, more_older=True)
    place = _place(after, read)
    shown = rows.filter(_beyond(key, place, "lt")) if place else rows
    found = list(shown.order_by(f"-{key}", "-pk")[: size + 1])
    if place and not found:
        return page_of(rows, key=key, read=read, size=size)
    return _page(found[:size], key, more_newer=bool(place), more_older=len(found) > size)


def moment(text: str) -> datetime:
    """A moment from a cursor. Raises `ValueError` for anything else."""
    value = datetime.fromisoformat(text)
    if value.tzinfo is None:
        raise ValueError(text)
    return value.astimezone(UTC)


def _page(rows: list[Row], key: str, *, more_newer: bool, more_older: bool) -> Page[Row]:
    return Page(
        rows=rows,
        newer=_cursor(rows[0], key) if more_newer else "",
        older=_cursor(rows[-1], key) if more_older else "",
    )


def _cursor(row: Model, key: str) -> str:
    value = getattr(row, key)
    return f"{value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value}_{row.pk}"


def _place(cursor: str, read: Callable[[str], Any]) -> tuple[Any, int] | None:
    value, _, pk = cursor.rpartition("_")
    try:
        return (read(value), int(pk)) if len(pk) < 19 else None
    except (ValueError, OverflowError):
        return None


def _beyond(key: str, place: tuple[Any, int], side: str) -> Q:
    """Strictly past a row, said so that the index on the key bounds the search."""
    value, pk = place
    return Q(**{f"{key}__{side}e": value}) & (Q(**{f"{key}__{side}": value}) | Q(**{f"pk__{side}": pk}))
