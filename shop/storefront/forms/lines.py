"""The lines of an order form: a quantity for each publication offered."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.availability import UnknownPublication, refuse_quantity
from catalog.errors import Refused
from shop.baskets.quotes import Choice, QuotedLine, SellerQuote, quotes_for
from shop.orders.wish import WishedLine, is_po_box
from shop.storefront.forms.quantity import QuantityField
from shop.storefront.offers import Offer
from shop.storefront.typed import QUANTITY, publications_typed


@dataclass(frozen=True)
class Row:
    """A line as it is drawn: the offer, its field (None where it cannot be ordered), and what it costs."""

    offer: Offer
    field: BoundField | None
    quoted: QuotedLine | None


class LinesForm(forms.Form):
    """Quantities. `quotes` and `rows` show what the readable ones cost, also while others are wrong."""

    nothing = gettext_lazy("Write how many copies you want of at least one publication.")

    def __init__(self, offers: Sequence[Offer], *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offers = offers
        for offer in self.orderable:
            self.fields[offer.field] = QuantityField(
                label=_("Number of copies of %(title)s") % {"title": offer.publication.full_title},
                initial=offer.quantity,
            )

    @property
    def orderable(self) -> list[Offer]:
        return [offer for offer in self.offers if offer.refusal is None]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for offer in self.orderable:
            if cleaned.get(offer.field):
                self._refuse_quantity(offer, cleaned[offer.field])
        wanted = any(cleaned.get(offer.field) or self.has_error(offer.field) for offer in self.orderable)
        self._say_what_has_gone()
        if not wanted and not self.errors:
            self.add_error(self.orderable[0].field if self.orderable else None, str(self.nothing))
        return cleaned

    def _say_what_has_gone(self) -> None:
        """A title that was typed and cannot be ordered any more is never left out in silence."""
        for offer in self.offers:
            if offer.refusal and self.data.get(offer.field):
                self.add_error(None, str(offer.refusal))
        here = {offer.publication.pk for offer in self.offers}
        if any(self.data.get(f"{QUANTITY}{key}") for key in set(publications_typed(self.data)) - here):
            self.add_error(None, str(UnknownPublication()))

    def _refuse_quantity(self, offer: Offer, quantity: int) -> None:
        try:
            refuse_quantity(offer.publication, quantity=quantity)
        except Refused as refused:
            self.add_error(offer.field, str(refused))

    @property
    def wished_lines(self) -> tuple[WishedLine, ...]:
        """The lines wanted, of a valid form."""
        return tuple(
            WishedLine(publication=offer.publication.pk, quantity=quantity, circular=offer.circular)
            for offer in self.orderable
            if (quantity := self.cleaned_data.get(offer.field))
        )

    @property
    def choices(self) -> list[Choice]:
        """What can be read of the quantities now, whatever else is wrong."""
        return [
            Choice(publication=offer.publication, quantity=quantity, facts=offer.facts)
            for offer in self.orderable
            if (quantity := self._readable(offer))
        ]

    def quotes(self) -> tuple[SellerQuote, ...]:
        """What the readable quantities cost, sent to the address as far as it is typed."""
        street = str(self.data.get("delivery_street") or self.initial.get("delivery_street") or "")
        return quotes_for(self.choices, on=timezone.localdate(), to_po_box=is_po_box(street), advised=True)

    def rows(self, quotes: Sequence[SellerQuote]) -> Iterator[Row]:
        quoted = {line.publication.pk: line for one in quotes for line in one.lines}
        for offer in self.offers:
            field = self[offer.field] if offer.refusal is None else None
            yield Row(offer=offer, field=field, quoted=quoted.get(offer.publication.pk))

    def _readable(self, offer: Offer) -> int | None:
        if self.is_bound and self.has_error(offer.field):
            return None
        try:
            return QuantityField().clean(self[offer.field].value())
        except forms.ValidationError:
            return None
