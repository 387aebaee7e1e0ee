"""The addresses that papers and letters print."""

from django.conf import settings

from shop.orders.models import Order


def order_page(order: Order) -> str:
    """The customer's page of an order; whoever has the address may see it."""
    return f"{settings.SITE_URL}/order/{order.token}/"
