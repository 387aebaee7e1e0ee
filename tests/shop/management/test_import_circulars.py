"""The command that reads circulars into drafts: what it stores, prints and refuses."""

import json
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils.translation import override

from catalog.imports import as_json, read_circular
from catalog.models import Circular, ImportedText, Price, Publication, Seller
from catalog.queries.browse import circular_at, visible_publications
from tests import circular_texts, factories
from tests.shop.actions.importing import association, danish_association

pytestmark = pytest.mark.django_db

Write = Callable[..., str]


@pytest.fixture(autouse=True)
def publisher() -> Seller:
    return association()


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with override("en"):
        yield


@pytest.fixture
def file(tmp_path: Path) -> Write:
    """Write a text to a file of that name, and give its path."""

    def write(name: str, text: str, encoding: str = "utf-8") -> str:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return str(path)

    return write


def run(*arguments: str) -> tuple[str, str]:
    """What the command prints, and what it complains of, whether or not it fails."""
    out, complaints = StringIO(), StringIO()
    try:
        call_command("import_circulars", *arguments, stdout=out, stderr=complaints)
    except CommandError as error:
        complaints.write(f"CommandError: {error}\n")
    return out.getvalue(), complaints.getvalue()


def stored() -> list[str]:
    return sorted(Circular.objects.values_list("title", flat=True))


def test_import_circulars_makes_drafts_of_files(file: Write) -> None:
    out = run(file("a.txt", circular_texts.CONVERSATIONS), file("b.txt", circular_texts.NIGHTS))
    assert out == (
        "a.txt: draft kommunforbundet/1998-77: Samtal i nämnden, 2 publications\n"
        "b.txt: draft kommunforbundet/1999-14: Nätter på jobbet, 1 publications\n"
        "  look at: ISBN derived, not printed: 9789170999017\n",
        "",
    )
    assert stored() == ["Nätter på jobbet", "Samtal i nämnden"]
    assert list(ImportedText.objects.order_by("pk").values_list("source_file", "text")) == [
        ("a.txt", circular_texts.CONVERSATIONS),
        ("b.txt", circular_texts.NIGHTS),
    ]


def test_import_circulars_announces_printed_prices_and_prices_nothing(file: Write) -> None:
    run(file("a.txt", circular_texts.CONVERSATIONS))
    announcements = Circular.objects.get().announcements.all()
    assert [
        (row.publication.full_title, str(row.announced_price), row.announced_tiers) for row in announcements
    ] == [
        (
            "Samtal i nämnden – en intervjubok om att lyssna",
            "100.00",
            [{"min_quantity": 15, "unit_price": "65.00"}],
        ),
        ("Samtal i nämnden – fyra kommuner provar", "25.00", []),
    ]
    assert Price.objects.count() == 0


def test_import_circulars_shows_nothing_in_the_shop(file: Write, client: Client) -> None:
    run(file("a.txt", circular_texts.CONVERSATIONS))
    draft = Publication.objects.order_by("pk")[0]
    assert circular_at("kommunforbundet", "1998-77") is None
    assert list(visible_publications()) == []
    assert client.get("/cirkular/kommunforbundet/1998-77/").status_code == 404
    assert client.get(f"/publikation/{draft.slug}/").status_code == 404
    assert "nämnden" not in client.get("/sok/", {"q": "samtal"}).content.decode()


def test_import_circulars_stores_nothing_in_a_dry_run(file: Write) -> None:
    out = run("--dry-run", file("a.txt", circular_texts.CONVERSATIONS), file("b.txt", circular_texts.NIGHTS))
    assert out == (
        "a.txt: read, nothing stored: Samtal i nämnden, 2 publications\n"
        "b.txt: read, nothing stored: Nätter på jobbet, 1 publications\n"
        "  look at: ISBN derived, not printed: 9789170999017\n",
        "",
    )
    assert (stored(), Publication.objects.count(), ImportedText.objects.count()) == ([], 0, 0)


