"""Column types of money. Both databases add them exactly, which SQLite does not do with decimals."""

from decimal import Decimal
from typing import Any

from django.db import models


class ScaledDecimalField(models.BigIntegerField):
    """A `Decimal` with a fixed number of decimals, stored as a whole number of its smallest unit.

    SQLite keeps decimals as floats: sums drift and `0.10 + 0.20 = 0.30` fails as a constraint. Whole
    numbers add and compare exactly everywhere. A value with more decimals than the column is an error,
    never rounded: rounding belongs to `catalog.pricing.money`.
    """

    places = 2

    def from_db_value(self, value: int | None, *_: Any) -> Decimal | None:
        return None if value is None else Decimal(int(value)).scaleb(-self.places)

    def to_python(self, value: Any) -> Decimal | None:
        return None if value is None else Decimal(str(value))

    def get_prep_value(self, value: Any) -> int | None:
        if value is None or hasattr(value, "resolve_expression"):
            return value  # type: ignore[return-value]  # expressions pass through to the compiler
        scaled = Decimal(str(value)).scaleb(self.places)
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{value} has more than {self.places} decimals ({self.name})")
        return int(scaled)

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj))


class MoneyField(ScaledDecimalField):
    """An amount with two decimals, in kronor; stored in öre."""

    places = 2


class UnitPriceField(ScaledDecimalField):
    """A net unit price with up to four decimals (12.345 kr for one of a thousand leaflets)."""

    places = 4
