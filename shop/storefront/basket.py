"""The basket's page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from shop.baskets.basket import Basket
from shop.storefront.forms.lines import LinesForm
from shop.storefront.offers import offers_of_basket
from shop.storefront.typed import typed_with


def basket(request: HttpRequest) -> HttpResponse:
    """What lies in the basket, its quantities to change, and the way to the order form."""
    basket = Basket(request.session)
    if request.POST.get("remove", "").isdecimal():
        basket.remove(int(request.POST["remove"]))
        return redirect("storefront:basket")
    offers = offers_of_basket(basket)
    form = LinesForm(offers, request.POST or None)
    if "take" in request.POST:
        form = LinesForm(offers, typed_with(request.POST))
    if request.method == "POST" and form.is_valid():
        for line in form.wished_lines:
            basket.put(line.publication, quantity=line.quantity, circular=line.circular)
        return redirect("storefront:order-form" if "go-on" in request.POST else "storefront:basket")
    quotes = form.quotes()
    context = {"form": form, "offers": offers, "rows": list(form.rows(quotes)), "quotes": quotes}
    return render(request, "storefront/basket.html", context, status=422 if form.errors else 200)
