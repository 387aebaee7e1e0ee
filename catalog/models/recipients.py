"""The functional groups that circulars are addressed to: a controlled list with its spellings."""

from django.db import models


class RecipientGroup(models.Model):
    """A board or field of work within an organisation: Kommunstyrelsen, Grundskola, Äldreomsorg."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=100, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class RecipientAlias(models.Model):
    """Another spelling of a group, case folded: `idrott - fritid` is Idrott - Fritid."""

    group = models.ForeignKey(RecipientGroup, models.CASCADE, related_name="aliases")
    folded = models.CharField(max_length=100, unique=True)

    class Meta:
        ordering = ["folded"]

    def __str__(self) -> str:
        return self.folded
