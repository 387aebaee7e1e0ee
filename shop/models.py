"""Gathers the rooms' models for Django: one migration history, and a model may change room without one."""

from shop.baskets.models import OrderDraft
from shop.customers.models import Assignment, Organisation, User
from shop.files.models import StoredFile
from shop.journal.models import Entry
from shop.orders.models import Confirmation, Order, OrderCounter, OrderLine, OrderVat, Purchase
from shop.outbox.models import Message

__all__ = [
    "Assignment",
    "Confirmation",
    "Entry",
    "Message",
    "Order",
    "OrderCounter",
    "OrderDraft",
    "OrderLine",
    "OrderVat",
    "Organisation",
    "Purchase",
    "StoredFile",
    "User",
]
