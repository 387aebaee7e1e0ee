"""The published catalogue, with what a page shows of it."""

from datetime import date

from django.db.models import Prefetch, QuerySet

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


def newest_publications(*, count: int) -> QuerySet[Publication]:
    return listed_publications().order_by("-year", "-pk")[:count]


def coming(publication: Publication, *, on: date) -> bool:
    """Whether the title is announced but not to be had before a later date."""
    return publication.available_from_on is not None and publication.available_from_on > on


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
