"""Reading a letter from its bytes."""

from email.message import EmailMessage

from shop.office.sent_letter import SentLetter


def letter() -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Kommunförbundet <orders@seller.example>"
    message["To"] = "maja.lind@ekero.example"
    message["Subject"] = "Orderbekräftelse 26-0001 " + "på många ord " * 10
    message["X-Private"] = "not shown"
    message.set_content("Hej Åsa!\n")
    return message


def test_a_plain_letter_has_text_and_headers_in_their_order() -> None:
    sent = SentLetter.from_bytes(letter().as_bytes())
    assert sent.headers == (
        ("From", "Kommunförbundet <orders@seller.example>"),
        ("To", "maja.lind@ekero.example"),
        ("Subject", ("Orderbekräftelse 26-0001 " + "på många ord " * 10)),
    )
    assert (sent.text, sent.html, sent.attachments) == ("Hej Åsa!\n", "", ())


def test_a_letter_of_all_parts_is_taken_apart() -> None:
    message = letter()
    message.add_alternative("<p>Hej <b>Åsa</b>!</p>", subtype="html")
    message.add_attachment(b"%PDF-1.7 \x00\xff", maintype="application", subtype="pdf", filename="ordér.pdf")
    message.add_attachment("a;b\n", subtype="csv", filename="lines.csv")
    sent = SentLetter.from_bytes(message.as_bytes())
    assert (sent.text, sent.html) == ("Hej Åsa!\n", "<p>Hej <b>Åsa</b>!</p>\n")
    assert [(file.name, file.content_type, file.data) for file in sent.attachments] == [
        ("ordér.pdf", "application/pdf", b"%PDF-1.7 \x00\xff"),
        ("lines.csv", "text/csv", b"a;b\n"),
    ]
    assert sent.attachments[0].size == 11


def test_an_attachment_without_a_name_has_a_number() -> None:
    message = letter()
    message.add_attachment(b"x", maintype="application", subtype="octet-stream")
    (file,) = SentLetter.from_bytes(message.as_bytes()).attachments
    assert file.name == "1"


def test_what_is_no_letter_is_read_without_an_error() -> None:
    assert SentLetter.from_bytes(b"") == SentLetter(headers=(), text="", html="", attachments=())
