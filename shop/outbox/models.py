"""Messages waiting to be sent, and how their sending went."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Pauses after each failed try: an hour without a mail server is bridged, then patience grows to a day.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 20, 30, 60, 120, 240, 480, 1440, 1440))
CLAIM = timedelta(minutes=5)


class Message(models.Model):
    """A letter to one address. `message_id` is its Message-ID on every try."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENT = "sent", _("sent")
        FAILED = "failed", _("failed")

    kind = models.CharField(max_length=40)
    subject_key = models.CharField(max_length=60)
    recipient = models.EmailField()
    language = models.CharField(max_length=2)
    message_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    last_error = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)
    sent_file = models.ForeignKey("shop.StoredFile", models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["state", "next_try_at"]),
            models.Index(fields=["kind", "subject_key"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject_key}"


def enqueue(kind: str, *, subject_key: str, recipient: str, language: str) -> Message:
    """Write a message in the running transaction."""
    return Message.objects.create(kind=kind, subject_key=subject_key, recipient=recipient, language=language)


def claim_next(*, now: datetime) -> Message | None:
    """Take the next message that is due, so that no other worker takes it within `CLAIM`.

    The claim is one conditional update: of two workers that saw the same row, one changes it. A worker
    that dies leaves a message that is due again when the claim runs out.
    """
    due = Message.objects.filter(state=Message.State.WAITING, next_try_at__lte=now)
    for message in due.order_by("next_try_at", "pk")[:20]:
        mine = Q(pk=message.pk, attempts=message.attempts, state=Message.State.WAITING, next_try_at__lte=now)
        if Message.objects.filter(mine).update(attempts=message.attempts + 1, next_try_at=now + CLAIM):
            message.refresh_from_db()
            return message
    return None


def is_held(message: Message) -> bool:
    """Whether a claimed message is still ours: not run out and taken by another worker meanwhile."""
    return _held(message).exists()


def mark_sent(message: Message, *, file_id: int, now: datetime) -> None:
    """Write down that the letter is out, whoever holds the message by now, with the bytes that were sent."""
    unsent = Message.objects.filter(pk=message.pk).exclude(state=Message.State.SENT)
    unsent.update(state=Message.State.SENT, sent_at=now, sent_file=file_id, last_error="")
    _read_again(message)


def put_off(message: Message, *, error: str, now: datetime) -> None:
    """After a failed try: due again after the pause that so many tries call for, failed after the last."""
    if message.attempts > len(PAUSES):
        return give_up(message, error=error)
    _held(message).update(last_error=error, next_try_at=now + PAUSES[message.attempts - 1])
    return _read_again(message)


def give_up(message: Message, *, error: str) -> None:
    """Failed for good: no further try would go better."""
    _held(message).update(last_error=error, state=Message.State.FAILED)
    _read_again(message)


def _held(message: Message) -> models.QuerySet[Message]:
    return Message.objects.filter(pk=message.pk, attempts=message.attempts, state=Message.State.WAITING)


def _read_again(message: Message) -> None:
    """All but `attempts`: that is our claim, and another worker's count would make it look like theirs."""
    message.refresh_from_db(fields=["state", "next_try_at", "last_error", "sent_at", "sent_file"])
