"""Every number of the model has a name, and changing it changes that and no more."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from game.contracts.building.shipped import shipped, shipped_setup
from game.lab.numbers import ModelNumber
from game.lab.parameters import altered, parameters
from game.lab.parties import shared_out
from game.lab.trouble import LabProblem
from game.model.ids import ClauseId, LengthId, PartyId, Quantity
from game.model.world import Setup
from game.rules.deal import deal, first_world

KNOWN = parameters(shipped(), "full")


def other_than(number: ModelNumber) -> int:
    return number.value + 1 if number.value < number.high else number.value - 1


def values(known: Mapping[str, ModelNumber]) -> dict[str, int]:
    return {name: number.value for name, number in known.items()}


def test_every_kind_of_number_is_there() -> None:
    assert {
        "rate.hope_talks",
        "length.served",
        "start.sanctions",
        "party.russia.base",
        "party.ukraine.hope",
        "party.europe.concessions",
        "party.russia.firmness",
        "party.ukraine.slope.arms",
        "party.ukraine.weight.line",
        "party.ukraine.value.line.in-place",
        "party.ukraine.room.line.hand-over",
    } <= set(KNOWN)
    assert {name.partition(".")[0] for name in KNOWN} == {"rate", "length", "start", "pull", "track", "party"}


def test_a_number_starts_within_its_bounds() -> None:
    assert all(number.low <= number.value <= number.high for number in KNOWN.values())


@pytest.mark.parametrize("family", ["rate", "length", "start", "pull", "track", "party"])
def test_changing_a_number_changes_no_other(family: str) -> None:
    """But for weights, which share what is left among them, and for what is expected, which is an option's value."""
    before = values(KNOWN)
    for name, number in KNOWN.items():
        if name.startswith(f"{family}.") and ".weight." not in name:
            value = other_than(number)
            after = values(parameters(altered(shipped(), "full", ((name, value),)), "full"))
            assert after == before | {name: value}


def test_weights_stay_a_whole_in_their_proportions() -> None:
    weights = {ClauseId(name): weight for name, weight in (("a", 5000), ("b", 3000), ("c", 2000))}
    assert shared_out(weights, ClauseId("a"), 0) == {"a": 0, "b": 6000, "c": 4000}
    assert shared_out(weights, ClauseId("c"), 3333) == {"a": 4167, "b": 2500, "c": 3333}
    for party in shipped().parties.values():
        for clause in party.prior.weights:
            assert sum(shared_out(party.prior.weights, clause, 1234).values()) == 10_000


def test_what_is_expected_follows_the_option_that_is_expected() -> None:
    kyiv = PartyId("ukraine")
    prior = shipped().parties[kyiv].prior
    clause = ClauseId("line")
    expected = next(option for option, value in prior.values[clause].items() if value == prior.expects[clause])
    changed = altered(shipped(), "full", ((f"party.ukraine.value.line.{expected}", 41),)).parties[kyiv].prior
    assert (changed.values[clause][expected], changed.expects[clause]) == (41, 41)


def test_a_changed_number_reaches_the_game() -> None:
    setup = shipped_setup("full", 4)
    still = first_world(deal(shipped(), setup))
    scenario = altered(shipped(), "full", (("start.sanctions", 11), ("length.patience", 33)))
    changed = first_world(deal(scenario, setup))
    assert changed.quantities[Quantity("sanctions")] == 11
    assert changed.quantities[Quantity("patience")] == 33
    assert replace(changed, quantities=still.quantities) == still


def test_a_length_that_is_not_played_keeps_its_numbers() -> None:
    changed = altered(shipped(), "quick", (("length.served", 1),))
    assert changed.lengths[LengthId("quick")].served == 1
    assert changed.lengths[LengthId("full")] == shipped().lengths[LengthId("full")]


def test_the_names_of_a_start_are_those_that_a_game_starts_from() -> None:
    """Where a length or a party sets the start, the number is theirs and has one name only."""
    world = first_world(deal(shipped(), Setup(shipped().id, shipped_setup().world, "full", 1)))
    assert set(world.quantities) > {name.removeprefix("start.") for name in KNOWN if name.startswith("start.")}
    assert not {"start.patience", "start.capacity", "start.aspiration.russia"} & set(KNOWN)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("rate.unknown", 1), "The model has no number 'rate.unknown'."),
        (("length.turns", 0), "'length.turns' can be set from 1 to 60, not to 0."),
        (("start.front", -301), "'start.front' can be set from -300 to 300, not to -301."),
    ],
)
def test_what_cannot_be_set_is_refused(change: tuple[str, int], sentence: str) -> None:
    with pytest.raises(LabProblem) as refused:
        altered(shipped(), "full", (change,))
    assert str(refused.value) == sentence