@pytest.mark.parametrize("dry", [True, False])
def test_import_circulars_prints_a_json_list_and_nothing_else(file: Write, dry: bool) -> None:
    paths = [file("a.txt", circular_texts.CONVERSATIONS), file("b.txt", circular_texts.NIGHTS)]
    out, complaints = run("--json", *(["--dry-run"] if dry else []), *paths)
    expected: list[Any] = [
        as_json(read_circular(circular_texts.CONVERSATIONS, source_file="a.txt")),
        as_json(read_circular(circular_texts.NIGHTS, source_file="b.txt")),
    ]
    assert json.loads(out) == expected
    assert complaints == ""
    assert len(stored()) == (0 if dry else 2)
    first = expected[0]
    assert (first["source_file"], first["circular_number"], first["title"]) == (
        "a.txt",
        "1998:77",
        "Samtal i nämnden",
    )
    assert [(one["price_printed"], one["tiers"]) for one in first["publications"]] == [
        ("100.00", [{"min_qty": 15, "unit_price": "65.00"}]),
        ("25.00", []),
    ]


def test_import_circulars_prints_json_that_people_can_read(file: Write) -> None:
    out, _ = run("--json", "--dry-run", file("a.txt", circular_texts.NIGHTS))
    assert '"title": "Nätter på jobbet"' in out


def test_import_circulars_refuses_a_second_import_and_stores_the_other_files(file: Write) -> None:
    known = file("a.txt", circular_texts.CONVERSATIONS)
    run(known)
    assert run(known, file("b.txt", circular_texts.NIGHTS), file("c.txt", "")) == (
        "b.txt: draft kommunforbundet/1999-14: Nätter på jobbet, 1 publications\n"
        "  look at: ISBN derived, not printed: 9789170999017\n",
        "a.txt: Circular 1998:77 is already here.\n"
        "c.txt: No title could be read in the text, so there is nothing to make a draft of.\n"
        "CommandError: 2 of 3 files were not stored.\n",
    )
    assert stored() == ["Nätter på jobbet", "Samtal i nämnden"]


def test_import_circulars_refuses_a_file_that_is_given_twice(file: Write) -> None:
    path = file("a.txt", circular_texts.CONVERSATIONS)
    _, complaints = run(path, path)
    assert complaints == (
        "a.txt: Circular 1998:77 is already here.\nCommandError: 1 of 2 files were not stored.\n"
    )
    assert stored() == ["Samtal i nämnden"]


def test_import_circulars_fails_where_a_file_cannot_be_read(file: Write, tmp_path: Path) -> None:
    good, missing = file("a.txt", circular_texts.CONVERSATIONS), tmp_path / "missing.txt"
    assert run(good, str(missing)) == ("", f"CommandError: {missing}: No such file or directory\n")
    assert run(str(tmp_path)) == ("", f"CommandError: {tmp_path}: Is a directory\n")
    assert stored() == []


def test_import_circulars_refuses_what_is_no_text(tmp_path: Path) -> None:
    paper = tmp_path / "a.pdf"
    paper.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\0\0")
    _, complaints = run(str(paper))
    assert complaints == (
        "a.pdf: The file is not a plain text. Save it as text first, then import it.\n"
        "CommandError: 1 of 1 files were not stored.\n"
    )


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_import_circulars_reads_files_of_several_encodings(file: Write, encoding: str, line_end: str) -> None:
    text = circular_texts.NIGHTS.replace('"Nätter på jobbet"', "”Nätter på jobbet”").replace("\n", line_end)
    run(file("a.txt", text, encoding))
    circular = Circular.objects.get()
    assert circular.title == "Nätter på jobbet"
    assert [row.publication.title for row in circular.announcements.all()] == ["Nätter på jobbet"]
    assert "Personalnämnd\nÄldreomsorg\n" in circular.imported_texts.get().text


def test_import_circulars_takes_the_publisher_from_the_command_line(file: Write) -> None:
    factories.seller(slug="landstingsforbundet")
    run("--publisher", "landstingsforbundet", file("a.txt", circular_texts.NIGHTS))
    assert Circular.objects.get().publisher.slug == "landstingsforbundet"


def test_import_circulars_fails_for_a_publisher_that_is_not_here(file: Write) -> None:
    danish_association()
    path = file("a.txt", circular_texts.NIGHTS)
    assert run("--publisher", "nobody", path) == (
        "",
        "CommandError: No seller has the slug nobody. Known: kl, kommunforbundet.\n",
    )
    Seller.objects.all().delete()
    assert run("--publisher", "nobody", path) == (
        "",
        "CommandError: No seller has the slug nobody. Known: none.\n",
    )
