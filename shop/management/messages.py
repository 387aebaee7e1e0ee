"""The catalogues of translations: which message ids the code uses, and what is wrong with their translations.

Message ids are English, so English needs no catalogue. Babel does everything: no gettext tools are needed.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PYTHON = ("catalog/**/*.py", "shop/**/*.py")
TEMPLATES = ("templates/**/*.html", "templates/**/*.txt")
# No dates and no names: a catalogue changes when a translation does.
HEADER = r"""msgid ""
msgstr ""
"Language: {language}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: {plural_forms}\n"

"""


def languages() -> list[str]:
    """The languages that need a catalogue."""
    return [code for code, _name in settings.LANGUAGES if code != "en"]


def catalogue_path(root: Path, language: str) -> Path:
    return root / "locale" / language / "LC_MESSAGES" / "django.po"


def used(root: Path) -> Catalog:
    """Every message id that the code and the templates under `root` use."""
    found = Catalog()
    for source, text in _sources(root):
        calls = extract("python", BytesIO(text.encode()), KEYWORDS, comment_tags=["Translators:"])
        for _line, message, comments, context in calls:
            found.add(message, locations=[(source, 0)], auto_comments=comments, context=context)
    return found


def read(path: Path, language: str) -> Catalog:
    """The catalogue at `path`; an empty one where there is no file yet."""
    text = path.read_bytes() if path.exists() else b""
    return read_po(BytesIO(text), locale=language, charset="utf-8")


def write(catalogue: Catalog, path: Path) -> None:
    """Write a catalogue sorted by id, with the files that use each id but no line numbers."""
    text = BytesIO()
    write_po(text, catalogue, width=0, omit_header=True, sort_output=True, include_lineno=False)
    header = HEADER.format(language=catalogue.locale, plural_forms=catalogue.plural_forms)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(header.encode() + text.getvalue().rstrip(b"\n") + b"\n")


def merged(ids: Catalog, catalogue: Catalog) -> Catalog:
    """The ids in use with the translations that `catalogue` has for them; its other entries are dropped."""
    result = Catalog(locale=catalogue.locale)
    for message in entries(ids):
        known = catalogue.get(message.id, message.context)
        result.add(
            message.id,
            known.string if known and bool(known.pluralizable) == bool(message.pluralizable) else None,
            locations=message.locations,
            flags=known.flags & {"fuzzy"} if known else (),
            auto_comments=message.auto_comments,
            user_comments=known.user_comments if known else (),
            context=message.context,
        )
    return result


def entries(catalogue: Catalog) -> list[Message]:
    """The catalogue's messages without its header, by id."""
    return sorted(message for message in catalogue if message.id)


def compile_stale(root: Path) -> list[Path]:
    """Compile every catalogue that is newer than its compiled file; the compiled files that were written."""
    return [compiled for language in languages() if (compiled := _compiled(root, language))]


def _compiled(root: Path, language: str) -> Path | None:
    source = catalogue_path(root, language)
    target = source.with_suffix(".mo")
    if not source.exists():
        return None
    if target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns:
        return None
    compiled = BytesIO()
    write_mo(compiled, read(source, language))
    target.write_bytes(compiled.getvalue())
    return target


def _sources(root: Path) -> Iterator[tuple[str, str]]:
    """Python files as they are, and templates as Python that holds the same messages."""
    for pattern in PYTHON:
        for path in sorted(root.glob(pattern)):
            yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
    for pattern in TEMPLATES:
        for path in sorted(root.glob(pattern)):
            source = path.relative_to(root).as_posix()
            # Parentheses, because in them the tokenizer does not mind how the template is indented.
            yield source, f"({templatize(path.read_text(encoding='utf-8'), origin=source)}\n)"
