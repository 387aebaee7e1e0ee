"""Order numbers: short enough to read aloud, in the order of placing."""

import secrets
from datetime import date

from django.db.models import F

from shop.orders.models import OrderCounter


def next_number(*, on: date) -> str:
    """The next number of the year, such as `26-0017`. Locks the year's counter until the transaction ends."""
    OrderCounter.objects.bulk_create([OrderCounter(year=on.year)], ignore_conflicts=True)
    OrderCounter.objects.filter(year=on.year).update(last=F("last") + 1)
    last = OrderCounter.objects.values_list("last", flat=True).get(year=on.year)
    return f"{on.year % 100:02d}-{last:04d}"


def new_token() -> str:
    """What makes a customer's link unguessable: 192 random bits, 32 characters."""
    return secrets.token_urlsafe(24)
