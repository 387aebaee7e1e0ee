"""Who may enter the office: every page and change against every kind of person."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from catalog.models import Seller
from shop.journal.models import Entry
from shop.orders.models import Order
from shop.outbox.models import Message
from tests import factories

pytestmark = pytest.mark.django_db
PAGES = ["order-list", "order", "letter-list", "letter", "letter-html", "letter-attachment"]
CHANGES = ["order-release", "order-hold", "order-resume", "order-cancel"]


def address(name: str, order: Order) -> str:
    letter = Message.objects.filter(subject_key=order.number).first()
    assert letter is not None
    arguments: dict[str, list[object]] = {
        "order-list": [],
        "letter-list": [],
        "letter": [letter.pk],
        "letter-html": [letter.pk],
        "letter-attachment": [letter.pk, 1],
    }
    return reverse(f"office:{name}", args=arguments.get(name, [order.number]))


@pytest.mark.parametrize("name", PAGES + CHANGES)
def test_whoever_is_not_logged_in_is_asked_to(name: str, client: Client) -> None:
    to = address(name, factories.order())
    for answer in (client.get(to), client.post(to, {"reason": "Why not?"})):
        assert (answer.status_code, answer["Location"]) == (302, f"/kontoret/logga-in/?next={to}")


@pytest.mark.parametrize("name", PAGES + CHANGES)
@pytest.mark.parametrize("role", ["finance", ""])
def test_whoever_does_not_work_in_the_office_is_refused(role: str, name: str, client: Client) -> None:
    order = factories.order()
    client.force_login(factories.staff(order.seller, role=role) if role else factories.user())
    entries = Entry.objects.count()
    to = address(name, order)
    assert [client.get(to).status_code, client.post(to, {"reason": "Why not?"}).status_code] == [403, 403]
    assert Entry.objects.count() == entries


@pytest.mark.parametrize("name", [name for name in PAGES + CHANGES if not name.endswith("list")])
def test_another_sellers_order_and_letters_do_not_exist(name: str, office: Client) -> None:
    order = factories.order()
    entries = Entry.objects.count()
    to = address(name, order)
    assert [office.get(to).status_code, office.post(to, {"reason": "Why not?"}).status_code] == [404, 404]
    assert Entry.objects.count() == entries


def test_lists_hold_nothing_of_other_sellers(office: Client, ordered: Callable[..., Order]) -> None:
    mine, theirs = ordered(), factories.order()
    for name in ("order-list", "letter-list"):
        page = office.get(address(name, mine)).content.decode()
        assert mine.number in page
        assert theirs.number not in page


def test_finance_for_one_seller_and_office_for_another_opens_only_the_latter(
    client: Client, seller: Seller
) -> None:
    other = factories.order()
    person = factories.staff(seller)
    person.assignments.create(seller=other.seller, role="finance")
    client.force_login(person)
    assert client.get(reverse("office:order", args=[other.number])).status_code == 404


def test_a_change_by_get_changes_nothing_and_leads_to_the_order(
    office: Client, ordered: Callable[..., Order]
) -> None:
    """Logging in again after a pause leads to the address of the change that was posted."""
    order = ordered()
    entries = Entry.objects.count()
    for name in CHANGES:
        answer = office.get(address(name, order))
        assert (answer.status_code, answer["Location"]) == (302, f"/kontoret/order/{order.number}/")
    assert Entry.objects.count() == entries


def test_changes_need_the_token_of_the_page(seller: Seller, ordered: Callable[..., Order]) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(factories.staff(seller))
    assert strict.post(address("order-release", ordered())).status_code == 403
