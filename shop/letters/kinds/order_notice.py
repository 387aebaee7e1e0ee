"""To the seller's order contact when an order is placed. An answer to it reaches the customer."""

from django.conf import settings

from shop.letters.content import Content
from shop.orders.models import Order
from shop.orders.snapshot import Letterhead


def content(order: Order) -> Content:
    facts = {
        "seller": Letterhead.from_json(order.letterhead),
        "page": f"{settings.SITE_URL}/kontoret/order/{order.number}/",
    }
    return Content(facts=facts, reply_to=order.contact_email)
