"""The facts of one sentence, each given to the publication it is said of, or kept for all."""

from __future__ import annotations

import re
from decimal import Decimal

from catalog.imports.draft import Draft
from catalog.imports.free_copies import free_copies
from catalog.imports.money import Token, amounts
from catalog.imports.numbers import numbers_in, pages_in
from catalog.imports.offers import free_of_charge, largest_order, pack_size, status
from catalog.imports.orders import OrderChannel
from catalog.imports.prices import Context, price_tokens, statement
from catalog.imports.reading import Reading
from catalog.imports.record import Caution
from catalog.imports.sentence import Sentence
from catalog.imports.surcharges import is_for_every_price, surcharges

_IMPERSONAL = re.compile(
    r"(?:beställning(?:ar)?|bestilling(?:er)?|beställ|bestil|ring|order\w*)\b", re.IGNORECASE
)


def read_prices(reading: Reading, sentence: Sentence) -> None:
    """Base prices and price breaks; a discount that names no publication is for all."""
    subject = sentence.topic.subject
    has_subject = subject is not None and not subject.aside
    context = Context(sentence.titles, has_subject, sentence.topic.event, reading.language)
    tokens = price_tokens(sentence.text, context)
    if not sentence.about_something and tokens and all(token.kind != "price" for token in tokens):
        reading.shared_breaks += [(sentence.passage, *pair) for pair in statement(tokens).breaks]
        return
    groups: dict[int, tuple[list[Draft], list[Token]]] = {}
    for token in tokens:
        targets = sentence.targets(token.start)
        if targets:
            groups.setdefault(id(targets[0]), (targets, []))[1].append(token)
    for targets, said in groups.values():
        for draft in targets:
            sentence.priced.append(draft)
            _set_prices(reading, sentence, draft, said)


def _set_prices(reading: Reading, sentence: Sentence, draft: Draft, tokens: list[Token]) -> None:
    said = statement(tokens)
    if said.base:
        caution = sentence.speak_of(draft).set_price(said.base, sentence.passage)
        reading.cautions += [caution] if caution else []
    for limit, value in said.breaks:
        sentence.speak_of(draft).add_break(limit, value, sentence.passage)
    if said.leftover:
        place = sentence.passage.found(None, tokens[0].start, tokens[-1].end)
        message = f"The prices of {draft.title.value} do not pair with quantities"
        reading.cautions.append(Caution("prices_unclear", message, place.start, place.end))


def read_numbers(reading: Reading, sentence: Sentence) -> None:
    """Order numbers, ISBNs and page counts."""
    for number in numbers_in(sentence.text):
        draft = sentence.target(number.start)
        if draft is None:
            continue
        sentence.speak_of(draft).offered = True
        found = sentence.passage.found(number.printed.strip(), number.start, number.end)
        if number.is_isbn:
            draft.isbn = draft.isbn or found
        else:
            draft.number = draft.number or found
    for at, pages in pages_in(sentence.passage) if sentence.about_something else ():
        draft = sentence.target(at)
        if draft and draft.pages is None:
            sentence.speak_of(draft).pages = pages


def read_surcharges(reading: Reading, sentence: Sentence) -> None:
    """What prices include: of all prices, or of one publication's."""
    for surcharge in surcharges(sentence.text):
        if is_for_every_price(sentence.text) or not sentence.about_something:
            reading.shared_surcharges.append((sentence.passage, surcharge))
            continue
        for draft in (*sentence.targets(surcharge.start), *_priced_before(sentence, surcharge.start)):
            draft.set_surcharge(surcharge, sentence.passage)


def _priced_before(sentence: Sentence, at: int) -> list[Draft]:
    """`A kostar 99 kr och B 30 kr, exkl moms`: what follows the last price holds for all of them."""
    tail = amounts(sentence.text[at:], language="sv")
    return [] if tail else sentence.priced


def read_offer(reading: Reading, sentence: Sentence) -> None:
    """Free copies, free of charge, sold out or coming, pack size, largest order."""
    if not sentence.about_something:
        return
    copies = free_copies(sentence.passage, recipients=reading.recipients)
    draft = sentence.target(copies.start if copies else len(sentence.text))
    if draft is None:
        return
    if copies and not draft.free_copy_to:
        sentence.speak_of(draft).offered = True
        draft.free_copy_to, draft.free_copy_quantity = copies.groups, copies.quantity
        sentence.remember_noun(draft)
    free = None if copies else free_of_charge(sentence.passage)
    if free and draft.free_of_charge is None:
        sentence.speak_of(draft).offered = True
        draft.free_of_charge = sentence.passage.found(Decimal("0.00"), *free)
    _read_stock(sentence)


def _read_stock(sentence: Sentence) -> None:
    hit = status(sentence.passage)
    draft = sentence.target(hit[0]) if hit else None
    if hit and draft and draft.availability is None:
        draft.availability = sentence.passage.found(hit[2], hit[0], hit[1], confidence=0.7)
        draft.offered = draft.offered or bool(sentence.mentions)
    draft = sentence.target(len(sentence.text))
    if draft:
        draft.pack_size = draft.pack_size or pack_size(sentence.passage)
        draft.max_qty = draft.max_qty or largest_order(sentence.passage)


def read_channel(reading: Reading, sentence: Sentence, channel: OrderChannel) -> None:
    """Give the order channel to what the sentence names, or keep it for all."""
    plural = sentence.names_many and not sentence.mentions
    if plural or not sentence.about_something:
        reading.shared_channels.append(channel)
        _offer_main(reading, plural)
        return
    if _IMPERSONAL.match(sentence.text) and not sentence.names_something:
        reading.impersonal_channels.append(channel)
    for draft in sentence.targets(channel.start):
        sentence.speak_of(draft).offered = True
        if draft.contact is None:
            draft.contact, draft.supplier = channel.contact, channel.supplier


def _offer_main(reading: Reading, plural: bool) -> None:
    """ "Skrifter kan beställas hos ..." and no title named: the circular's own title is offered."""
    named = any(draft.offered or not draft.is_main for draft in reading.drafts.known)
    main = reading.drafts.main() if plural and not named else None
    if main:
        main.offered = True
