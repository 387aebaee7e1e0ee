"""The main job over real HTTP: read circular 1996:134, order 15 copies, and find the sum everywhere.

    python tests/flows/http_flow.py http://127.0.0.1:8000

Against a server with the demonstration and its outbox worker. Speaks as a browser without JavaScript does:
it opens pages, fills in the forms that it finds there and sends them with their hidden fields.
"""

import csv
import re
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from io import BytesIO
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, Request, build_opener

from pypdf import PdfReader

CIRCULAR = "/cirkular/kommunforbundet/1996-134/"
SELLER = "Kommunförbundet"
NET = Decimal("975.00")  # 15 copies at 65 kr
PASSWORD = "talong-demo-2026"
PERSON = {
    "contact_name": "Maja Lind",
    "contact_email": "maja.lind@ekero.example",
    "organisation_name": "Ekerö kommun",
    "delivery_street": "Tappströmsvägen 2",
    "delivery_postcode": "178 23",
    "delivery_city": "Ekerö",
    "delivery_country": "SE",
    "buyer_reference": "ZZ1234",
}
PATIENCE = 60  # seconds for the outbox worker


class Forms(HTMLParser):
    """The forms of a page: their addresses and the fields that are filled in already."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        if tag == "form":
            self.found.append((facts.get("action") or "", {}))
        elif tag in {"input", "textarea", "select"} and facts.get("name") and self.found:
            self.found[-1][1][str(facts["name"])] = facts.get("value") or ""

    def with_field(self, pattern: str) -> tuple[str, dict[str, str]]:
        """The first form that has a field named like `pattern`."""
        return next(form for form in self.found if any(re.fullmatch(pattern, name) for name in form[1]))


class Visitor:
    """Somebody with a browser of their own."""

    def __init__(self, site: str) -> None:
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))
        self.address = site

    def open(self, path: str, data: dict[str, str] | None = None) -> bytes:
        """Follow a link, or send a form. Any answer but a success is an error."""
        request = Request(urljoin(self.address, path), urlencode(data).encode() if data else None)  # noqa: S310
        with self.opener.open(request, timeout=30) as answer:
            self.address = answer.url
            return bytes(answer.read())

    def page(self, path: str, data: dict[str, str] | None = None) -> str:
        return self.open(path, data).decode()

    def send(self, page: str, pattern: str, **typed: str) -> str:
        """Fill in the form of `page` with a field named like `pattern`, send it and return what follows."""
        action, fields = Forms(page).with_field(pattern)
        return self.page(action or self.address, fields | typed)

    def log_in(self, email: str, path: str) -> str:
        return self.send(self.page(path), "password", username=email, password=PASSWORD)


def main(site: str) -> None:
    finance = Visitor(site)
    finance.log_in("ekonomi@talong.example", "/ekonomi/")
    before = goods_net(finance)
    number, token = order(Visitor(site))
    check_office(Visitor(site), number)
    expect(f"finance counts {NET} more", goods_net(finance) - before == NET)
    expect("finance lists the order", f"/order/{token}/" in finance.page("/ekonomi/"))


def order(customer: Visitor) -> tuple[str, str]:
    """Order 15 copies from the circular's page; the order's number and what makes its link unguessable."""
    circular = customer.page(CIRCULAR)
    _, fields = Forms(circular).with_field("key")
    quantity = next(name for name in fields if name.startswith("quantity-"))
    review = customer.send(circular, "key", **PERSON, **{quantity: "15"})
    expect("the review shows 975,00", "975,00" in review)
    thanks = customer.send(review, "figures")
    expect("the customer is thanked", "/tack/" in customer.address)
    number = found(r"\b(\d\d-\d{4,})\b", thanks)
    token = found(r"/order/([\w-]+)/", thanks)
    shown = customer.page(f"/order/{token}/")
    expect("the order's page shows 975,00", "975,00" in shown)
    paper = text_of(customer.open(f"/order/{token}/orderbekraftelse.pdf"))
    expect("the PDF names the order", number in paper)
    expect("the PDF shows 975,00", "975,00" in paper)
    total = found(r"(\d[\d ]*,\d\d) kr", spaces(thanks))
    expect(f"the PDF shows the total {total}", total in paper)
    return number, token


def check_office(clerk: Visitor, number: str) -> None:
    """The office sees the order, and both letters as they were sent."""
    clerk.log_in("kontoret@talong.example", "/kontoret/")
    link = f"/kontoret/order/{number}/"
    expect("the office lists the order", link in clerk.page("/kontoret/order/"))
    expect("the office sees 975,00", "975,00" in clerk.page(link))
    expect("both letters are sent", soon(lambda: clerk.page("/kontoret/brev/?state=sent").count(link) == 2))


def goods_net(finance: Visitor) -> Decimal:
    """What the seller's publications of this month add up to, net, in the CSV file."""
    lines = finance.open("/ekonomi/ordersummor.csv").decode("utf-8-sig").splitlines()
    rows = csv.reader(lines, delimiter=";")
    return sum((Decimal(row[6].replace(",", ".")) for row in rows if row[2] == SELLER), Decimal(0))


def text_of(pdf: bytes) -> str:
    return spaces("\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def spaces(text: str) -> str:
    """All kinds of spaces as the ordinary one."""
    return re.sub(r"[^\S\n]", " ", text.replace("&nbsp;", " "))


def found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if match is None:
        sys.exit(f"not found: {pattern}")
    return match[1]


def soon(true: Callable[[], bool]) -> bool:
    """Whether something becomes true within `PATIENCE`."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.5)
    return False


def expect(what: str, true: bool) -> None:
    print(f"{'ok  ' if true else 'FAIL'} {what}", flush=True)
    if not true:
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1])
