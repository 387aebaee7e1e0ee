"""Importing: a circular's text becomes a draft that a person completes and publishes."""

from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from catalog.errors import Refused
from catalog.imports import Extraction, as_json
from catalog.models import (
    Announcement,
    Circular,
    Enclosure,
    FreeCopies,
    ImportedText,
    Keyword,
    Publication,
    RecipientGroup,
    Seller,
)
from catalog.queries.search import folded, text_of_circular, text_of_publication
from shop.journal.models import write

Row = TypeVar("Row", bound=Model)


class UnknownPublisher(Refused):
    """Facts: name."""

    reason = _("No seller is called “%(name)s”. Say which seller publishes the circular.")


class AlreadyImported(Refused):
    """Facts: number."""

    reason = _("Circular %(number)s is already here.")


class NotAText(Refused):
    reason = _("The file is not a plain text. Save it as text first, then import it.")


class NothingRead(Refused):
    reason = _("No title could be read in the text, so there is nothing to make a draft of.")


@transaction.atomic
def import_circular(
    extraction: Extraction, *, text: str, by: Any | None, publisher: Seller | None = None
) -> Circular:
    """Store what was read from `text` as a draft circular with draft publications, and the text with it.

    The printed prices stay on the announcements; nothing is priced or sold before a person publishes.
    A publication that its seller already has under the same order number is announced, not doubled.
    Raises `NotAText`, `NothingRead`, `UnknownPublisher`, or `AlreadyImported` for a known number or text.
    """
    read = as_json(extraction)
    _refuse_unreadable(read, text=text)
    publisher = publisher or _publisher_of(read)
    _refuse_known(read, publisher, text=text)
    circular = _write_circular(read, publisher)
    for position, row in enumerate(read["publications"], start=1):
        _write_announcement(circular, row, position=position)
    ImportedText.objects.create(
        circular=circular, source_file=read["source_file"][:200], text=text, extraction=read
    )
    write(
        "circular.imported",
        subject=("circular", str(circular.pk)),
        by=by,
        as_name="" if by else "import_circulars",
        source_file=read["source_file"],
    )
    return circular


def _refuse_unreadable(read: dict[str, Any], *, text: str) -> None:
    if "\0" in text:
        raise NotAText()
    if not read["title"]:
        raise NothingRead()


def _publisher_of(read: dict[str, Any]) -> Seller:
    found = _seller_called(read["publisher"]) or _only_publisher_in(read["language"])
    if found is None:
        raise UnknownPublisher(name=read["publisher"] or "")
    return found


def _refuse_known(read: dict[str, Any], publisher: Seller, *, text: str) -> None:
    number = read["circular_number"]
    if number and Circular.objects.filter(publisher=publisher, number=number).exists():
        raise AlreadyImported(number=number)
    if ImportedText.objects.filter(circular__publisher=publisher, text=text).exists():
        raise AlreadyImported(number=number or read["title"])


def _seller_called(name: str | None) -> Seller | None:
    """The seller of that name, in whatever case (SQLite alone knows no case of Å, Ä and Ö)."""
    wanted = folded(name or "")
    sellers = Seller.objects.order_by("pk")
    return next((one for one in sellers if wanted in (folded(one.name), folded(one.legal_name))), None)


def _only_publisher_in(language: str) -> Seller | None:
    """Whose a text is that does not say so: the one seller that publishes circulars in its language."""
    sellers = Seller.objects.filter(language=language)
    for candidates in (sellers.filter(circulars__isnull=False).distinct(), sellers):
        found = list(candidates[:2])
        if len(found) == 1:
            return found[0]
    return None


def _write_circular(read: dict[str, Any], publisher: Seller) -> Circular:
    circular = Circular(
        publisher=publisher,
        slug=_slug(read, publisher),
        number=read["circular_number"] or "",
        diary_number=read["diary_number"] or "",
        kind=Circular.Kind.CIRCULAR if read["kind"] == "circular" else Circular.Kind.PAGE,
        language=read["language"],
        title=read["title"],
        dated_on=_day(read["date"]),
        changed_on=_day(read["changed_date"]),
        handlers=read["handlers"],
        sections=read["sections"],
        signatories=read["signatories"],
        events=[_event(event) for event in read["events"]],
        question_contacts=read["question_contacts"],
        replaces_number=read["replaces"] or "",
    )
    circular.search_text = text_of_circular(circular, keywords=read["keywords"])
    _cut(circular).save()
    circular.keywords.set([Keyword.objects.get_or_create(name=name[:60])[0] for name in read["keywords"]])
    circular.recipient_groups.set(_groups_called(read["recipients"]))
    _write_enclosures(circular, read)
    return circular


