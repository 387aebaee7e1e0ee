"""Which amounts are prices of publications, and how base price and price breaks stand in a sentence.

A fee, a subscription, a grant or a budget is never a price. An amount is a price when a price word with a
publication as its subject leads to it, or when it stands in a list item after a title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from catalog.imports.money import Token, amounts, percentages, quantities
from catalog.imports.words import EVENT, PUBLICATION, PUBLICATIONS

FEE = re.compile(
    r"\b(?:\w*avgift(?:en|er|erna)?|\w*gebyr\w*|prenumer\w*|abonnemang\w*|abonnement\w*|uppdaterings\w*"
    r"|teckna\w*"
    r"|\w*bidrag\w*|anslag\w*|\w*budget\w*|\w*skatt\w*|omsättning\w*|löne?\w*|\w*ersättning\w*|vite\w*"
    r"|hyra\w*"
    r"|porto\w*|frakt\w*|fakturer\w*|besparing\w*|spara(?:r|de)?|invester\w*|satsa\w*|lägger|anslår"
    r"|taxa\w*|timpris\w*"
    r"|anmäl\w*|tilmeld\w*|deltag\w*|inträde\w*|entré\w*|logi\b|lunch\w*|frokost\w*|middag\w*"
    r"|övernatt\w*|minst[ae] order\w*"
    r"|utbildning(?:en)?|dagpris\w*|lån\w*|skuld\w*|normalpris\w*|tidskrift\w*|prisbasbelopp\w*|basbelopp\w*"
    r"|bötesbelopp\w*|faktura\w*|minimi\w*|bok för bok)\b",
    re.IGNORECASE,
)
_FEE_AFTER = re.compile(
    r"\s*(?:/|per |pr\.? |om |i )\s?(?:år|årligen|månad\w*|mån\b|kvartal|person|deltaga\w*|invånare|elev"
    r"|dag|dygn|timme|barn"
    r"|plats|kvm|m2|hushåll|kommun|deltager\w*|årsavgift|avgift|bidrag|skatt|indbygger|måned)"
    r"|\s*(?:årligen|om året)",
    re.IGNORECASE,
)
_PRICE_NOUN = re.compile(
    r"\b(?:(?:styck|st|ordinarie |bok|försäljnings|cirka)?pris(?:et|en|er|erna)?"
    r"|prisuppgift)\b(?!\s(?:på|för)\s(?!bok|skrift|h[äæ]ft))",
    re.IGNORECASE,
)
_COST_NOUN = re.compile(r"\bkostnad(?:en)?\b(?!\s(?:för|per))", re.IGNORECASE)
_PRICE_VERB = re.compile(
    r"\b(?:kostar|koster|kosta|säljs|sælges|betalar|betalas|debiteras|för|for|till|til)\b|\bà", re.IGNORECASE
)
_LEADS = re.compile(r"(?:\b(?:för|for|till|til|à|a))\s?(?:endast |bara |kun )?\Z", re.IGNORECASE)
_PRONOUN = re.compile(
    r"\b(?:den|det|de|dessa|denna|detta|exemplar\w*|eksemplar\w*|ex|styck\w*|stk)\b", re.IGNORECASE
)
_REBATE = re.compile(r"rabat|avdrag|nedsättning|nedsatt|discount", re.IGNORECASE)
_MOST_AMOUNTS = 60  # in one sentence; more is no sentence
_SUM_TOO_LARGE_WITHOUT_TITLE = 10_000


@dataclass(frozen=True, slots=True)
class Context:
    """What the sentence stands in: its titles' offsets, whether a publication or an event is the topic."""

    titles: tuple[tuple[int, int], ...] = ()
    has_subject: bool = False
    about_event: bool = False
    language: str = "sv"


@dataclass(frozen=True, slots=True)
class Statement:
    """A base price and its breaks as (quantity, price or percentage); `leftover` when they did not pair."""

    base: Token | None
    breaks: tuple[tuple[Token, Token], ...]
    leftover: bool = False


def price_tokens(text: str, context: Context) -> list[Token]:
    """The prices, discounts and quantity limits of a sentence, in its order; fees left out."""
    limits = quantities(text)
    prices = [
        token
        for token in amounts(text, language=context.language)[:_MOST_AMOUNTS]
        if _is_price(text, token, context, bool(limits))
    ]
    percents = percentages(text) if limits and _REBATE.search(text) and not context.about_event else []
    if not prices and not percents:
        return []
    inside = [t for t in limits if not any(p.start < t.end and t.start < p.end for p in prices)]
    return sorted((*prices, *percents, *inside), key=lambda token: token.start)


def fee_in(text: str, *, language: str) -> Token | None:
    """The first amount of a sentence about an event."""
    return next(iter(amounts(text, language=language)), None)


def _is_price(text: str, token: Token, context: Context, has_limits: bool) -> bool:
    before = text[: token.start]
    if _FEE_AFTER.match(text[token.end :]):
        return False
    title = max((start for start, end in context.titles if end <= token.start), default=-1)
    noun = max((_last(pattern, before) for pattern in (PUBLICATION, PUBLICATIONS)), default=-1)
    subject = max(title, noun)
    if max(_last(FEE, before), _last(EVENT, before)) > subject or (context.about_event and subject < 0):
        return False
    if token.value >= _SUM_TOO_LARGE_WITHOUT_TITLE and title < 0:
        return False
    return (
        _led_to(text, token, context, subject)
        or (has_limits and (context.has_subject or subject >= 0))
        or (title >= 0 and _plain_between(text, context, title, token))
    )


def _led_to(text: str, token: Token, context: Context, subject: int) -> bool:
    """True when a price word leads to the amount and speaks of a publication."""
    before = text[: token.start]
    if _PRICE_NOUN.search(before) or (context.has_subject and _COST_NOUN.search(before)):
        return True
    if not (_PRICE_VERB.search(before) if subject >= 0 else re.search(r"\bkost(?:ar|er)\b", before)):
        return bool(_LEADS.search(before)) and context.has_subject
    if subject >= 0:
        return bool(
            re.search(r"\b(?:kost(?:ar|er|a)|s[äæ]l(?:j|g)e?s|debiteras)\b", before) or _LEADS.search(before)
        )
    return context.has_subject and bool(_PRONOUN.search(before))


def _plain_between(text: str, context: Context, title: int, token: Token) -> bool:
    """True when only facts, no sentence, stand between a title and the amount."""
    end = next(end for start, end in context.titles if start == title)
    return not re.search(r"\b(?:är|har|kan|vi|som|att|till|för|er|og|och)\b", text[end : token.start])


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def statement(tokens: Sequence[Token]) -> Statement:
    """Pair prices with quantity limits: `100 kr eller 65 kr vid minst 15`, `90 kr, vid minst 15 ex 65 kr`,
    `1-9 ex 50 kr, 10-49 ex 45 kr`. A price that holds from the first copy is the base price."""
    values = [t for t in tokens if t.kind != "quantity"]
    limits = [t for t in tokens if t.kind == "quantity"]
    base = None
    if values and values[0].kind == "price" and len(values) > len(limits) and tokens[0] is values[0]:
        base, values = values[0], values[1:]
    elif values and values[-1].kind == "price" and len(values) == len(limits) + 1:
        base, values = values[-1], values[:-1]  # "from 10 copies 80 kr, otherwise 100 kr"
    pairs = list(zip(limits, values, strict=False))
    for limit, value in pairs:
        if limit.value == 1 and value.kind == "price" and base is None:
            base = value
    breaks = tuple((limit, value) for limit, value in pairs if limit.value > 1)
    return Statement(base, breaks, leftover=len(values) != len(limits))
