"""Logging in and out, and where each begins."""

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db
LOG_IN = "/kontoret/logga-in/"


@pytest.fixture
def visitor() -> Client:
    return Client(headers={"accept-language": "en"})


@pytest.mark.parametrize(("role", "begins"), [("office", "/kontoret/order/"), ("finance", "/ekonomi/")])
def test_each_begins_where_the_work_is(role: str, begins: str, visitor: Client) -> None:
    person = factories.staff(factories.seller(), role=role)
    typed = {"username": person.email.upper(), "password": factories.PASSWORD}
    answer = visitor.post(LOG_IN, typed, follow=True)
    assert answer.redirect_chain == [("/kontoret/", 302), (begins, 302)]
    assert answer.status_code == 200


def test_whoever_has_both_roles_begins_with_the_orders(visitor: Client) -> None:
    seller = factories.seller()
    person = factories.staff(seller)
    person.assignments.create(seller=seller, role="finance")
    visitor.force_login(person)
    assert visitor.get(reverse("office:home"))["Location"] == "/kontoret/order/"
    menu = visitor.get("/kontoret/order/").content.decode()
    for address in ("/kontoret/order/", "/kontoret/brev/", "/ekonomi/"):
        assert f'href="{address}"' in menu


def test_a_person_without_a_role_is_refused(visitor: Client) -> None:
    visitor.force_login(factories.user())
    assert visitor.get(reverse("office:home")).status_code == 403


def test_the_page_one_wanted_comes_after_logging_in(visitor: Client) -> None:
    person = factories.staff(factories.seller())
    typed = {"username": person.email, "password": factories.PASSWORD, "next": "/kontoret/brev/?state=failed"}
    assert visitor.post(LOG_IN, typed)["Location"] == "/kontoret/brev/?state=failed"
    visitor.logout()
    elsewhere = typed | {"next": "https://elsewhere.example/"}
    assert visitor.post(LOG_IN, elsewhere)["Location"] == "/kontoret/"


def test_a_wrong_password_is_said_in_words_and_keeps_the_address(visitor: Client) -> None:
    answer = visitor.post(LOG_IN, {"username": "anna@talong.example", "password": "wrong"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.count("The e-mail address and the password do not belong together. Check both.") == 1
    assert 'value="anna@talong.example"' in page
    assert "wrong" not in page.replace("field--wrong", "")


def test_what_is_missing_is_said_at_its_field(visitor: Client) -> None:
    page = visitor.post(LOG_IN, {}).content.decode()
    assert '<p class="error" id="id_username_error">Write your e-mail address.</p>' in page
    assert '<p class="error" id="id_password_error">Write your password.</p>' in page
    assert 'aria-describedby="id_username_error"' in page


def test_a_closed_account_does_not_log_in(visitor: Client) -> None:
    person = factories.staff(factories.seller(), is_active=False)
    answer = visitor.post(LOG_IN, {"username": person.email, "password": factories.PASSWORD})
    assert answer.status_code == 422


def test_logging_out_is_a_post(visitor: Client) -> None:
    visitor.force_login(factories.staff(factories.seller()))
    assert visitor.get("/kontoret/logga-ut/").status_code == 405
    assert visitor.post("/kontoret/logga-ut/").status_code == 302
    assert visitor.get("/kontoret/")["Location"] == f"{LOG_IN}?next=/kontoret/"
