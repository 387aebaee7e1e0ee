"""What is wrong with a catalogue of translations, in sentences that name the message."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from babel.messages.catalog import Catalog, Message

from shop.management.messages import entries

PLACEHOLDER = re.compile(r"%\((\w+)\)[#0 +-]*[\d.]*[a-zA-Z]|\{(\w*)\}|(?<!%)(?:%%)*%([sd])")


def faults(ids: Catalog, catalogue: Catalog) -> list[str]:
    """Whatever keeps `catalogue` from being the complete translation of `ids`; empty where nothing does."""
    found = []
    for message in entries(ids):
        translated = catalogue.get(message.id, message.context)
        found += [f"{fault}{_name(message)}" for fault in _faults_of(message, translated)]
    for message in entries(catalogue):
        if ids.get(message.id, message.context) is None:
            found.append(f"no longer used{_name(message)}")
    return found


def _faults_of(message: Message, translated: Message | None) -> Iterator[str]:
    if translated is None:
        yield "missing"
        return
    if bool(message.pluralizable) != bool(translated.pluralizable):
        yield "plural forms missing" if message.pluralizable else "plural forms of a message that has none"
        return
    forms = translated.string if isinstance(translated.string, list | tuple) else (translated.string,)
    if not any(forms):
        yield "not translated"
    elif not all(forms):
        yield "plural forms missing"
    else:
        yield from _differences(message, [str(form) for form in forms])
    if translated.fuzzy:
        yield "fuzzy"


def _differences(message: Message, forms: list[str]) -> Iterator[str]:
    """How the placeholders of a translation differ; the form for one may leave out the number."""
    one, many = (message.id, message.id) if isinstance(message.id, str) else message.id
    for number, form in enumerate(forms):
        allowed = [_placeholders(many)] + ([_placeholders(one)] if number == 0 else [])
        if _placeholders(form) not in allowed:
            yield f"placeholders differ ({_listed(form)} for {_listed(one if number == 0 else many)})"
        elif any(allowed) and not _fills(form):
            yield "a stray % sign"


def _placeholders(text: str) -> set[str]:
    return {"".join(names) for names in PLACEHOLDER.findall(text)}


def _listed(text: str) -> str:
    return ", ".join(sorted(_placeholders(text))) or "none"


def _fills(form: str) -> bool:
    """Whether `%` can fill the placeholders of a translation."""
    if "%(" not in form:
        return True
    try:
        form % _Anything()
    except (TypeError, ValueError):
        return False
    return True


class _Anything(Mapping[str, Any]):
    """Has a value for every name."""

    def __getitem__(self, name: str) -> int:
        return 1

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def _name(message: Message) -> str:
    first = message.id if isinstance(message.id, str) else message.id[0]
    where = [source for source, _line in message.locations]
    where += [f"as {message.context}"] if message.context else []
    place = f" ({', '.join(where)})" if where else ""
    return f"{place}: {' '.join(first.split())}"
