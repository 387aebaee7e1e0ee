"""Rows that the database itself refuses to change, in both apps."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from catalog import stock
from catalog.models import Price, PriceTier, StockMovement
from shop.files.models import StoredFile, keep
from shop.journal.models import Entry, write
from tests import factories

pytestmark = pytest.mark.django_db


def a_price() -> Price:
    return factories.priced(factories.publication(price=None), "100", from_on=date(1996, 9, 30))


def a_tier() -> PriceTier:
    return PriceTier.objects.create(price=a_price(), min_quantity=15, unit_net=Decimal(65))


def a_movement() -> StockMovement:
    return stock.book(factories.publication(stock_of=0), quantity=5, kind=StockMovement.Kind.RECEIVED)


def an_entry() -> Entry:
    return write("order.placed", subject=("order", "260017"), by=None, as_name="customer", total="1033.50")


def a_file() -> StoredFile:
    return keep(b"%PDF-1.7", name="260017.pdf", content_type="application/pdf")


ROWS: dict[str, tuple[Callable[[], Any], dict[str, Any]]] = {
    "price": (a_price, {"unit_net": Decimal(90)}),
    "price date": (a_price, {"from_on": date(1990, 1, 1)}),
    "price tier": (a_tier, {"unit_net": Decimal(60)}),
    "stock movement": (a_movement, {"quantity": 6}),
    "journal entry": (an_entry, {"facts": {"total": "0.00"}}),
    "stored file": (a_file, {"data": b"%PDF-2.0"}),
}


@pytest.mark.parametrize("case", ROWS)
def test_append_only_row_refuses_to_be_saved_again(case: str) -> None:
    make, changes = ROWS[case]
    row = make()
    kept = values(row)
    for name, value in changes.items():
        setattr(row, name, value)
    with pytest.raises(IntegrityError, match="is append-only"), transaction.atomic():
        row.save()
    assert values(row) == kept


@pytest.mark.parametrize("case", ROWS)
def test_append_only_table_refuses_an_update(case: str) -> None:
    make, changes = ROWS[case]
    row = make()
    kept = values(row)
    with pytest.raises(IntegrityError, match="is append-only"), transaction.atomic():
        type(row).objects.update(**changes)
    assert values(row) == kept


@pytest.mark.parametrize("case", ROWS)
def test_append_only_table_refuses_plain_sql(case: str) -> None:
    make, _ = ROWS[case]
    row = make()
    table = connection.ops.quote_name(row._meta.db_table)
    with (
        pytest.raises(IntegrityError, match="is append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"UPDATE {table} SET id = id")  # noqa: S608


def values(row: Model) -> dict[str, Any]:
    """The row as the database has it."""
    found = type(row)._default_manager.filter(pk=row.pk).values().get()
    return {name: bytes(value) if isinstance(value, memoryview) else value for name, value in found.items()}
