from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.pricing.advice import Advice, advice_for, advise
from catalog.pricing.money import NOTHING
from catalog.pricing.quote import Item, Quote, quote
from tests.catalog.pricing.orders import A_DAY, Order, dice, item, orders, tariff

MOST_TRIED = 120


def advised(*items: Item, article: str = "A", **terms: Any) -> Advice | None:
    return advise(items, article=article, dated_on=A_DAY, **terms)


def quantity_advised(*items: Item, **terms: Any) -> int | None:
    found = advised(*items, **terms)
    return found.quantity if found else None


@pytest.mark.parametrize("copies", [1, 9, 15, 16, 40])
def test_no_advice_where_more_costs_more(copies: int) -> None:
    assert advised(item(copies)) is None


@pytest.mark.parametrize(
    ("copies", "saves"), [(10, "26.50"), (11, "132.50"), (12, "238.50"), (13, "344.50"), (14, "450.50")]
)
def test_advice_to_take_fifteen(copies: int, saves: str) -> None:
    assert advised(item(copies)) == Advice(
        article="A", quantity=15, extra=15 - copies, saves=Decimal(saves), total=Decimal("1033.50")
    )


def test_equal_cost_is_no_advice() -> None:
    assert advised(item(13, "A", (1, "75"), (15, "65"))) is None


def test_stock_and_largest_quantity_are_respected() -> None:
    assert quantity_advised(item(14), available=14) is None
    assert quantity_advised(item(14), available=15) == 15
    assert quantity_advised(item(14), available=3) is None
    assert quantity_advised(item(14, max_quantity=14)) is None
    assert quantity_advised(item(14, max_quantity=15)) == 15


def test_whole_packs_are_advised() -> None:
    assert quantity_advised(item(12, pack_size=4)) == 16
    assert quantity_advised(item(12, pack_size=4), available=15) is None
    assert quantity_advised(item(8, pack_size=8)) is None  # 16 x 65 is more than 8 x 100


def test_the_cheapest_of_several_breaks_is_advised() -> None:
    steps = [(1, "100"), (10, "90"), (12, "50"), (20, "40")]
    assert quantity_advised(item(9, "A", *steps)) == 12
    assert quantity_advised(item(17, "A", *steps)) == 20


def test_postage_decides_too() -> None:
    heavy = tariff((14, "0"), (None, "500"))
    assert quantity_advised(item(14), postage=heavy) is None
    assert quantity_advised(item(9), postage=tariff((14, "100"), (None, "0"))) == 15


def test_free_postage_from_a_sum_of_goods_makes_more_copies_cheaper() -> None:
    free_from_1000 = tariff((None, "150"), free_from_net=Decimal(1000))
    flat = [(1, "100")]
    assert quantity_advised(item(9, "A", *flat), postage=free_from_1000) == 10
    assert quantity_advised(item(8, "A", *flat), postage=free_from_1000) is None
    assert quantity_advised(item(9, "A", *flat, pack_size=3), postage=free_from_1000) is None
    assert quantity_advised(item(5, "A", *flat), item(4, "B", *flat), postage=free_from_1000) == 6


def test_free_postage_is_found_far_from_what_was_asked() -> None:
    free_from_90 = tariff((None, "99"), free_from_net=Decimal(90))
    assert quantity_advised(item(1, "A", (1, "1")), postage=free_from_90) == 90


def test_free_postage_is_looked_for_within_every_tier() -> None:
    free_from_1000 = tariff((None, "150"), free_from_net=Decimal(1000))
    assert quantity_advised(item(13), postage=free_from_1000) == 16  # 15 x 65 is below the limit again


def test_postage_that_falls_with_quantity_or_weight() -> None:
    falls = tariff((9, "120"), (None, "10"))
    assert quantity_advised(item(9, "A", (1, "100")), postage=falls) == 10
    assert quantity_advised(item(5, "A", (1, "100")), item(4, "B"), postage=falls) == 6


def test_po_box_surcharge_is_part_of_what_free_postage_saves() -> None:
    terms = {"postage": tariff((None, "50"), free_from_net=Decimal(1000), surcharge_po_box=Decimal(60))}
    assert quantity_advised(item(9, "A", (1, "100")), **terms) is None
    assert quantity_advised(item(9, "A", (1, "100")), **terms, to_po_box=True) == 10


def test_an_article_on_two_items_grows_as_one() -> None:
    found = advised(item(4), item(1, "B"), item(8))
    assert found
    assert (found.quantity, found.extra) == (15, 3)


def test_nobody_is_advised_to_take_more_free_copies() -> None:
    falls = tariff((9, "120"), (None, "0"))
    assert advised(item(9, "A", (1, "0")), postage=falls) is None


