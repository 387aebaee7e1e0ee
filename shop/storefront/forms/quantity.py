"""A number of copies, as people write it."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalog.availability import LARGEST_QUANTITY

UNITS = "ex|exemplar|st|styck|stk|eks|eksemplarer|copies"


class QuantityField(forms.CharField):
    """Copies from 1 up; empty is None, none wanted. Understands `15`, `1 500`, `15 ex`.

    Each thing that is no number of copies gets its own sentence.
    """

    messages = {
        "words": _("Write the number of copies in digits, for example 15."),
        "parts": _("Copies come whole: write a whole number, for example 15."),
        "none": _("Write 1 or more, or leave the field empty."),
        "huge": _("That is more than one order can hold: at most %(most)s copies."),
    }

    def __init__(self, **options: Any) -> None:
        attrs = {"inputmode": "numeric", "autocomplete": "off", "maxlength": 20}
        super().__init__(required=False, widget=forms.TextInput(attrs=attrs), **options)

    def clean(self, value: Any) -> int | None:
        text = re.sub(rf"\s|({UNITS})\.?$", "", str(value or "").strip().casefold())
        if not text:
            return None
        if re.fullmatch(r"[+-]?[0-9]+[.,][0-9]+", text):
            self._refuse("parts")
        if not re.fullmatch(r"[+-]?[0-9]+", text):
            self._refuse("words")
        if text.startswith("-") or not text.strip("+0"):
            self._refuse("none")
        if len(text.lstrip("+0")) > 9 or int(text) > LARGEST_QUANTITY:
            self._refuse("huge")
        return int(text)

    def _refuse(self, code: str) -> None:
        raise ValidationError(self.messages[code], code=code, params={"most": LARGEST_QUANTITY})
