"""Organisation numbers and e-invoice addresses: understood as people write them, proved by check digits."""

import re

from django.utils.translation import gettext_lazy as _
from stdnum import ean
from stdnum.dk import cvr
from stdnum.exceptions import ValidationError
from stdnum.se import orgnr

from catalog.errors import Refused


class NotAnOrganisationNumber(Refused):
    """Facts: text."""

    reason = _("“%(text)s” is not an organisation number: check the digits. Example: 212000-0142.")


class NotACvrNumber(Refused):
    """Facts: text."""

    reason = _("“%(text)s” is not a CVR number: it has eight digits, and the last one checks the others.")


class NotAnEInvoiceAddress(Refused):
    """Facts: text."""

    reason = _(
        "“%(text)s” is not an e-invoice address. Write a Peppol address such as 0007:2120000142, "
        "a GLN of 13 digits, or leave the field empty."
    )


def organisation_number(text: str, *, country: str) -> str:
    """The number in its printed form: `212000-0142` in Sweden, `12345674` in Denmark.

    The hyphen is optional and a leading `16` is dropped (Skatteverket's 12-digit form). Raises a `Refused`.
    """
    digits = re.sub(r"[\s-]", "", text)
    if country == "DK":
        return _proved(cvr.validate, digits.upper().removeprefix("DK"), NotACvrNumber(text=text))
    if len(digits) == 12 and digits.startswith("16"):
        digits = digits[2:]
    proved = _proved(orgnr.validate, digits, NotAnOrganisationNumber(text=text))
    return f"{proved[:6]}-{proved[6:]}"


def e_invoice_address(text: str) -> str:
    """A Peppol participant as `scheme:identifier`: 0007 organisation number, 0088 GLN, 0184 Danish CVR.

    A bare organisation number, GLN or CVR number gets its scheme. Raises `NotAnEInvoiceAddress`.
    """
    refused = NotAnEInvoiceAddress(text=text)
    scheme, colon, identifier = re.sub(r"[\s-]", "", text).rpartition(":")
    if not colon:
        scheme = {8: "0184", 10: "0007", 12: "0007", 13: "0088"}.get(len(identifier), "")
    checks = {"0007": orgnr.validate, "0088": ean.validate, "0184": cvr.validate}
    if scheme not in checks or (scheme == "0088" and len(identifier) != 13):
        raise refused
    if scheme == "0007" and len(identifier) == 12 and identifier.startswith("16"):
        identifier = identifier[2:]
    return f"{scheme}:{_proved(checks[scheme], identifier, refused)}"


def _proved(validate: object, digits: str, refused: Refused) -> str:
    try:
        return str(validate(digits))  # type: ignore[operator]  # stdnum has no types
    except ValidationError:
        raise refused from None
