"""What somebody typed or saw is never changed in silence."""

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Circular, Publication
from shop.baskets.basket import Basket
from shop.baskets.drafts import keep_draft
from shop.orders.models import Order
from tests import factories
from tests.pages import address, button_of, text_of, typed

pytestmark = pytest.mark.django_db
BASKET = "/varukorg/"


@pytest.fixture
def gift(book: Publication) -> Publication:
    """A free title of the same seller, which changes no sum when it goes."""
    return factories.publication(seller=book.seller, price="0", title="Foldern")


def test_title_that_goes_between_review_and_button_is_named(
    client: Client, book: Publication, gift: Publication
) -> None:
    circular = factories.circular(book, gift)
    review = client.post(address(circular), typed(book) | {f"quantity-{gift.pk}": "3"})["Location"]
    pressed = button_of(client.get(review))
    Publication.objects.filter(pk=gift.pk).update(state="withdrawn")
    back = client.get(client.post(review, pressed)["Location"])
    assert "“Foldern” has been withdrawn and can no longer be ordered." in text_of(back)
    assert not Order.objects.exists()


def test_title_that_went_before_the_form_was_sent_is_named(
    client: Client, book: Publication, gift: Publication
) -> None:
    circular = factories.circular(book, gift)
    Publication.objects.filter(pk=gift.pk).update(state="withdrawn")
    answer = client.post(address(circular), typed(book) | {f"quantity-{gift.pk}": "3"})
    assert answer.context["form"].errors == {
        "__all__": ["“Foldern” has been withdrawn and can no longer be ordered."]
    }


def test_title_that_nobody_knows_is_told(client: Client, circular: Circular, book: Publication) -> None:
    answer = client.post(address(circular), typed(book) | {"quantity-999999": "3"})
    assert answer.context["form"].errors == {"__all__": ["One of the publications no longer exists."]}


def test_circular_with_nothing_to_order_has_no_button(client: Client) -> None:
    circular = factories.circular(factories.publication(price=None))
    assert "contact_name" not in client.get(address(circular)).content.decode()
    answer = client.post(address(circular), typed(factories.publication(), "") | {})
    assert answer.status_code == 422


def test_emptied_field_takes_the_title_out_of_the_basket(client: Client) -> None:
    one, other = factories.publication(), factories.publication()
    for book in (one, other):
        client.post(reverse("storefront:publication", args=[book.slug]), {f"quantity-{book.pk}": "3"})
    client.post(BASKET, {f"quantity-{one.pk}": "", f"quantity-{other.pk}": "4", "go-on": "1"})
    assert [(line.publication, line.quantity) for line in Basket(client.session)] == [(other.pk, 4)]
    client.post(BASKET, {f"quantity-{other.pk}": "", "keep": "1"})
    assert len(Basket(client.session)) == 0


def test_removing_a_line_keeps_what_was_typed_in_the_others(client: Client) -> None:
    one, other = factories.publication(), factories.publication()
    for book in (one, other):
        client.post(reverse("storefront:publication", args=[book.slug]), {f"quantity-{book.pk}": "3"})
    client.post(BASKET, {f"quantity-{one.pk}": "3", f"quantity-{other.pk}": "20", "remove": str(one.pk)})
    assert [(line.publication, line.quantity) for line in Basket(client.session)] == [(other.pk, 20)]


def test_review_shows_again_what_another_window_changed(
    client: Client, circular: Circular, book: Publication
) -> None:
    data = typed(book)
    review = client.post(address(circular), data)["Location"]
    pressed = button_of(client.get(review))
    client.post(address(circular), data | {"delivery_city": "Lund"})
    answer = client.post(review, pressed)
    assert answer.status_code == 409
    assert "178 23 Lund" in text_of(answer)
    assert not Order.objects.exists()


def test_form_survives_a_lost_session(client: Client, book: Publication) -> None:
    data = typed(book)
    keep_draft(data["key"], typed=data, source="/bestall/")  # type: ignore[arg-type]  # text of a UUID is fine
    stranger = Client(headers={"accept-language": "en"})
    page = stranger.get("/bestall/", {"utkast": data["key"]})
    assert page.context["form"]["contact_name"].value() == "Maja Lind"
    assert stranger.post("/bestall/", data)["Location"] == reverse(
        "storefront:order-review", args=[data["key"]]
    )


def test_total_knows_that_a_box_costs_more(client: Client) -> None:
    seller = factories.seller()
    factories.tariff(seller, (None, "59.00"), surcharge_po_box=25)
    book = factories.publication(seller=seller, price="100")
    circular = factories.circular(book)
    data = typed(book, "1", delivery_street="Box 12")
    total = client.post(reverse("storefront:order-total"), data)
    review = client.get(client.post(address(circular), data)["Location"])
    assert "SEK 195.04" in text_of(total)
    assert "SEK 195.04" in text_of(review)


def test_one_title_cannot_be_smuggled_in_twice(client: Client, book: Publication) -> None:
    circular = factories.circular(book)
    data = typed(book, "14") | {f"quantity-0{book.pk}": "14"}
    review = client.post(address(circular), data)["Location"]
    client.post(review, button_of(client.get(review)))
    assert [line.quantity for line in Order.objects.get().lines.all()] == [14]


def test_draft_keeps_only_fields_of_the_form(client: Client, circular: Circular, book: Publication) -> None:
    from shop.baskets.models import OrderDraft

    client.post(address(circular), typed(book) | {"extra": "a\0b", f"circular-{book.pk}": "x\0"})
    assert "extra" not in OrderDraft.objects.get().typed
    assert f"circular-{book.pk}" not in OrderDraft.objects.get().typed


@pytest.mark.parametrize(
    "path",
    [
        "/order/%00/",
        "/order/%00/orderbekraftelse.pdf",
        "/bestall/organisationer/?organisation_name=aa%00",
        "/sok/?q=a%00",
    ],
)
def test_nul_in_an_address_is_no_error_of_ours(client: Client, path: str) -> None:
    assert client.get(path).status_code in (200, 404)


@pytest.mark.parametrize("path", [BASKET, "/bestall/"])
def test_button_with_a_huge_number_is_no_error_of_ours(client: Client, path: str) -> None:
    assert client.post(path, {"remove": "9" * 5000}).status_code == 302


def test_address_that_no_letter_reaches_is_refused(
    client: Client, circular: Circular, book: Publication
) -> None:
    answer = client.post(address(circular), typed(book, contact_email=f"anna@{'å' * 60}.se"))
    assert answer.context["form"].errors == {"contact_email": ["Enter a valid email address."]}


def test_order_names_only_a_circular_that_announces_it(client: Client, book: Publication) -> None:
    draft = factories.circular(book, state="draft")
    other = factories.circular(factories.publication())
    for hidden in (draft, other):
        circular = factories.circular(book)
        review = client.post(address(circular), typed(book, "1") | {f"circular-{book.pk}": str(hidden.pk)})[
            "Location"
        ]
        client.post(review, button_of(client.get(review)))
        assert Order.objects.latest("pk").lines.get().circular is None
