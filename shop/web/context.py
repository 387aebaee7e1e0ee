"""What every page shows: the basket's size."""

from typing import Any

from django.http import HttpRequest

from shop.baskets.basket import Basket


def page(request: HttpRequest) -> dict[str, Any]:
    return {"basket_size": len(Basket(request.session)) if hasattr(request, "session") else 0}
