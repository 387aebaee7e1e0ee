"""Column types of money. Both databases add them exactly, which SQLite does not do with decimals."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from django.db.models.expressions import Combinable, register_combinable_fields

Set = TypeVar("Set", contravariant=True)
Get = TypeVar("Get", covariant=True)

if TYPE_CHECKING:

    class Whole(models.Field[Set, Get]):
        """What a type checker sees: a column that is read as a `Decimal`."""

        _pyi_private_set_type: Decimal | int | str | Combinable
        _pyi_private_get_type: Decimal
else:

    class Whole(models.Field):
        """What the database sees: a whole number; but no `IntegerField`, or expressions would mix them."""

        def db_type(self, connection: Any) -> str:
            return "bigint"

        def __class_getitem__(cls, _types: object) -> type:
            return cls


class ScaledDecimalField(Whole[Set, Get]):
    """A `Decimal` with a fixed number of decimals, stored as a whole number of its smallest unit.

    SQLite keeps decimals as floats: sums drift and `0.10 + 0.20 = 0.30` fails as a constraint. Whole
    numbers add and compare exactly everywhere. A value with more decimals than the column is an error,
    never rounded: rounding belongs to `catalog.pricing.money`.

    Columns of one type may be added and multiplied by whole numbers in `F()` expressions; an amount beside
    them is written `Value(Decimal("0.10"), MoneyField())`, since the column counts in smaller units.
    """

    places = 2

    def from_db_value(self, value: Any, *_: Any) -> Decimal | None:
        return None if value is None else Decimal(str(value)).scaleb(-self.places)

    def to_python(self, value: Any) -> Decimal | None:
        return None if value is None else Decimal(str(value))

    def get_prep_value(self, value: Any) -> Any:
        if value is None or hasattr(value, "resolve_expression"):
            return value
        scaled = Decimal(str(value)).scaleb(self.places)
        if scaled != scaled.to_integral_value():
            raise ValueError(f"{value} has more than {self.places} decimals ({self.name})")
        return int(scaled)

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj))


class MoneyField(ScaledDecimalField[Set, Get]):
    """An amount with two decimals, in kronor; stored in öre."""

    places = 2


class UnitPriceField(ScaledDecimalField[Set, Get]):
    """A net unit price with up to four decimals (12.345 kr for one of a thousand leaflets)."""

    places = 4


for field in (MoneyField, UnitPriceField):
    register_combinable_fields(field, Combinable.ADD, field, field)
    register_combinable_fields(field, Combinable.SUB, field, field)
    register_combinable_fields(field, Combinable.MUL, models.IntegerField, field)
    register_combinable_fields(models.IntegerField, Combinable.MUL, field, field)
