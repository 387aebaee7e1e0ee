from dataclasses import astuple, replace
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.pricing.errors import DoesNotAddUp
from catalog.pricing.money import rounded
from catalog.pricing.quote import Item, quote, vat_in
from tests.catalog.pricing.orders import A_DAY, Order, dice, item, orders, priced, tariff

OERE = Decimal("0.01")


@given(order=orders())
def test_quote_adds_up(order: Order) -> None:
    found = order.quote()
    assert found.net == sum(line.line_net for line in found.lines) + found.postage_net
    assert found.net == sum(group.base for group in found.groups)
    assert found.vat == sum(group.vat for group in found.groups)
    assert found.total == sum(group.gross for group in found.groups)
    assert found.payable == found.total + found.rounding
    assert found.goods_net == sum(group.lines_net for group in found.groups)
    assert found.postage_net == sum(group.postage_net for group in found.groups)
    for group in found.groups:
        assert abs(group.vat - group.base * group.rate / 100) <= OERE / 2


@given(order=orders())
def test_quote_has_at_most_two_decimals_everywhere(order: Order) -> None:
    found = order.quote()
    money = [found.postage_net, found.net, found.vat, found.total, found.rounding, found.payable]
    money += [line.line_net for line in found.lines]
    money += [amount for group in found.groups for amount in astuple(group)[1:]]
    assert [amount.as_tuple().exponent for amount in money] == [-2] * len(money)


@given(order=orders(), by=dice())
def test_quote_does_not_depend_on_the_order_of_items(order: Order, by: Random) -> None:
    found, mixed = order.quote(), quote(by.sample(order.items, len(order.items)), **order.terms)
    assert replace(mixed, lines=found.lines) == found
    assert sorted(map(repr, mixed.lines)) == sorted(map(repr, found.lines))


@given(order=orders(), more=st.integers(1, 50), by=dice())
def test_quantity_up_and_down_again_gives_the_first_price(order: Order, more: int, by: Random) -> None:
    place = by.randrange(len(order.items))
    up = with_more(order.items, place=place, more=more)
    first = order.quote()
    quote(up, **order.terms)
    assert quote(with_more(up, place=place, more=-more), **order.terms) == first


def with_more(items: tuple[Item, ...], *, place: int, more: int) -> tuple[Item, ...]:
    grown = replace(items[place], quantity=items[place].quantity + more)
    return (*items[:place], grown, *items[place + 1 :])


def test_fourteen_fifteen_fourteen() -> None:
    assert [priced(item(copies)).net for copies in (14, 15, 14)] == [1400, 975, 1400]


@given(order=orders())
def test_every_line_of_an_article_has_the_tier_of_all_its_copies(order: Order) -> None:
    found = order.quote()
    for line in found.lines:
        copies = sum(each.quantity for each in found.lines if each.facts.article == line.facts.article)
        assert line.tier == line.facts.tier_for(copies)
        assert line.line_net == rounded(line.tier.unit_net * line.quantity)


def test_free_lines_take_no_postage_beside_priced_ones() -> None:
    found = priced(item(100, "F", (1, "0"), rate="25"), item(1), postage=Decimal(59))
    assert [group.postage_net for group in found.groups] == [59, 0]


def test_lines_rounded_to_nothing_split_postage_by_copies() -> None:
    found = priced(item(3, "A", (1, "0.001")), item(1, "B", (1, "0.001"), rate="25"), postage=Decimal(40))
    assert [group.postage_net for group in found.groups] == [30, 10]


def test_rates_written_differently_are_one_group() -> None:
    found = priced(item(1, "A", rate="6"), item(1, "B", rate="6.00"))
    assert len(found.groups) == 1


def test_weight_is_known_only_when_every_weight_is() -> None:
    assert priced(item(2, weight_g=300), item(1, "B", weight_g=50)).weight_g == 650
    assert priced(item(2, weight_g=300), item(1, "B")).weight_g is None


