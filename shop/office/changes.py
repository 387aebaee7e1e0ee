"""What the office does to an order. Each change is a POST to its own address."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.errors import Refused
from shop.actions.cancel_order import cancel_order
from shop.actions.hold_order import hold_order
from shop.actions.release_order import release_order
from shop.actions.resume_order import resume_order
from shop.office.forms import CancelForm, ChangeForm, HoldForm
from shop.office.order_page import find, order_page
from shop.web.guards import OFFICE, staff_with


@staff_with(OFFICE)
def order_release(request: HttpRequest, number: str) -> HttpResponse:
    return _change(request, number, release_order, ChangeForm, "release", _("Order %(number)s is released."))


@staff_with(OFFICE)
def order_hold(request: HttpRequest, number: str) -> HttpResponse:
    return _change(request, number, hold_order, HoldForm, "hold", _("Order %(number)s is on hold."))


@staff_with(OFFICE)
def order_resume(request: HttpRequest, number: str) -> HttpResponse:
    return _change(request, number, resume_order, ChangeForm, "resume", _("Order %(number)s is off hold."))


@staff_with(OFFICE)
def order_cancel(request: HttpRequest, number: str) -> HttpResponse:
    return _change(request, number, cancel_order, CancelForm, "cancel", _("Order %(number)s is cancelled."))


def _change(
    request: HttpRequest,
    number: str,
    action: Callable[..., Any],
    form_class: type[ChangeForm],
    name: str,
    done: Promise,
) -> HttpResponse:
    """Do it and go back to the order, or show the order with what was typed and why it was refused.

    Whoever comes by GET (logging in again leads here) changes nothing.
    """
    order, form = find(request, number), form_class(request.POST)
    if request.method != "POST":
        return redirect("office:order", number)
    if form.is_valid():
        try:
            action(order, by=request.user, **form.cleaned_data)
            messages.success(request, str(done) % {"number": number})
            return redirect("office:order", number)
        except Refused as refused:
            form.refuse(str(refused))
    return order_page(request, number, refused={name: form})