def test_a_break_to_nothing_is_advised_with_no_more_than_it_needs() -> None:
    free_from_20 = [(1, "10"), (20, "0")]
    other = item(1, "B", (1, "0"), rate="25")
    assert quantity_advised(item(5, "A", *free_from_20)) == 20
    assert quantity_advised(item(5, "A", *free_from_20), other, postage=Decimal(59)) == 20
    assert quantity_advised(item(25, "A", *free_from_20), other, postage=Decimal(59)) is None


@pytest.mark.parametrize(
    ("unit_net", "beside", "postage", "expected"), [("1", "1", "100", 3), ("0.10", "5", "150", 68)]
)
def test_cheap_copies_that_draw_postage_to_a_lower_rate_are_found(
    unit_net: str, beside: str, postage: str, expected: int
) -> None:
    items = (item(1, "A", (1, unit_net)), item(1, "B", (1, beside), rate="25"))
    terms = {"postage": Decimal(postage), "dated_on": A_DAY}
    assert cheapest(Order(items, terms), article="A", most=100)[0] == expected
    assert quantity_advised(*items, postage=Decimal(postage), available=100) == expected


def test_whole_kronor_are_what_is_compared() -> None:
    order = item(3, "A", (1, "1.30"), (4, "0.97"), rate="0")  # 3.90 or 3.88: both are paid as 4 kr
    assert quantity_advised(order) == 4
    assert quantity_advised(order, round_to_krona=True) is None


def test_advice_refuses_an_article_that_is_not_ordered() -> None:
    with pytest.raises(ValueError, match="does not hold X"):
        advised(item(1), article="X")


def test_a_large_cheap_order_is_answered() -> None:
    leaflet = item(90_000, "A", (1, "0.0125"), (100_000, "0.01"))
    assert quantity_advised(leaflet, postage=tariff((None, "59"), free_from_net=Decimal(2000))) == 100_000


def test_advice_for_every_article_leaves_the_others_as_they_are() -> None:
    items = [item(14), item(14, "B"), item(14, "C", (1, "10")), item(14, "D")]
    found = advice_for(items, dated_on=A_DAY, available={"B": None, "D": 14})
    assert {article: advice.quantity for article, advice in found.items()} == {"A": 15, "B": 15}
    assert found["A"] == advised(*items)


def cheapest(order: Order, *, article: str, most: int) -> tuple[int, Quote]:
    """By trying every quantity up to `most`."""
    place = next(n for n, each in enumerate(order.items) if each.facts.article == article)
    asked = sum(each.quantity for each in order.items if each.facts.article == article)
    best = asked, order.quote()
    for quantity in range(asked + 1, most + 1):
        if quantity % order.items[place].facts.pack_size == 0:
            more = replace(order.items[place], quantity=order.items[place].quantity + quantity - asked)
            offer = quote((*order.items[:place], more, *order.items[place + 1 :]), **order.terms)
            best = (quantity, offer) if offer.payable < best[1].payable else best
    return best


def most_worth_trying(order: Order, *, article: str) -> int:
    """Beyond this the article alone costs more than the whole order does now."""
    of_it = [each for each in order.items if each.facts.article == article]
    lowest = min(tier.unit_net for tier in of_it[0].facts.tiers)
    return sum(each.quantity for each in of_it) + int((order.quote().total + 1) / lowest)


@given(order=orders(), available=st.one_of(st.none(), st.integers(0, MOST_TRIED)), by=dice())
def test_advice_is_what_trying_every_quantity_finds(order: Order, available: int | None, by: Random) -> None:
    chosen = by.choice(order.items).facts
    if chosen.is_free:
        assert advise(order.items, article=chosen.article, **order.terms) is None
        return
    worth = most_worth_trying(order, article=chosen.article)
    if available is None and worth > MOST_TRIED:
        available = MOST_TRIED
    limits = [limit for limit in (available, chosen.max_quantity, worth) if limit is not None]
    quantity, offer = cheapest(order, article=chosen.article, most=min(limits))
    found = advise(order.items, article=chosen.article, available=available, **order.terms)
    saves = order.quote().payable - offer.payable
    if saves == 0:
        assert found is None
    else:
        assert found
        assert (found.quantity, found.total, found.saves) == (quantity, offer.payable, saves)


@given(order=orders())
def test_advice_never_raises_what_is_paid(order: Order) -> None:
    now = order.quote().payable
    for article, found in advice_for(order.items, **order.terms).items():
        assert found.article == article
        assert NOTHING < found.saves <= now
        assert found.total == now - found.saves
        assert found.extra >= 1
