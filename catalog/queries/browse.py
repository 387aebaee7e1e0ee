"""The published catalogue, with what a page shows of it."""

from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet

from catalog.models import Announcement, Circular, Publication


def published_circulars() -> QuerySet[Circular]:
    """Newest first, publishers joined."""
    return Circular.objects.filter(state=Circular.State.PUBLISHED).select_related("publisher")


def visible_publications() -> QuerySet[Publication]:
    """Everything that has been published, withdrawn titles too: an old link must not lead nowhere."""
    return Publication.objects.exclude(state=Publication.State.DRAFT).select_related(
        "seller", "vat_class", "series"
    )


def listed_publications() -> QuerySet[Publication]:
    """What lists and searches show: published titles."""
    return visible_publications().filter(state=Publication.State.PUBLISHED)


def newest_publications(*, on: date, count: int) -> QuerySet[Publication]:
    """The latest titles that can be had on a day."""
    to_be_had = Q(available_from_on__isnull=True) | Q(available_from_on__lte=on)
    return listed_publications().filter(to_be_had).order_by(F("year").desc(nulls_last=True), "-pk")[:count]


def circular_at(publisher: str, slug: str) -> Circular | None:
    """One circular with everything that its page shows."""
    return (
        published_circulars()
        .filter(publisher__slug=publisher, slug=slug)
        .prefetch_related(
            "keywords", "recipient_groups", "enclosures__only_for", _announcements("publication__keywords")
        )
        .first()
    )


def circular_replaced_by(circular: Circular) -> Circular | None:
    """The circular that `circular` replaces, where it is here."""
    if not circular.replaces_number:
        return None
    return (
        published_circulars().filter(publisher=circular.publisher_id, number=circular.replaces_number).first()
    )


def announcements_of(publication: Publication) -> QuerySet[Announcement]:
    """Where a publication was announced, newest circular first."""
    return (
        Announcement.objects.filter(publication=publication, circular__state=Circular.State.PUBLISHED)
        .select_related("circular__publisher")
        .prefetch_related("free_copies__group")
        .order_by("-circular__dated_on")
    )


def _announcements(*also: str) -> "Prefetch[str, QuerySet[Announcement], str]":
    rows = (
        Announcement.objects.exclude(publication__state=Publication.State.DRAFT)
        .select_related("publication__seller", "publication__vat_class", "publication__series")
        .prefetch_related("free_copies__group", *also)
    )
    return Prefetch("announcements", queryset=rows)
