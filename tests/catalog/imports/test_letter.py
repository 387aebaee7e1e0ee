import pytest


@pytest.mark.parametrize(
    ("said", "groups", "quantity"),
    [
        ("Boken skickas i ett exemplar till alla kommunstyrelser.", ["Kommunstyrelsen"], 1),
        ("Boken sänds med två exemplar till samtliga kommunstyrelser.", ["Kommunstyrelsen"], 2),
        ("Varje kommunstyrelse får fem exemplar.", ["Kommunstyrelsen"], 5),
        ("Med detta cirkulär följer boken.", ["Kommunstyrelsen", "Grundskola"], 1),
        ("Boken kan köpas. Använd bifogad beställningsfolder.", [], None),
    ],
)
def test_free_copies_go_to_recipient_groups(read, said, groups, quantity):
    (publication,) = read(said + " Boken kostar 10 kr.")["publications"]
    assert (publication["free_copy_to"], publication["free_copy_quantity"]) == (groups, quantity)


@pytest.mark.parametrize(
    ("said", "supplier", "contact"),
    [
        (
            "Boken beställs från Kommentus förlag AB, 117 99 Stockholm, tfn 08-709 59 90, fax 08-19 24 10.",
            "Kommentus förlag AB",
            {
                "organisation": "Kommentus förlag AB",
                "address": "117 99 Stockholm",
                "phone": "08-709 59 90",
                "fax": "08-19 24 10",
            },
        ),
        (
            "Boken beställs genom Margot Lövgren, tel 08-772 47 50.",
            None,
            {"name": "Margot Lövgren", "phone": "08-772 47 50"},
        ),
        (
            "Boken beställs av Liber Distribution, 162 89 Stockholm.",
            "Liber Distribution",
            {"organisation": "Liber Distribution", "address": "162 89 Stockholm"},
        ),
        (
            "Beställ boken på www.bok.example eller bok@bok.example.",
            None,
            {"url": "www.bok.example", "email": "bok@bok.example"},
        ),
    ],
)
def test_order_channel_is_read(read, said, supplier, contact):
    (publication,) = read(said)["publications"]
    stated = {key: value for key, value in publication["order_contact"].items() if value}
    assert (publication["supplier"], stated) == (supplier, contact)


def test_question_contact_takes_no_orders(read):
    extraction = read("Boken kostar 10 kr. Frågor besvaras av Siv Prov, tfn 08-465 004 22.")
    assert extraction["publications"][0]["order_contact"] is None
    assert [(c["name"], c["phone"]) for c in extraction["question_contacts"]] == [
        ("Siv Prov", "08-465 004 22")
    ]


def test_title_named_in_passing_is_mentioned_not_offered(read):
    extraction = read('Planerna presenterades i skriften "Vi läser". Boken kostar 10 kr.')
    assert [p["title"] for p in extraction["publications"]] == ["Läsa och skriva i skolan"]
    assert extraction["mentioned_publications"] == ["Vi läser"]


def test_facts_of_two_books_do_not_mix(read):
    extraction = read('Boken kostar 10 kr.\n\nHäftet "Vi läser" (24 sidor, best.nr A-12) kostar 5 kr.')
    facts = [
        (p["title"], p["price_printed"], p["pages"], p["order_number"]) for p in extraction["publications"]
    ]
    assert facts == [("Läsa och skriva i skolan", "10.00", None, None), ("Vi läser", "5.00", 24, "A-12")]


def test_what_is_said_of_all_prices_holds_for_each(read):
    extraction = read(
        'Boken kostar 10 kr.\n\nHäftet "Vi läser" kostar 5 kr.\n\nPå samtliga priser tillkommer moms.'
    )
    assert [p["price_excludes_vat"] for p in extraction["publications"]] == [True, True]


def test_sold_out_title_has_no_price_and_a_warning(read):
    extraction = read('Boken kostar 10 kr. Häftet "Vi läser" är slutsålt.')
    availability = {p["title"]: (p["price_printed"], p["availability"]) for p in extraction["publications"]}
    assert availability == {"Läsa och skriva i skolan": ("10.00", None), "Vi läser": (None, "sold_out")}
