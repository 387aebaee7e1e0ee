"""What the office types."""

from collections.abc import Iterable, Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from catalog.models import Seller
from shop.actions.hold_order import ReasonMissing
from shop.orders.queries.lists import ON_HOLD, Wanted
from shop.orders.states import State
from shop.outbox.models import Message


def without_tag(*fields: str) -> FormHelper:
    """A crispy layout inside a form that the template opens."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.form_show_errors = False  # errors of the whole form stand where the template puts them
    helper.layout = Layout(*fields)
    return helper


class LogInForm(AuthenticationForm):
    """E-mail address and password."""

    use_required_attribute = False
    error_messages = {
        "invalid_login": _("The e-mail address and the password do not belong together. Check both."),
        "inactive": _("This account is closed."),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        address, password = self.fields["username"], self.fields["password"]
        address.label = _("E-mail address")
        address.widget = forms.EmailInput(attrs={"autocomplete": "username"})
        address.error_messages["required"] = _("Write your e-mail address.")
        password.error_messages["required"] = _("Write your password.")
        self.helper = without_tag("username", "password")


class OrderFilter(forms.Form):
    """What the address of an order list says. A part that is not understood narrows nothing."""

    state = forms.ChoiceField(choices=[(value, value) for value in (*State, ON_HOLD)], required=False)
    seller = forms.ChoiceField(required=False)
    q = forms.CharField(max_length=200, required=False)

    def __init__(self, query: Mapping[str, Any], *, sellers: Iterable[Seller]) -> None:
        super().__init__(query)
        self.fields["seller"] = forms.ChoiceField(
            choices=[(seller.slug, seller.name) for seller in sellers], required=False
        )

    @property
    def wanted(self) -> Wanted:
        self.is_valid()
        understood = self.cleaned_data
        return Wanted(
            state=understood.get("state", ""),
            seller=understood.get("seller", ""),
            query=understood.get("q", ""),
        )


class LetterFilter(forms.Form):
    """What the address of a letter list says."""

    state = forms.ChoiceField(choices=Message.State.choices, required=False)

    @property
    def wanted(self) -> str:
        return self.cleaned_data.get("state", "") if self.is_valid() else ""


class ChangeForm(forms.Form):
    """A change that needs nothing but the press of its button; a refusal of it stands here."""

    def refuse(self, why: str) -> None:
        self.add_error(None, why)


class ReasonForm(ChangeForm):
    """A change that must say why."""

    use_required_attribute = False
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": ReasonMissing.reason},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"{type(self).__name__.lower()}-%s"} | kwargs)
        self.helper = without_tag("reason")

    def add_error(self, field: str | None, error: Any) -> None:
        """Put the cursor where something must be mended."""
        super().add_error(field, error)
        self.fields["reason"].widget.attrs["autofocus"] = True

    def refuse(self, why: str) -> None:
        self.add_error("reason", why)


class HoldForm(ReasonForm):
    """Why an order must wait."""


class CancelForm(ReasonForm):
    """Why an order is cancelled."""
