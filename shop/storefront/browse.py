"""Looking around: the start page, a publication, search."""

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from catalog.queries.browse import (
    announcements_of,
    listed_publications,
    newest_publications,
    published_circulars,
    visible_publications,
)
from shop.baskets.basket import Basket
from shop.storefront.forms.lines import LinesForm
from shop.storefront.forms.search import SearchForm
from shop.storefront.offers import offers_for
from shop.storefront.typed import with_taken


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The newest circulars and publications, and the way in by search."""
    return render(
        request,
        "storefront/start.html",
        {
            "circulars": published_circulars().prefetch_related("announcements")[:6],
            "offers": offers_for(newest_publications(on=timezone.localdate(), count=8)),
        },
    )


def publication(request: HttpRequest, slug: str) -> HttpResponse:
    """A publication with its facts, where it was announced, and a field to put it in the basket."""
    found = get_object_or_404(visible_publications().prefetch_related("keywords"), slug=slug)
    announcements = list(announcements_of(found))
    circular = announcements[0].circular_id if announcements else None
    basket = Basket(request.session)
    offers = offers_for(
        [found],
        circulars={found.pk: circular},
        quantities={found.pk: basket.quantity_of(found.pk) or found.pack_size},
    )
    form = LinesForm(offers, request.POST or None)
    if "take" in request.POST:
        form = LinesForm(offers, initial=with_taken(request.POST))
    elif request.method == "POST" and form.is_valid():
        for line in form.wished_lines:
            basket.put(line.publication, quantity=line.quantity, circular=line.circular)
        return redirect("storefront:basket")
    quotes = form.quotes()
    return render(
        request,
        "storefront/publication.html",
        {
            "publication": found,
            "offer": offers[0],
            "form": form,
            "rows": list(form.rows(quotes)),
            "quotes": quotes,
            "announcements": announcements,
        },
        status=422 if form.is_bound else 200,
    )


@require_safe
def free_pdf(request: HttpRequest, slug: str) -> FileResponse:
    """The free PDF of a publication, where there is one."""
    found = get_object_or_404(listed_publications(), slug=slug)
    if not found.free_pdf:
        raise Http404
    return FileResponse(found.free_pdf.open(), filename=f"{found.slug}.pdf", content_type="application/pdf")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Publications and circulars by words, numbers and filters; every search has an address of its own."""
    form = SearchForm(request.GET or None)
    publications = form.publications(listed_publications().order_by("-year", "title", "pk"))
    page = Paginator(publications, 24).get_page(request.GET.get("sida"))
    circulars = form.circulars(published_circulars().prefetch_related("announcements"))
    return render(
        request,
        "storefront/search.html",
        {"form": form, "page": page, "offers": offers_for(page), "circulars": circulars},
    )
