"""The shelf: one confirmation per revision, kept as it was drawn."""

import hashlib

import pytest

from shop.documents.kinds.order_confirmation import draw
from shop.documents.shelf import confirmation_file
from shop.files.models import StoredFile
from shop.orders.models import Order
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_confirmation_is_drawn_once_and_kept() -> None:
    order = factories.order()
    first, second = confirmation_file(order), confirmation_file(Order.objects.get(pk=order.pk))

    assert first == second
    assert (first.name, first.content_type) == (f"orderbekraftelse-{order.number}.pdf", "application/pdf")
    assert bytes(first.data) == bytes(second.data) == draw(order)
    assert first.sha256 == hashlib.sha256(bytes(first.data)).hexdigest()
    assert StoredFile.objects.count() == 1


def test_a_new_revision_is_drawn_and_the_old_paper_stays() -> None:
    order = factories.order()
    old = confirmation_file(order)
    order.revision = 2
    order.save(update_fields=["revision"])
    new = confirmation_file(order)

    assert new.name == f"orderbekraftelse-{order.number}-r2.pdf"
    assert bytes(new.data) != bytes(old.data)
    assert [kept.file for kept in order.confirmations.all()] == [new, old]
