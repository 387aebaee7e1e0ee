"""The basket across circulars, and the order form for it."""

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Publication
from shop.baskets.basket import Basket
from shop.orders.models import Order
from tests import factories
from tests.pages import address, button_of, text_of, typed

pytestmark = pytest.mark.django_db
BASKET = "/varukorg/"


def put(client: Client, book: Publication, quantity: str = "3") -> None:
    answer = client.post(
        reverse("storefront:publication", args=[book.slug]), {f"quantity-{book.pk}": quantity}
    )
    assert answer["Location"] == BASKET


def test_basket_is_empty_at_first_and_says_what_to_do(client: Client) -> None:
    assert "The basket is empty." in text_of(client.get(BASKET))
    assert client.get("/bestall/")["Location"] == BASKET


def test_basket_collects_from_circulars_and_publications(client: Client) -> None:
    one, other = factories.publication(title="One"), factories.publication(title="Other")
    circular = factories.circular(one)
    client.post(address(circular), {f"quantity-{one.pk}": "4", "to-basket": "1"})
    put(client, other)
    lines = {line.publication: (line.quantity, line.circular) for line in Basket(client.session)}
    assert lines == {one.pk: (4, circular.pk), other.pk: (3, None)}


def test_basket_refuses_a_bad_quantity_where_it_was_typed(client: Client) -> None:
    book = factories.publication(stock_of=10)
    put(client, book)
    answer = client.post(BASKET, {f"quantity-{book.pk}": "11", "go-on": "1"})
    assert answer.status_code == 422
    assert answer.context["form"].errors == {
        f"quantity-{book.pk}": [f"Only 10 copies of “{book.title}” are left."]
    }


def test_publication_refuses_a_bad_quantity_where_it_was_typed(client: Client) -> None:
    book = factories.publication()
    answer = client.post(reverse("storefront:publication", args=[book.slug]), {f"quantity-{book.pk}": "many"})
    assert answer.status_code == 422
    assert len(Basket(client.session)) == 0


def test_basket_takes_the_advised_quantity(client: Client) -> None:
    book = factories.publication(price="100", tiers={15: "65"})
    put(client, book, "14")
    client.post(BASKET, {f"quantity-{book.pk}": "14", "take": f"{book.pk}:15"})
    assert [line.quantity for line in Basket(client.session)] == [15]


def test_basket_removes_a_line(client: Client) -> None:
    book = factories.publication()
    put(client, book)
    client.post(BASKET, {"remove": str(book.pk)})
    assert len(Basket(client.session)) == 0


def test_basket_keeps_a_title_that_has_gone_and_says_why(client: Client) -> None:
    book = factories.publication(title="Boken")
    put(client, book)
    Publication.objects.update(state="withdrawn")
    assert "“Boken” has been withdrawn" in text_of(client.get(BASKET))


def test_two_tabs_with_one_basket_give_one_order(client: Client) -> None:
    book = factories.publication(price="100")
    put(client, book)
    tabs = [client.get("/bestall/").context["form"]["key"].value() for _ in range(2)]
    assert tabs[0] == tabs[1]
    reviews = [client.post("/bestall/", typed(book, "3", key=key))["Location"] for key in tabs]
    pressed = button_of(client.get(reviews[0]))
    answers = [client.post(review, pressed) for review in reviews]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Order.objects.count() == 1
    assert len(Basket(client.session)) == 0


def test_next_basket_is_another_order(client: Client) -> None:
    book = factories.publication()
    keys = []
    for _ in range(2):
        put(client, book)
        keys.append(client.get("/bestall/").context["form"]["key"].value())
        review = client.post("/bestall/", typed(book, "3", key=keys[-1]))["Location"]
        client.post(review, button_of(client.get(review)))
    assert keys[0] != keys[1]
    assert Order.objects.count() == 2


def test_order_keeps_the_circular_of_each_line(client: Client) -> None:
    book = factories.publication()
    circular = factories.circular(book)
    client.post(address(circular), {f"quantity-{book.pk}": "4", "to-basket": "1"})
    page = client.get("/bestall/")
    data = typed(book, "4", key=page.context["form"]["key"].value()) | {
        f"circular-{book.pk}": str(circular.pk)
    }
    review = client.post("/bestall/", data)["Location"]
    client.post(review, button_of(client.get(review)))
    assert Order.objects.get().lines.get().circular == circular
