"""Amounts of money, quantities and percentages in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from catalog.imports.words import COUNT, count

_NUMBER = r"(?:\d{1,3}(?:[ .]\d{3})+|\d{1,6})(?:[,.]\d{2}(?!\d))?"
_LARGE = r"(?!\s*(?:miljard|miljon|mkr|mdr|mnkr|mdkr|tkr|tusen|mio|mia|milliard|million))"
_CODES = r"SEK|DKK|EUR|NOK|kr(?:onor|oner|ona|one)?\b\.?"
AMOUNT = re.compile(
    rf"(?<![\w,.:/-])(?:(?P<before>{_CODES})\s?(?P<n1>{_NUMBER})(?::-|,-)?{_LARGE}(?![\d%])"
    rf"|(?P<n2>{_NUMBER}|\d{{1,5}}:\d\d)\s?{_LARGE}(?:(?P<after>SEK\b|DKK\b|EUR\b|NOK\b|kr(?:onor|oner"
    rf"|ona|one)?\b\.?)"
    rf"|:-+|,-+(?:\s?kr\b\.?)?)(?:/ex\b|/st\b)?)",
    re.IGNORECASE,
)
# "Pris 95 exkl moms": a number straight after the word price, not a year and nothing counted.
BARE_AMOUNT = re.compile(
    rf"\b(?:pris(?:et|en)?(?: är| er|:)?|kostar|koster|à|a)\s(?P<n1>\d{{1,4}}:\d\d"
    rf"|{_NUMBER})(?=\s?(?:exkl|inkl|ekskl|exclusive|\+|,|;|\)|\.$|\.\s|$|/st|/ex))",
    re.IGNORECASE,
)
# The same without group names, for patterns that only ask whether an amount follows.
AMOUNT_PATTERN = re.sub(r"\?P<\w+>", "?:", AMOUNT.pattern)
_YEAR = re.compile(r"(?:19|20)\d\d")

_UNIT = (
    r"(?:ex(?:emplar)?\b\.?|st(?:ycken|yck|k)?\b\.?|eksemplarer\b|exemplarer\b|böcker\b|häften\b|skrifter\b)"
)
_QUANTITIES = (
    # more than n: n + 1
    (1, rf"\b(?:fler|mer|flere|mere)\s(?:än|end)\s(?P<n>{COUNT})\b(?:\s{_UNIT})?"),
    (1, rf"\b(?:över|over)\s(?P<n>{COUNT})\s{_UNIT}"),
    # n to m, n or more, n and up
    (0, rf"(?<![\w-])(?P<n>{COUNT})\s?(?:-|till|til)\s?{COUNT}\s?{_UNIT}"),
    (0, rf"(?<![\w-])(?P<n>{COUNT})\s(?:{_UNIT}\s)?eller\s(?:fler|mer|flere|mere)\b(?:\s{_UNIT})?"),
    (0, rf"(?<![\w-])(?P<n>{COUNT})\s(?:{_UNIT}\s)?(?:och|og)\s(?:uppåt|däröver|derover"
        rf"|opefter)(?:\s{_UNIT})?"),
    # at least n
    (0, rf"\b(?:minst|lägst|mindst|minimum)\s(?P<n>{COUNT})\b(?:\s{_UNIT})?"),
    (0, rf"\b(?:från(?: och med)?|fr\.?\s?o\.?\s?m\.?|fra(?: og med)?|vid|ved)\s(?P<n>{COUNT})\s{_UNIT}"),
    (0, rf"\b(?:vid|ved)\s(?:köp|køb|beställning|bestilling|order)\s(?:av"
        rf"|af)\s(?P<n>{COUNT})\b(?:\s{_UNIT})?"),
    # fewer than m, up to m: from the first copy
    (None, rf"\b(?:upp till|op til|högst|färre än|mindre än|under|max)\s(?P<n>{COUNT})\s{_UNIT}"),
    # a price list: "25 ex: 45 kr"
    (0, rf"(?<![\w-])(?P<n>{COUNT})\s?{_UNIT}(?=:?\s?(?:SEK|DKK|kr\.?)?\s?\d[\d ,]*\s?(?:kr|:-|,-|SEK"
        rf"|DKK|kronor))"),
)  # fmt: skip
_QUANTITY = [(more, re.compile(pattern, re.IGNORECASE)) for more, pattern in _QUANTITIES]
_PERCENT = re.compile(
    r"(?<![\d,])(?P<n>\d{1,2}(?:,\d+)?)\s?(?:%|procents?|pct\b\.?|-procentig)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Token:
    """`price` (Decimal), `quantity` (first copy that it holds for) or `percent`, at its offsets."""

    kind: str
    start: int
    end: int
    value: Decimal
    currency: str | None = None


def amounts(text: str, *, language: str) -> list[Token]:
    """Amounts of money in a text; what they are for is judged elsewhere."""
    tokens = [_amount(match, language) for match in AMOUNT.finditer(text)]
    if not tokens:
        tokens = [_amount(m, language) for m in BARE_AMOUNT.finditer(text) if not _YEAR.fullmatch(m["n1"])]
    return tokens


def _amount(match: re.Match[str], language: str) -> Token:
    groups = match.groupdict()
    name = "n1" if groups.get("n1") else "n2"
    digits = match[name].replace(" ", "").replace(":", ",")
    if re.search(r"\.\d{3}(?!\d)", digits):
        digits = digits.replace(".", "")
    start = match.start() if groups.get("before") else match.start(name)
    code = (groups.get("before") or groups.get("after") or "").upper()
    home = "DKK" if language == "da" else "SEK"
    currency = code if code in ("SEK", "DKK", "EUR", "NOK") else home
    return Token("price", start, match.end(), Decimal(digits.replace(",", ".")), currency)


def quantities(text: str) -> list[Token]:
    """Quantity limits: `minst 15 ex` is 15, `fler än 50` is 51, `10-49 ex` is 10, `upp till 9 ex` is 1."""
    tokens: list[Token] = []
    for more, pattern in _QUANTITY:
        for match in pattern.finditer(text):
            if not any(t.start < match.end() and match.start() < t.end for t in tokens):
                first = 1 if more is None else count(match["n"]) + more
                tokens.append(Token("quantity", match.start(), match.end(), Decimal(first)))
    return sorted(tokens, key=lambda token: token.start)


def percentages(text: str) -> list[Token]:
    """Percentages below a hundred."""
    return [
        Token("percent", m.start(), m.end(), Decimal(m["n"].replace(",", ".")))
        for m in _PERCENT.finditer(text)
    ]
