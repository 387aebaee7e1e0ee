"""What is published: titles with their facts and the rule for their stock."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.prices import VatClass
from catalog.models.sellers import Language, Seller


class Keyword(models.Model):
    name = models.CharField(max_length=60, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Series(models.Model):
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=150)
    seller = models.ForeignKey(Seller, models.PROTECT, related_name="series")

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "series"

    def __str__(self) -> str:
        return self.name


class Publication(models.Model):
    """A title that may be ordered from one seller.

    `on_hand` is the sum of its stock movements and `reserved` what open orders still await; only
    `catalog.stock` writes them, and the database keeps both at zero or above.
    """

    class Kind(models.TextChoices):
        BOOK = "book", _("book")
        BOOKLET = "booklet", _("booklet")
        FOLDER = "folder", _("folder")
        REPORT = "report", _("report")
        HANDBOOK = "handbook", _("handbook")
        INTERVIEW_BOOK = "interview_book", _("interview book")
        PAMPHLET = "pamphlet", _("pamphlet")
        GUIDE = "guide", _("guide")

    class Format(models.TextChoices):
        PRINT = "print", _("printed")
        PDF = "pdf", _("PDF")

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class StockRule(models.TextChoices):
        TRACKED = "tracked", _("counted; refused when sold out")
        BACKORDER = "backorder", _("counted; ordered and delivered later when sold out")
        ON_DEMAND = "on_demand", _("printed on demand")
        UNTRACKED = "untracked", _("not counted")

    seller = models.ForeignKey(Seller, models.PROTECT, related_name="publications")
    slug = models.SlugField(max_length=120, unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    article_number = models.CharField(max_length=40)
    isbn13 = models.CharField(max_length=13, blank=True)
    title = models.CharField(max_length=250)
    subtitle = models.CharField(max_length=250, blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.BOOK)
    format = models.CharField(max_length=10, choices=Format.choices, default=Format.PRINT)
    series = models.ForeignKey(Series, models.PROTECT, null=True, blank=True, related_name="publications")
    keywords = models.ManyToManyField(Keyword, blank=True, related_name="publications")
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.SV)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    pages = models.PositiveIntegerField(null=True, blank=True)
    weight_g = models.PositiveIntegerField(null=True, blank=True)
    description = models.TextField(blank=True)
    cover = models.FileField(upload_to="covers/", blank=True)
    free_pdf = models.FileField(upload_to="pdf/", blank=True)
    available_from_on = models.DateField(null=True, blank=True)
    vat_class = models.ForeignKey(
        VatClass, models.PROTECT, null=True, blank=True, related_name="publications"
    )
    stock_rule = models.CharField(max_length=10, choices=StockRule.choices, default=StockRule.TRACKED)
    on_hand = models.IntegerField(default=0, editable=False)
    reserved = models.IntegerField(default=0, editable=False)
    shelf = models.CharField(max_length=20, blank=True)
    pack_size = models.PositiveIntegerField(default=1, validators=[MinValueValidator(1)])
    max_quantity = models.PositiveIntegerField(null=True, blank=True)
    search_text = models.TextField(editable=False, blank=True, default="")

    class Meta:
        ordering = ["title", "subtitle", "pk"]
        constraints = [
            models.UniqueConstraint(name="article_number_of_seller", fields=["seller", "article_number"]),
            models.CheckConstraint(name="on_hand_not_negative", condition=models.Q(on_hand__gte=0)),
            models.CheckConstraint(name="reserved_not_negative", condition=models.Q(reserved__gte=0)),
            models.CheckConstraint(
                name="tracked_not_oversold",
                condition=~models.Q(stock_rule="tracked") | models.Q(reserved__lte=models.F("on_hand")),
            ),
            models.CheckConstraint(name="pack_size_positive", condition=models.Q(pack_size__gte=1)),
            models.CheckConstraint(
                name="published_has_vat_class",
                condition=models.Q(state="draft") | models.Q(vat_class__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["state", "-year"])]

    def __str__(self) -> str:
        return self.full_title

    @property
    def full_title(self) -> str:
        """Title and subtitle: enough to tell two publications apart that share most of a title."""
        return f"{self.title} – {self.subtitle}" if self.subtitle else self.title

    @property
    def available(self) -> int | None:
        """Copies that may still be promised, or None where the stock rule sets no limit."""
        return max(self.on_hand - self.reserved, 0) if self.stock_rule == self.StockRule.TRACKED else None
