"""What this room refuses. Callers validate people's input first, so each of these is a fault in a caller."""

from decimal import Decimal


class DoesNotAddUp(AssertionError):
    """The parts of a quote or a credit contradict its totals. It must never be shown, sent or stored."""


class MoreThanInvoiced(ValueError):
    """A credit asks for copies or postage beyond what is left of the invoice."""


def require(condition: bool, message: str) -> None:
    """Raise `ValueError` with `message` unless `condition` holds."""
    if not condition:
        raise ValueError(message)


def must_equal(actual: Decimal, expected: Decimal, *, what: str) -> None:
    """Raise `DoesNotAddUp` unless the two amounts are the same."""
    if actual != expected:
        raise DoesNotAddUp(f"{what}: {actual} is not {expected}")
