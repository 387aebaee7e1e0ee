"""What finance types."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from shop.finance.periods import month_of
from shop.orders.queries.totals import Period

NOT_A_DATE = _("Write a date as year-month-day, such as 2026-01-31.")


class DayInput(forms.DateInput):
    """The browser's date field, or a text field while it holds what is no date: nothing typed is lost."""

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        shown = context["widget"]["value"]
        context["widget"]["type"] = "date" if not shown or is_date(shown) else "text"
        return context


class PeriodForm(forms.Form):
    """The days that totals are made of, both ends counted."""

    use_required_attribute = False
    from_on = forms.DateField(
        label=pgettext_lazy("day", "From"),
        input_formats=["%Y-%m-%d"],
        widget=DayInput(),
        error_messages={"required": _("Enter the first day."), "invalid": NOT_A_DATE},
    )
    to_on = forms.DateField(
        label=pgettext_lazy("day", "To"),
        input_formats=["%Y-%m-%d"],
        widget=DayInput(),
        error_messages={"required": _("Enter the last day."), "invalid": NOT_A_DATE},
    )

    @classmethod
    def of(cls, query: Mapping[str, Any], *, today: date) -> "PeriodForm":
        """The form as the address fills it in, or with this month when the address says nothing."""
        if "from_on" in query or "to_on" in query:
            return cls(query)
        month = month_of(today)
        return cls({"from_on": month.from_on.isoformat(), "to_on": month.to_on.isoformat()})

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.form_show_errors = False  # each error stands at its field
        helper.layout = Layout("from_on", "to_on")
        return helper

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "from_on" in cleaned and "to_on" in cleaned and cleaned["from_on"] > cleaned["to_on"]:
            self.add_error("to_on", _("The last day comes before the first."))
        return cleaned

    @property
    def period(self) -> Period:
        """The period of a valid form."""
        return Period(from_on=self.cleaned_data["from_on"], to_on=self.cleaned_data["to_on"])


def is_date(text: str) -> bool:
    """Whether a date field of a browser can show `text`."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
