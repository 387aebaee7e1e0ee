"""Finding organisations in the register."""

from django.db.models import Case, IntegerField, QuerySet, Value, When

from catalog.queries.search import folded
from shop.customers.models import Organisation


def organisations_like(typed: str, *, most: int = 8) -> QuerySet[Organisation]:
    """Those whose name holds what was typed, names that begin with it first; none for under two letters."""
    wanted = folded(typed)
    if len(wanted) < 2:
        return Organisation.objects.none()
    begins = Case(
        When(name_folded__startswith=wanted, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    return Organisation.objects.filter(name_folded__contains=wanted).order_by(begins, "name_folded")[:most]


def organisation_named(typed: str) -> Organisation | None:
    """The one organisation of that name; `Ekerö` is Ekerö kommun, `Lund` and `Lunds` are Lunds kommun.

    None where nobody or several are meant.
    """
    wanted = folded(typed)
    municipalities = [f"{wanted}{s} {kind}" for s in ("", "s") for kind in ("kommun", "kommune")]
    found = list(Organisation.objects.filter(name_folded__in=[wanted, *municipalities])[:2])
    return found[0] if len(found) == 1 else None
