"""The demonstration, loaded once for all tests of this folder."""

from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="package", autouse=True)
def _demonstration(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """In a transaction around those of the tests, so that nothing of it is left for the others."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demonstration", stdout=StringIO())
        yield
        transaction.set_rollback(True)
