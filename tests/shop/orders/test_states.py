"""The table of an order's life."""

from itertools import product

import pytest

from shop.orders.states import LABELS, Event, State, after, possible

STEPS = {
    ("placed", "release"): "released",
    ("placed", "cancel"): "cancelled",
    ("released", "pick"): "picking",
    ("released", "cancel"): "cancelled",
    ("picking", "complete"): "completed",
}


@pytest.mark.parametrize(("state", "event"), list(product(State, Event)))
def test_only_the_steps_of_the_domain_exist(state: State, event: Event) -> None:
    assert after(state, event) == STEPS.get((state.value, event.value))


def test_possible_events_are_those_with_a_step() -> None:
    assert {state.value: sorted(possible(state)) for state in State} == {
        "placed": ["cancel", "release"],
        "released": ["cancel", "pick"],
        "picking": ["complete"],
        "completed": [],
        "cancelled": [],
    }


def test_an_unknown_state_is_an_error() -> None:
    with pytest.raises(ValueError, match="lost"):
        after("lost", Event.RELEASE)


def test_every_state_has_words() -> None:
    assert set(LABELS) == set(State)
