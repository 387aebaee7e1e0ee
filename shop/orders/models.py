"""Purchases, orders, lines, VAT groups and confirmations: everything frozen at placing."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalog.models import Circular, Publication, Seller, VatClass
from catalog.models.fields import MoneyField, UnitPriceField
from catalog.models.sellers import Country, Currency, Language
from shop.customers.models import Organisation
from shop.files.models import StoredFile
from shop.orders.states import LABELS, State


class Purchase(models.Model):
    """One press of the order button. `key` is the form's key: the database lets it be used once."""

    key = models.UUIDField(unique=True)
    placed_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.key)


class Order(models.Model):
    """An order of one seller's publications, as it was placed.

    `token` makes the customer's link: 192 random bits. `letterhead` is a `snapshot.Letterhead`. Amounts
    are in `currency`, with two decimals.
    """

    class Channel(models.TextChoices):
        WEB = "web", _("web")

    purchase = models.ForeignKey(Purchase, models.PROTECT, related_name="orders")
    seller = models.ForeignKey(Seller, models.PROTECT, related_name="orders")
    number = models.CharField(max_length=20, unique=True)
    token = models.CharField(max_length=40, unique=True)
    revision = models.PositiveSmallIntegerField(default=1)
    state = models.CharField(max_length=12, default=State.PLACED, choices=list(LABELS.items()))
    hold_reason = models.TextField(blank=True)
    cancel_reason = models.TextField(blank=True)
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.WEB)
    language = models.CharField(max_length=2, choices=Language.choices)
    placed_at = models.DateTimeField()
    dated_on = models.DateField(help_text=_("The day whose prices and VAT rates hold."))
    letterhead = models.JSONField()

    contact_name = models.CharField(max_length=100)
    contact_email = models.EmailField()
    contact_phone = models.CharField(max_length=40, blank=True)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="orders")
    organisation_name = models.CharField(max_length=150)
    unit = models.CharField(max_length=150, blank=True)
    organisation_number = models.CharField(max_length=20, blank=True)
    e_invoice_address = models.CharField(max_length=60, blank=True)
    delivery_street = models.CharField(max_length=200)
    delivery_postcode = models.CharField(max_length=12)
    delivery_city = models.CharField(max_length=100)
    delivery_country = models.CharField(max_length=2, choices=Country.choices)
    invoice_name = models.CharField(max_length=150, blank=True)
    invoice_street = models.CharField(max_length=200, blank=True)
    invoice_postcode = models.CharField(max_length=12, blank=True)
    invoice_city = models.CharField(max_length=100, blank=True)
    invoice_country = models.CharField(max_length=2, choices=Country.choices)
    buyer_reference = models.CharField(max_length=60, blank=True)
    own_order_number = models.CharField(max_length=60, blank=True)
    cost_centre = models.CharField(max_length=60, blank=True)
    marking = models.CharField(max_length=100, blank=True)
    note = models.TextField(blank=True)

    currency = models.CharField(max_length=3, choices=Currency.choices)
    postage_net = MoneyField()
    total_net = MoneyField()
    total_vat = MoneyField()
    total_gross = MoneyField()
    search_text = models.TextField(editable=False)

    class Meta:
        ordering = ["-placed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(name="one_order_a_seller", fields=["purchase", "seller"]),
            models.CheckConstraint(
                name="order_adds_up", condition=Q(total_gross=F("total_net") + F("total_vat"))
            ),
            models.CheckConstraint(
                name="cancelled_with_reason", condition=~Q(state="cancelled") | ~Q(cancel_reason="")
            ),
        ]
        indexes = [
            models.Index(fields=["-placed_at", "-id"]),
            models.Index(fields=["seller", "-placed_at"]),
            models.Index(fields=["seller", "state", "-placed_at"]),
            models.Index(fields=["dated_on"]),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def on_hold(self) -> bool:
        return bool(self.hold_reason)

    @property
    def goods_net(self) -> Any:
        return self.total_net - self.postage_net

    @property
    def has_own_invoice_address(self) -> bool:
        return bool(self.invoice_street or self.invoice_name)


class OrderLine(models.Model):
    """One publication in an order: title, quantity, tier and price as they were on the day."""

    order = models.ForeignKey(Order, models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField()
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="order_lines")
    circular = models.ForeignKey(Circular, models.PROTECT, null=True, related_name="order_lines")
    circular_number = models.CharField(max_length=20, blank=True)
    article_number = models.CharField(max_length=40)
    isbn13 = models.CharField(max_length=13, blank=True)
    title = models.CharField(max_length=250)
    subtitle = models.CharField(max_length=250, blank=True)
    quantity = models.PositiveIntegerField()
    tier_min_quantity = models.PositiveIntegerField()
    unit_net = UnitPriceField()
    line_net = MoneyField()
    vat_class = models.CharField(max_length=20, choices=VatClass.Code.choices)
    vat_percent = models.DecimalField(max_digits=5, decimal_places=2)

    class Meta:
        ordering = ["order", "position"]
        constraints = [
            models.UniqueConstraint(name="one_line_a_position", fields=["order", "position"]),
            models.CheckConstraint(name="line_quantity_positive", condition=Q(quantity__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.title}"

    @property
    def full_title(self) -> str:
        return f"{self.title} – {self.subtitle}" if self.subtitle else self.title


class OrderVat(models.Model):
    """The VAT of one rate in an order: computed once on the group's net sum (EN 16931, BG-23)."""

    order = models.ForeignKey(Order, models.PROTECT, related_name="vat_groups")
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    lines_net = MoneyField()
    postage_net = MoneyField()
    base = MoneyField()
    vat = MoneyField()

    class Meta:
        ordering = ["order", "percent"]
        constraints = [
            models.UniqueConstraint(name="one_group_a_rate", fields=["order", "percent"]),
            models.CheckConstraint(name="group_adds_up", condition=Q(base=F("lines_net") + F("postage_net"))),
        ]

    def __str__(self) -> str:
        return f"{self.order} {self.percent} %"


class Confirmation(models.Model):
    """The order confirmation of one revision, kept as it was drawn."""

    order = models.ForeignKey(Order, models.PROTECT, related_name="confirmations")
    revision = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["order", "-revision"]
        constraints = [models.UniqueConstraint(name="confirmed_once", fields=["order", "revision"])]

    def __str__(self) -> str:
        return f"{self.order} r{self.revision}"


class OrderCounter(models.Model):
    """The last order number given in a year."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"