def test_po_box_reaches_the_tariff() -> None:
    terms = {"postage": tariff((None, "59"), surcharge_po_box=Decimal(35))}
    assert priced(item(1), **terms, to_po_box=True).postage_net == 94
    assert priced(item(1), **terms).postage_net == 59


@pytest.mark.parametrize(
    ("items", "terms"),
    [
        ([], {}),
        ([item(0)], {}),
        ([item(-1), item(2)], {}),
        ([item(1), item(1, "B", currency="DKK")], {}),
        ([item(1)], {"postage": Decimal("-1")}),
        ([item(1)], {"postage": Decimal("0.005")}),
        ([item(1)], {"postage": Decimal("NaN")}),
    ],
)
def test_quote_refuses(items: list[Item], terms: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        quote(items, dated_on=A_DAY, **terms)


@pytest.mark.parametrize("rate", ["0", "-1", "NaN"])
def test_vat_in_refuses_an_impossible_rate(rate: str) -> None:
    with pytest.raises(ValueError, match="exchange rate"):
        vat_in(priced(item(1)), rate=Decimal(rate))


MIXED = priced(item(14), item(2, "B", (1, "33.33"), rate="25"), postage=Decimal(59), round_to_krona=True)


@pytest.mark.parametrize("name", ["postage_net", "net", "vat", "total", "rounding", "payable"])
@pytest.mark.parametrize("off", ["0.01", "-0.01", "0.001", "1"])
def test_a_quote_that_does_not_add_up_cannot_be_made(name: str, off: str) -> None:
    with pytest.raises(DoesNotAddUp):
        replace(MIXED, **{name: getattr(MIXED, name) + Decimal(off)})


def shifted(**by: str) -> dict[str, Any]:
    """The amounts of `MIXED` with so much added to each."""
    return {name: getattr(MIXED, name) + Decimal(off) for name, off in by.items()}


def regrouped(*changes: dict[str, str]) -> dict[str, Any]:
    """The groups of `MIXED` with so much added to amounts of each."""
    groups = (
        replace(group, **{name: getattr(group, name) + Decimal(off) for name, off in by.items()})
        for group, by in zip(MIXED.groups, changes, strict=True)
    )
    return {"groups": tuple(groups)}


@pytest.mark.parametrize(
    "change",
    [
        {"groups": ()},
        {"groups": MIXED.groups[:1]},
        {"groups": MIXED.groups[::-1]},
        {"lines": MIXED.lines[:1]},
        {"currency": "DKK"},
        shifted(rounding="0.01", payable="0.01"),
        shifted(total="0.01", rounding="-0.01"),
        shifted(net="0.01", total="0.01", rounding="-0.01"),
        shifted(vat="0.01", total="0.01", rounding="-0.01"),
        shifted(postage_net="0.01", net="0.01", total="0.01", rounding="-0.01"),
        regrouped({"lines_net": "1", "postage_net": "-1"}, {"lines_net": "-1", "postage_net": "1"}),
        regrouped({"vat": "0.01"}, {"vat": "-0.01"}),
        regrouped({"vat": "0.01"}, {}) | shifted(vat="0.01", total="0.01", rounding="-0.01"),
    ],
)
def test_parts_that_contradict_each_other_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(DoesNotAddUp):
        replace(MIXED, **change)


@pytest.mark.parametrize("name", ["lines_net", "postage_net", "base"])
def test_a_group_that_does_not_add_up_cannot_be_made(name: str) -> None:
    group = MIXED.groups[0]
    with pytest.raises(DoesNotAddUp):
        replace(group, **{name: getattr(group, name) + OERE})


@pytest.mark.parametrize("name", ["unit_net", "line_net", "quantity"])
def test_a_line_that_does_not_add_up_cannot_be_made(name: str) -> None:
    line = MIXED.lines[0]
    with pytest.raises(DoesNotAddUp):
        replace(line, **{name: getattr(line, name) + 1})
