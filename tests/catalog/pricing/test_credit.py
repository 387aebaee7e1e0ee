from collections.abc import Sequence
from dataclasses import astuple, replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given

from catalog.pricing.credit import Credit, credit, credit_rest
from catalog.pricing.errors import DoesNotAddUp, MoreThanInvoiced
from catalog.pricing.quote import Quote
from tests.catalog.pricing.orders import Order, dice, item, orders, priced

NOTHING = Decimal(0)


def piece(original: Quote, made: Sequence[Credit], *, by: Random) -> list[Credit]:
    """A random part of what `made` left, or no part at all."""
    rest = credit_rest(original, already=made)
    taken = {line.index: by.choice([0, line.quantity, by.randint(0, line.quantity)]) for line in rest.lines}
    lines = {index: quantity for index, quantity in taken.items() if quantity}
    oere = int(rest.postage_net * 100)
    postage = Decimal(by.choice([0, oere, by.randint(0, oere)])).scaleb(-2)
    return [credit(original, lines=lines, postage_net=postage, already=made)] if lines or postage else []


def in_pieces(original: Quote, *, by: Random) -> list[Credit]:
    """Credits that together are the whole of `original`."""
    made: list[Credit] = []
    for _ in range(by.randint(0, 5)):
        if not is_closed(original, made):
            made += piece(original, made, by=by)
    return made if is_closed(original, made) else [*made, credit_rest(original, already=made)]


def is_closed(original: Quote, made: Sequence[Credit]) -> bool:
    copies = sum(line.quantity for each in made for line in each.lines)
    return copies == sum(line.quantity for line in original.lines) and original.postage_net == sum(
        each.postage_net for each in made
    )


@given(order=orders(), by=dice())
def test_pieces_add_up_to_the_original(order: Order, by: Random) -> None:
    original = order.quote()
    made = in_pieces(original, by=by)
    assert sum(each.net for each in made) == original.net
    assert sum(each.vat for each in made) == original.vat
    assert sum(each.total for each in made) == original.total
    assert sum(each.rounding for each in made) == original.rounding
    assert sum(each.payable for each in made) == original.payable
    for group in original.groups:
        parts = [part for each in made for part in each.groups if part.rate == group.rate]
        whole = [sum(amounts) for amounts in zip(*(astuple(part)[1:] for part in parts), strict=True)]
        assert whole == [group.lines_net, group.postage_net, group.base, group.vat]
    for index, line in enumerate(original.lines):
        back = [part.line_net for each in made for part in each.lines if part.index == index]
        assert sum(back) == line.line_net


@given(order=orders(), by=dice())
def test_no_piece_is_negative_and_every_amount_has_two_decimals(order: Order, by: Random) -> None:
    for each in in_pieces(order.quote(), by=by):
        money = [each.postage_net, each.net, each.vat, each.total, each.payable]
        money += [line.line_net for line in each.lines]
        money += [amount for group in each.groups for amount in astuple(group)[1:]]
        assert min(money) >= 0
        assert {amount.as_tuple().exponent for amount in [*money, each.rounding]} == {-2}


@given(order=orders(), by=dice())
def test_nothing_can_be_credited_after_everything(order: Order, by: Random) -> None:
    original = order.quote()
    made = in_pieces(original, by=by)
    with pytest.raises(ValueError, match="nothing to credit"):
        credit_rest(original, already=made)
    with pytest.raises(MoreThanInvoiced):
        credit(original, lines={0: 1}, postage_net=NOTHING, already=made)
    with pytest.raises(MoreThanInvoiced):
        credit(original, lines={}, postage_net=Decimal("0.01"), already=made)


def test_a_unit_price_with_four_decimals_closes() -> None:
    original = priced(item(3, "A", (1, "0.335"), rate="25"))  # 1.005 is 1.01
    made: list[Credit] = []
    for _ in range(3):
        made.append(credit(original, lines={0: 1}, postage_net=NOTHING, already=made))
    assert [each.net for each in made] == [Decimal("0.34"), Decimal("0.33"), Decimal("0.34")]
    assert original.net == Decimal("1.01")


