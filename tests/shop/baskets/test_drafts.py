"""Filled-in forms between their review and their button."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from shop.baskets.drafts import KEPT_FOR, draft_with, keep_draft
from shop.baskets.models import OrderDraft

pytestmark = pytest.mark.django_db


def test_draft_is_kept_under_its_key_and_written_over() -> None:
    key = uuid4()
    keep_draft(key, typed={"note": "a"}, source="/bestall/")
    keep_draft(key, typed={"note": "b"}, source="/bestall/")
    assert [(one.key, one.typed) for one in OrderDraft.objects.all()] == [(key, {"note": "b"})]


def test_draft_of_no_key_is_none() -> None:
    assert (draft_with(""), draft_with("x"), draft_with(uuid4())) == (None, None, None)


def test_draft_is_forgotten_after_a_month() -> None:
    old, new = uuid4(), uuid4()
    keep_draft(old, typed={}, source="/")
    OrderDraft.objects.update(saved_at=timezone.now() - KEPT_FOR - timedelta(minutes=1))
    keep_draft(new, typed={}, source="/")
    assert [one.key for one in OrderDraft.objects.all()] == [new]
