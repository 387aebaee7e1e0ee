"""Who sells: an association or a publisher, and what it asks for postage."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.fields import MoneyField


class Country(models.TextChoices):
    SE = "SE", _("Sweden")
    DK = "DK", _("Denmark")


class Currency(models.TextChoices):
    SEK = "SEK", _("Swedish kronor")
    DKK = "DKK", _("Danish kroner")


class Language(models.TextChoices):
    SV = "sv", _("Swedish")
    DA = "da", _("Danish")
    EN = "en", _("English")


class Seller(models.Model):
    """A party that sells in the shop; an association also publishes circulars."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=100)
    legal_name = models.CharField(max_length=200)
    organisation_number = models.CharField(max_length=20)
    vat_number = models.CharField(max_length=20, blank=True)
    f_tax = models.BooleanField(default=False)
    registered_office = models.CharField(max_length=100, blank=True)
    street = models.CharField(max_length=200)
    postcode = models.CharField(max_length=12)
    city = models.CharField(max_length=100)
    country = models.CharField(max_length=2, choices=Country.choices)
    currency = models.CharField(max_length=3, choices=Currency.choices)
    language = models.CharField(max_length=2, choices=Language.choices)
    order_contact_name = models.CharField(max_length=100, blank=True)
    email = models.EmailField()
    phone = models.CharField(max_length=40, blank=True)
    web = models.CharField(max_length=100, blank=True)
    bank_giro = models.CharField(max_length=20, blank=True)
    bank_account = models.CharField(max_length=40, blank=True)
    payment_days = models.PositiveSmallIntegerField(default=30)
    auto_release = models.BooleanField(
        default=False, help_text=_("Open orders for picking at once, without a person's release.")
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(name="seller_country", condition=models.Q(country__in=Country.values)),
            models.CheckConstraint(name="seller_currency", condition=models.Q(currency__in=Currency.values)),
        ]

    def __str__(self) -> str:
        return self.name


class PostageTariff(models.Model):
    """What a seller asks for postage from a date on. Newer tariffs are added; old ones stay."""

    class Basis(models.TextChoices):
        WEIGHT = "weight", _("by weight")
        QUANTITY = "quantity", _("by number of copies")

    class FreeGoods(models.TextChoices):
        COUNTED = "counted", _("free copies are posted like the rest")
        IGNORED = "ignored", _("free copies are posted free of charge")

    seller = models.ForeignKey(Seller, models.PROTECT, related_name="postage_tariffs")
    from_on = models.DateField()
    basis = models.CharField(max_length=10, choices=Basis.choices)
    free_goods = models.CharField(max_length=10, choices=FreeGoods.choices, default=FreeGoods.COUNTED)
    free_from_net = MoneyField(null=True, blank=True)
    default_weight_g = models.PositiveIntegerField(default=0)
    surcharge_po_box = MoneyField(default=0)

    class Meta:
        ordering = ["seller", "-from_on"]
        constraints = [models.UniqueConstraint(name="one_tariff_a_day", fields=["seller", "from_on"])]

    def __str__(self) -> str:
        return f"{self.seller} {self.from_on}"


class PostageBand(models.Model):
    """A step of a tariff: the postage up to so many grams or copies; the last has no limit."""

    tariff = models.ForeignKey(PostageTariff, models.CASCADE, related_name="bands")
    up_to = models.PositiveIntegerField(null=True, blank=True, validators=[MinValueValidator(1)])
    net = MoneyField()

    class Meta:
        ordering = ["tariff", models.F("up_to").asc(nulls_last=True)]
        constraints = [
            models.UniqueConstraint(name="one_band_a_limit", fields=["tariff", "up_to"]),
            models.UniqueConstraint(
                name="one_band_without_limit", fields=["tariff"], condition=models.Q(up_to__isnull=True)
            ),
            models.CheckConstraint(name="band_not_negative", condition=models.Q(net__gte=0)),
        ]

    def __str__(self) -> str:
        return f"{self.up_to or '∞'}: {self.net}"
