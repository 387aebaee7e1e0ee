"""A publication as a customer meets it on a day: its price, or why it cannot be ordered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.http import QueryDict
from django.utils import timezone

from catalog.availability import refuse_unorderable
from catalog.errors import Refused
from catalog.models import Announcement, Circular, Publication
from catalog.prices import facts_for_all
from catalog.pricing.facts import PriceFacts
from catalog.queries.browse import visible_publications
from shop.baskets.basket import Basket
from shop.storefront.typed import CIRCULAR, QUANTITY, publications_typed, whole_number


@dataclass(frozen=True)
class TierShown:
    """A step of the price: from so many copies, up to so many (None: any number), for so much each."""

    from_quantity: int
    to_quantity: int | None
    unit_net: Decimal


@dataclass(frozen=True)
class Offer:
    """A publication on an order form. `refusal` says why it cannot be ordered now, if it cannot."""

    publication: Publication
    facts: PriceFacts | None
    refusal: Refused | None
    circular: int | None = None
    announcement: Announcement | None = None
    quantity: int | None = None

    @property
    def field(self) -> str:
        return f"{QUANTITY}{self.publication.pk}"

    @property
    def circular_field(self) -> str:
        return f"{CIRCULAR}{self.publication.pk}"

    @property
    def tiers(self) -> list[TierShown]:
        if self.facts is None:
            return []
        tiers = self.facts.tiers
        ends = [*(tier.min_quantity - 1 for tier in tiers[1:]), None]
        return [
            TierShown(from_quantity=tier.min_quantity, to_quantity=end, unit_net=tier.unit_net)
            for tier, end in zip(tiers, ends, strict=True)
        ]


def offers_for(
    publications: Iterable[Publication],
    *,
    on: date | None = None,
    circulars: Mapping[int, int | None] | None = None,
    quantities: Mapping[int, int] | None = None,
    announcements: Mapping[int, Announcement] | None = None,
) -> list[Offer]:
    """Offers in the given order, with the circular, quantity and announcement of each by primary key."""
    publications, on = list(publications), on or timezone.localdate()
    facts = facts_for_all(publications, on=on)
    return [
        Offer(
            publication=publication,
            facts=facts.get(publication.pk),
            refusal=_refusal(publication, facts.get(publication.pk), on),
            circular=(circulars or {}).get(publication.pk),
            announcement=(announcements or {}).get(publication.pk),
            quantity=(quantities or {}).get(publication.pk),
        )
        for publication in publications
    ]


def offers_of_circular(circular: Circular) -> list[Offer]:
    """What a circular announces, in its order."""
    announcements = {row.publication_id: row for row in circular.announcements.all()}
    return offers_for(
        [row.publication for row in announcements.values()],
        circulars=dict.fromkeys(announcements, circular.pk),
        announcements=announcements,
    )


def offers_of_basket(basket: Basket) -> list[Offer]:
    """What lies in the basket; what has vanished from the catalogue is left out."""
    lines = {line.publication: line for line in basket}
    found = visible_publications().in_bulk(lines)
    return offers_for(
        [found[pk] for pk in lines if pk in found],
        circulars={pk: line.circular for pk, line in lines.items()},
        quantities={pk: line.quantity for pk, line in lines.items()},
    )


def offers_of_typed(typed: Mapping[str, str] | QueryDict) -> list[Offer]:
    """What a sent form holds, by its `quantity-…` and `circular-…` fields."""
    wanted = publications_typed(typed)
    found = visible_publications().in_bulk(wanted)
    return offers_for(
        [found[pk] for pk in wanted if pk in found],
        circulars={pk: whole_number(typed.get(f"{CIRCULAR}{pk}")) for pk in wanted},
    )


def _refusal(publication: Publication, facts: PriceFacts | None, on: date) -> Refused | None:
    try:
        refuse_unorderable(publication, facts=facts, on=on)
    except Refused as refused:
        return refused
    return None
