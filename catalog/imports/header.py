"""Where the header is, and which stretch of text belongs to which of its fields.

Four layouts: a label and its value on a line (values may go on below); a row of labels above a row of
values; each label alone above its value; everything on one line, the line breaks lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.imports.dates import DATE_LINE
from catalog.imports.fields import Header, Region
from catalog.imports.labels import Label, label_row, labels_in
from catalog.imports.letter_head import LETTER_HEAD, without_letter
from catalog.imports.passage import Source

_FIRST_LABEL_WITHIN_LINES = 25
_HEADER_WITHIN_LINES = 400
_SHORT = 70
_LINES_OF_A_VALUE = 14
_LABELS_OF_A_ROW = 3
_COLUMN_WITHIN = 3  # characters by which a value may begin beside its label
# A gap of three spaces parts cells for certain, one of two unless that makes more cells than labels.
_WIDE_CELL = re.compile(r"[^\s|](?:[^\s|]| {1,2}(?![ |]))*")
_CELL = re.compile(r"[^\s|](?:[^\s|]| (?![ |]))*")


def read_header(source: Source) -> Header:
    """The header of the document, empty when it has none."""
    rows = _label_rows(source)
    header = _from_rows(source, rows) if rows else Header()
    if len(header.fields) < 2:
        header = _from_labels(source)
    return without_letter(source, header)


def _label_rows(source: Source) -> list[tuple[int, list[Label]]]:
    """Lines of labels only that have values below: two labels in a row, or three rows of one."""
    rows = [(n, row) for n, (start, end) in enumerate(source.lines[:80])
            if start < end and (row := label_row(source.plain, start, end))]  # fmt: skip
    wide = [row for row in rows if len({label.field for label in row[1]}) > 1]
    bare = [row for _, row in rows if not source.plain[row[0].start : row[-1].value_start].endswith(":")]
    return wide or (rows if len(bare) > 2 and len(_colon_labels(source)) < 3 else [])


def _from_rows(source: Source, rows: list[tuple[int, list[Label]]]) -> Header:
    header = Header()
    starts = [n for n, _ in rows] + [len(source.lines)]
    for (n, row), following in zip(rows, starts[1:], strict=True):
        if all(label.field in header.fields for label in row):
            break
        lines = list(_value_lines(source, n + 1, following, skip_blank=len(row) > 1))
        if len(row) == 1 and lines:
            header.add(row[0].field, Region(lines[0][0], lines[-1][1]))
            continue
        for start, end in lines:
            for label, cell in _cells(source, row, start, end):
                header.add(label.field, cell)
    in_rows = {label.start for _, row in rows for label in row}
    others = [label for label in _colon_labels(source) if label.start not in in_rows]
    for label, region in _regions(source, others):
        if label.field not in header.fields:
            header.add(label.field, region)
    return header


def _value_lines(source: Source, first: int, last: int, *, skip_blank: bool) -> Iterator[tuple[int, int]]:
    """The lines below a label row: up to a blank line or a label."""
    seen = not skip_blank
    for n in range(first, min(last, first + 40)):
        start, end = source.lines[n]
        if start == end:
            if seen:
                return
            continue
        if any(label.opens_line for label in labels_in(source.plain, start, end)):
            return
        if source.plain[start:end].strip("|-:= \t"):
            seen = True
            yield start, end


def _cells(source: Source, row: list[Label], start: int, end: int) -> Iterator[tuple[Label, Region]]:
    cells = [Region(m.start(), m.end()) for m in _CELL.finditer(source.plain, start, end)]
    if len(cells) > len(row):
        cells = [Region(m.start(), m.end()) for m in _WIDE_CELL.finditer(source.plain, start, end)]
    cells = _joined(source, row, cells)
    if len(cells) == 1:
        words = [
            m for m in re.compile(r"\S+").finditer(source.plain, start, end) if re.search(r"\d", m.group())
        ]
        cells = [Region(m.start(), m.end()) for m in words] if len(words) == len(row) else cells
    if len(cells) == len(row):
        yield from zip(row, cells, strict=True)
        return
    for cell in cells:
        column = _column(source, cell.start)
        yield min(row, key=lambda label: abs(_column(source, label.start) - column)), cell


def _joined(source: Source, row: list[Label], cells: list[Region]) -> list[Region]:
    """The cells, without borders at a gap of two spaces under which no label begins: `Bo  Ek` is one name."""
    columns = [_column(source, label.start) for label in row]
    joined: list[Region] = []
    for cell in cells:
        under_a_label = min(abs(column - _column(source, cell.start)) for column in columns) <= _COLUMN_WITHIN
        if joined and not under_a_label and source.plain[joined[-1].end : cell.start] == "  ":
            joined[-1] = Region(joined[-1].start, cell.end)
        else:
            joined.append(cell)
    return joined


def _column(source: Source, place: int) -> int:
    """How far into its line a place lies."""
    return place - (source.plain.rfind("\n", 0, place) + 1)


def _colon_labels(source: Source) -> list[Label]:
    """Labels of the header block, in the order of the text."""
    labels: list[Label] = []
    blanks = others = shown = 0
    for start, end in source.lines[:_HEADER_WITHIN_LINES]:
        if start == end:
            blanks += 1
            continue
        shown += 1
        here = list(labels_in(source.plain, start, end))
        if here and _goes_on(labels, here, blanks, others):
            labels += here
            blanks = others = 0
        elif not labels and shown > _FIRST_LABEL_WITHIN_LINES:
            return []
        elif labels and blanks and not _may_be_value(source, start, end):
            break
        else:
            others += 1 if blanks else 0
    return labels


def _goes_on(labels: list[Label], here: list[Label], blanks: int, others: int) -> bool:
    """The header begins with a label that opens a line; it goes on without a blank line, or after one
    with a label at once, or with a new field where all is double-spaced."""
    if not labels or (blanks and not here[0].opens_line):
        return not labels and here[0].opens_line
    new = here[0].field not in {label.field for label in labels}
    if not blanks:
        return here[0].opens_line or new
    return others <= (_LINES_OF_A_VALUE if new else 2)


def _may_be_value(source: Source, start: int, end: int) -> bool:
    text = source.plain[start:end]
    return len(text) <= _SHORT and not DATE_LINE.fullmatch(text) and not LETTER_HEAD.match(text)


def _from_labels(source: Source) -> Header:
    header = Header()
    for label, region in _regions(source, _colon_labels(source)):
        header.add(label.field, region)
    return header


def _regions(source: Source, labels: list[Label]) -> Iterator[tuple[Label, Region]]:
    run_on = _run_on(source, labels)
    spaced = _double_spaced(source, labels)
    for n, label in enumerate(labels):
        last = n + 1 == len(labels)
        stop = len(source.plain) if last else labels[n + 1].start
        end = stop if last and spaced else _value_end(source.plain, label.value_start, stop, last=last)
        end = label.value_start + len(source.plain[label.value_start : end].rstrip())
        yield label, Region(label.value_start, end, run_on)


def _run_on(source: Source, labels: list[Label]) -> bool:
    """True when labels stand where lines happen to break, or four and more in one line."""
    heads = {label.start for label in labels if label.opens_line}
    strays = 0
    for start, end in source.lines[:_HEADER_WITHIN_LINES]:
        inside = [label for label in labels if start <= label.start < end]
        if len(inside) > _LABELS_OF_A_ROW or (inside and inside[0].start not in heads):
            strays += 1
    return strays > 0


def _double_spaced(source: Source, labels: list[Label]) -> bool:
    """True when a blank line follows every line of the header."""
    if len(labels) < 4:
        return False
    block = source.plain[labels[1].start : labels[-1].start]
    lines = block.count("\n")
    return lines > 2 and len(re.findall(r"\n[ \t]*(?=\n)", block)) * 2 >= lines


def _value_end(plain: str, start: int, stop: int, *, last: bool) -> int:
    """Where a value ends: at the next label; the last one, and an empty one, at a blank line."""
    value = plain[start:stop]
    blank = re.search(r"\n[ \t]*\n", value)
    if blank and (last or not value[: blank.start()].strip() or len(value[blank.start() :].strip()) > 400):
        return start + blank.start()
    return stop
