"""Amounts in the database: whole öre, so that both databases add and compare them exactly."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import FieldError
from django.db import models
from django.db.models import Avg, F, Max, Min, QuerySet, Sum, Value

from catalog.models import PostageBand, PostageTariff, Price
from catalog.models.fields import MoneyField, UnitPriceField
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def tariff() -> PostageTariff:
    return factories.tariff(factories.seller())


def bands(tariff: PostageTariff, *amounts: str) -> QuerySet[PostageBand]:
    """A row for each amount."""
    PostageBand.objects.bulk_create(
        PostageBand(tariff=tariff, up_to=n, net=Decimal(amount)) for n, amount in enumerate(amounts, start=1)
    )
    return PostageBand.objects.filter(tariff=tariff).order_by("up_to")


def test_money_adds_a_thousand_times_ten_ore_exactly(tariff: PostageTariff) -> None:
    assert bands(tariff, *["0.10"] * 1000).aggregate(sum=Sum("net")) == {"sum": Decimal("100.00")}


def test_money_adds_large_amounts_exactly(tariff: PostageTariff) -> None:
    rows = bands(tariff, "90071992547409.91", "0.01", "0.01")
    assert rows.aggregate(sum=Sum("net")) == {"sum": Decimal("90071992547409.93")}


def test_money_has_no_sum_of_no_rows(tariff: PostageTariff) -> None:
    assert bands(tariff).aggregate(sum=Sum("net")) == {"sum": None}


def test_money_comes_back_as_a_decimal_with_its_places(tariff: PostageTariff) -> None:
    rows = bands(tariff, "12.3", "0", "149")
    assert [str(row.net) for row in rows] == ["12.30", "0.00", "149.00"]


@pytest.mark.parametrize("amount", ["0.01", "-0.05", "12345678901234.56"])
def test_money_reads_and_writes_texts(amount: str) -> None:
    field = MoneyField()
    assert field.from_db_value(field.get_prep_value(amount)) == Decimal(amount)


@pytest.mark.parametrize("amount", ["0.001", "1.005", "100.999", "NaN"])
def test_money_refuses_more_decimals_than_it_has(tariff: PostageTariff, amount: str) -> None:
    with pytest.raises(ValueError, match="more than 2 decimals"):
        PostageBand.objects.create(tariff=tariff, net=Decimal(amount))


@pytest.mark.parametrize("lookup", ["net", "net__gt", "net__lte"])
def test_money_refuses_more_decimals_in_a_filter(lookup: str) -> None:
    with pytest.raises(ValueError, match="more than 2 decimals"):
        PostageBand.objects.filter(**{lookup: Decimal("0.155")})


def test_unit_price_has_four_decimals_and_no_more() -> None:
    leaflet = factories.publication(price="12.3456")
    assert Price.objects.get(publication=leaflet).unit_net == Decimal("12.3456")
    with pytest.raises(ValueError, match="more than 4 decimals"):
        Price(publication=leaflet, unit_net=Decimal("12.34567"), from_on="2026-01-01").save()


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"net": Decimal("0.20")}, ["0.20"]),
        ({"net": "0.2"}, ["0.20"]),
        ({"net__gt": Decimal("0.10")}, ["0.20", "9.00", "10.00"]),
        ({"net__lt": 9}, ["0.10", "0.20"]),
        ({"net__gte": Decimal(9)}, ["9.00", "10.00"]),
        ({"net__in": [Decimal("0.10"), Decimal(10), Decimal(5)]}, ["0.10", "10.00"]),
        ({"net__range": (Decimal("0.20"), Decimal(9))}, ["0.20", "9.00"]),
        ({"net__isnull": True}, []),
    ],
)
def test_money_is_compared_by_value(
    tariff: PostageTariff, condition: dict[str, object], expected: list[str]
) -> None:
    rows = bands(tariff, "0.10", "0.20", "9", "10").filter(**condition)
    assert [str(row.net) for row in rows] == expected


def test_money_is_ordered_by_value(tariff: PostageTariff) -> None:
    rows = bands(tariff, "10", "9", "0.50").order_by("net")
    assert [str(row.net) for row in rows] == ["0.50", "9.00", "10.00"]
    assert rows.aggregate(least=Min("net"), most=Max("net")) == {"least": Decimal("0.5"), "most": Decimal(10)}


def test_money_adds_columns_exactly(tariff: PostageTariff) -> None:
    PostageTariff.objects.update(surcharge_po_box=Decimal("0.20"))
    rows = bands(tariff, "0.10", "0.30")
    both = F("net") + F("tariff__surcharge_po_box")
    assert [row.both for row in rows.annotate(both=both)] == [Decimal("0.30"), Decimal("0.50")]
    assert rows.aggregate(sum=Sum(both)) == {"sum": Decimal("0.80")}
    assert [str(row.net) for row in rows.annotate(both=both).filter(both=Decimal("0.30"))] == ["0.10"]
    assert [str(row.net) for row in rows.filter(net__gt=F("tariff__surcharge_po_box"))] == ["0.30"]


def test_money_is_subtracted_and_multiplied_exactly(tariff: PostageTariff) -> None:
    row = bands(tariff, "0.10").annotate(
        nothing=F("net") - F("net"), thrice=F("net") * 3, by_column=F("up_to") * F("net"), back=F("net") * -1
    )[0]
    assert (row.nothing, row.thrice, row.by_column, row.back) == (
        Decimal(0),
        Decimal("0.30"),
        Decimal("0.10"),
        Decimal("-0.10"),
    )


def test_money_takes_an_amount_beside_a_column_as_money(tariff: PostageTariff) -> None:
    rows = bands(tariff, "0.10", "0.20")
    rows.update(net=F("net") + Value(Decimal("0.10"), MoneyField()))
    assert [str(row.net) for row in rows] == ["0.20", "0.30"]


@pytest.mark.parametrize(
    "mixed", [F("net") + Decimal("0.10"), F("net") + 1, F("net") * F("net"), F("net") + F("up_to")]
)
def test_money_refuses_to_be_added_to_plain_numbers(mixed: models.expressions.CombinedExpression) -> None:
    with pytest.raises(FieldError, match="Cannot infer type"):
        list(PostageBand.objects.annotate(mixed=mixed))


def test_money_refuses_to_be_added_to_unit_prices() -> None:
    mixed = Value(Decimal(1), MoneyField()) + Value(Decimal(1), UnitPriceField())
    with pytest.raises(FieldError, match="Cannot infer type"):
        list(PostageBand.objects.annotate(mixed=mixed))


def test_money_is_averaged_without_being_cut(tariff: PostageTariff) -> None:
    assert bands(tariff, "0.10", "0.15").aggregate(mean=Avg("net")) == {"mean": Decimal("0.125")}


def test_unit_price_is_summed_with_its_own_places() -> None:
    leaflet = factories.publication(price="0.0001")
    for _ in range(9):
        factories.priced(leaflet, "0.0001", from_on=date(2026, 1, 1))
    assert leaflet.prices.aggregate(sum=Sum("unit_net")) == {"sum": Decimal("0.0010")}
