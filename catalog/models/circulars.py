"""What is announced: circulars, and what each says about the publications in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from catalog.models.fields import MoneyField
from catalog.models.publications import Keyword, Publication
from catalog.models.recipients import RecipientGroup
from catalog.models.sellers import Language, Seller


class Circular(models.Model):
    """A numbered letter of an association to its members, or an unnumbered page of one.

    Lists of names are kept as printed, in order. `events` are shown and never sold; each is a dict with
    `kind`, `title`, `when`, `note`. `question_contacts` are dicts with `name`, `organisation`, `phone`,
    `email`: who answers questions, which is not who takes orders.
    """

    class Kind(models.TextChoices):
        CIRCULAR = "circular", _("circular")
        PAGE = "page", _("page")

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")

    publisher = models.ForeignKey(Seller, models.PROTECT, related_name="circulars")
    slug = models.SlugField(max_length=120)
    number = models.CharField(max_length=20, blank=True)
    diary_number = models.CharField(max_length=30, blank=True)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.CIRCULAR)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.SV)
    title = models.CharField(max_length=300)
    dated_on = models.DateField(null=True, blank=True)
    changed_on = models.DateField(null=True, blank=True)
    handlers = models.JSONField(default=list, blank=True)
    sections = models.JSONField(default=list, blank=True)
    signatories = models.JSONField(default=list, blank=True)
    events = models.JSONField(default=list, blank=True)
    question_contacts = models.JSONField(default=list, blank=True)
    keywords = models.ManyToManyField(Keyword, blank=True, related_name="circulars")
    recipient_groups = models.ManyToManyField(RecipientGroup, blank=True, related_name="circulars")
    replaces_number = models.CharField(max_length=20, blank=True)
    body = models.TextField(blank=True)
    search_text = models.TextField(editable=False, blank=True, default="")

    class Meta:
        ordering = ["-dated_on", "-pk"]
        constraints = [
            models.UniqueConstraint(name="slug_of_publisher", fields=["publisher", "slug"]),
            models.UniqueConstraint(
                name="number_of_publisher",
                fields=["publisher", "number"],
                condition=~models.Q(number=""),
            ),
        ]
        indexes = [models.Index(fields=["state", "-dated_on"])]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class Enclosure(models.Model):
    """What lies in the envelope with a circular; some only for some recipients."""

    circular = models.ForeignKey(Circular, models.CASCADE, related_name="enclosures")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    only_for = models.ManyToManyField(RecipientGroup, blank=True, related_name="+")

    class Meta:
        ordering = ["circular", "position"]

    def __str__(self) -> str:
        return self.title


class Announcement(models.Model):
    """A publication in a circular: who takes orders for it, and the price as the circular printed it.

    The printed price is what the reader of the circular remembers; what an order costs stands in `Price`.
    """

    circular = models.ForeignKey(Circular, models.CASCADE, related_name="announcements")
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="announcements")
    position = models.PositiveSmallIntegerField(default=1)
    order_contact_name = models.CharField(max_length=100, blank=True)
    order_contact_organisation = models.CharField(max_length=150, blank=True)
    order_contact_address = models.CharField(max_length=200, blank=True)
    order_contact_phone = models.CharField(max_length=40, blank=True)
    order_contact_fax = models.CharField(max_length=40, blank=True)
    order_contact_email = models.EmailField(blank=True)
    order_contact_url = models.CharField(max_length=200, blank=True)
    announced_price = MoneyField(null=True, blank=True)
    announced_excludes_vat = models.BooleanField(null=True, blank=True)
    announced_excludes_postage = models.BooleanField(null=True, blank=True)
    announced_tiers = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["circular", "position"]
        constraints = [
            models.UniqueConstraint(name="announced_once_a_circular", fields=["circular", "publication"])
        ]

    def __str__(self) -> str:
        return f"{self.circular} · {self.publication}"


class FreeCopies(models.Model):
    """The entitlement of a recipient group to copies of a publication with a circular."""

    announcement = models.ForeignKey(Announcement, models.CASCADE, related_name="free_copies")
    group = models.ForeignKey(RecipientGroup, models.PROTECT, related_name="+")
    quantity = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["announcement", "group"]
        verbose_name_plural = "free copies"
        constraints = [models.UniqueConstraint(name="entitled_once", fields=["announcement", "group"])]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.group}"


class ImportedText(models.Model):
    """The text that a draft was read from, and what the reader made of it."""

    circular = models.ForeignKey(Circular, models.CASCADE, related_name="imported_texts")
    source_file = models.CharField(max_length=200)
    text = models.TextField()
    extraction = models.JSONField()
    imported_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-imported_at"]

    def __str__(self) -> str:
        return self.source_file
