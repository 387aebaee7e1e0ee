"""The main job in a real browser: with and without JavaScript, by keyboard, and with an impatient hand."""

from typing import Any

import pytest
from django.utils.translation import override

from catalog.models import Circular
from shop.orders.models import Order
from shop.outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
WHO = {
    "contact_name": "Maja Lind",
    "contact_email": "maja@ekero.example",
    "organisation_name": "Ekerö kommun",
    "delivery_street": "Tappströmsvägen 2",
    "delivery_postcode": "178 23",
    "delivery_city": "Ekerö",
}


@pytest.fixture
def circular() -> Circular:
    factories.organisation("Ekerö kommun")
    book = factories.publication(price="100", tiers={15: "65"}, title="Att styra med kvalitet")
    booklet = factories.publication(seller=book.seller, price="25", title="Fem kommuner")
    return factories.circular(book, booklet, number="1996:134", slug="1996-134")


@pytest.fixture
def place(circular: Circular) -> str:
    return f"/cirkular/{circular.publisher.slug}/{circular.slug}/"


def fill_who(page: Any) -> None:
    for name, value in WHO.items():
        page.fill(f"[name={name}]", value)


def quantity(page: Any) -> Any:
    return page.locator(".quantity input[type=text]").first


def to_review(page: Any, place: str, copies: str = "15") -> None:
    page.goto(place)
    quantity(page).fill(copies)
    fill_who(page)
    page.locator("#bestall > .actions .button").click()
    page.wait_for_url("**/bestall/granska/**")


def test_order_with_live_total_and_advice(page: Any, place: str) -> None:
    page.goto(place)
    quantity(page).fill("14")
    page.locator(".totals .total", has_text="1 484,00 kr").wait_for()
    page.locator("[name=take]").click()
    page.locator(".totals .total", has_text="1 033,50 kr").wait_for()
    assert quantity(page).input_value() == "15"
    fill_who(page)
    page.locator("#bestall > .actions .button").click()
    page.locator("[data-once]").click()
    page.wait_for_url("**/tack/**")
    assert Order.objects.get().number in page.locator(".done__number").inner_text()


def test_total_is_said_once_to_those_who_listen(page: Any, place: str) -> None:
    page.goto(place)
    quantity(page).fill("15")
    page.locator(".totals .total", has_text="1 033,50 kr").wait_for()
    page.wait_for_function("document.getElementById('total-said').textContent.includes('033,50')")
    assert page.locator("[role=status] #total-said").count() == 1


def test_organisation_is_suggested_while_one_types(page: Any, place: str) -> None:
    page.goto(place)
    page.locator("[name=organisation_name]").press_sequentially("eke")
    page.wait_for_selector("#organisations option", state="attached")
    assert page.locator("#organisations option").get_attribute("value") == "Ekerö kommun"


def test_errors_take_focus_and_lead_to_their_fields(page: Any, place: str) -> None:
    page.goto(place)
    quantity(page).fill("1,5")
    page.locator("#bestall > .actions .button").click()
    page.wait_for_selector("#error-summary")
    assert page.evaluate("document.activeElement.id") == "error-summary"
    page.locator("#error-summary a").first.click()
    assert page.evaluate("document.activeElement.id") == quantity(page).get_attribute("id")
    assert quantity(page).input_value() == "1,5"


def test_order_by_keyboard_alone(page: Any, place: str) -> None:
    page.goto(place)
    quantity(page).focus()
    page.keyboard.type("15")
    for name, value in WHO.items():
        page.locator(f"[name={name}]").focus()
        page.keyboard.type(value)
    page.keyboard.press("Enter")
    page.wait_for_url("**/bestall/granska/**")
    page.locator("[data-once]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/tack/**")
    assert Order.objects.count() == 1


def test_double_click_gives_one_order(page: Any, place: str) -> None:
    to_review(page, place)
    page.locator("[data-once]").dblclick()
    page.wait_for_url("**/tack/**")
    assert Order.objects.count() == 1
    assert Message.objects.count() == 2


def test_back_button_and_again_gives_one_order(page: Any, place: str) -> None:
    to_review(page, place)
    page.locator("[data-once]").click()
    page.wait_for_url("**/tack/**")
    thanks = page.url
    page.go_back()
    page.locator("[data-once]").click() if page.locator("[data-once]").count() else page.reload()
    page.wait_for_url("**/tack/**")
    assert page.url == thanks
    assert Order.objects.count() == 1


def test_order_without_javascript(page: Any, place: str) -> None:
    page.route("**/*.js", lambda route: route.abort())
    page.goto(place)
    quantity(page).fill("14")
    page.locator("[name=recalculate]").click()
    assert page.get_by_text("1 484,00 kr").count() == 1
    page.locator("[name=take]").click()
    assert quantity(page).input_value() == "15"
    fill_who(page)
    page.locator("#bestall > .actions .button").click()
    page.locator("[data-once]").click()
    page.wait_for_url("**/tack/**")
    assert Order.objects.get().number in page.content()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_scrolls_sideways(page: Any, place: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    order = factories.order()
    book = Circular.objects.get().announcements.all()[0].publication
    paths = [
        "/",
        place,
        f"/publikation/{book.slug}/",
        "/sok/",
        "/varukorg/",
        f"/order/{order.token}/",
        "/finns-inte/",
    ]
    for path in paths:
        page.goto(path)
        assert (path, page.evaluate("document.documentElement.scrollWidth")) == (path, width)
    to_review(page, place)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_language_switch_keeps_the_page(page: Any, place: str) -> None:
    page.goto(place)
    page.locator("[name=language][value=da]").click()
    page.wait_for_selector("html[lang=da]")
    assert page.url.endswith(place)
    with override("da"):
        assert page.locator("h1").inner_text() == Circular.objects.get().title
