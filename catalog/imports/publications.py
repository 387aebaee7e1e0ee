"""Walk through the letter and give every fact to the publication that it is said of.

A fact belongs to the title before it in its sentence, else to what "boken" means, else to the title after
it, else to the paragraph's publication. What is said of all (`Moms tillkommer på samtliga priser`) is
kept until all are known.
"""

from __future__ import annotations

from collections.abc import Iterable

from catalog.imports.draft import Draft
from catalog.imports.events import event_in, with_fee
from catalog.imports.facts import read_channel, read_numbers, read_offer, read_prices, read_surcharges
from catalog.imports.money import amounts
from catalog.imports.orders import order_channel
from catalog.imports.passage import Passage
from catalog.imports.reading import Reading
from catalog.imports.sentence import Sentence, Topic
from catalog.imports.sentences import sentences
from catalog.imports.titles import Mention, mentions_in
from catalog.imports.words import EVENT


def read_publications(reading: Reading, paragraphs: Iterable[Passage]) -> None:
    """Read every paragraph; afterwards share what was said of all."""
    for paragraph in paragraphs:
        topic = Topic()
        for start, end in sentences(paragraph):
            _read_sentence(reading, paragraph, start, end, topic)
    _share(reading)


def _read_sentence(reading: Reading, paragraph: Passage, start: int, end: int, topic: Topic) -> None:
    items = start == 0 or reading.run_on
    titles = mentions_in(paragraph, start, end, main_title=reading.main_title, items=items)
    here = [Mention(m.title, m.start - start, m.end - start, m.noun, m.aside) for m in titles]
    sentence = Sentence(paragraph.part(start, end), here, topic, reading.drafts)
    for mention in here:
        reading.drafts.of(mention)
    _read_event(reading, sentence)
    read_prices(reading, sentence)
    if not topic.event:
        read_numbers(reading, sentence)
        read_surcharges(reading, sentence)
        read_offer(reading, sentence)
        channel = order_channel(paragraph, start, end, titles=[(m.start, m.end) for m in titles])
        if channel:
            read_channel(reading, sentence, channel)
    if here:
        topic.subject = reading.drafts.of(here[-1])


def _read_event(reading: Reading, sentence: Sentence) -> None:
    """Keep track of whether an event is the topic: a publication named before any amount ends it."""
    passage, topic = sentence.passage, sentence.topic
    event = event_in(passage, language=reading.language, on=reading.on)
    if event:
        reading.events.append(event)
    named = sentence.named_at
    amount = next((t.start for t in amounts(sentence.text, language=reading.language)), len(sentence.text))
    if named is not None and not (topic.event and named > amount):
        topic.event = False
    elif EVENT.search(sentence.text):
        topic.event = True
    if topic.event and reading.events:
        reading.events[-1] = with_fee(reading.events[-1], passage, language=reading.language)


def _share(reading: Reading) -> None:
    """What was said of all publications, for those of which nothing else was said."""
    known = reading.drafts.known
    for draft in [d for d in known if d.offered or not d.is_main] or known:
        for passage, surcharge in reading.shared_surcharges:
            draft.set_surcharge(surcharge, passage, confidence=0.7)
        for passage, limit, value in reading.shared_breaks if draft.price and not draft.breaks else ():
            draft.add_break(limit, value, passage)
        _share_channel(reading, draft)


def _share_channel(reading: Reading, draft: Draft) -> None:
    """The first general order channel; `Beställ hos ...` in one paragraph when no other is named."""
    general = reading.shared_channels or reading.impersonal_channels
    if draft.contact is None and general:
        draft.contact, draft.supplier = general[0].contact, general[0].supplier
        draft.offered = True
