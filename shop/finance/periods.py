"""The periods that finance asks for most."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from shop.orders.queries.totals import Period


@dataclass(frozen=True)
class Preset:
    """A period with the words of its link."""

    label: str | Promise
    period: Period


def month_of(day: date) -> Period:
    """The whole month that `day` lies in."""
    after = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return Period(from_on=day.replace(day=1), to_on=after - timedelta(days=1))


def year_of(day: date) -> Period:
    """The whole year that `day` lies in."""
    return Period(from_on=date(day.year, 1, 1), to_on=date(day.year, 12, 31))


def presets(*, today: date) -> list[Preset]:
    """This month, which is what is shown when nothing is asked for, then the others."""
    return [
        Preset(_("This month"), month_of(today)),
        Preset(_("Last month"), month_of(today.replace(day=1) - timedelta(days=1))),
        Preset(_("This year"), year_of(today)),
    ]
