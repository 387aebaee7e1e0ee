"""People sign in by e-mail address, in whatever case."""

import pytest

from shop.customers.models import User
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["karin@talong.example", "Karin@Talong.example", "KARIN@TALONG.EXAMPLE"])
def test_user_is_found_by_address_in_any_case(typed: str) -> None:
    karin = factories.user(email="Karin@talong.example")
    assert User.objects.get_by_natural_key(typed) == karin


def test_user_needs_a_password_to_sign_in() -> None:
    assert not User.objects.create_user("a@talong.example", name="A").has_usable_password()
    assert factories.user().check_password(factories.PASSWORD)


def test_superuser_is_staff() -> None:
    boss = User.objects.create_superuser("boss@talong.example", factories.PASSWORD, name="B")
    assert (boss.is_staff, boss.is_superuser, boss.is_active) == (True, True, True)


def test_user_is_shown_by_name() -> None:
    assert str(factories.user(name="Karin Kontor")) == "Karin Kontor"
    assert str(factories.user(name="", email="karin@talong.example")) == "karin@talong.example"
