"""A credit, and what the credits of an invoice have taken from it so far."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from catalog.pricing.errors import DoesNotAddUp, must_equal
from catalog.pricing.groups import VatGroup
from catalog.pricing.lines import QuoteLine
from catalog.pricing.money import added
from catalog.pricing.quote import Quote


@dataclass(frozen=True)
class CreditLine:
    """Copies taken back from line `index` (from 0) of the invoiced quote, which is `invoiced`."""

    index: int
    invoiced: QuoteLine
    quantity: int
    line_net: Decimal


@dataclass(frozen=True)
class Credit:
    """What is given back, all amounts positive. `groups` holds only the rates that this credit touches.

    The VAT of a group may differ by an öre from the share of its own base, within the tolerance of EN 16931
    BR-CO-17. `rounding` gives back the rounding to whole kronor, if the invoice had one.
    """

    lines: tuple[CreditLine, ...]
    groups: tuple[VatGroup, ...]
    postage_net: Decimal
    net: Decimal
    vat: Decimal
    total: Decimal
    rounding: Decimal
    currency: str

    def __post_init__(self) -> None:
        lines_net = added(line.line_net for line in self.lines)
        must_equal(added(group.lines_net for group in self.groups), lines_net, what="Lines of a credit")
        must_equal(added(group.postage_net for group in self.groups), self.postage_net, what="Postage")
        must_equal(added(group.vat for group in self.groups), self.vat, what="VAT of a credit")
        must_equal(self.net, lines_net + self.postage_net, what="Net of a credit")
        must_equal(self.total, self.net + self.vat, what="Total of a credit")
        if min(self.net, self.vat, self.payable) < 0:
            raise DoesNotAddUp("A credit takes money instead of giving it back.")

    @property
    def payable(self) -> Decimal:
        """What the buyer gets back."""
        return self.total + self.rounding


@dataclass(frozen=True)
class Account:
    """An invoiced quote and the credits made against it so far."""

    original: Quote
    credits: Sequence[Credit]

    def quantity_taken(self, index: int) -> int:
        return sum(line.quantity for line in self._lines(index))

    def quantity_left(self, index: int) -> int:
        return self.original.lines[index].quantity - self.quantity_taken(index)

    def line_net_taken(self, index: int) -> Decimal:
        return added(line.line_net for line in self._lines(index))

    def base_taken(self, rate: Decimal) -> Decimal:
        return added(group.base for group in self._groups(rate))

    def vat_taken(self, rate: Decimal) -> Decimal:
        return added(group.vat for group in self._groups(rate))

    def postage_left(self, group: VatGroup) -> Decimal:
        """The part of the postage at the group's rate that no credit has taken."""
        return group.postage_net - added(taken.postage_net for taken in self._groups(group.rate))

    def postage_net_left(self) -> Decimal:
        return added(self.postage_left(group) for group in self.original.groups)

    def total_taken(self) -> Decimal:
        return added(credit.total for credit in self.credits)

    def payable_taken(self) -> Decimal:
        return added(credit.payable for credit in self.credits)

    def _lines(self, index: int) -> Iterator[CreditLine]:
        return (line for credit in self.credits for line in credit.lines if line.index == index)

    def _groups(self, rate: Decimal) -> Iterator[VatGroup]:
        return (group for credit in self.credits for group in credit.groups if group.rate == rate)
