"""The addresses: storefront at the root, staff below /kontoret/ and /ekonomi/."""

from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("", include("shop.storefront.urls")),
    path("kontoret/", include("shop.office.urls")),
    path("ekonomi/", include("shop.finance.urls")),
    path("sprak/", set_language, name="set_language"),
]
