"""Search and its filters."""

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from catalog.models import Circular, Price, Publication, RecipientGroup, Seller, Series
from catalog.models.sellers import Language
from catalog.queries.search import matching


class SearchForm(forms.Form):
    """All fields are optional; a filter that does not exist is ignored, never an error."""

    marks_optional = False

    q = forms.CharField(label=_("Words or number"), required=False, max_length=200)
    series = forms.ModelChoiceField(
        Series.objects.all(), label=_("Series"), required=False, to_field_name="slug", empty_label=_("All")
    )
    seller = forms.ModelChoiceField(
        Seller.objects.all(), label=_("Seller"), required=False, to_field_name="slug", empty_label=_("All")
    )
    group = forms.ModelChoiceField(
        RecipientGroup.objects.all(),
        label=_("Recipient group"),
        required=False,
        to_field_name="slug",
        empty_label=_("All"),
    )
    language = forms.ChoiceField(
        label=_("Language"), required=False, choices=[("", _("All")), *Language.choices[:2]]
    )
    format = forms.ChoiceField(
        label=_("Format"),
        required=False,
        choices=[("", _("All")), ("print", _("Printed")), ("pdf", _("PDF"))],
    )
    price = forms.ChoiceField(
        label=_("Price"),
        required=False,
        choices=[
            ("", _("All")),
            ("free", _("Free of charge")),
            ("priced", _("With a price")),
            ("none", _("No price yet")),
        ],
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.chosen: dict[str, Any] = {}
        if self.is_bound:
            self.is_valid()
            self.chosen = {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def filtered(self) -> bool:
        """Whether anything but words narrows the search."""
        return bool(self.chosen.keys() - {"q"})

    def publications(self, rows: QuerySet[Publication]) -> QuerySet[Publication]:
        chosen = self.chosen
        if "q" in chosen:
            rows = matching(rows, chosen["q"])
        for column in ("series", "seller", "language", "format"):
            if column in chosen:
                rows = rows.filter(**{column: chosen[column]})
        if "group" in chosen:
            rows = rows.filter(announcements__circular__recipient_groups=chosen["group"]).distinct()
        return _by_price(rows, chosen.get("price", ""))

    def circulars(self, rows: QuerySet[Circular]) -> QuerySet[Circular]:
        """Circulars found by the words; filters of publications leave them out, but for the group."""
        if (self.filtered and self.chosen.keys() - {"q", "group"}) or not self.chosen:
            return rows.none()
        if "group" in self.chosen:
            rows = rows.filter(recipient_groups=self.chosen["group"])
        return matching(rows, self.chosen.get("q", ""))[:20]


def _by_price(rows: QuerySet[Publication], wanted: str) -> QuerySet[Publication]:
    prices = Price.objects.filter(publication=OuterRef("pk"))
    paid = Exists(prices.filter(unit_net__gt=0))
    return {
        "free": rows.filter(~paid, Exists(prices)),
        "priced": rows.filter(paid),
        "none": rows.filter(~Exists(prices)),
    }.get(wanted, rows)
