"""The letters that orders have caused."""

from collections.abc import Iterable, Mapping

from django.db.models import Case, Count, IntegerField, Q, QuerySet, When

from catalog.models import Seller
from shop.orders.models import Order
from shop.orders.queries.lists import orders_of
from shop.orders.queries.pages import Page, page_of
from shop.outbox.models import Message

FAILED_FIRST = Case(When(state=Message.State.FAILED, then=1), default=0, output_field=IntegerField())


def letters_of(sellers: Iterable[Seller]) -> QuerySet[Message]:
    """All letters about orders of these sellers, and no others."""
    return Message.objects.filter(subject_key__in=orders_of(sellers).order_by().values("number"))


def letters_about(order: Order) -> QuerySet[Message]:
    """The letters about one order, latest first."""
    return Message.objects.filter(subject_key=order.number)


def failed_first(letters: QuerySet[Message], *, after: str = "", before: str = "") -> Page[Message]:
    """A page of letters: first those that a person must see to, then the others, latest first."""
    return page_of(letters.annotate(failed=FAILED_FIRST), key="failed", read=int, after=after, before=before)


def counts_by_state(letters: QuerySet[Message]) -> Mapping[str, int]:
    """How many letters are in each state; the empty key counts them all."""
    by_state = {state.value: Count("pk", filter=Q(state=state)) for state in Message.State}
    found = letters.aggregate(all=Count("pk"), **by_state)
    return {"": found.pop("all"), **found}
