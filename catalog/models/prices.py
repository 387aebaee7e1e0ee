"""What a title costs from a date on, and what VAT its class bears in a country from a date on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.fields import UnitPriceField
from catalog.models.sellers import Country


class VatClass(models.Model):
    """A class of goods as VAT law sees it: printed books, e-publications, other goods."""

    class Code(models.TextChoices):
        BOOK = "book", _("printed books")
        E_PUBLICATION = "e_publication", _("e-publications")
        OTHER = "other", _("other goods")

    code = models.CharField(max_length=20, unique=True, choices=Code.choices)

    class Meta:
        ordering = ["code"]
        verbose_name_plural = "VAT classes"

    def __str__(self) -> str:
        return self.get_code_display()


class VatRate(models.Model):
    """The rate in percent that a class bears in a country from a date on, until the next rate's date."""

    vat_class = models.ForeignKey(VatClass, models.PROTECT, related_name="rates")
    country = models.CharField(max_length=2, choices=Country.choices)
    from_on = models.DateField()
    percent = models.DecimalField(max_digits=5, decimal_places=2)

    class Meta:
        ordering = ["vat_class", "country", "from_on"]
        constraints = [
            models.UniqueConstraint(name="one_vat_rate_a_day", fields=["vat_class", "country", "from_on"]),
            models.CheckConstraint(
                name="vat_percent_in_range", condition=models.Q(percent__gte=0, percent__lte=100)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vat_class} {self.country} {self.from_on}: {self.percent} %"


class Price(models.Model):
    """The net price of one copy from a date on, in the seller's currency.

    Append-only (the database refuses an update). Of two prices with the same date the later entered holds.
    """

    publication = models.ForeignKey("catalog.Publication", models.PROTECT, related_name="prices")
    from_on = models.DateField()
    unit_net = UnitPriceField()
    entered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["publication", "-from_on", "-pk"]
        constraints = [models.CheckConstraint(name="price_not_negative", condition=models.Q(unit_net__gte=0))]

    def __str__(self) -> str:
        return f"{self.publication} {self.from_on}: {self.unit_net}"


class PriceTier(models.Model):
    """A price break: from `min_quantity` copies of the article in an order, every copy costs `unit_net`."""

    price = models.ForeignKey(Price, models.PROTECT, related_name="tiers")
    min_quantity = models.PositiveIntegerField()
    unit_net = UnitPriceField()

    class Meta:
        ordering = ["price", "min_quantity"]
        constraints = [
            models.UniqueConstraint(name="one_tier_a_quantity", fields=["price", "min_quantity"]),
            models.CheckConstraint(name="tier_from_two", condition=models.Q(min_quantity__gte=2)),
            models.CheckConstraint(name="tier_not_negative", condition=models.Q(unit_net__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.min_quantity}: {self.unit_net}"
