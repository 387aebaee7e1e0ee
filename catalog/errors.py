"""Refusals: what the rules do not allow, in a sentence for the person who asked."""

from typing import Any

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """A wish that the rules refuse. Nothing was written.

    `reason` is translated when it is shown, in the language of whoever reads it; `facts` fill its
    placeholders. Subclasses say what was refused.
    """

    reason = _("This is not possible.")

    def __init__(self, **facts: Any) -> None:
        super().__init__()
        self.facts = facts

    def __str__(self) -> str:
        return str(self.reason) % self.facts


class NotEnoughInStock(Refused):
    """More copies were asked of a tracked title than are available. Facts: title, available, publication."""

    reason = _("Only %(available)s copies of “%(title)s” are left.")


class SoldOut(NotEnoughInStock):
    """The last copy of a tracked title is gone. Facts: title, publication."""

    reason = _("“%(title)s” is sold out.")


class NoVatRate(Refused):
    """No rate is entered for a class of goods, a country and a date. Facts: vat_class, country, date."""

    reason = _("There is no VAT rate for %(vat_class)s in %(country)s on %(date)s.")
