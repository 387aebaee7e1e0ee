"""The journal's one table and its one door."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone


class Entry(models.Model):
    """One change, in the past tense: `order.placed` on subject `order 26-0017`.

    `actor` is the signed-in person or empty; `actor_name` is how the actor is shown (a name, "customer",
    "worker"). `facts` holds what changed, as JSON.
    """

    at = models.DateTimeField(default=timezone.now)
    kind = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=30)
    subject_key = models.CharField(max_length=60)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=100)
    facts = models.JSONField(default=dict)

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "entries"
        indexes = [models.Index(fields=["subject_kind", "subject_key", "-id"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_key}"


def write(
    kind: str,
    *,
    subject: tuple[str, str],
    by: Any | None,
    as_name: str = "",
    at: datetime | None = None,
    **facts: Any,
) -> Entry:
    """Add an entry. `by` is a user or None; `as_name` names an actor that is no user; `at` is now."""
    return Entry.objects.create(
        at=at or timezone.now(),
        kind=kind,
        subject_kind=subject[0],
        subject_key=subject[1],
        actor=by,
        actor_name=as_name or (str(by) if by else ""),
        facts=facts,
    )