def test_postage_in_pieces_is_split_by_what_is_left() -> None:
    original = priced(item(1, "A", (1, "650")), item(1, "B", (1, "350"), rate="25"), postage=Decimal(100))
    first = credit(original, lines={}, postage_net=Decimal("33.33"))
    rest = credit(original, lines={}, postage_net=Decimal("66.67"), already=[first])
    assert [group.postage_net for group in first.groups] == [Decimal("21.66"), Decimal("11.67")]
    assert [group.postage_net for group in rest.groups] == [Decimal("43.34"), Decimal("23.33")]


def test_postage_does_not_take_one_rates_part_twice() -> None:
    original = priced(item(1, "A", (1, "1")), item(1, "B", (1, "1"), rate="25"), postage=Decimal("0.02"))
    first = credit(original, lines={}, postage_net=Decimal("0.01"))
    rest = credit(original, lines={}, postage_net=Decimal("0.01"), already=[first])
    assert [group.rate for each in (first, rest) for group in each.groups] == [25, 6]


def test_only_the_rates_touched_are_named() -> None:
    original = priced(item(1), item(1, "B", rate="25"), item(1, "F", (1, "0"), rate="12"))
    assert [group.rate for group in credit(original, lines={1: 1}, postage_net=NOTHING).groups] == [25]
    assert [group.rate for group in credit(original, lines={2: 1}, postage_net=NOTHING).groups] == [12]


def test_krona_rounding_is_given_back_when_all_is() -> None:
    original = priced(item(2, "A", (1, "487.40"), rate="25"), round_to_krona=True)  # 1218.50 was paid as 1219
    first = credit(original, lines={0: 1}, postage_net=NOTHING)
    rest = credit_rest(original, already=[first])
    assert (first.payable, first.rounding) == (Decimal("609.25"), NOTHING)
    assert (rest.payable, rest.rounding) == (Decimal("609.75"), Decimal("0.50"))


def test_krona_rounding_never_gives_back_more_than_was_paid() -> None:
    original = priced(item(2, "A", (1, "0.20"), rate="0"), round_to_krona=True)  # 0.40 was paid as 0
    first = credit(original, lines={0: 1}, postage_net=NOTHING)
    assert (first.total, first.payable) == (Decimal("0.20"), NOTHING)
    assert credit_rest(original, already=[first]).payable == 0


@pytest.mark.parametrize(
    ("lines", "postage"),
    [({}, "0"), ({1: 1}, "0"), ({-1: 1}, "0"), ({0: 0}, "0"), ({0: 1}, "-1"), ({0: 1}, "0.001")],
)
def test_credit_refuses_what_makes_no_sense(lines: dict[int, int], postage: str) -> None:
    with pytest.raises(ValueError, match=r"\.$") as refusal:
        credit(priced(item(15), postage=Decimal(59)), lines=lines, postage_net=Decimal(postage))
    assert not isinstance(refusal.value, MoreThanInvoiced)


@pytest.mark.parametrize(("lines", "postage"), [({0: 16}, "0"), ({0: 1}, "59.01")])
def test_credit_refuses_more_than_was_invoiced(lines: dict[int, int], postage: str) -> None:
    with pytest.raises(MoreThanInvoiced):
        credit(priced(item(15), postage=Decimal(59)), lines=lines, postage_net=Decimal(postage))


@pytest.mark.parametrize("name", ["net", "vat", "total", "postage_net"])
def test_a_credit_that_does_not_add_up_cannot_be_made(name: str) -> None:
    found = credit_rest(priced(item(15), postage=Decimal(59)))
    with pytest.raises(DoesNotAddUp):
        replace(found, **{name: getattr(found, name) + Decimal("0.01")})


def test_a_credit_that_takes_money_cannot_be_made() -> None:
    found = credit_rest(priced(item(15)))
    with pytest.raises(DoesNotAddUp):
        replace(found, rounding=-found.total - 1)
