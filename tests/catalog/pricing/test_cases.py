"""Worked cases with their results to the öre; `cases.json` holds the numbers."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from catalog.pricing.credit import Credit, credit, credit_rest
from catalog.pricing.facts import PriceFacts, Tier
from catalog.pricing.quote import Item, Quote, VatGroup, quote, vat_in
from tests.catalog.pricing.orders import A_DAY

WORKED = json.loads(Path(__file__).with_name("cases.json").read_text("utf-8"), parse_float=Decimal)
CASES = {case["name"]: case for case in WORKED["cases"]}
CREDITS = {case["name"][:2]: case for case in WORKED["credits"]}


def decimal(value: str | int | Decimal) -> Decimal:
    return Decimal(value)


def quote_of(name: str) -> Quote:
    """The quote of the case whose name begins so."""
    given = next(case for full, case in CASES.items() if full.startswith(name))["input"]
    return quote(
        [item_of(line, currency=given.get("currency", "SEK")) for line in given["lines"]],
        postage=decimal(given["freight"]) if "freight" in given else None,
        dated_on=date.fromisoformat(given["date"]) if "date" in given else A_DAY,
        round_to_krona=given.get("round_to_krona", False),
    )


def item_of(line: dict[str, Any], *, currency: str) -> Item:
    tiers = line.get("tiers") or [[1, line["price"]]]
    priced = PriceFacts(
        article=line["sku"],
        tiers=tuple(Tier(min_quantity=at, unit_net=decimal(net)) for at, net in tiers),
        vat_class="book",
        vat_rate=decimal(line["vat"]),
        currency=currency,
    )
    return Item(facts=priced, quantity=line["qty"])


def as_group(rate: str, group: dict[str, str]) -> VatGroup:
    return VatGroup(
        rate=decimal(rate),
        lines_net=decimal(group["lines"]),
        postage_net=decimal(group["freight"]),
        base=decimal(group["base"]),
        vat=decimal(group["vat"]),
    )


@pytest.mark.parametrize("name", CASES)
def test_case_lines(name: str) -> None:
    found = [
        (line.facts.article, line.quantity, line.unit_net, line.line_net, line.vat_rate)
        for line in quote_of(name).lines
    ]
    assert found == [
        (line["sku"], line["qty"], decimal(line["price"]), decimal(line["net"]), decimal(line["vat"]))
        for line in CASES[name]["expected"]["lines"]
    ]


@pytest.mark.parametrize("name", CASES)
def test_case_groups(name: str) -> None:
    expected = CASES[name]["expected"]["groups"]
    ascending = sorted(expected, key=int)
    assert quote_of(name).groups == tuple(as_group(rate, expected[rate]) for rate in ascending)


@pytest.mark.parametrize("name", CASES)
def test_case_totals(name: str) -> None:
    found, expected = quote_of(name), CASES[name]["expected"]
    sums = [found.postage_net, found.net, found.vat, found.total, found.rounding, found.payable]
    names = ["freight", "net", "vat", "total", "rounding", "payable"]
    assert sums == [decimal(expected[each]) for each in names]
    assert found.currency == expected["currency"]


def test_case_14_vat_in_kronor() -> None:
    case = CASES["14 DKK order 15x48.50@25, DKK->SEK 1.4873"]
    rate = decimal(case["input"]["rate"])
    assert vat_in(quote_of("14"), rate=rate) == decimal(case["expected"]["vat_sek"])


def credit_of(number: str, *, already: tuple[Credit, ...] = ()) -> Credit:
    """The credit of the worked case with this number."""
    case = CREDITS[number]
    original = quote_of(case["of"])
    lines = {place: line.quantity for place, line in enumerate(original.lines)}
    if case["lines"] != "all":
        places = {line.facts.article: place for place, line in enumerate(original.lines)}
        lines = {places[article]: quantity for article, quantity in case["lines"]}
    return credit(original, lines=lines, postage_net=decimal(case["freight"]), already=already)


def sums(found: Credit) -> dict[str, Decimal]:
    return {"net": found.net, "vat": found.vat, "total": found.total}


def expected_sums(number: str) -> dict[str, Decimal]:
    return {name: decimal(amount) for name, amount in CREDITS[number]["expect"].items()}


@pytest.mark.parametrize("number", ["21", "22", "25", "26"])
def test_case_first_credit(number: str) -> None:
    assert sums(credit_of(number)) == expected_sums(number)


def test_case_21_leaves_the_rest_at_the_invoiced_price() -> None:
    rest = credit_rest(quote_of("02"), already=[credit_of("21")])
    assert (rest.net, rest.vat) == (Decimal("910.00"), Decimal("227.50"))


def test_case_23_is_the_rest_of_22() -> None:
    first = credit_of("22")
    assert sums(credit_of("23", already=(first,))) == expected_sums("23")
    assert credit_of("23", already=(first,)) == credit_rest(quote_of("06"), already=[first])


def test_case_24_line_by_line() -> None:
    original, made = quote_of("09"), list[Credit]()
    for place in range(3):
        made.append(credit(original, lines={place: 1}, postage_net=Decimal(0), already=made))
    expected = CREDITS["24"]["expect"]
    assert [each.vat for each in made] == [decimal(vat) for vat in expected["vat_sequence"]]
    assert sum(each.vat for each in made) == decimal(expected["sum_vat"])


def test_every_case_credited_whole_is_the_case() -> None:
    for name in CASES:
        original = quote_of(name)
        found = credit_rest(original)
        assert (found.net, found.vat, found.total) == (original.net, original.vat, original.total)
        assert (found.groups, found.payable) == (original.groups, original.payable)


def test_every_worked_credit_is_tried() -> None:
    assert sorted(CREDITS) == ["21", "22", "23", "24", "25", "26"]
