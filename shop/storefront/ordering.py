"""Ordering: the one order form on a circular's page and for the basket, its live total, its review."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from catalog.errors import Refused
from catalog.queries.browse import circular_at, circular_replaced_by
from shop.actions.place_order import FiguresChanged, place_order
from shop.baskets.basket import Basket
from shop.baskets.drafts import draft_with, keep_draft
from shop.baskets.models import OrderDraft
from shop.baskets.quotes import figures
from shop.customers.queries import organisations_like
from shop.orders.models import Purchase
from shop.storefront.forms.lines import LinesForm
from shop.storefront.forms.order import OrderForm
from shop.storefront.offers import Offer, offers_of_basket, offers_of_circular, offers_of_typed
from shop.storefront.typed import digest, typed_of, whole_number, with_taken


def circular(request: HttpRequest, publisher: str, slug: str) -> HttpResponse:
    """A circular with all its facts, and below it the coupon with its publications."""
    found = circular_at(publisher, slug)
    if found is None:
        raise Http404
    offers = offers_of_circular(found)
    context = {"circular": found, "replaced": circular_replaced_by(found)}
    show = _put_in_basket if "to-basket" in request.POST else _form_page
    return show(request, offers, page="storefront/circular.html", context=context)


def order_form(request: HttpRequest) -> HttpResponse:
    """The same form with the basket's publications, or those of a form that is sent or brought back."""
    basket = Basket(request.session)
    removed = whole_number(request.POST.get("remove"))
    if removed is not None:
        basket.remove(removed)
    draft = draft_with(request.GET.get("utkast", ""))
    typed = request.POST or (draft.typed if draft else {})
    offers = [offer for offer in offers_of_typed(typed) if offer.publication.pk != removed]
    offers = offers or offers_of_basket(basket)
    if not offers:
        return redirect("storefront:basket")
    return _form_page(request, offers, page="storefront/order_form.html", context={}, key=basket.key)


@require_POST
def order_total(request: HttpRequest) -> HttpResponse:
    """The running total of what is typed, as a fragment."""
    form = LinesForm(offers_of_typed(request.POST), request.POST)
    quotes = form.quotes()
    context = {"quotes": quotes, "rows": list(form.rows(quotes))}
    return render(request, "storefront/_total_answer.html", context)


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """Organisations whose name holds what is typed, as options for the field."""
    typed = request.GET.get("organisation_name", "")
    return render(request, "storefront/_organisations.html", {"organisations": organisations_like(typed)})


def order_review(request: HttpRequest, key: UUID) -> HttpResponse:
    """Everything as it will be confirmed, and the one button."""
    draft = draft_with(key)
    if Purchase.objects.filter(key=key).exists():  # asked after the draft, which placing removes
        return _done_before(request, key)
    if draft is None:
        return render(request, "storefront/order_review_gone.html", status=404)
    form = OrderForm(offers_of_typed(draft.typed), draft.typed)
    if not form.is_valid():
        return redirect(f"{draft.source}?utkast={key}")
    if request.method != "POST":
        return _review(request, form, draft)
    if request.POST.get("draft") != digest(draft.typed):
        messages.warning(request, _("The form was changed in another window. Look through it once more."))
        return _review(request, form, draft, status=409)
    return _place(request, form, draft)


def _form_page(
    request: HttpRequest,
    offers: Sequence[Offer],
    *,
    page: str,
    context: dict[str, Any],
    key: str | None = None,
) -> HttpResponse:
    """The page `page` with the order form; a complete form is kept and goes to its review."""
    form = _form(request, offers, key=key)
    if form.is_bound and request.method == "POST" and form.is_valid():
        key_typed = form.cleaned_data["key"]
        if Purchase.objects.filter(key=key_typed).exists():
            return _done_before(request, key_typed)
        kept = keep_draft(key_typed, typed=typed_of(request.POST, fields=form.fields), source=request.path)
        return redirect("storefront:order-review", key=kept.key)
    quotes = form.quotes()
    context |= {"form": form, "offers": offers, "rows": list(form.rows(quotes)), "quotes": quotes}
    context |= {"action": request.path}
    return render(request, page, context, status=422 if request.method == "POST" and form.errors else 200)


def _form(request: HttpRequest, offers: Sequence[Offer], *, key: str | None) -> OrderForm:
    """The form as it was left: sent, recalculated, brought back from its review, or new."""
    draft = draft_with(request.GET.get("utkast", ""))
    if request.POST.keys() & {"take", "recalculate", "remove"}:
        return OrderForm(offers, initial=with_taken(request.POST))
    if request.method == "POST":
        return OrderForm(offers, request.POST)
    if draft:
        return OrderForm(offers, draft.typed)
    return OrderForm(offers, initial={"key": key} if key else {})


def _put_in_basket(
    request: HttpRequest, offers: Sequence[Offer], *, page: str, context: dict[str, Any]
) -> HttpResponse:
    lines = LinesForm(offers, request.POST)
    if lines.is_valid():
        basket = Basket(request.session)
        for line in lines.wished_lines:
            basket.put(line.publication, quantity=line.quantity, circular=line.circular)
        return redirect("storefront:basket")
    form = OrderForm(offers, initial=with_taken(request.POST))
    quotes = lines.quotes()
    context |= {
        "form": form,
        "lines": lines,
        "offers": offers,
        "rows": list(lines.rows(quotes)),
        "quotes": quotes,
    }
    return render(request, page, context | {"action": request.path}, status=422)


def _review(request: HttpRequest, form: OrderForm, draft: OrderDraft, *, status: int = 200) -> HttpResponse:
    wish = form.wish(language=get_language() or "sv")
    quotes = form.quotes()
    context = {
        "wish": wish,
        "quotes": quotes,
        "figures": figures(quotes),
        "digest": digest(draft.typed),
        "change_url": f"{draft.source}?utkast={draft.key}#bestall",
    }
    return render(request, "storefront/order_review.html", context, status=status)


def _place(request: HttpRequest, form: OrderForm, draft: OrderDraft) -> HttpResponse:
    by = request.user if request.user.is_authenticated else None
    try:
        place_order(
            form.wish(language=get_language() or "sv"),
            key=draft.key,
            by=by,
            shown=request.POST.get("figures", ""),
        )
    except FiguresChanged as changed:
        messages.warning(request, str(changed))
        return _review(request, form, draft, status=409)
    except Refused as refused:
        if Purchase.objects.filter(key=draft.key).exists():  # our own other click was quicker
            return _done_before(request, draft.key)
        messages.warning(request, str(refused))  # somebody was: the form says it again at the field
        return redirect(f"{draft.source}?utkast={draft.key}")
    return _done(request, draft.key)


def _done_before(request: HttpRequest, key: UUID) -> HttpResponse:
    messages.info(request, _("This order has already been placed. Here it is."))
    return _done(request, key)


def _done(request: HttpRequest, key: UUID) -> HttpResponse:
    basket = Basket(request.session)
    if basket.key == str(key):
        basket.empty()
    return redirect("storefront:purchase", key=key)
