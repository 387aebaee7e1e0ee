"""Lists by the page."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from shop.orders.models import Purchase
from shop.orders.queries.pages import Page, moment, page_of

pytestmark = pytest.mark.django_db
START = datetime(2026, 1, 1, 12, tzinfo=UTC)


@pytest.fixture
def keys() -> list[int]:
    """Twelve rows, newest first; every three were placed at the same moment."""
    for n in range(12):
        Purchase.objects.create(key=UUID(int=n), placed_at=START + timedelta(days=n // 3))
    return list(Purchase.objects.order_by("-placed_at", "-pk").values_list("pk", flat=True))


def turn(*, size: int = 5, **cursor: str) -> Page[Purchase]:
    return page_of(Purchase.objects.all(), key="placed_at", read=moment, size=size, **cursor)


def on(page: Page[Purchase]) -> list[int]:
    return [row.pk for row in page.rows]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 11, 12, 50])
def test_turning_forth_and_back_shows_every_row_once(size: int, keys: list[int]) -> None:
    pages = [turn(size=size)]
    while pages[-1].older:
        pages.append(turn(size=size, after=pages[-1].older))
    assert [pk for page in pages for pk in on(page)] == keys
    assert pages[0].newer == ""
    for newer, older in pairwise(pages):
        assert on(turn(size=size, before=older.newer)) == on(newer)


def test_a_page_that_nothing_is_left_for_is_the_first(keys: list[int]) -> None:
    last = turn(size=12)
    assert (last.newer, last.older) == ("", "")
    oldest = f"{START.isoformat()}_{keys[-1]}"
    assert on(turn(after=oldest)) == keys[:5]


def test_rows_that_came_meanwhile_do_not_shift_the_next_page(keys: list[int]) -> None:
    first = turn()
    Purchase.objects.create(key=UUID(int=99), placed_at=START + timedelta(days=99))
    assert on(turn(after=first.older)) == keys[5:10]


@pytest.mark.parametrize(
    "cursor",
    [
        *("nonsense", "_", "_5", "5_", "1_5", "\x00_1"),
        *("2026-01-01_5", "2026-01-01T12:00:00+00:00_x", f"{START.isoformat()}_{9**40}"),
        *("0001-01-01T00:00:00+14:00_1", "9999-12-31T23:59:59-14:00_1"),
    ],
)
def test_a_cursor_that_cannot_be_read_gives_the_first_page(cursor: str, keys: list[int]) -> None:
    assert on(turn(after=cursor)) == keys[:5]
    assert on(turn(before=cursor)) == keys[:5]


def test_no_rows_are_a_page_too() -> None:
    assert turn() == Page(rows=[], newer="", older="")


def test_a_page_is_one_query(keys: list[int]) -> None:
    cursor = turn().older
    with CaptureQueriesContext(connection) as queries:
        turn(after=cursor)
    assert len(queries) == 1
