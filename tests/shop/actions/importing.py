"""Importing invented circulars into a shop with an association and a publishing house."""

from typing import Any

from catalog.imports import read_circular
from catalog.models import Circular, Publication, Seller
from shop.actions.import_circular import import_circular
from tests import factories


def association() -> Seller:
    """The publisher of the Swedish texts, with the recipient groups that it writes to."""
    for name, *spellings in [
        ("Kommunstyrelsen",),
        ("Idrott - Fritid", "Idrott och fritid"),
        ("Personal", "Personalnämnd"),
        ("Äldreomsorg",),
    ]:
        group = factories.recipient_group(name)
        for spelling in (name, *spellings):
            factories.recipient_alias(group, spelling)
    return factories.seller(
        slug="kommunforbundet", name="Kommunförbundet", legal_name="Svenska Kommunförbundet"
    )


def publishing_house() -> Seller:
    return factories.seller(slug="kommentus", name="Kommentus", legal_name="KOMMENTUS FÖRLAG AB")


def danish_association() -> Seller:
    return factories.seller(
        slug="kl", name="KL", legal_name="KL", language="da", country="DK", currency="DKK"
    )


def imported(text: str, *, file: str = "text.txt", **options: Any) -> Circular:
    """The draft that is made of `text`, as the database has it."""
    reading = read_circular(text, source_file=file)
    circular = import_circular(reading, text=text, **{"by": None} | options)
    return Circular.objects.get(pk=circular.pk)


def announced(circular: Circular) -> list[Publication]:
    return [row.publication for row in circular.announcements.all()]
