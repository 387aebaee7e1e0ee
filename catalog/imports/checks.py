"""What a person should look at before the draft is published."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.imports.numbers import looks_like_isbn
from catalog.imports.record import Caution, Extraction, Found, PublicationFound


def cautions(extraction: Extraction) -> tuple[Caution, ...]:
    """Warnings about the document and each of its publications."""
    found = list(_about_document(extraction))
    for publication in extraction.publications:
        found += _about_price(publication)
        found += _about_number(publication)
        found += _about_order(publication)
    return tuple(found)


def _caution(code: str, message: str, place: Found[object] | None = None) -> Caution:
    return Caution(code, message, place.start if place else None, place.end if place else None)


def _about_document(extraction: Extraction) -> Iterator[Caution]:
    if extraction.kind == "circular" and extraction.circular_number is None:
        yield _caution("no_number", "The circular has no number")
    if extraction.title is None:
        yield _caution("no_title", "No title was found")
    if extraction.date is None:
        yield _caution("no_date", "No date was found")
    if not extraction.publications:
        yield _caution("no_publication", "No publication was found")
    for event in extraction.events:
        yield Caution("event", f"{event.kind.value}: shown, never sold", event.title.start, event.title.end)


def _about_price(publication: PublicationFound) -> Iterator[Caution]:
    name, price = publication.title.value, publication.price_printed
    if price is None:
        yield Caution(
            "no_price", f"No price in the text: {name}", publication.title.start, publication.title.end
        )
    elif publication.price_excludes_vat is None and price.value:
        yield Caution(
            "vat_unknown", f"The text does not say whether VAT is included: {name}", price.start, price.end
        )
    elif publication.price_excl_vat and publication.price_excl_vat.derived:
        yield Caution(
            "net_derived", f"Net price derived from a price with VAT: {name}", price.start, price.end
        )
    if price and any(tier.unit_price.value >= price.value for tier in publication.tiers):
        yield Caution("tier_dearer", f"A price break is not cheaper: {name}", price.start, price.end)


def _about_number(publication: PublicationFound) -> Iterator[Caution]:
    number, isbn = publication.order_number, publication.isbn13
    if number and isbn is None and looks_like_isbn(number.value):
        yield Caution("isbn_wrong", f"Wrong check digit: {number.value}", number.start, number.end)
    if isbn and isbn.derived:
        yield Caution("isbn_derived", f"ISBN derived, not printed: {isbn.value}", isbn.start, isbn.end)


def _about_order(publication: PublicationFound) -> Iterator[Caution]:
    name, title = publication.title.value, publication.title
    if publication.order_contact is None:
        yield Caution("no_order_channel", f"The text names no order channel: {name}", title.start, title.end)
    if publication.availability:
        place = publication.availability
        yield Caution(place.value, f"Not on sale now ({place.value}): {name}", place.start, place.end)
