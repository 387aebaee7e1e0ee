"""Placing an order: what is frozen, what is refused, and that one form makes one order."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from catalog.availability import (
    NoPrice,
    NotWholePacks,
    NotYetAvailable,
    TooMany,
    UnknownPublication,
    Withdrawn,
)
from catalog.errors import NotEnoughInStock, Refused, SoldOut
from catalog.models import Publication, StockMovement
from catalog.prices import facts_for
from shop.actions.place_order import FiguresChanged, NothingToOrder, place_order
from shop.baskets.models import OrderDraft
from shop.baskets.quotes import Choice, figures, quotes_for
from shop.journal.models import Entry
from shop.orders.models import Order, OrderCounter, OrderLine, OrderVat, Purchase
from shop.orders.wish import Wish
from shop.outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db
WRITTEN = (Purchase, Order, OrderLine, OrderVat, Entry, Message, StockMovement, OrderCounter)


def rows() -> dict[str, int]:
    """How much is written, and how much is promised."""
    counts = {model.__name__: model._default_manager.count() for model in WRITTEN}
    return counts | {f"reserved {p.pk}": p.reserved for p in Publication.objects.all()}


def test_place_order_freezes_what_the_catalogue_says() -> None:
    book = factories.publication(price="100", tiers={15: "65"}, title="Att styra", subtitle="en intervjubok")
    order = factories.order((book, 15), buyer_reference="10417", language="da")
    line = order.lines.get()
    assert (line.title, line.subtitle, line.article_number) == (
        "Att styra",
        "en intervjubok",
        book.article_number,
    )
    assert (line.quantity, line.tier_min_quantity, line.unit_net, line.line_net) == (15, 15, 65, 975)
    assert (line.vat_class, line.vat_percent) == ("book", 6)
    assert (order.total_net, order.total_vat, order.total_gross) == (
        975,
        Decimal("58.50"),
        Decimal("1033.50"),
    )
    assert (order.buyer_reference, order.language, order.currency, order.state) == (
        "10417",
        "da",
        "SEK",
        "placed",
    )
    assert order.letterhead["legal_name"] == book.seller.legal_name


@pytest.mark.parametrize(
    ("at", "quantity", "total"),
    [
        (datetime(1996, 10, 1, 12, tzinfo=UTC), 14, "1750.00"),
        (datetime(1996, 10, 1, 12, tzinfo=UTC), 15, "1218.75"),
        (datetime(2026, 11, 1, 12, tzinfo=UTC), 14, "1484.00"),
        (datetime(2026, 11, 1, 12, tzinfo=UTC), 15, "1033.50"),
    ],
)
def test_place_order_uses_the_rate_and_price_of_its_day(at: datetime, quantity: int, total: str) -> None:
    book = factories.publication(price="100", tiers={15: "65"})
    assert factories.order((book, quantity), at=at).total_gross == Decimal(total)


def test_place_order_stays_as_it_was_when_price_rate_and_title_change() -> None:
    book = factories.publication(price="100", tiers={15: "65"})
    order = factories.order((book, 15))
    factories.priced(book, "999", from_on=date(2020, 1, 1))
    Publication.objects.filter(pk=book.pk).update(title="Another title")
    order.refresh_from_db()
    assert order.total_gross == Decimal("1033.50")
    assert order.lines.get().title == book.title


def test_place_order_makes_one_order_per_seller() -> None:
    mine, theirs = factories.seller(name="A"), factories.seller(name="B")
    factories.tariff(theirs, (None, "59.00"))
    lines = [(factories.publication(seller=one, price="10"), 2) for one in (mine, theirs, mine)]
    purchase = place_order(factories.wish(*lines), key=uuid4())
    found = {order.seller: (order.lines.count(), order.postage_net) for order in purchase.orders.all()}
    assert found == {mine: (2, 0), theirs: (1, 59)}
    assert len({order.number for order in purchase.orders.all()}) == 2
    assert Message.objects.filter(kind="order_confirmation").count() == 2
    assert Message.objects.filter(kind="order_notice").count() == 2


def test_place_order_writes_message_and_journal_with_the_order() -> None:
    order = factories.order(contact_email="maja@ekero.example")
    messages = Message.objects.order_by("pk").values_list("kind", "subject_key", "recipient", "language")
    assert list(messages) == [
        ("order_confirmation", order.number, "maja@ekero.example", "sv"),
        ("order_notice", order.number, order.seller.email, "sv"),
    ]
    entry = Entry.objects.get()
    assert (entry.kind, entry.subject_key, entry.actor_name) == ("order.placed", order.number, "Maja Lind")


def test_place_order_reserves_stock() -> None:
    book = factories.publication(stock_of=20)
    factories.order((book, 15))
    book.refresh_from_db()
    assert (book.on_hand, book.reserved, book.available) == (20, 15, 5)


def test_place_order_twice_with_one_key_gives_one_order() -> None:
    key, wish = uuid4(), factories.wish((factories.publication(), 15))
    first, before = place_order(wish, key=key), rows()
    assert place_order(wish, key=key) == first
    assert rows() == before


def test_place_order_removes_its_draft() -> None:
    key = uuid4()
    OrderDraft.objects.create(key=key, source="/", typed={})
    place_order(factories.wish((factories.publication(), 1)), key=key)
    assert not OrderDraft.objects.exists()


def test_place_order_numbers_follow_each_other_within_a_year() -> None:
    book = factories.publication()
    days = [
        datetime(2025, 12, 31, 12, tzinfo=UTC),
        datetime(2026, 1, 1, 12, tzinfo=UTC),
        datetime(2026, 1, 2, tzinfo=UTC),
    ]
    assert [factories.order((book, 1), at=day).number for day in days] == ["25-0001", "26-0001", "26-0002"]


def test_place_order_holds_a_buyer_from_another_country() -> None:
    order = factories.order(delivery_country="DK", invoice_country="DK")
    assert order.on_hold
    assert list(Entry.objects.order_by("pk").values_list("kind", flat=True)) == ["order.placed", "order.held"]


def test_place_order_is_released_at_once_where_the_seller_says_so() -> None:
    book = factories.publication(seller=factories.seller(auto_release=True))
    assert factories.order((book, 1)).state == "released"
    assert factories.order((book, 1), invoice_country="DK").state == "placed"


def refused_wishes() -> dict[str, Any]:
    def one(quantity: int = 1, **fields: Any) -> Wish:
        return factories.wish((factories.publication(**fields), quantity))

    return {
        "nothing": (lambda: factories.wish(), NothingToOrder),
        "withdrawn": (lambda: one(state="withdrawn"), Withdrawn),
        "draft": (lambda: one(state="draft"), UnknownPublication),
        "no price": (lambda: one(price=None), NoPrice),
        "price later": (lambda: one(price_from=date(2999, 1, 1)), NoPrice),
        "coming": (lambda: one(available_from_on=date(2999, 1, 1)), NotYetAvailable),
        "sold out": (lambda: one(stock_of=0), SoldOut),
        "too few left": (lambda: one(6, stock_of=5), NotEnoughInStock),
        "over the limit": (lambda: one(11, max_quantity=10), TooMany),
        "over every limit": (lambda: one(10**9, stock_rule="untracked"), TooMany),
        "broken pack": (lambda: one(12, pack_size=10), NotWholePacks),
    }


@pytest.mark.parametrize("case", refused_wishes())
def test_place_order_refuses_and_writes_nothing(case: str) -> None:
    make, refusal = refused_wishes()[case]
    wish = make()
    before = rows()
    with pytest.raises(refusal) as refused:
        place_order(wish, key=uuid4())
    assert str(refused.value)
    assert rows() == before


def test_place_order_refuses_an_unknown_publication() -> None:
    wish = factories.wish((factories.publication(), 1))
    with pytest.raises(UnknownPublication):
        place_order(
            Wish(
                lines=(*wish.lines, type(wish.lines[0])(10**6, 1)),
                particulars=wish.particulars,
                language="sv",
            ),
            key=uuid4(),
        )
    assert not Order.objects.exists()


def test_place_order_refuses_the_whole_when_one_line_is_refused() -> None:
    book, gone = factories.publication(), factories.publication(stock_of=0)
    before = rows()
    with pytest.raises(Refused):
        place_order(factories.wish((book, 2), (gone, 1)), key=uuid4())
    assert rows() == before


def test_place_order_refuses_figures_that_the_buyer_did_not_see() -> None:
    book = factories.publication(price="100")
    on = date(2026, 1, 1)
    seen = figures(quotes_for([Choice(publication=book, quantity=2, facts=facts_for(book, on=on))], on=on))
    at = datetime(2026, 1, 1, 12, tzinfo=UTC)
    factories.priced(book, "110", from_on=date(2026, 1, 1))
    before = rows()
    with pytest.raises(FiguresChanged):
        place_order(factories.wish((book, 2)), key=uuid4(), shown=seen, at=at)
    assert rows() == before


def test_place_order_costs_the_same_number_of_queries_for_more_lines(
    django_assert_max_num_queries: Any,
) -> None:
    seller = factories.seller()
    lines = [(factories.publication(seller=seller), 1) for _ in range(10)]
    with django_assert_max_num_queries(26 + len(lines), connection=connection):
        place_order(factories.wish(*lines), key=uuid4())
