"""Placing: from a wish to one frozen order per seller."""

from collections import Counter
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from catalog import stock
from catalog.availability import UnknownPublication
from catalog.errors import Refused
from catalog.models import Announcement, Circular, Publication
from catalog.prices import facts_for_all
from catalog.pricing.quote import Quote
from catalog.queries.search import folded, number_key
from shop.baskets.models import OrderDraft
from shop.baskets.quotes import Choice, SellerQuote, figures, quotes_for, refuse_choices
from shop.journal.models import write
from shop.orders.models import Order, OrderLine, OrderVat, Purchase
from shop.orders.moves import move
from shop.orders.numbers import new_token, next_number
from shop.orders.snapshot import Letterhead
from shop.orders.states import Event
from shop.orders.wish import Wish
from shop.outbox.models import enqueue


class NothingToOrder(Refused):
    reason = _("Enter a number of copies for at least one publication.")


class FiguresChanged(Refused):
    """What the buyer saw is no longer what the order would cost."""

    reason = _(
        "The price has changed since you opened this page. Look at the new total and place the order again."
    )


def place_order(
    wish: Wish, *, key: UUID, by: Any | None = None, shown: str | None = None, at: datetime | None = None
) -> Purchase:
    """Place `wish` and return its purchase, or the purchase that `key` has already made.

    Prices, VAT rates and stock are those of the moment. `shown` is the `figures` that the buyer saw,
    where there was a page to see them on; `FiguresChanged` if they differ. Raises the `Refused` of the
    first line that may not be ordered. Nothing is written on refusal.
    """
    try:
        with transaction.atomic():
            return _place(wish, key=key, by=by, shown=shown, at=at or timezone.now())
    except IntegrityError:
        # The same form came twice at once: the database let one through, and this is the other.
        purchase = Purchase.objects.filter(key=key).first()
        if purchase is None:
            raise
        return purchase


def _place(wish: Wish, *, key: UUID, by: Any | None, shown: str | None, at: datetime) -> Purchase:
    placed = Purchase.objects.filter(key=key).first()
    if placed:
        return placed
    on = timezone.localdate(at)
    choices = _choices(wish, on=on)
    refuse_choices(choices, on=on)
    quotes = quotes_for(choices, on=on, to_po_box=wish.particulars.to_po_box)
    if shown is not None and shown != figures(quotes):
        raise FiguresChanged()
    purchase = Purchase.objects.create(key=key, placed_at=at)
    for choice in sorted(choices, key=lambda choice: choice.publication.pk):
        stock.reserve(choice.publication, quantity=choice.quantity)
    for one in quotes:
        _place_one(one, wish, purchase=purchase, by=by, on=on)
    OrderDraft.objects.filter(key=key).delete()
    return purchase


def _choices(wish: Wish, *, on: date) -> list[Choice]:
    wanted: Counter[int] = Counter()
    for line in wish.lines:
        wanted[line.publication] += line.quantity
    if not wanted:
        raise NothingToOrder()
    found = (
        Publication.objects.exclude(state=Publication.State.DRAFT)
        .select_related("seller", "vat_class")
        .in_bulk(wanted)
    )
    for publication in wanted.keys() - found.keys():
        raise UnknownPublication(publication=publication)
    facts = facts_for_all(found.values(), on=on)
    return [
        Choice(publication=found[pk], quantity=quantity, facts=facts.get(pk))
        for pk, quantity in wanted.items()
    ]


def _place_one(one: SellerQuote, wish: Wish, *, purchase: Purchase, by: Any | None, on: date) -> Order:
    order = _write_order(one, wish, purchase=purchase, on=on)
    _write_lines(order, one, wish)
    _write_groups(order, one.quote)
    write(
        "order.placed",
        subject=("order", order.number),
        by=by,
        as_name="" if by else order.contact_name,
        at=order.placed_at,
        total=str(order.total_gross),
        currency=order.currency,
        channel=order.channel,
    )
    if order.on_hold:
        write(
            "order.held",
            subject=("order", order.number),
            by=None,
            as_name="Talong",
            at=order.placed_at,
            reason=order.hold_reason,
        )
    elif one.seller.auto_release:
        move(order, Event.RELEASE)
        write(
            "order.released", subject=("order", order.number), by=None, as_name="Talong", at=order.placed_at
        )
    enqueue(
        "order_confirmation", subject_key=order.number, recipient=order.contact_email, language=order.language
    )
    enqueue(
        "order_notice", subject_key=order.number, recipient=one.seller.email, language=one.seller.language
    )
    return order


def _write_order(one: SellerQuote, wish: Wish, *, purchase: Purchase, on: date) -> Order:
    number = next_number(on=on)
    return Order.objects.create(
        purchase=purchase,
        seller=one.seller,
        number=number,
        token=new_token(),
        language=wish.language,
        placed_at=purchase.placed_at,
        dated_on=on,
        letterhead=Letterhead.of(one.seller).as_json(),
        hold_reason=_reason_to_hold(one, wish),
        currency=one.quote.currency,
        postage_net=one.quote.postage_net,
        total_net=one.quote.net,
        total_vat=one.quote.vat,
        total_gross=one.quote.total,
        search_text=_search_text(number, one, wish),
        **asdict(wish.particulars),
    )


def _reason_to_hold(one: SellerQuote, wish: Wish) -> str:
    """A buyer in another country may owe the VAT itself; a person decides that, not a machine."""
    if wish.particulars.invoice_country == one.seller.country:
        return ""
    with override(one.seller.language):
        return gettext("The buyer is in another country than the seller: check the VAT (reverse charge).")


def _search_text(number: str, one: SellerQuote, wish: Wish) -> str:
    who = wish.particulars
    words = [
        number,
        number_key(number),
        who.contact_name,
        who.contact_email,
        who.organisation_name,
        who.unit,
        who.buyer_reference,
        who.own_order_number,
        who.marking,
    ]
    return folded(" ".join([*words, *(line.publication.title for line in one.lines)]))


def _write_lines(order: Order, one: SellerQuote, wish: Wish) -> None:
    came_from = _circulars(wish)
    OrderLine.objects.bulk_create(
        OrderLine(
            order=order,
            position=position,
            publication=line.publication,
            circular=(circular := came_from.get(line.publication.pk)),
            circular_number=circular.number if circular else "",
            article_number=line.publication.article_number,
            isbn13=line.publication.isbn13,
            title=line.publication.title,
            subtitle=line.publication.subtitle,
            quantity=line.priced.quantity,
            tier_min_quantity=line.priced.tier.min_quantity,
            unit_net=line.priced.unit_net,
            line_net=line.priced.line_net,
            vat_class=line.priced.facts.vat_class,
            vat_percent=line.priced.facts.vat_rate,
        )
        for position, line in enumerate(one.lines, start=1)
    )


def _circulars(wish: Wish) -> dict[int, Circular]:
    """Where each publication was ordered from, if that published circular announces it."""
    named = {(line.publication, line.circular) for line in wish.lines}
    rows = Announcement.objects.filter(
        circular__in={circular for _, circular in named if circular}, circular__state=Circular.State.PUBLISHED
    ).select_related("circular")
    return {
        row.publication_id: row.circular for row in rows if (row.publication_id, row.circular_id) in named
    }


def _write_groups(order: Order, quote: Quote) -> None:
    OrderVat.objects.bulk_create(
        OrderVat(
            order=order,
            percent=group.rate,
            lines_net=group.lines_net,
            postage_net=group.postage_net,
            base=group.base,
            vat=group.vat,
        )
        for group in quote.groups
    )
