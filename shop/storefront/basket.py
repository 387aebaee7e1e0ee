"""The basket's page."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from shop.baskets.basket import Basket
from shop.storefront.forms.lines import LinesForm
from shop.storefront.offers import offers_of_basket
from shop.storefront.typed import QUANTITY, publications_typed, whole_number, with_taken


def basket(request: HttpRequest) -> HttpResponse:
    """What lies in the basket, its quantities to change, and the way to the order form."""
    basket = Basket(request.session)
    sent = request.method == "POST"
    if sent:
        _drop_what_is_not_wanted(basket, request.POST)
    offers = offers_of_basket(basket)
    form = LinesForm(offers, with_taken(request.POST) if sent and offers else None)
    done = form.is_valid() or not offers or "remove" in request.POST
    if sent:
        _keep_readable(basket, form)
    if sent and done:
        return redirect(
            "storefront:order-form" if "go-on" in request.POST and offers else "storefront:basket"
        )
    quotes = form.quotes()
    context = {"form": form, "offers": offers, "rows": list(form.rows(quotes)), "quotes": quotes}
    return render(request, "storefront/basket.html", context, status=422 if form.errors else 200)


def _drop_what_is_not_wanted(basket: Basket, sent: QueryDict) -> None:
    """The line whose button was pressed, and those whose field was emptied."""
    emptied = [key for key in publications_typed(sent) if not (sent.get(f"{QUANTITY}{key}") or "").strip()]
    for publication in (whole_number(sent.get("remove")), *emptied):
        if publication is not None:
            basket.remove(publication)


def _keep_readable(basket: Basket, form: LinesForm) -> None:
    """What could be understood stays, whatever else is wrong."""
    for choice in form.choices:
        basket.put(choice.publication.pk, quantity=choice.quantity)
