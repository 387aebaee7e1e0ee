"""Rounding and splitting of money. No other file rounds an amount."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from catalog.pricing.errors import require

NOTHING = Decimal("0.00")
ONE_OERE = Decimal("0.01")
ONE_KRONA = Decimal(1)


@dataclass(frozen=True)
class Part:
    """A claim on a sum that is split: `base` is its weight, at most two decimals; `rate` only breaks ties."""

    base: Decimal
    rate: Decimal


def rounded(amount: Decimal) -> Decimal:
    """`amount` to two decimals, half up (away from zero): 0.525 becomes 0.53."""
    return amount.quantize(ONE_OERE, rounding=ROUND_HALF_UP)


def rounded_to_krona(amount: Decimal) -> Decimal:
    """`amount` to whole kronor, half up, still written with two decimals: 1218.50 becomes 1219.00."""
    return amount.quantize(ONE_KRONA, rounding=ROUND_HALF_UP).quantize(ONE_OERE)


def share_of(amount: Decimal, *, percent: Decimal) -> Decimal:
    """`percent` of `amount`, rounded: the VAT of a base."""
    return rounded(amount * percent / 100)


def added(amounts: Iterable[Decimal]) -> Decimal:
    """The sum, `0.00` of nothing."""
    return sum(amounts, NOTHING)


def is_amount(value: Decimal, *, decimals: int = 2) -> bool:
    """Whether `value` is a finite `Decimal`, zero or more, with at most so many decimals."""
    return (
        isinstance(value, Decimal)
        and value.is_finite()
        and value >= 0
        and value.scaleb(decimals) == value.scaleb(decimals).to_integral_value()
    )


def apportion(amount: Decimal, parts: Sequence[Part]) -> tuple[Decimal, ...]:
    """Split `amount` over `parts` in proportion to their bases; the shares add up to it exactly.

    Largest remainder: every part gets its share cut to whole öre, then the parts that lost most get one öre
    each until nothing is left. Of equal losses the larger base comes first, then the higher rate. So no
    share is an öre or more from its exact value, and a part without a base gets nothing. Raises
    `ValueError` when there is something to split but no base, or an amount has more than two decimals.
    """
    to_split, bases = in_oere(amount), [in_oere(part.base) for part in parts]
    if to_split == 0:
        return (NOTHING,) * len(parts)
    require(sum(bases) > 0, "There is no base to split an amount over.")
    cuts = [divmod(to_split * base, sum(bases)) for base in bases]
    by_loss = sorted(
        range(len(parts)), key=lambda n: (cuts[n][1], parts[n].base, parts[n].rate), reverse=True
    )
    one_more = by_loss[: to_split - sum(cut for cut, _ in cuts)]
    return tuple(Decimal(cut + (n in one_more)).scaleb(-2) for n, (cut, _) in enumerate(cuts))


def in_oere(amount: Decimal) -> int:
    """`amount` as a whole number of öre. Raises `ValueError` for a negative amount or a third decimal."""
    require(is_amount(amount), f"Not an amount in whole öre: {amount}.")
    return int(amount.scaleb(2))
