"""The order form: the paper coupon's fields, and what an invoice to a municipality needs."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Fieldset, Layout
from django import forms
from django.core.validators import EmailValidator
from django.urls import reverse
from django.utils.encoding import punycode
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalog.errors import Refused
from catalog.models.sellers import Country
from shop.customers.numbers import e_invoice_address, organisation_number
from shop.customers.queries import organisation_named
from shop.orders.wish import Particulars, Wish
from shop.storefront.forms.lines import LinesForm
from shop.storefront.offers import Offer

POSTCODES = {"SE": r"\d{5}", "DK": r"\d{4}"}
INVOICE = ("invoice_name", "invoice_street", "invoice_postcode", "invoice_city")


class OrderForm(LinesForm):
    """Lines, who, where to, references. Only what an order cannot do without is required."""

    key = forms.UUIDField(widget=forms.HiddenInput)
    contact_name = forms.CharField(label=_("Your name"), max_length=100)
    contact_email = forms.EmailField(
        label=_("Work e-mail"), help_text=_("The order confirmation is sent here."), max_length=200
    )
    contact_phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    organisation_name = forms.CharField(
        label=_("Organisation"),
        help_text=_("Begin to write and choose from the register, or write the name in full."),
        max_length=150,
    )
    unit = forms.CharField(label=_("School, unit or department"), max_length=150, required=False)
    organisation_number = forms.CharField(
        label=_("Organisation number"), help_text=_("Example: 212000-0142"), max_length=30, required=False
    )
    delivery_street = forms.CharField(label=_("Street or box"), max_length=200)
    delivery_postcode = forms.CharField(label=_("Postcode"), max_length=12)
    delivery_city = forms.CharField(label=_("Town"), max_length=100)
    delivery_country = forms.ChoiceField(label=_("Country"), choices=Country.choices)
    invoice_name = forms.CharField(label=_("Invoice recipient"), max_length=150, required=False)
    invoice_street = forms.CharField(label=_("Street or box"), max_length=200, required=False)
    invoice_postcode = forms.CharField(label=_("Postcode"), max_length=12, required=False)
    invoice_city = forms.CharField(label=_("Town"), max_length=100, required=False)
    e_invoice_address = forms.CharField(
        label=_("E-invoice address (Peppol)"),
        help_text=_("Example: 0007:2120000142. Your finance department knows it."),
        max_length=60,
        required=False,
    )
    buyer_reference = forms.CharField(
        label=_("Buyer reference"),
        help_text=_("The reference that the invoice must carry, for example ZZ1234."),
        max_length=60,
        required=False,
    )
    own_order_number = forms.CharField(label=_("Your own order number"), max_length=60, required=False)
    cost_centre = forms.CharField(label=_("Cost centre"), max_length=60, required=False)
    marking = forms.CharField(
        label=_("Marking of the parcel"),
        help_text=_("For example a person or a room."),
        max_length=100,
        required=False,
    )
    note = forms.CharField(
        label=_("Note to the seller"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )

    def __init__(self, offers: Sequence[Offer], *args: Any, **options: Any) -> None:
        super().__init__(offers, *args, **options)
        self.initial.setdefault("key", str(uuid4()))
        self.initial.setdefault("delivery_country", "DK" if get_language() == "da" else "SE")
        self.organisation = None
        self.order_fields([offer.field for offer in self.orderable])
        for name, sentence in MISSING.items():
            self.fields[name].error_messages["required"] = sentence
        _autocomplete(self.fields)
        self.helper = _helper()

    def clean_contact_email(self) -> str:
        """An address to which a letter can be written: its domain must have an ASCII form (IDNA)."""
        address: str = self.cleaned_data["contact_email"]
        try:
            punycode(address.rpartition("@")[2])
        except UnicodeError:
            raise forms.ValidationError(EmailValidator.message, code="invalid") from None
        return address

    def clean_organisation_number(self) -> str:
        text: str = self.cleaned_data["organisation_number"].strip()
        country = self.data.get("delivery_country", "SE")
        return self._understood(organisation_number, text, country=country) if text else ""

    def clean_e_invoice_address(self) -> str:
        text: str = self.cleaned_data["e_invoice_address"].strip()
        return self._understood(e_invoice_address, text) if text else ""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self._check_postcode("delivery_postcode")
        if any(cleaned.get(name) for name in INVOICE):
            self._check_invoice_address()
        return cleaned

    def wish(self, *, language: str) -> Wish:
        """What a valid form asks for."""
        typed = {
            name: self.cleaned_data[name] for name in self.fields if name in Particulars.__dataclass_fields__
        }
        organisation = organisation_named(self.cleaned_data["organisation_name"])
        if organisation:
            typed["organisation_name"] = organisation.name
        particulars = Particulars(
            **typed,
            organisation_id=organisation.pk if organisation else None,
            invoice_country=self.cleaned_data["delivery_country"],
        )
        return Wish(lines=self.wished_lines, particulars=particulars, language=language)

    @property
    def invoice_open(self) -> bool:
        """Whether the fields for another invoice address are in use."""
        return any(self[name].value() or self[name].errors for name in INVOICE)

    def _understood(self, understand: Any, text: str, **facts: str) -> str:
        try:
            return str(understand(text, **facts))
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from refused

    def _check_invoice_address(self) -> None:
        for name in INVOICE[1:]:
            if not self.cleaned_data.get(name) and not self.has_error(name):
                self.add_error(name, str(INVOICE_MISSING[name]))
        if self.cleaned_data.get("invoice_postcode"):
            self._check_postcode("invoice_postcode")

    def _check_postcode(self, name: str) -> None:
        postcode = re.sub(r"\s", "", self.cleaned_data.get(name) or "")
        country = self.cleaned_data.get("delivery_country", "SE")
        if not postcode:
            return
        if not re.fullmatch(POSTCODES[country], postcode):
            self.add_error(name, str(POSTCODE_WRONG[country]))
            return
        self.cleaned_data[name] = f"{postcode[:3]} {postcode[3:]}" if country == "SE" else postcode


POSTCODE_WRONG = {
    "SE": _("A Swedish postcode has five digits, for example 178 23."),
    "DK": _("A Danish postcode has four digits, for example 8000."),
}
MISSING = {
    "contact_name": _("Write your name, so that we know whom to ask."),
    "contact_email": _("Write your e-mail address: the order confirmation is sent there."),
    "organisation_name": _("Write which organisation orders."),
    "delivery_street": _("Write the street or box that the parcel goes to."),
    "delivery_postcode": _("Write the postcode that the parcel goes to."),
    "delivery_city": _("Write the town that the parcel goes to."),
}
INVOICE_MISSING = {
    "invoice_street": _("Write the street or box of the invoice address, or leave the whole address empty."),
    "invoice_postcode": _("Write the postcode of the invoice address, or leave the whole address empty."),
    "invoice_city": _("Write the town of the invoice address, or leave the whole address empty."),
}
AUTOCOMPLETE = {
    "contact_name": "name",
    "contact_email": "email",
    "contact_phone": "tel",
    "unit": "organization-title",
    "delivery_street": "shipping street-address",
    "delivery_postcode": "shipping postal-code",
    "delivery_city": "shipping address-level2",
    "delivery_country": "shipping country",
    "invoice_street": "billing street-address",
    "invoice_postcode": "billing postal-code",
    "invoice_city": "billing address-level2",
}


def _autocomplete(fields: Mapping[str, forms.Field]) -> None:
    for name, token in AUTOCOMPLETE.items():
        fields[name].widget.attrs["autocomplete"] = token
    fields["delivery_street"].widget.attrs |= {  # a box may cost more postage
        "hx-post": reverse("storefront:order-total"),
        "hx-trigger": "change",
        "hx-target": "#totals",
        "hx-swap": "outerHTML",
    }
    fields["organisation_name"].widget.attrs |= {
        "list": "organisations",
        "autocomplete": "organization",
        "hx-get": reverse("storefront:organisations"),
        "hx-trigger": "input changed delay:250ms",
        "hx-target": "#organisations",
        "hx-params": "organisation_name",
    }


def _helper() -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(
        "key",
        _group(
            _("Who you are"),
            "contact_name",
            "contact_email",
            "contact_phone",
            "organisation_name",
            "unit",
            "organisation_number",
        ),
        _group(
            _("Deliver to"),
            _wide("delivery_street"),
            "delivery_postcode",
            "delivery_city",
            "delivery_country",
        ),
        _group(
            _("Invoice and references"),
            "buyer_reference",
            "own_order_number",
            "cost_centre",
            "marking",
            "e_invoice_address",
            HTML('{% include "storefront/_invoice_address.html" %}'),
            _wide("note"),
        ),
    )
    return helper


def _group(legend: Any, *fields: Any) -> Fieldset:
    return Fieldset(legend, Div(*fields, css_class="form-columns"))


def _wide(name: str) -> Div:
    return Div(name, css_class="wide")
