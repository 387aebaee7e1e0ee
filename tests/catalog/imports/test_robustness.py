"""Tiny changes change nothing; no text makes the reader fail; every span lies inside the text."""

import random
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.imports import Found, as_json, decode, read_circular

SAMPLES = [decode(path.read_bytes()) for path in sorted((Path(__file__).parent / "samples").glob("*.txt"))]
LABEL = re.compile(
    r"^(?:Cirkulärnr|Diariernr|Handläggare|Sektion/Enhet|Avdsek|Datum|Mottagare|Rubrik|Bilagor|Ersätter):",
    re.M,
)
WORDS = [
    *("Rubrik:", "Bilagor:", "Mottagare: ", "boken", '"Titel"', "kostar", "100 kr", "minst 15 ex", "exkl."),
    *("moms", "och", "porto", "ISBN", "7099-566-4", "tfn", "08-12 34 56", "konferens", "20 %", "beställs"),
    *("hos", "Anna Ek", "till alla kommunstyrelser", "30 november"),
    *("-", "\n", "\n\n", "**", ",", ".", "(", "\u00ad", "\u0308", "\r", "\t"),
]


def without_place(text: str) -> dict[str, Any]:
    return as_json(read_circular(text))


def founds(value: Any) -> Iterator[Found[Any]]:
    if isinstance(value, Found):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from founds(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from founds(getattr(value, field.name))


def check_spans(text: str) -> None:
    extraction = read_circular(text)
    for found in founds(extraction):
        assert 0 <= found.start < found.end <= len(text)
        assert 0 <= found.confidence <= 1
    for warning in extraction.warnings:
        assert warning.start is None or 0 <= warning.start <= (warning.end or 0) <= len(text)


def doubled_spaces(text: str, *, seed: int) -> str:
    """Some single spaces become two; not in a row of columns, where two spaces are a border."""
    pick = random.Random(seed)

    def doubled(line: str) -> str:
        if re.search(r"\S {2,}\S", line):
            return line
        return re.sub(r"(?<=\S) (?=\S)", lambda _: " " * pick.choice((1, 1, 2)), line)

    return "\n".join(map(doubled, text.split("\n")))


def shuffled_header(text: str, *, seed: int) -> str:
    """The fields of a header with one label per line, in another order."""
    starts = [match.start() for match in LABEL.finditer(text)]
    blocks = [b for b in re.split(r"\n[ \t]*\n", text) if len(LABEL.findall(b)) > 3]
    if not starts or not blocks:
        return text
    block = blocks[0].strip("\n")
    parts = re.split(rf"\n(?={LABEL.pattern.replace('^', '')})", block)
    random.Random(seed).shuffle(parts)
    return text.replace(block, "\n".join(parts))


CHANGES = {
    "crlf": lambda text, seed: text.replace("\n", "\r\n"),
    "cr": lambda text, seed: text.replace("\n", "\r"),
    "kronor": lambda text, seed: re.sub(r"\bkr\b(?!\.)", "kronor", text),
    "kr": lambda text, seed: re.sub(r"\bkronor\b", "kr", text),
    "spaces": lambda text, seed: doubled_spaces(text, seed=seed),
    "trailing": lambda text, seed: re.sub(r"\n", "  \n", text),
    "no-break": lambda text, seed: re.sub(r"(?<=\d) (?=\d|kr)", "\u00a0", text),
    "order": lambda text, seed: shuffled_header(text, seed=seed),
    "blank": lambda text, seed: "\n\n" + text + "\n\n\n",
}


@pytest.mark.parametrize("change", CHANGES)
@settings(max_examples=12, deadline=None)
@given(which=st.sampled_from(SAMPLES), seed=st.integers(0, 9999))
def test_tiny_change_leaves_the_extraction_the_same(change, which, seed):
    assert without_place(CHANGES[change](which, seed)) == without_place(which)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=60).map(" ".join))
def test_random_text_never_fails(text):
    check_spans(text)


@settings(max_examples=60, deadline=None)
@given(
    which=st.sampled_from(SAMPLES),
    cuts=st.lists(st.tuples(st.integers(0, 3000), st.sampled_from(WORDS)), max_size=6),
)
def test_mutated_sample_never_fails(which, cuts):
    text = which
    for place, word in cuts:
        text = text[:place] + word + text[place + len(word) % 7 :]
    check_spans(text)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400))
def test_random_bytes_never_fail(data):
    check_spans(decode(data))


@pytest.mark.parametrize("text", SAMPLES)
def test_printed_values_stand_in_their_span(text):
    extraction = read_circular(text)
    for publication in extraction.publications:
        number = publication.order_number
        assert number is None or text[number.start : number.end] == number.value


@pytest.mark.parametrize(
    "piece", ["1-", "100 kr ", "minst 15 ex 65 kr, ", "boken A ", '"A', "Rubrik:\nx\n\n", "a-", "("]
)
def test_work_stays_bounded(piece):
    check_spans(piece * (8000 // len(piece)))
