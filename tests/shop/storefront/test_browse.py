"""Looking around: what is shown to whom, and what it costs in queries."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.pages import address, text_of

pytestmark = pytest.mark.django_db


def test_start_shows_the_newest_and_says_when_there_is_nothing(client: Client) -> None:
    assert "No circulars here yet." in text_of(client.get("/"))
    circular = factories.circular(factories.publication(title="Boken", year=2026))
    shown = text_of(client.get("/"))
    assert circular.title in shown
    assert "Boken" in shown


@pytest.mark.parametrize("path", ["/", "/sok/", "/sok/?q=Publication"])
def test_lists_cost_the_same_number_of_queries_for_one_and_for_thirty(
    client: Client, path: str, django_assert_max_num_queries: Any
) -> None:
    counts = []
    for more in (1, 29):
        for _ in range(more):
            factories.circular(factories.publication(tiers={15: "65"}))
        with django_assert_max_num_queries(12) as captured:
            client.get(path)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_circular_costs_the_same_number_of_queries_for_one_and_for_thirty(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    counts = []
    for many in (1, 30):
        seller = factories.seller()
        circular = factories.circular(*(factories.publication(seller=seller) for _ in range(many)))
        with django_assert_max_num_queries(12) as captured:
            client.get(address(circular))
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_drafts_are_shown_to_nobody(client: Client) -> None:
    book = factories.publication(state="draft", title="Hemlig")
    circular = factories.circular(book, state="draft")
    assert client.get(address(circular)).status_code == 404
    assert client.get(reverse("storefront:publication", args=[book.slug])).status_code == 404
    assert "Hemlig" not in text_of(client.get("/sok/"))


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"price": None}, "“Boken” has no price yet, so it cannot be ordered."),
        ({"stock_of": 0}, "“Boken” is sold out."),
        ({"state": "withdrawn"}, "“Boken” has been withdrawn and can no longer be ordered."),
    ],
)
def test_publication_that_cannot_be_ordered_says_why(client: Client, fields: Any, sentence: str) -> None:
    book = factories.publication(title="Boken", **fields)
    answer = client.get(reverse("storefront:publication", args=[book.slug]))
    assert sentence in text_of(answer)
    assert f"quantity-{book.pk}" not in answer.content.decode()


def test_price_unknown_is_not_free(client: Client) -> None:
    factories.publication(title="Utan", price=None)
    factories.publication(title="Gratis", price="0")
    shown = text_of(client.get("/sok/")).partition("2 publications")[2]
    assert (shown.count("No price yet"), shown.count("Free of charge")) == (1, 1)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=styra", ["Att styra"]),
        ("q=STYR", ["Att styra"]),
        ("q=7099-566-4", ["En lärande organisation"]),
        ("q=70995664", ["En lärande organisation"]),
        ("q=lärande", ["En lärande organisation"]),
        ("q=finns+inte", []),
        ("price=free", ["En lärande organisation"]),
        ("price=none", ["Uden pris"]),
        ("language=da", ["Uden pris"]),
        ("series=finns-inte", ["Att styra", "En lärande organisation", "Uden pris"]),
    ],
)
def test_search_finds(client: Client, query: str, found: list[str]) -> None:
    factories.publication(title="Att styra")
    factories.publication(title="En lärande organisation", article_number="7099-566-4", price="0")
    factories.publication(title="Uden pris", price=None, language="da")
    answer = client.get(f"/sok/?{query}")
    assert [offer.publication.title for offer in answer.context["offers"]] == found


def test_search_finds_a_circular_by_its_number(client: Client) -> None:
    circular = factories.circular(number="1996:134", slug="1996-134")
    factories.circular(number="1997:53", slug="1997-53")
    for query in ("1996:134", "1996-134", "1996134"):
        assert list(client.get("/sok/", {"q": query}).context["circulars"]) == [circular]


def test_free_pdf_is_served_only_where_there_is_one(client: Client, settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path
    book = factories.publication()
    path = reverse("storefront:publication-pdf", args=[book.slug])
    assert client.get(path).status_code == 404
    book.free_pdf.save("book.pdf", ContentFile(b"%PDF-1.7"))
    assert b"".join(client.get(path).streaming_content) == b"%PDF-1.7"  # type: ignore[attr-defined]


def test_pages_tell_the_browser_to_load_nothing_from_elsewhere(client: Client) -> None:
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_missing_page_answers_in_the_same_voice(client: Client, settings: Any) -> None:
    answer = client.get("/cirkular/nobody/1-1/")
    assert answer.status_code == 404
    assert "The page is not here" in text_of(answer)
