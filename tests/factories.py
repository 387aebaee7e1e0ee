"""One factory per model. Orders in a later state are made by running actions, never by setting it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import uuid4

from catalog import stock
from catalog.models import (
    Announcement,
    Circular,
    FreeCopies,
    PostageBand,
    PostageTariff,
    Price,
    PriceTier,
    Publication,
    RecipientAlias,
    RecipientGroup,
    Seller,
    StockMovement,
    VatClass,
    VatRate,
)
from catalog.queries.search import folded, text_of_circular, text_of_publication
from shop.actions.place_order import place_order
from shop.customers.models import Assignment, Organisation, User
from shop.orders.models import Order
from shop.orders.wish import Particulars, Wish, WishedLine

serial = count(1)
RATES = [
    ("book", "SE", date(1969, 1, 1), "25"),
    ("book", "SE", date(2002, 1, 1), "6"),
    ("e_publication", "SE", date(1969, 1, 1), "25"),
    ("e_publication", "SE", date(2019, 7, 1), "6"),
    ("other", "SE", date(1969, 1, 1), "25"),
    ("book", "DK", date(1992, 1, 1), "25"),
    ("e_publication", "DK", date(1992, 1, 1), "25"),
    ("other", "DK", date(1992, 1, 1), "25"),
]
PASSWORD = "correct horse battery staple"


def vat_class(code: str = "book") -> VatClass:
    """A class of goods; the dated rates of SE and DK come with the first."""
    if not VatRate.objects.exists():
        for name, country, from_on, percent in RATES:
            owner, _ = VatClass.objects.get_or_create(code=name)
            VatRate.objects.create(
                vat_class=owner, country=country, from_on=from_on, percent=Decimal(percent)
            )
    return VatClass.objects.get(code=code)


def seller(**fields: Any) -> Seller:
    """A Swedish seller without postage."""
    n = next(serial)
    return Seller.objects.create(
        **{
            "slug": f"seller-{n}",
            "name": f"Seller {n}",
            "legal_name": f"Seller {n} AB",
            "organisation_number": "556000-0167",
            "vat_number": "SE556000016701",
            "street": "Storgatan 1",
            "postcode": "118 82",
            "city": "Stockholm",
            "country": "SE",
            "currency": "SEK",
            "language": "sv",
            "email": f"orders-{n}@seller.example",
            "bank_giro": "5050-1055",
        }
        | fields
    )


def tariff(of: Seller, *bands: tuple[int | None, str], **fields: Any) -> PostageTariff:
    """Postage of a seller, by weight: `tariff(s, (250, "22.00"), (None, "59.00"))`."""
    made = PostageTariff.objects.create(
        seller=of, **{"from_on": date(1990, 1, 1), "basis": "weight"} | fields
    )
    for up_to, net in bands:
        PostageBand.objects.create(tariff=made, up_to=up_to, net=Decimal(net))
    return made


def publication(
    *,
    price: str | None = "100",
    tiers: Mapping[int, str] | None = None,
    price_from: date = date(1996, 9, 30),
    stock_of: int = 500,
    vat: str = "book",
    **fields: Any,
) -> Publication:
    """A published, tracked title with a price (None for no price) and copies in stock."""
    n = next(serial)
    made = Publication(
        **{
            "seller": fields.pop("seller", None) or seller(),
            "slug": f"publication-{n}",
            "article_number": f"P-{n}",
            "title": f"Publication {n}",
            "state": "published",
            "vat_class": vat_class(vat),
        }
        | fields
    )
    made.search_text = text_of_publication(made, keywords=[], series="")
    made.save()
    if price is not None:
        priced(made, price, tiers=tiers, from_on=price_from)
    if stock_of:
        stock.book(made, quantity=stock_of, kind=StockMovement.Kind.RECEIVED)
        made.refresh_from_db()
    return made


def priced(of: Publication, unit_net: str, *, tiers: Mapping[int, str] | None = None, from_on: date) -> Price:
    made = Price.objects.create(publication=of, unit_net=Decimal(unit_net), from_on=from_on)
    for min_quantity, tier_net in (tiers or {}).items():
        PriceTier.objects.create(price=made, min_quantity=min_quantity, unit_net=Decimal(tier_net))
    return made


def circular(*publications: Publication, **fields: Any) -> Circular:
    """A published circular that announces `publications`."""
    n = next(serial)
    made = Circular(
        **{
            "publisher": fields.pop("publisher", None)
            or (publications[0].seller if publications else seller()),
            "number": f"1996:{n}",
            "slug": f"1996-{n}",
            "title": f"Circular {n}",
            "dated_on": date(1996, 9, 30),
            "state": "published",
            "body": "A first paragraph.\n\nA second one.",
        }
        | fields
    )
    made.search_text = text_of_circular(made, keywords=[])
    made.save()
    for position, announced in enumerate(publications, start=1):
        Announcement.objects.create(circular=made, publication=announced, position=position)
    return made


def recipient_group(name: str = "Kommunstyrelsen") -> RecipientGroup:
    return RecipientGroup.objects.get_or_create(slug=folded(name).replace(" ", "-"), defaults={"name": name})[
        0
    ]


def recipient_alias(of: RecipientGroup, spelling: str) -> RecipientAlias:
    """Another spelling of a group; importing knows a group by its spellings alone."""
    return RecipientAlias.objects.create(group=of, folded=folded(spelling))


def free_copies(of: Announcement, *, group: RecipientGroup, quantity: int = 1) -> FreeCopies:
    return FreeCopies.objects.create(announcement=of, group=group, quantity=quantity)


def organisation(name: str = "Ekerö kommun", **fields: Any) -> Organisation:
    return Organisation.objects.create(
        **{
            "name": name,
            "name_folded": folded(name),
            "kind": "municipality",
            "country": "SE",
            "code": str(next(serial)),
        }
        | fields
    )


def user(**fields: Any) -> User:
    n = next(serial)
    return User.objects.create_user(
        **{"email": f"person-{n}@talong.example", "name": f"Person {n}", "password": PASSWORD} | fields
    )


def staff(*sellers: Seller, role: str = "office", **fields: Any) -> User:
    """A member of staff with a role for some sellers."""
    made = user(**fields)
    for one in sellers:
        Assignment.objects.create(user=made, seller=one, role=role)
    return made


def particulars(**fields: Any) -> Particulars:
    return Particulars(
        **{
            "contact_name": "Maja Lind",
            "contact_email": "maja.lind@ekero.example",
            "organisation_name": "Ekerö kommun",
            "unit": "Tappströmsskolan",
            "delivery_street": "Tappströmsvägen 2",
            "delivery_postcode": "178 23",
            "delivery_city": "Ekerö",
            "buyer_reference": "ZZ1234",
        }
        | fields
    )


def wish(*lines: tuple[Publication, int], language: str = "sv", **fields: Any) -> Wish:
    """What a person asks for: `wish((book, 15), (booklet, 2), marking="Skolan")`."""
    return Wish(
        lines=tuple(WishedLine(publication=one.pk, quantity=quantity) for one, quantity in lines),
        particulars=particulars(**fields),
        language=language,
    )


def order(*lines: tuple[Publication, int], **fields: Any) -> Order:
    """A placed order of one seller's publications, through the ordinary action."""
    at = fields.pop("at", None)
    chosen = lines or ((publication(tiers={15: "65"}), 15),)
    placed = place_order(wish(*chosen, **fields), key=uuid4(), at=at)
    return placed.orders.get()
