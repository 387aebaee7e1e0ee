"""Giving back an invoice, whole or in pieces, so that all the pieces together are the invoice.

A credit keeps the invoiced price, tier and rate: nothing is priced again. Whatever was rounded on the
invoice is credited by running sum: the rounded amount for everything credited so far, this credit included,
less what the earlier credits gave. That holds for the net of a line (whose unit price may have four
decimals) and for the VAT of a rate. So no piece is negative and the last one closes to the öre.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from catalog.pricing.credited import Account, Credit, CreditLine
from catalog.pricing.errors import MoreThanInvoiced, require
from catalog.pricing.groups import VatGroup
from catalog.pricing.money import Part, added, apportion, is_amount, rounded, share_of
from catalog.pricing.quote import Quote

__all__ = ["Credit", "CreditLine", "credit", "credit_rest"]


def credit(
    original: Quote, *, lines: Mapping[int, int], postage_net: Decimal, already: Sequence[Credit] = ()
) -> Credit:
    """Credit copies by line index and a net sum of postage, after the credits in `already`.

    Raises `MoreThanInvoiced` beyond what is left, `ValueError` for a line that the invoice does not have,
    less than one copy, postage that is no amount, or nothing at all.
    """
    account = Account(original=original, credits=already)
    _accept(account, lines=lines, postage_net=postage_net)
    taken = tuple(_line(account, index=index, quantity=lines[index]) for index in sorted(lines))
    groups = _groups(account, lines=taken, postage_net=postage_net)
    net, vat = added(group.base for group in groups), added(group.vat for group in groups)
    return Credit(
        lines=taken,
        groups=groups,
        postage_net=rounded(postage_net),
        net=net,
        vat=vat,
        total=net + vat,
        rounding=_payable(account, total=net + vat) - net - vat,
        currency=original.currency,
    )


def credit_rest(original: Quote, *, already: Sequence[Credit] = ()) -> Credit:
    """Credit everything that `already` left; of an untouched invoice, the whole of it.

    Raises `ValueError` when nothing is left.
    """
    account = Account(original=original, credits=already)
    left = {index: account.quantity_left(index) for index in range(len(original.lines))}
    return credit(
        original,
        lines={index: quantity for index, quantity in left.items() if quantity},
        postage_net=account.postage_net_left(),
        already=already,
    )


def _accept(account: Account, *, lines: Mapping[int, int], postage_net: Decimal) -> None:
    require(is_amount(postage_net), f"Not an amount of postage: {postage_net}.")
    require(bool(lines) or postage_net > 0, "There is nothing to credit.")
    for index, quantity in lines.items():
        require(0 <= index < len(account.original.lines), f"The invoice has no line {index}.")
        require(quantity >= 1, "A credited line has at least one copy.")
        if quantity > account.quantity_left(index):
            raise MoreThanInvoiced(f"Line {index}: {quantity} copies, {account.quantity_left(index)} left.")
    if postage_net > account.postage_net_left():
        raise MoreThanInvoiced(f"Postage: {postage_net}, {account.postage_net_left()} left.")


def _line(account: Account, *, index: int, quantity: int) -> CreditLine:
    invoiced = account.original.lines[index]
    so_far = rounded(invoiced.unit_net * (account.quantity_taken(index) + quantity))
    return CreditLine(
        index=index,
        invoiced=invoiced,
        quantity=quantity,
        line_net=so_far - account.line_net_taken(index),
    )


def _groups(account: Account, *, lines: Sequence[CreditLine], postage_net: Decimal) -> tuple[VatGroup, ...]:
    """The rates touched. Postage is split by what is left of each rate's part, so that no part runs dry."""
    groups = account.original.groups
    parts = [Part(base=account.postage_left(group), rate=group.rate) for group in groups]
    shares = apportion(postage_net, parts)
    rates = {line.invoiced.vat_rate for line in lines}
    return tuple(
        _group(account, rate=group.rate, lines=lines, postage_net=share)
        for group, share in zip(groups, shares, strict=True)
        if group.rate in rates or share
    )


def _group(account: Account, *, rate: Decimal, lines: Sequence[CreditLine], postage_net: Decimal) -> VatGroup:
    lines_net = added(line.line_net for line in lines if line.invoiced.vat_rate == rate)
    base = lines_net + postage_net
    so_far = share_of(account.base_taken(rate) + base, percent=rate)
    return VatGroup(
        rate=rate,
        lines_net=lines_net,
        postage_net=postage_net,
        base=base,
        vat=so_far - account.vat_taken(rate),
    )


def _payable(account: Account, *, total: Decimal) -> Decimal:
    """Never more than was to be paid, and exactly that once everything is credited."""
    original, so_far = account.original, account.total_taken() + total
    closed = so_far == original.total
    return (original.payable if closed else min(so_far, original.payable)) - account.payable_taken()
