"""Every copy that came or went, as a row that is never changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StockMovement(models.Model):
    """Copies received (positive) or gone (negative). Append-only; `catalog.stock` writes them."""

    class Kind(models.TextChoices):
        RECEIVED = "received", _("received from the printer")
        COUNTED = "counted", _("corrected after a count")
        SHIPPED = "shipped", _("sent with an order")

    publication = models.ForeignKey("catalog.Publication", models.PROTECT, related_name="stock_movements")
    quantity = models.IntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    reference = models.CharField(max_length=100, blank=True, help_text=_("Order, delivery or reason."))
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["publication", "-at", "-pk"]
        constraints = [models.CheckConstraint(name="movement_not_zero", condition=~models.Q(quantity=0))]

    def __str__(self) -> str:
        return f"{self.publication} {self.quantity:+d} {self.kind}"
