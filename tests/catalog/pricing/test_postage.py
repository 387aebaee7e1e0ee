from decimal import Decimal
from typing import Any

import pytest

from catalog.pricing.lines import Item, QuoteLine, priced_lines
from catalog.pricing.postage import Band, Basis, FreeGoods, Tariff, postage_net
from tests.catalog.pricing.orders import item, tariff

BY_WEIGHT = tariff((250, "30"), (1000, "59"), (None, "149"), by=Basis.WEIGHT, default_weight_g=100)
BY_QUANTITY = tariff((10, "59"), (99, "99"), (None, "0"))


def goods(*items: Item) -> tuple[QuoteLine, ...]:
    return priced_lines(items)


@pytest.mark.parametrize(("copies", "expected"), [(1, 30), (5, 30), (6, 59), (20, 59), (21, 149)])
def test_postage_by_weight_reaches_its_limits(copies: int, expected: int) -> None:
    assert postage_net(goods(item(copies, weight_g=50)), tariff=BY_WEIGHT) == expected


def test_postage_by_weight_adds_all_articles_with_a_default_weight() -> None:
    assert postage_net(goods(item(1, weight_g=900), item(1, "B")), tariff=BY_WEIGHT) == 59
    assert postage_net(goods(item(1, weight_g=901), item(1, "B")), tariff=BY_WEIGHT) == 149
    assert postage_net(goods(item(5, weight_g=0)), tariff=BY_WEIGHT) == 30
    assert postage_net(goods(item(5)), tariff=BY_WEIGHT) == 59


@pytest.mark.parametrize(("copies", "expected"), [(10, 59), (11, 99), (99, 99), (100, 0)])
def test_postage_by_quantity_may_fall(copies: int, expected: int) -> None:
    assert postage_net(goods(item(copies)), tariff=BY_QUANTITY) == expected


@pytest.mark.parametrize(("copies", "expected"), [(9, 59), (10, 0)])
def test_postage_is_free_from_a_sum_of_goods(copies: int, expected: int) -> None:
    limited = tariff((None, "59"), free_from_net=Decimal(1000), surcharge_po_box=Decimal(0))
    assert postage_net(goods(item(copies)), tariff=limited) == expected


def test_po_box_surcharge_is_added_unless_postage_is_free() -> None:
    dearer = tariff((None, "59"), free_from_net=Decimal(1000), surcharge_po_box=Decimal("35.50"))
    assert postage_net(goods(item(1)), tariff=dearer, to_po_box=True) == Decimal("94.50")
    assert postage_net(goods(item(1)), tariff=dearer) == 59
    assert postage_net(goods(item(10)), tariff=dearer, to_po_box=True) == 0


def test_free_copies_count_or_travel_free() -> None:
    free, sold = item(20, "F", (1, "0")), item(5)
    counted = tariff((10, "59"), (None, "99"))
    ignored = tariff((10, "59"), (None, "99"), free_goods=FreeGoods.IGNORED, surcharge_po_box=Decimal(35))
    assert postage_net(goods(free, sold), tariff=counted) == 99
    assert postage_net(goods(free, sold), tariff=ignored) == 59
    assert postage_net(goods(free), tariff=counted) == 99
    assert postage_net(goods(free), tariff=ignored, to_po_box=True) == 0


def test_no_tariff_is_no_postage() -> None:
    assert str(postage_net(goods(item(1)), tariff=None, to_po_box=True)) == "0.00"


@pytest.mark.parametrize(
    "bands",
    [
        (),
        (Band(10, Decimal(59)),),
        (Band(None, Decimal(59)), Band(None, Decimal(99))),
        (Band(10, Decimal(59)), Band(10, Decimal(99)), Band(None, Decimal(149))),
        (Band(10, Decimal(59)), Band(5, Decimal(99)), Band(None, Decimal(149))),
    ],
)
def test_a_tariff_with_a_gap_is_refused(bands: tuple[Band, ...]) -> None:
    with pytest.raises(ValueError, match=r"[Bb]and"):
        Tariff(bands=bands, by=Basis.QUANTITY)


@pytest.mark.parametrize(
    "wrong",
    [
        {"free_from_net": Decimal(-1)},
        {"default_weight_g": -1},
        {"surcharge_po_box": Decimal("0.001")},
    ],
)
def test_a_tariff_with_a_wrong_amount_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"Not a|negative"):
        tariff((None, "59"), **wrong)


@pytest.mark.parametrize(("up_to", "net"), [(0, "1"), (None, "-1"), (None, "0.005")])
def test_a_wrong_band_is_refused(up_to: int | None, net: str) -> None:
    with pytest.raises(ValueError, match=r"band|postage"):
        Band(up_to, Decimal(net))
