"""The demonstration's catalogue."""

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from catalog import stock
from catalog.models import (
    Announcement,
    Circular,
    Enclosure,
    FreeCopies,
    Keyword,
    PostageBand,
    PostageTariff,
    Price,
    PriceTier,
    Publication,
    RecipientGroup,
    Seller,
    Series,
    StockMovement,
    VatClass,
)
from catalog.queries.search import text_of_circular, text_of_publication

FILES = Path(__file__).parent


def read(name: str, key: str) -> list[dict[str, Any]]:
    """The tables `[[key]]` of a file."""
    found: list[dict[str, Any]] = tomllib.loads((FILES / f"{name}.toml").read_text(encoding="utf-8"))[key]
    return found


def load_catalogue() -> None:
    """Sellers, series, publications with prices and stock, circulars with announcements."""
    for row in read("sellers", "seller"):
        _load_seller(row)
    sellers = {seller.slug: seller for seller in Seller.objects.all()}
    for row in read("series", "series"):
        Series.objects.create(slug=row["slug"], name=row["name"], seller=sellers[row["seller"]])
    for row in read("publications", "publication"):
        _load_publication(row, sellers)
    for row in read("circulars", "circular"):
        _load_circular(row, sellers)


def _load_seller(row: dict[str, Any]) -> None:
    tariffs = row.pop("postage")
    seller = Seller.objects.create(**row)
    for tariff in tariffs:
        bands, basis = tariff.pop("bands"), tariff.pop("by")
        money = {
            name: Decimal(tariff.pop(name))
            for name in ("free_from_net", "surcharge_po_box")
            if name in tariff
        }
        made = PostageTariff.objects.create(seller=seller, basis=basis, **money, **tariff)
        for band in bands:
            PostageBand.objects.create(tariff=made, up_to=band.get("up_to"), net=Decimal(band["net"]))


def _load_publication(row: dict[str, Any], sellers: Mapping[str, Seller]) -> None:
    prices, keywords, on_hand = row.pop("price", []), row.pop("keywords"), row.pop("on_hand")
    row.pop("free_pdf")
    series = Series.objects.filter(slug=row["series"]).first()
    row |= {
        "seller": sellers[row["seller"]],
        "series": series,
        "vat_class": VatClass.objects.get(code=row["vat_class"]),
        **{name: row[name] or None for name in ("pages", "year", "max_quantity")},
    }
    made = Publication(**row)
    made.search_text = text_of_publication(made, keywords=keywords, series=series.name if series else "")
    made.save()
    made.keywords.set([Keyword.objects.get_or_create(name=name)[0] for name in keywords])
    for price in prices:
        _load_price(made, price)
    if on_hand:
        stock.book(made, quantity=on_hand, kind=StockMovement.Kind.RECEIVED, reference="Talong")


def _load_price(publication: Publication, row: dict[str, Any]) -> None:
    made = Price.objects.create(
        publication=publication, from_on=row["from_on"], unit_net=Decimal(row["unit_net"])
    )
    for tier in row["tiers"]:
        PriceTier.objects.create(
            price=made, min_quantity=tier["min_quantity"], unit_net=Decimal(tier["unit_net"])
        )


def _load_circular(row: dict[str, Any], sellers: Mapping[str, Seller]) -> None:
    announcements, enclosures = row.pop("announcement", []), row.pop("enclosures")
    keywords, groups = row.pop("keywords"), row.pop("recipient_groups")
    row |= {"publisher": sellers[row["publisher"]], "replaces_number": row.pop("replaces")}
    made = Circular(**row, state=Circular.State.PUBLISHED)
    made.search_text = text_of_circular(made, keywords=keywords)
    made.save()
    made.keywords.set([Keyword.objects.get_or_create(name=name)[0] for name in keywords])
    made.recipient_groups.set(RecipientGroup.objects.filter(slug__in=groups))
    for position, enclosure in enumerate(enclosures, start=1):
        kept = Enclosure.objects.create(circular=made, position=position, title=enclosure["title"])
        kept.only_for.set(RecipientGroup.objects.filter(slug__in=enclosure["only_for"]))
    for position, announcement in enumerate(announcements, start=1):
        _load_announcement(made, announcement, position=position)


def _load_announcement(circular: Circular, row: dict[str, Any], *, position: int) -> None:
    free, price = row.pop("free_copies", []), row.pop("announced_price")
    row["publication"] = Publication.objects.get(slug=row["publication"])
    made = Announcement.objects.create(
        circular=circular, position=position, announced_price=Decimal(price) if price else None, **row
    )
    for copies in free:
        group = RecipientGroup.objects.get(slug=copies["group"])
        FreeCopies.objects.create(announcement=made, group=group, quantity=copies["quantity"])
