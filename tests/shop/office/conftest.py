"""A clerk of one seller, signed in, who reads English."""

from collections.abc import Callable

import pytest
from django.test import Client

from catalog.models import Publication, Seller
from shop.customers.models import User
from shop.orders.models import Order
from tests import factories


@pytest.fixture
def seller(db: None) -> Seller:
    return factories.seller(name="Kommunförbundet", slug="kommunforbundet")


@pytest.fixture
def title(seller: Seller) -> Publication:
    prices: dict[int, str] = {15: "65"}
    return factories.publication(seller=seller, price="100", tiers=prices, title="Att styra", stock_of=5000)


@pytest.fixture
def clerk(seller: Seller) -> User:
    return factories.staff(seller, name="Anna Berg")


@pytest.fixture
def office(clerk: User) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(clerk)
    return client


@pytest.fixture
def ordered(title: Publication) -> Callable[..., Order]:
    """Places an order of fifteen copies with the clerk's seller."""
    return lambda **fields: factories.order((title, 15), **fields)
