"""Translations: what is collected, what is complained of, and that what is compiled is used."""

from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from django.core.management import CommandError, call_command

from shop.management import messages
from shop.management.faults import faults

PYTHON = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext

TITLE = _("A title" " in two parts")

def say(n):
    return ngettext("%(n)s copy", "%(n)s copies", n), pgettext("money", "Change")
"""
PAGE = """
{% load i18n %}<p title="{% translate 'Help' %}">
      {# Translators: a button #}
    {% translate "Order" context "verb" %}
  {% blocktranslate trimmed count n=lines.count with name=person.name %}
    {{ name }} orders
    {{ n }} line
  {% plural %}
    {{ name }} orders {{ n }} lines
  {% endblocktranslate %}
{{ value|default:_("none") }} It's 100 % {% if a < b %}…{% endif %}
"""
LETTER = "{% load i18n %}{% blocktranslate with n=number %}Order {{ n }}\nThanks, 6 %{% endblocktranslate %}"


@pytest.fixture
def root(tmp_path: Path, settings: Any) -> Path:
    """A small project with its own settings.BASE_DIR."""
    for name, text in {
        "shop/deep/words.py": PYTHON,
        "shop/migrations/0001.txt": "_('not Python')",
        "templates/page.html": PAGE,
        "templates/letters/order.txt": LETTER,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    settings.BASE_DIR = tmp_path
    return tmp_path


def ids_of(catalogue: Catalog) -> set[Any]:
    return {
        (message.context, *message.id) if message.pluralizable else (message.context, message.id)
        for message in messages.entries(catalogue)
    }


def catalogue_with(**translations: Any) -> Catalog:
    made = Catalog(locale="sv")
    for text, translation in translations.items():
        made.add(text, translation)
    return made


def test_used_finds_code_and_templates(root: Path) -> None:
    assert ids_of(messages.used(root)) == {
        (None, "A title in two parts"),
        (None, "%(n)s copy", "%(n)s copies"),
        ("money", "Change"),
        (None, "Help"),
        ("verb", "Order"),
        (None, "%(name)s orders %(n)s line", "%(name)s orders %(n)s lines"),
        (None, "none"),
        (None, "Order %(n)s\nThanks, 6 %%"),
    }


def test_update_keeps_translations_and_drops_what_is_no_longer_used(root: Path) -> None:
    path = messages.catalogue_path(root, "sv")
    call_command("translations", "update", verbosity=0)
    old = messages.read(path, "sv")
    old["Help"].string = "Hjälp"
    old.add("Gone", "Borta")
    messages.write(old, path)
    call_command("translations", "update", verbosity=0)
    new = messages.read(path, "sv")
    assert new["Help"].string == "Hjälp"
    assert ids_of(new) == ids_of(messages.used(root))


def test_update_twice_writes_the_same_file(root: Path) -> None:
    path = messages.catalogue_path(root, "da")
    call_command("translations", "update", verbosity=0)
    once = path.read_bytes()
    call_command("translations", "update", verbosity=0)
    assert path.read_bytes() == once


def test_check_names_what_is_missing_in_which_language(root: Path) -> None:
    call_command("translations", "update", verbosity=0)
    path = messages.catalogue_path(root, "sv")
    catalogue = messages.read(path, "sv")
    del catalogue["Help"]
    messages.write(catalogue, path)
    with pytest.raises(CommandError) as error:
        call_command("translations", "check", verbosity=0)
    lines = str(error.value).splitlines()
    assert "sv: missing (templates/page.html): Help" in lines
    assert "da: not translated (templates/page.html): Help" in lines


def test_complete_catalogue_has_no_faults() -> None:
    ids = catalogue_with(**{"Help": "", "100 %%": "", "%(n)s of %(of)s": ""})
    ids.add(("One copy", "%(n)s copies"))
    done = catalogue_with(**{"Help": "Hjälp", "100 %%": "100 %", "%(n)s of %(of)s": "%(n)s av %(of)s"})
    done.add(("One copy", "%(n)s copies"), ("Ett exemplar", "%(n)s exemplar"))
    assert faults(ids, done) == []


@pytest.mark.parametrize(
    ("text", "translation", "fault"),
    [
        ("Page %(n)s", "Sida %(m)s", "placeholders differ (m for n): Page %(n)s"),
        ("Page %(n)s", "Sida", "placeholders differ (none for n): Page %(n)s"),
        ("Page {n}", "Sida {m}", "placeholders differ (m for n): Page {n}"),
        ("%(n)s %% VAT", "%(n)s % moms", "a stray % sign: %(n)s %% VAT"),
        ("Help", "", "not translated: Help"),
        (("copy", "copies"), ("exemplar", ""), "plural forms missing: copy"),
        (
            ("%(n)s copy", "%(n)s copies"),
            ("%(n)s exemplar", "%(m)s exemplar"),
            "placeholders differ (m for n): %(n)s copy",
        ),
    ],
)
def test_fault_is_named(text: Any, translation: Any, fault: str) -> None:
    ids, catalogue = Catalog(), Catalog(locale="sv")
    ids.add(text)
    catalogue.add(text, translation)
    assert faults(ids, catalogue) == [fault]


def test_fuzzy_and_unused_translations_are_faults() -> None:
    ids, catalogue = catalogue_with(Help=""), catalogue_with(Gone="Borta")
    catalogue.add("Help", "Hjälp", flags=["fuzzy"])
    assert faults(ids, catalogue) == ["fuzzy: Help", "no longer used: Gone"]


def test_context_tells_messages_apart() -> None:
    ids, catalogue = Catalog(), catalogue_with(Order="Beställning")
    ids.add("Order")
    ids.add("Order", context="verb")
    assert faults(ids, catalogue) == ["missing (as verb): Order"]


def test_compile_writes_only_what_is_stale(root: Path) -> None:
    messages.write(catalogue_with(Help="Hjälp"), messages.catalogue_path(root, "sv"))
    compiled = messages.catalogue_path(root, "sv").with_suffix(".mo")
    assert messages.compile_stale(root) == [compiled]
    assert messages.compile_stale(root) == []
    assert "Hjälp".encode() in compiled.read_bytes()
