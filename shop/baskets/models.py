"""A filled-in order form between its review and its button."""

from django.db import models


class OrderDraft(models.Model):
    """What was typed, under the key that its form carries.

    The key is unguessable and names the review page, so a lost session loses nothing that was typed.
    `source` is the address of the page with the form, to go back to.
    """

    key = models.UUIDField(primary_key=True)
    source = models.CharField(max_length=300)
    typed = models.JSONField()
    saved_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return str(self.key)
