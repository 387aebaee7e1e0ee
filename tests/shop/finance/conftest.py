"""A person of finance for a Swedish and a Danish seller, signed in, who reads English."""

import pytest
from django.test import Client

from catalog.models import Seller
from tests import factories


@pytest.fixture
def sellers(db: None) -> list[Seller]:
    return [
        factories.seller(name="Kommunförbundet"),
        factories.seller(name="Forlaget", country="DK", currency="DKK", language="da"),
    ]


@pytest.fixture
def finance(sellers: list[Seller]) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(factories.staff(*sellers, role="finance", name="Erik Ek"))
    return client
