"""How money, quantities and dates are written in the reader's language."""

from datetime import date
from decimal import Decimal
from typing import Any
from zlib import crc32

from babel.dates import format_date
from babel.numbers import format_decimal
from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from catalog.models.sellers import Country

register = template.Library()
AT_HOME = {("sv", "SEK"): "kr", ("da", "DKK"): "kr."}


def _locale() -> str:
    return {"en": "en_GB"}.get(get_language() or "sv", get_language() or "sv")


@register.filter
def amount(value: Decimal | None) -> str:
    """Two decimals, without a currency: `1 484,00`."""
    return "" if value is None else format_decimal(value, format="#,##0.00", locale=_locale())


@register.filter
def money(value: Decimal | None, currency: str) -> str:
    """An amount with its currency: `1 484,00 kr`, `SEK 1,484.00`."""
    if value is None:
        return ""
    return with_unit(amount(value), currency)


@register.filter
def price(value: Decimal | str | None, currency: str) -> str:
    """A unit price: whole kronor without decimals, else two to four: `65 kr`, `12,345 kr`."""
    if value is None:
        return ""
    value = Decimal(value)
    pattern = "#,##0" if value == value.to_integral_value() else "#,##0.00##"
    return with_unit(format_decimal(value, format=pattern, locale=_locale()), currency)


def with_unit(figure: str, currency: str) -> str:
    unit = AT_HOME.get((get_language() or "sv", currency))
    if unit:
        return f"{figure}\u00a0{unit}"
    return f"{currency}\u00a0{figure}" if get_language() == "en" else f"{figure}\u00a0{currency}"


@register.filter
def quantity(value: int | None) -> str:
    """A whole number with its thousands apart: `1 500`."""
    return "" if value is None else format_decimal(value, format="#,##0", locale=_locale())


@register.filter
def percent(value: Decimal | None) -> str:
    """A rate without needless decimals: `6 %`, `12,5 %`."""
    if value is None:
        return ""
    return f"{format_decimal(value, format='0.##', locale=_locale())}\u00a0%"


@register.filter
def day(value: date | str | None) -> str:
    """A date in words: `30 september 1996`. Text that is no ISO date (`hösten 1996`) stays as it is."""
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            return str(value)
    return "" if value is None else format_date(value, format="long", locale=_locale())


@register.filter
def paragraphs(text: str) -> SafeString:
    """Plain text as paragraphs and lists; lines that start with `- ` become list items."""
    blocks = [_block(block) for block in text.strip().split("\n\n") if block.strip()]
    return mark_safe("\n".join(blocks))  # noqa: S308 - every block is escaped in _block


def _block(block: str) -> str:
    """A paragraph, or a list where every line is an item or goes on with one (indented)."""
    lines = block.strip().splitlines()
    if not all(line.startswith(("- ", "  ")) for line in lines):
        return f"<p>{escape(' '.join(lines))}</p>"
    items: list[str] = []
    for line in lines:
        if line.startswith("- ") or not items:
            items.append(line.removeprefix("- ").strip())
        else:
            items[-1] += f" {line.strip()}"
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"


@register.simple_tag(takes_context=True)
def query_with(context: dict[str, Any], **changes: Any) -> str:
    """The page's query string with some parameters changed; None removes one."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = value
    return f"?{query.urlencode()}" if query else "?"


@register.filter
def cover_shade(publication: Any) -> int:
    """Which of the six cover colours a publication wears: the same throughout its series."""
    return crc32((str(publication.series_id or "") or publication.title).encode()) % 6


@register.filter
def country(code: str) -> str:
    """A country by its code: `SE` is Sverige."""
    return str(Country(code).label) if code in Country.values else code
