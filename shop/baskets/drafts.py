"""Keeping filled-in order forms until their button is pressed, and forgetting them after a while."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from shop.baskets.models import OrderDraft

KEPT_FOR = timedelta(days=30)  # they hold personal details and are owed to nobody


def keep_draft(key: UUID, *, typed: Mapping[str, str], source: str) -> OrderDraft:
    """Keep what was typed under its form's key, over what was kept before; drop drafts that are too old."""
    OrderDraft.objects.filter(saved_at__lt=timezone.now() - KEPT_FOR).delete()
    kept, _new = OrderDraft.objects.update_or_create(
        key=key, defaults={"typed": dict(typed), "source": source[:300]}
    )
    return kept


def draft_with(key: UUID | str) -> OrderDraft | None:
    """The draft of a key, also as text from an address; None where there is none."""
    try:
        return OrderDraft.objects.filter(key=UUID(str(key))).first()
    except ValueError:
        return None
