"""The addresses that customers see, in Swedish."""

from django.urls import path

from shop.storefront import basket, browse, ordering, orders

app_name = "storefront"
urlpatterns = [
    path("", browse.start, name="start"),
    path("cirkular/<slug:publisher>/<slug:slug>/", ordering.circular, name="circular"),
    path("publikation/<slug:slug>/", browse.publication, name="publication"),
    path("publikation/<slug:slug>/pdf/", browse.free_pdf, name="publication-pdf"),
    path("sok/", browse.search, name="search"),
    path("varukorg/", basket.basket, name="basket"),
    path("bestall/", ordering.order_form, name="order-form"),
    path("bestall/summa/", ordering.order_total, name="order-total"),
    path("bestall/organisationer/", ordering.organisations, name="organisations"),
    path("bestall/granska/<uuid:key>/", ordering.order_review, name="order-review"),
    path("tack/<uuid:key>/", orders.purchase, name="purchase"),
    path("order/<slug:token>/", orders.order, name="order"),
    path("order/<slug:token>/orderbekraftelse.pdf", orders.order_confirmation, name="order-confirmation"),
]
