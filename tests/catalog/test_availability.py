"""What may be ordered on a day, in which numbers, and the sentence for everything else."""

from datetime import date
from typing import Any

import pytest
from django.utils.translation import override

from catalog import stock
from catalog.availability import (
    NoPrice,
    NotOrderable,
    NotWholePacks,
    NotYetAvailable,
    OnlySoManyPacks,
    TooMany,
    Withdrawn,
    refuse_quantity,
    refuse_unorderable,
)
from catalog.errors import NotEnoughInStock, Refused, SoldOut
from catalog.models import Publication
from catalog.prices import facts_for
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = date(2026, 10, 5)


def title(**fields: Any) -> Publication:
    return factories.publication(**{"title": "Boken", "subtitle": "en handledning"} | fields)


def refusal(publication: Publication, quantity: int | None = None) -> Refused | None:
    """What stands against ordering the title, or so many copies of it."""
    try:
        if quantity is None:
            refuse_unorderable(publication, facts=facts_for(publication, on=TODAY), on=TODAY)
        else:
            refuse_quantity(publication, quantity=quantity)
    except Refused as refused:
        return refused
    return None


def sentence(refused: Refused | None) -> str:
    """As an English reader sees it."""
    with override("en"):
        return str(refused) if refused else ""


UNORDERABLE: list[tuple[dict[str, Any], type[Refused], str]] = [
    (
        {"state": "withdrawn"},
        Withdrawn,
        "“Boken – en handledning” has been withdrawn and can no longer be ordered.",
    ),
    (
        {"state": "draft"},
        Withdrawn,
        "“Boken – en handledning” has been withdrawn and can no longer be ordered.",
    ),
    ({"price": None}, NoPrice, "“Boken – en handledning” has no price yet, so it cannot be ordered."),
    (
        {"price_from": date(2026, 10, 6)},
        NoPrice,
        "“Boken – en handledning” has no price yet, so it cannot be ordered.",
    ),
    (
        {"available_from_on": date(2026, 10, 6)},
        NotYetAvailable,
        "“Boken – en handledning” can be ordered from 2026-10-06.",
    ),
]


@pytest.mark.parametrize(("fields", "kind", "told"), UNORDERABLE)
def test_refuse_unorderable_says_why(fields: dict[str, Any], kind: type[Refused], told: str) -> None:
    book = title(**fields)
    refused = refusal(book)
    assert (type(refused), sentence(refused)) == (kind, told)
    assert isinstance(refused, NotOrderable)
    assert (refused.facts["title"], refused.facts["publication"]) == (book.full_title, book.pk)


@pytest.mark.parametrize(
    "fields",
    [{}, {"price": "0"}, {"available_from_on": TODAY}, {"price_from": TODAY}],
    ids=["priced", "free of charge", "from today", "priced from today"],
)
def test_refuse_unorderable_lets_titles_pass(fields: dict[str, Any]) -> None:
    assert refusal(title(**fields)) is None


QUANTITIES: list[tuple[dict[str, Any], int, type[Refused], str]] = [
    ({"stock_of": 5}, 6, NotEnoughInStock, "Only 5 copies of “Boken – en handledning” are left."),
    ({"stock_of": 0}, 1, SoldOut, "“Boken – en handledning” is sold out."),
    (
        {"max_quantity": 20},
        21,
        TooMany,
        "At most 20 copies of “Boken – en handledning” may be ordered at a time.",
    ),
    (
        {"stock_rule": "on_demand"},
        100_000,
        TooMany,
        "At most 99999 copies of “Boken – en handledning” may be ordered at a time.",
    ),
    (
        {"stock_rule": "on_demand", "max_quantity": 10**6},
        10**9,
        TooMany,
        "At most 99999 copies of “Boken – en handledning” may be ordered at a time.",
    ),
    (
        {"pack_size": 50},
        70,
        NotWholePacks,
        "“Boken – en handledning” is sold in packs of 50. Enter 50 or 100.",
    ),
    (
        {"pack_size": 50, "stock_rule": "untracked", "stock_of": 0},
        149,
        NotWholePacks,
        "“Boken – en handledning” is sold in packs of 50. Enter 100 or 150.",
    ),
    ({"pack_size": 50}, 1, OnlySoManyPacks, "“Boken – en handledning” is sold in packs of 50. Enter 50."),
    (
        {"pack_size": 10, "max_quantity": 25},
        22,
        OnlySoManyPacks,
        "“Boken – en handledning” is sold in packs of 10. Enter 20.",
    ),
    (
        {"pack_size": 10, "stock_of": 25},
        22,
        OnlySoManyPacks,
        "“Boken – en handledning” is sold in packs of 10. Enter 20.",
    ),
    ({"pack_size": 50, "stock_of": 49}, 49, SoldOut, "“Boken – en handledning” is sold out."),
]


@pytest.mark.parametrize(("fields", "quantity", "kind", "told"), QUANTITIES)
def test_refuse_quantity_says_why(
    fields: dict[str, Any], quantity: int, kind: type[Refused], told: str
) -> None:
    book = title(**fields)
    refused = refusal(book, quantity)
    assert (type(refused), sentence(refused)) == (kind, told)
    assert refused
    assert (refused.facts["title"], refused.facts["publication"]) == (book.full_title, book.pk)


@pytest.mark.parametrize(
    ("fields", "quantity"),
    [
        ({"stock_of": 5}, 5),
        ({"stock_of": 0, "stock_rule": "backorder"}, 99_999),
        ({"stock_of": 0, "stock_rule": "on_demand"}, 1),
        ({"stock_of": 0, "stock_rule": "untracked"}, 1),
        ({"max_quantity": 20}, 20),
        ({"max_quantity": 0}, 30),
        ({"pack_size": 50, "stock_of": 60}, 50),
        ({"pack_size": 50}, 150),
    ],
)
def test_refuse_quantity_lets_quantities_pass(fields: dict[str, Any], quantity: int) -> None:
    assert refusal(title(**fields), quantity) is None


def test_refuse_quantity_counts_what_others_were_promised() -> None:
    book = title(stock_of=5)
    stock.reserve(book, quantity=3)
    book.refresh_from_db()
    refused = refusal(book, 3)
    assert refused
    assert refused.facts["available"] == 2
    assert refusal(book, 2) is None


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"stock_of": 1}, True),
        ({"stock_of": 0}, False),
        ({"stock_of": 0, "stock_rule": "backorder"}, True),
        ({"stock_of": 9, "pack_size": 10}, False),
        ({"stock_of": 10, "pack_size": 10}, True),
    ],
)
def test_refuse_unorderable_asks_for_a_pack_in_stock(fields: dict[str, Any], expected: bool) -> None:
    book, found = title(**fields), None
    try:
        refuse_unorderable(book, facts=facts_for(book, on=TODAY), on=TODAY)
    except SoldOut as refused:
        found = refused
    assert (found is None) is expected
