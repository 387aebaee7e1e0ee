"""Whether a number of copies of a title may be ordered on a day; if not, why, in a sentence."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from catalog.errors import NotEnoughInStock, Refused, SoldOut
from catalog.models import Publication
from catalog.pricing.facts import PriceFacts


class NotOrderable(Refused):
    """The title itself may not be ordered, in whatever number. Facts: title, publication."""


class UnknownPublication(Refused):
    """No such title, or one that was never published. Facts: publication."""

    reason = _("One of the publications no longer exists.")


class Withdrawn(NotOrderable):
    reason = _("“%(title)s” has been withdrawn and can no longer be ordered.")


class NoPrice(NotOrderable):
    reason = _("“%(title)s” has no price yet, so it cannot be ordered.")


class NotYetAvailable(NotOrderable):
    reason = _("“%(title)s” can be ordered from %(date)s.")


class TooMany(Refused):
    reason = _("At most %(most)s copies of “%(title)s” may be ordered at a time.")


class NotWholePacks(Refused):
    """Facts: title, pack, fewer, more, publication."""

    reason = _("“%(title)s” is sold in packs of %(pack)s. Enter %(fewer)s or %(more)s.")


class OnlySoManyPacks(NotWholePacks):
    """Only one number of whole packs is near and may be ordered. Facts: title, pack, only, publication."""

    reason = _("“%(title)s” is sold in packs of %(pack)s. Enter %(only)s.")


LARGEST_QUANTITY = 99_999


def refuse_unorderable(publication: Publication, *, facts: PriceFacts | None, on: date) -> None:
    """Raise a `NotOrderable` or `SoldOut` where the title may not be ordered on `on` in whatever number."""
    about: dict[str, Any] = {"title": publication.full_title, "publication": publication.pk}
    if publication.state != Publication.State.PUBLISHED:
        raise Withdrawn(**about)
    if facts is None:
        raise NoPrice(**about)
    if publication.available_from_on and publication.available_from_on > on:
        raise NotYetAvailable(date=publication.available_from_on.isoformat(), **about)
    if not _a_pack_is_left(publication):
        raise SoldOut(**about)


def refuse_quantity(publication: Publication, *, quantity: int) -> None:
    """Raise a `Refused` where that many copies may not be ordered now."""
    about: dict[str, Any] = {"title": publication.full_title, "publication": publication.pk}
    most = min(publication.max_quantity or LARGEST_QUANTITY, LARGEST_QUANTITY)
    if quantity > most:
        raise TooMany(most=most, **about)
    if not _a_pack_is_left(publication):
        raise SoldOut(**about)
    available = publication.available
    if available is not None and quantity > available:
        raise NotEnoughInStock(available=available, **about)
    if quantity % publication.pack_size:
        near = _whole_packs(quantity, pack=publication.pack_size, most=min(most, available or most))
        raise NotWholePacks(**near, **about) if "fewer" in near else OnlySoManyPacks(**near, **about)


def _a_pack_is_left(publication: Publication) -> bool:
    return publication.available is None or publication.available >= publication.pack_size


def _whole_packs(quantity: int, *, pack: int, most: int) -> dict[str, int]:
    """The numbers of copies nearest to `quantity` that are whole packs and not too many."""
    fewer = quantity - quantity % pack
    more = fewer + pack
    if fewer and more <= most:
        return {"pack": pack, "fewer": fewer, "more": more}
    return {"pack": pack, "only": fewer or more}
