"""Many buyers at once: the last copies are sold once, and two who want the same titles both get them."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from threading import Barrier

import pytest
from django.db import OperationalError, transaction

from catalog import stock
from catalog.errors import NotEnoughInStock
from catalog.models import Publication, StockMovement
from tests import factories
from tests.together import PATIENCE, at_once

# One group: side by side on two workers they would use up the connections of a PostgreSQL as installed.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("together")]

BUYERS = 50
LEFT = 5


@pytest.fixture
def _in_small_steps() -> Iterator[None]:
    """Let threads take turns a thousand times as often, or one is done before the next begins."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(usual / 1000)
    yield
    sys.setswitchinterval(usual)


def reserved_one(publication: Publication) -> bool:
    """Whether a copy could be had, by a buyer whose page still showed all of them."""
    try:
        stock.reserve(publication, quantity=1)
    except NotEnoughInStock:
        return False
    return True


def sell_out(*publications: Publication) -> None:
    """Let all buyers reserve one copy of each title in turn, all at once: as many get one as there are."""
    turn = Barrier(BUYERS, timeout=PATIENCE)

    def buy() -> list[bool]:
        bought = []
        try:
            for publication in publications:
                turn.wait()
                bought.append(reserved_one(Publication.objects.get(pk=publication.pk)))
        except BaseException:
            turn.abort()  # nobody waits for a buyer who has fallen over
            raise
        return bought

    outcomes = zip(*at_once([buy] * BUYERS), strict=True)
    assert [bought.count(True) for bought in outcomes] == [LEFT] * len(publications)
    rows = Publication.objects.values_list("on_hand", "reserved")
    assert list(rows) == [(LEFT, LEFT)] * len(publications)


@pytest.mark.usefixtures("_in_small_steps")
def test_reserve_sells_the_last_copies_once() -> None:
    sell_out(*(factories.publication(stock_of=LEFT) for _ in range(5)))


@pytest.mark.row_locks
def test_reserve_sells_the_last_copies_once_in_every_round() -> None:
    sell_out(*(factories.publication(stock_of=LEFT) for _ in range(20)))


def test_stock_adds_up_when_copies_come_and_go_at_once() -> None:
    book = factories.publication(stock_of=20)
    stock.reserve(book, quantity=20)

    def come() -> None:
        stock.book(book, quantity=3, kind=StockMovement.Kind.RECEIVED)

    def go() -> None:
        stock.ship(book, quantity=2, reference="26-0017")

    at_once([come, go] * 10)
    book.refresh_from_db()
    assert (book.on_hand, book.reserved) == (30, 0)
    assert sum(row.quantity for row in book.stock_movements.all()) == 30


def reserve_all(publications: Sequence[Publication], *, after_first: Callable[[], object]) -> bool:
    """Reserve a copy of each in the given order, with a pause; False where the database broke a deadlock."""
    first, *others = publications
    try:
        with transaction.atomic():
            stock.reserve(first, quantity=1)
            after_first()
            for publication in others:
                stock.reserve(publication, quantity=1)
    except OperationalError:
        return False
    return True


def test_reserve_does_not_deadlock_in_the_order_of_primary_keys() -> None:
    books = [factories.publication(stock_of=2) for _ in range(3)]
    baskets = [books, books[::-1]]
    in_order = [sorted(basket, key=lambda book: book.pk) for basket in baskets]
    slowly = partial(time.sleep, 0.05)
    assert at_once([partial(reserve_all, basket, after_first=slowly) for basket in in_order]) == [True, True]
    assert set(Publication.objects.values_list("reserved", flat=True)) == {2}


@pytest.mark.row_locks
def test_reserve_deadlocks_in_opposite_orders() -> None:
    """Why the order matters, and that the test above would notice."""
    books = [factories.publication(stock_of=2) for _ in range(2)]
    baskets = [books, books[::-1]]
    both_hold_one = Barrier(2, timeout=PATIENCE).wait
    outcomes = at_once([partial(reserve_all, basket, after_first=both_hold_one) for basket in baskets])
    assert sorted(outcomes) == [False, True]
