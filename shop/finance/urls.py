"""Finance's addresses."""

from django.urls import path

from shop.finance import totals

app_name = "finance"
urlpatterns = [
    path("", totals.order_totals, name="order-totals"),
    path("ordersummor.csv", totals.order_totals_csv, name="order-totals-csv"),
]
