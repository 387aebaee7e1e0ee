from decimal import Decimal
from typing import Any

import pytest

from catalog.pricing.facts import PriceFacts, Tier
from tests.catalog.pricing.orders import facts


@pytest.mark.parametrize(("quantity", "unit_net"), [(1, 100), (14, 100), (15, 65), (16, 65), (99_999, 65)])
def test_tier_for_is_the_last_that_has_begun(quantity: int, unit_net: int) -> None:
    assert facts().tier_for(quantity).unit_net == unit_net


def test_tier_for_refuses_less_than_one_copy() -> None:
    with pytest.raises(ValueError, match="less than one"):
        facts().tier_for(0)


def test_is_free_only_when_every_tier_is() -> None:
    assert facts("A", (1, "0"), (10, "0")).is_free
    assert not facts("A", (1, "10"), (10, "0")).is_free


def test_base_net_is_the_price_of_one() -> None:
    assert facts().base_net == 100


def test_held_at_keeps_a_tier_at_any_quantity() -> None:
    whole = facts()
    held = whole.held_at(whole.tier_for(15))
    assert (held.tier_for(1), held.article) == (Tier(1, Decimal(65)), "A")


@pytest.mark.parametrize(
    "wrong",
    [
        {"tiers": ()},
        {"tiers": (Tier(2, Decimal(1)),)},
        {"tiers": (Tier(1, Decimal(2)), Tier(5, Decimal(1)), Tier(5, Decimal(1)))},
        {"vat_rate": Decimal(-6)},
        {"vat_rate": Decimal(101)},
        {"vat_rate": Decimal("NaN")},
        {"currency": "kr"},
        {"weight_g": -1},
        {"pack_size": 0},
        {"max_quantity": 0},
    ],
)
def test_facts_that_cannot_price_are_refused(wrong: dict[str, Any]) -> None:
    right = {"article": "A", "tiers": (Tier(1, Decimal(1)),), "vat_class": "book", "vat_rate": Decimal(6)}
    with pytest.raises(ValueError, match=r"\."):
        PriceFacts(**{**right, **wrong})


@pytest.mark.parametrize(("at", "net"), [(0, "1"), (1, "-1"), (1, "1.00001"), (1, "NaN")])
def test_a_tier_that_cannot_price_is_refused(at: int, net: str) -> None:
    with pytest.raises(ValueError, match=r"\."):
        Tier(at, Decimal(net))
