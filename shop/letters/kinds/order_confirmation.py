"""To the customer when an order is placed, with the order confirmation enclosed."""

from shop.documents.links import order_page
from shop.documents.shelf import confirmation_file
from shop.letters.content import Content
from shop.orders.models import Order
from shop.orders.snapshot import Letterhead


def content(order: Order) -> Content:
    seller = Letterhead.from_json(order.letterhead)
    facts = {"seller": seller, "page": order_page(order)}
    return Content(facts=facts, reply_to=seller.email, enclosed=(confirmation_file(order),))
