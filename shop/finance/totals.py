"""Order totals of a period, on screen and as CSV."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext

from shop.exports.targets import order_totals_csv as target
from shop.finance.forms import PeriodForm
from shop.finance.periods import presets
from shop.orders.queries.totals import Period, cancelled_in, ordered_in, orders_behind, totals_of
from shop.web.answers import bytes_answer
from shop.web.guards import FINANCE, sellers_of, staff_with


@staff_with(FINANCE)
def order_totals(request: HttpRequest) -> HttpResponse:
    """The totals of a period, and the orders that they were made of."""
    form = PeriodForm.of(request.GET, today=timezone.localdate())
    if not form.is_valid():
        return _page(request, form, status=422)
    sellers = list(sellers_of(request.user, FINANCE))
    orders = ordered_in(sellers, form.period)
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    return _page(
        request,
        form,
        period=form.period,
        totals=totals_of(orders),
        cancelled=cancelled_in(sellers, form.period),
        page=orders_behind(orders, after=after, before=before),
    )


@staff_with(FINANCE)
def order_totals_csv(request: HttpRequest) -> HttpResponse:
    """The rows of the page, without its subtotals."""
    form = PeriodForm.of(request.GET, today=timezone.localdate())
    if not form.is_valid():
        return _page(request, form, status=422)
    orders = ordered_in(sellers_of(request.user, FINANCE), form.period)
    rows = [rate for seller in totals_of(orders) for rate in seller.rates]
    return bytes_answer(
        target.write(rows, period=form.period),
        name=_file_name(form.period),
        content_type="text/csv; charset=utf-8",
        inline=False,
    )


def _page(request: HttpRequest, form: PeriodForm, *, status: int = 200, **shown: Any) -> HttpResponse:
    context = {"form": form, "presets": presets(today=timezone.localdate()), **shown}
    return render(request, "finance/order_totals.html", context, status=status)


def _file_name(period: Period) -> str:
    name = gettext("order-totals")
    return f"{name}_{period.from_on.isoformat()}_{period.to_on.isoformat()}.csv"
