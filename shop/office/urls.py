"""The office's addresses."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from shop.office import changes, home, letters, orders

app_name = "office"
urlpatterns = [
    path("", home.home, name="home"),
    path("logga-in/", home.LogIn.as_view(), name="log-in"),
    path("logga-ut/", LogoutView.as_view(), name="log-out"),
    path("order/", orders.order_list, name="order-list"),
    path("order/<slug:number>/", orders.order, name="order"),
    path("order/<slug:number>/slapp/", changes.order_release, name="order-release"),
    path("order/<slug:number>/vanta/", changes.order_hold, name="order-hold"),
    path("order/<slug:number>/fortsatt/", changes.order_resume, name="order-resume"),
    path("order/<slug:number>/avbestall/", changes.order_cancel, name="order-cancel"),
    path("brev/", letters.letter_list, name="letter-list"),
    path("brev/<int:pk>/", letters.letter, name="letter"),
    path("brev/<int:pk>/html/", letters.letter_html, name="letter-html"),
    path("brev/<int:pk>/bilaga/<int:place>/", letters.letter_attachment, name="letter-attachment"),
]
