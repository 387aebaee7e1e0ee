"""A customer who reads English, and a circular with two publications."""

import pytest
from django.test import Client

from catalog.models import Circular, Publication
from tests import factories


@pytest.fixture
def client() -> Client:
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def book() -> Publication:
    return factories.publication(price="100", tiers={15: "65"}, title="Att styra", stock_of=50)


@pytest.fixture
def circular(book: Publication) -> Circular:
    return factories.circular(book, factories.publication(seller=book.seller, price="25", title="Häftet"))