def _write_enclosures(circular: Circular, read: dict[str, Any]) -> None:
    """Everything enclosed, in the printed order, then what is only said to be enclosed for some."""
    only_for = {item: row["recipients"] for row in read["restricted_enclosures"] for item in row["items"]}
    for position, title in enumerate(dict.fromkeys([*read["enclosures"], *only_for]), start=1):
        enclosure = Enclosure.objects.create(circular=circular, position=position, title=title[:300])
        enclosure.only_for.set(_groups_called(only_for.get(title, [])))


def _write_announcement(circular: Circular, row: dict[str, Any], *, position: int) -> None:
    publication = _publication(circular, row, position=position)
    if circular.announcements.filter(publication=publication).exists():
        return
    price, contact = row["price_printed"], row["order_contact"] or {}
    announcement = Announcement(
        circular=circular,
        publication=publication,
        position=position,
        announced_price=Decimal(price) if price else None,
        announced_excludes_vat=row["price_excludes_vat"],
        announced_excludes_postage=row["price_excludes_postage"],
        announced_tiers=[
            {"min_quantity": tier["min_qty"], "unit_price": tier["unit_price"]} for tier in row["tiers"]
        ],
        **{f"order_contact_{name}": value or "" for name, value in contact.items()},
    )
    _cut(announcement).save()
    for group in _groups_called(row["free_copy_to"]):
        quantity = row["free_copy_quantity"] or 1
        FreeCopies.objects.create(announcement=announcement, group=group, quantity=quantity)


def _publication(circular: Circular, row: dict[str, Any], *, position: int) -> Publication:
    seller = _seller_called(row["supplier"]) or circular.publisher
    number = (row["order_number"] or "")[:40]
    known = seller.publications.filter(article_number=number).first() if number else None
    if known:
        return known
    title, _dash, subtitle = row["title"].partition(" - ")
    slug = f"{_in_address(title)[:60]}-{circular.publisher.slug}-{circular.slug}"[:110]
    own_number = f"{circular.slug[:30]}-{position}"
    draft = Publication(
        seller=seller,
        slug=_free(slug, Publication.objects.all(), column="slug"),
        article_number=number or _free(own_number, seller.publications.all(), column="article_number"),
        isbn13=row["isbn13"] or "",
        title=title,
        subtitle=subtitle,
        pages=row["pages"],
        year=circular.dated_on.year if circular.dated_on else None,
        language=circular.language,
    )
    draft.search_text = text_of_publication(draft, keywords=[], series="")
    _cut(draft).save()
    return draft


def _cut(row: Row) -> Row:
    """`row` with its texts cut to what their columns hold; the imported text keeps them whole."""
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if field.max_length and isinstance(value, str):
            setattr(row, field.attname, value[: field.max_length])
    return row


def _groups_called(names: list[str]) -> list[RecipientGroup]:
    """The groups of the controlled list that go by these names, in any of their spellings."""
    wanted = [folded(name) for name in names]
    return list(RecipientGroup.objects.filter(aliases__folded__in=wanted).distinct())


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _event(event: dict[str, Any]) -> dict[str, str]:
    return {
        "kind": event["type"],
        "title": event["title"],
        "when": event.get("when") or "",
        "note": event.get("note") or "",
    }


def _slug(read: dict[str, Any], publisher: Seller) -> str:
    """`1996-134`, or words of the title for a page without a number; with a counter where it is taken."""
    wanted = slugify(read["circular_number"].replace(":", "-")) if read["circular_number"] else ""
    wanted = wanted or _in_address(read["title"])[:100] or "cirkular"
    return _free(wanted, publisher.circulars.all(), column="slug")


def _in_address(title: str) -> str:
    """`title` as an address has it. (Django takes the rings and dots off å, ä and ö, but drops æ and ø.)"""
    return slugify(title.casefold().replace("æ", "ae").replace("ø", "oe"))


def _free(wanted: str, rows: QuerySet[Any], *, column: str) -> str:
    """`wanted`, with a counter where one of `rows` already has it in `column`."""
    taken = set(rows.filter(**{f"{column}__startswith": wanted}).values_list(column, flat=True))
    counted = (f"{wanted}-{n}" for n in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(one for one in counted if one not in taken)
