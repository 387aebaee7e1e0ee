"""What an action may have touched, to see that a refusal touched nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from catalog.models import Publication, StockMovement
from shop.journal.models import Entry
from shop.orders.models import Order, OrderLine, OrderVat
from shop.outbox.models import Message

Everything = Callable[[], list[Any]]


@pytest.fixture
def everything(db: None) -> Everything:
    """All rows of orders, stock, journal and outbox as they are when it is called."""
    models = (Order, OrderLine, OrderVat, Publication, StockMovement, Entry, Message)
    return lambda: [list(model.objects.order_by("pk").values()) for model in models]
