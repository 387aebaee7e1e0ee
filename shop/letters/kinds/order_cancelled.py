"""To the customer when the seller cancels an order, with the reason."""

from shop.documents.links import order_page
from shop.letters.content import Content
from shop.orders.models import Order
from shop.orders.snapshot import Letterhead


def content(order: Order) -> Content:
    seller = Letterhead.from_json(order.letterhead)
    return Content(facts={"seller": seller, "page": order_page(order)}, reply_to=seller.email)
