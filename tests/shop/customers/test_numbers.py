"""Organisation numbers and e-invoice addresses as people write them."""

import pytest

from catalog.errors import Refused
from shop.customers.numbers import (
    NotACvrNumber,
    NotAnEInvoiceAddress,
    NotAnOrganisationNumber,
    e_invoice_address,
    organisation_number,
)


@pytest.mark.parametrize(
    ("typed", "country", "expected"),
    [
        ("212000-0142", "SE", "212000-0142"),
        ("2120000142", "SE", "212000-0142"),
        (" 212000 0142 ", "SE", "212000-0142"),
        ("162120000142", "SE", "212000-0142"),
        ("16212000-0142", "SE", "212000-0142"),
        ("802409-1012", "SE", "802409-1012"),
        ("165560000167", "SE", "556000-0167"),
        ("12345674", "DK", "12345674"),
        ("12 34 56 74", "DK", "12345674"),
        ("DK12345674", "DK", "12345674"),
        ("dk 12345674", "DK", "12345674"),
    ],
)
def test_organisation_number_is_understood_as_people_write_it(
    typed: str, country: str, expected: str
) -> None:
    assert organisation_number(typed, country=country) == expected


@pytest.mark.parametrize(
    ("typed", "country", "refusal"),
    [
        ("212000-0143", "SE", NotAnOrganisationNumber),
        ("212000-014", "SE", NotAnOrganisationNumber),
        ("212000-01422", "SE", NotAnOrganisationNumber),
        ("192120000142", "SE", NotAnOrganisationNumber),
        ("Ekerö kommun", "SE", NotAnOrganisationNumber),
        ("12345674", "SE", NotAnOrganisationNumber),
        ("", "SE", NotAnOrganisationNumber),
        ("12345675", "DK", NotACvrNumber),
        ("1234567", "DK", NotACvrNumber),
        ("01234567", "DK", NotACvrNumber),
        ("212000-0142", "DK", NotACvrNumber),
        ("SE12345674", "DK", NotACvrNumber),
        ("", "DK", NotACvrNumber),
    ],
)
def test_organisation_number_refuses_what_its_check_digit_denies(
    typed: str, country: str, refusal: type[Refused]
) -> None:
    with pytest.raises(refusal) as refused:
        organisation_number(typed, country=country)
    assert refused.value.facts == {"text": typed}
    assert typed in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("0007:2120000142", "0007:2120000142"),
        ("0007:212000-0142", "0007:2120000142"),
        ("0007:162120000142", "0007:2120000142"),
        (" 0007 : 212000 0142 ", "0007:2120000142"),
        ("212000-0142", "0007:2120000142"),
        ("16212000-0142", "0007:2120000142"),
        ("0088:7300010000001", "0088:7300010000001"),
        ("7300010000001", "0088:7300010000001"),
        ("57 98000 42000 7", "0088:5798000420007"),
        ("12345674", "0184:12345674"),
        ("0184:12345674", "0184:12345674"),
        ("0184:DK12345674", "0184:12345674"),
    ],
)
def test_e_invoice_address_gets_its_scheme(typed: str, expected: str) -> None:
    assert e_invoice_address(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "0007:2120000143",
        "0007:12345674",
        "0088:7300010000002",
        "0088:73513537",
        "0088:036000291452",
        "0184:12345675",
        "0184:2120000142",
        "9956:2120000142",
        ":2120000142",
        "0007:",
        "212000014",
        "faktura@ekero.example",
        "Scancloud",
        "",
    ],
)
def test_e_invoice_address_refuses_what_nobody_could_deliver_to(typed: str) -> None:
    with pytest.raises(NotAnEInvoiceAddress) as refused:
        e_invoice_address(typed)
    assert refused.value.facts == {"text": typed}
