"""The single door to an order's state."""

from shop.orders.models import Order
from shop.orders.states import Event, NotNow, OnHold, after


def locked(order: Order) -> Order:
    """The order as it is now, locked until the transaction ends (SQLite locks the whole database)."""
    return Order.objects.select_for_update().get(pk=order.pk)


def move(order: Order, event: Event) -> None:
    """Take `order`, locked by the caller, to the state that `event` leads to.

    Raises `NotNow` where the table has no such step, `OnHold` where a person must look first.
    """
    state = after(order.state, event)
    if state is None:
        raise NotNow(number=order.number, state=order.get_state_display())
    if order.on_hold and event is not Event.CANCEL:
        raise OnHold(number=order.number)
    order.state = state
    order.save(update_fields=["state"])
