"""Free PDFs for the titles that have one: a page with the title and what the book is about."""

from django.core.files.base import ContentFile

from catalog.models import Publication
from shop.demonstration.catalogue import read
from shop.documents.render import draw

PLACED = "2026-01-01"


def draw_reading_copies() -> None:
    """Draw and keep a PDF for every title that the files mark with `free_pdf`."""
    slugs = [row["slug"] for row in read("publications", "publication") if row["free_pdf"]]
    for publication in Publication.objects.filter(slug__in=slugs).select_related("seller"):
        context = {"publication": publication, "seller": publication.seller, "placed": PLACED}
        data = draw("reading_copy", context, language=publication.language)
        publication.free_pdf.save(f"{publication.slug}.pdf", ContentFile(data))
