import pytest


def prices(extraction):
    return [
        (p["price_printed"], [(t["min_qty"], t["unit_price"]) for t in p["tiers"]])
        for p in extraction["publications"]
    ]


@pytest.mark.parametrize(
    ("said", "price", "tiers"),
    [
        ("Boken kostar 100 kr.", "100.00", []),
        ("Boken kostar 1.250:- inkl. moms.", "1250.00", []),
        ("Boken kostar 1\u00a0250 kr.", "1250.00", []),
        ("Boken kostar 49,50 kronor.", "49.50", []),
        ("Boken kostar 98:50 exkl. moms.", "98.50", []),
        ("Priset är SEK 95.", "95.00", []),
        ("Boken är gratis.", "0.00", []),
        ("Den kostar 100 kr eller 65 kr vid köp av minst 15 ex.", "100.00", [(15, "65.00")]),
        ("Pris 90 kr, vid minst 15 ex 65 kr/ex.", "90.00", [(15, "65.00")]),
        ("Boken kostar 60 kr. Vid köp av fler än 50 ex är priset 45 kr.", "60.00", [(51, "45.00")]),
        (
            "Pris: 1-9 ex 50 kr, 10-49 ex 45 kr, 50 ex eller fler 40 kr.",
            "50.00",
            [(10, "45.00"), (50, "40.00")],
        ),
        ("Vid fler än tio ex är priset 80 kr, annars 100 kr.", "100.00", [(11, "80.00")]),
        (
            "Boken kostar 125:-. Mängdrabatt 20 % vid minst 25 ex och 30 % vid minst 100 ex.",
            "125.00",
            [(25, "100.00"), (100, "87.50")],
        ),
    ],
)
def test_price_and_tiers_are_read(read, said, price, tiers):
    assert prices(read(said)) == [(price, tiers)]


@pytest.mark.parametrize(
    "said",
    [
        "Landet lägger 61 miljarder kronor på boken.",
        "Kommunerna betalar 55 000 kr per elev.",
        "En skolplats kostar 45 000 kronor.",
        "Boken ingår. Konferensavgiften är 1 500 kr exkl. moms.",
        "Den 5 juni 1996 ordnar vi en konferens. Priset är 1 200 kr plus moms och då ingår boken.",
        "En prenumeration på tidskriften kostar 480 kr per år.",
        "Boken har tryckts i 10 000 ex och är på 95 sidor.",
        "Skatteunderlaget ökar med 4,2 % under 1996.",
        "Boken kan beställas hos oss.",
    ],
)
def test_what_is_no_price_of_a_publication_stays_none(read, said):
    assert all(p["price_printed"] is None and p["tiers"] == [] for p in read(said)["publications"])


def test_fee_stands_on_the_event_not_on_the_book(read):
    extraction = read("Boken kostar 60 kr. Den 5 juni 1996 ordnar vi en konferens. Avgiften är 1 850 kr.")
    assert prices(extraction) == [("60.00", [])]
    assert [event["fee"] for event in extraction["events"]] == ["1850.00"]


def test_a_second_price_is_left_to_a_person(read):
    extraction = read("Boken kostar 60 kr. Boken kostar 70 kr.")
    assert prices(extraction) == [("60.00", [])]
    assert "Two prices for Läsa och skriva i skolan: 60 and 70" in extraction["warnings"]


@pytest.mark.parametrize(
    ("said", "vat", "postage"),
    [
        ("Boken kostar 100 kr.", None, None),
        ("Boken kostar 100 kr exkl. moms och porto.", True, True),
        ("Boken kostar 100 kr, porto och moms tillkommer.", True, True),
        ("Boken kostar 100 kr. Till priset läggs moms och porto.", True, True),
        ("Boken kostar 100 kr inklusive moms. Porto tillkommer.", False, True),
        ("Boken kostar 100 kr. I priset ingår moms och frakt.", False, False),
        ("Boken kostar 100 kr + moms. Porto tillkommer ej.", True, False),
    ],
)
def test_what_a_price_includes_is_read(read, said, vat, postage):
    (publication,) = read(said)["publications"]
    assert (publication["price_excludes_vat"], publication["price_excludes_postage"]) == (vat, postage)


@pytest.mark.parametrize(
    ("said", "net"),
    [
        ("Boken kostar 150 kr inkl. moms.", "120.00"),
        ("Boken kostar 150 kr exkl. moms.", "150.00"),
        ("Boken kostar 150 kr.", None),
    ],
)
def test_net_price_is_derived_only_from_a_stated_basis(read, said, net):
    assert read(said)["publications"][0]["price_excl_vat"] == net
