import pytest

from catalog.imports.numbers import isbn13_of, numbers_in


@pytest.mark.parametrize(
    ("printed", "language", "isbn13"),
    [
        ("7099-566-4", "sv", "9789170995668"),  # tail of an ISBN-10
        ("7585-982-8", "sv", "9789175859828"),  # tail of an ISBN-13
        ("91-7099-566-4", "sv", "9789170995668"),
        ("978-91-7585-982-8", "sv", "9789175859828"),
        ("7099-566-5", "sv", None),
        ("978-87-0000-012-3", "da", None),
        ("5453", "sv", None),
        ("D-17", "sv", None),
        ("70995664", "sv", None),  # eight digits without their groups prove nothing
    ],
)
def test_isbn13_needs_a_right_check_digit(printed, language, isbn13):
    assert isbn13_of(printed, language=language) == isbn13


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Beställningsnummer 7099-566-4.", ["7099-566-4"]),
        ("Best.nr: 47-01234, 96 sidor", ["47-01234"]),
        ("(84 sidor, art nr D-17)", ["D-17"]),
        ("Beställningsnummer: 5453", ["5453"]),
        ("ISBN 91-7099-566-4", ["91-7099-566-4"]),
        ("tfn 08-709 59 90, Dnr 1996-2590, ISSN 1653-0853", []),
    ],
)
def test_order_numbers_are_read_as_printed(text, printed):
    assert [number.printed for number in numbers_in(text)] == printed


def test_wrong_check_digit_keeps_the_number_and_warns(read):
    extraction = read("Boken har ISBN 91-7099-566-5.")
    (publication,) = extraction["publications"]
    assert (publication["order_number"], publication["isbn13"]) == ("91-7099-566-5", None)
    assert "Wrong check digit: 91-7099-566-5" in extraction["warnings"]
