"""How many copies are left: the only writer of `on_hand`, `reserved` and stock movements.

Every change is one conditional update, so that the database itself keeps the counts at zero or above,
on SQLite (which knows no row locks) as on PostgreSQL. Callers that touch several titles go through
them in the order of their primary keys, or two orders could wait for each other for ever.
"""

from django.db.models import F, Q

from catalog.errors import NotEnoughInStock, SoldOut
from catalog.models import Publication, StockMovement

COUNTED_RULES = (Publication.StockRule.TRACKED, Publication.StockRule.BACKORDER)


def book(publication: Publication, *, quantity: int, kind: str, reference: str = "") -> StockMovement:
    """Book copies that came (positive) or went (negative). Raises `NotEnoughInStock` below zero."""
    enough = Q(on_hand__gte=-quantity) & (
        ~Q(stock_rule=Publication.StockRule.TRACKED) | Q(on_hand__gte=F("reserved") - quantity)
    )
    _update(publication, enough, on_hand=F("on_hand") + quantity)
    return StockMovement.objects.create(
        publication=publication, quantity=quantity, kind=kind, reference=reference
    )


def reserve(publication: Publication, *, quantity: int) -> None:
    """Promise copies to an order. A tracked title refuses what is not available; others always promise."""
    available = ~Q(stock_rule=Publication.StockRule.TRACKED) | Q(on_hand__gte=F("reserved") + quantity)
    _update(publication, available, reserved=F("reserved") + quantity)


def release(publication: Publication, *, quantity: int) -> None:
    """Take a promise back: the order was cancelled."""
    _update(publication, Q(reserved__gte=quantity), reserved=F("reserved") - quantity)


def ship(publication: Publication, *, quantity: int, reference: str) -> None:
    """Let promised copies go. Titles that are not counted keep their promise count, and no movement."""
    if publication.stock_rule not in COUNTED_RULES:
        return release(publication, quantity=quantity)
    _update(
        publication,
        Q(on_hand__gte=quantity, reserved__gte=quantity),
        on_hand=F("on_hand") - quantity,
        reserved=F("reserved") - quantity,
    )
    StockMovement.objects.create(
        publication=publication, quantity=-quantity, kind=StockMovement.Kind.SHIPPED, reference=reference
    )
    return None


def _update(publication: Publication, condition: Q, **changes: object) -> None:
    if Publication.objects.filter(condition, pk=publication.pk).update(**changes):
        return
    publication.refresh_from_db(fields=["on_hand", "reserved", "stock_rule"])
    left = publication.available if publication.available is not None else publication.on_hand
    refusal = NotEnoughInStock if left else SoldOut
    raise refusal(title=publication.full_title, available=left, publication=publication.pk)
