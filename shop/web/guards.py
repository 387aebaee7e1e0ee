"""Who may enter: staff, by what they do for which seller."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from catalog.models import Seller
from shop.customers.models import Assignment, User

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def sellers_of(user: Any, *roles: str) -> QuerySet[Seller]:
    """The sellers for which `user` has one of `roles`."""
    if not isinstance(user, User):
        return Seller.objects.none()
    return Seller.objects.filter(assignments__user=user, assignments__role__in=roles).distinct()


def staff_with(*roles: str) -> Callable[[View[P]], View[P]]:
    """Let in signed-in staff with one of `roles` for at least one seller; refuse others with 403."""

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not sellers_of(request.user, *roles).exists():
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return cast(View[P], login_required(guarded))

    return guard


OFFICE = Assignment.Role.OFFICE
FINANCE = Assignment.Role.FINANCE
