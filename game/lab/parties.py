"""The numbers that describe a party, each with the way to change it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from game.lab.numbers import LARGE, ModelNumber, open_ended, with_number
from game.model.ids import ClauseId, OptionId
from game.model.parties import Party, Slope
from game.model.scenario import Scenario

_WHOLE = 10_000
"""Weights are basis points of this sum."""

Put = Callable[[Party, int], Party]
Named = tuple[str, ModelNumber]


def party_numbers(scenario: Scenario) -> Iterator[Named]:
    for party in scenario.parties.values():
        yield from _own_numbers(party)
        yield from _slopes(party)
        yield from _weights(party)
        yield from _values(party)


def _named(party: Party, name: str, number: tuple[int, int, int], about: str, put: Put) -> Named:
    """``number``: value, low and high."""

    def put_in(scenario: Scenario, value: int) -> Scenario:
        changed = put(scenario.parties[party.id], value)
        return replace(scenario, parties={**scenario.parties, party.id: changed})

    return f"party.{party.id}.{name}", ModelNumber(*number, f"{party.name}: {about}", put_in)


_PROFILE = {
    "base": "what no deal is worth at first",
    "hope": "what it holds out for at first",
    "concessions": "what it can be seen to give away",
}
_TRAITS = ("pride", "candour", "firmness", "caution")


def _own_numbers(party: Party) -> Iterator[Named]:
    for field, about in _PROFILE.items():
        value = getattr(party.prior, field)
        yield _named(party, field, (value, *open_ended(value)), about, _profile_put(field))
    for trait in _TRAITS:
        value = getattr(party.personality, trait)
        yield _named(party, trait, (value, 0, 100), trait, _trait_put(trait))
    for index, line in enumerate(party.red_lines):
        if line.room is not None:
            name = f"room.{line.clause}.{line.option}"
            yield _named(party, name, (line.room, 0, 101), "home room that lifts a red line", _line_put(index))


def _profile_put(field: str) -> Put:
    return lambda party, value: replace(party, prior=with_number(party.prior, field, value))


def _trait_put(trait: str) -> Put:
    return lambda party, value: replace(party, personality=with_number(party.personality, trait, value))


def _line_put(index: int) -> Put:
    def put(party: Party, value: int) -> Party:
        lines = list(party.red_lines)
        lines[index] = replace(lines[index], room=value)
        return replace(party, red_lines=tuple(lines))

    return put


def _slopes(party: Party) -> Iterator[Named]:
    for index, slope in enumerate(party.no_deal):
        name = _once(f"slope.{slope.quantity}", index, party.no_deal)
        number = (slope.per_100, -LARGE, LARGE)
        yield _named(party, name, number, f"no deal, by {slope.label}", _no_deal_put(index))
    for index, slope in enumerate(party.deal):
        name = _once(f"side.{slope.quantity}", index, party.deal)
        yield _named(party, name, (slope.per_100, -LARGE, LARGE), f"any deal, by {slope.label}", _deal_put(index))
    for index, synergy in enumerate(party.synergies):
        number = (synergy.amount, -LARGE, LARGE)
        yield _named(party, f"synergy.{index + 1}", number, synergy.label, _synergy_put(index))


def _once(name: str, index: int, slopes: tuple[Slope, ...]) -> str:
    """A second slope on the same quantity gets a number."""
    before = sum(slope.quantity == slopes[index].quantity for slope in slopes[:index])
    return f"{name}.{before + 1}" if before else name


def _no_deal_put(index: int) -> Put:
    return lambda party, value: replace(party, no_deal=_steeper(party.no_deal, index, value))


def _deal_put(index: int) -> Put:
    return lambda party, value: replace(party, deal=_steeper(party.deal, index, value))


def _steeper(slopes: tuple[Slope, ...], index: int, per_100: int) -> tuple[Slope, ...]:
    return (*slopes[:index], replace(slopes[index], per_100=per_100), *slopes[index + 1 :])


def _synergy_put(index: int) -> Put:
    def put(party: Party, value: int) -> Party:
        synergies = list(party.synergies)
        synergies[index] = replace(synergies[index], amount=value)
        return replace(party, synergies=tuple(synergies))

    return put


def _weights(party: Party) -> Iterator[Named]:
    for clause, weight in party.prior.weights.items():
        yield _named(party, f"weight.{clause}", (weight, 0, _WHOLE), f"weight of {clause}", _weight_put(clause))


def _weight_put(clause: ClauseId) -> Put:
    def put(party: Party, value: int) -> Party:
        return replace(party, prior=replace(party.prior, weights=shared_out(party.prior.weights, clause, value)))

    return put


def shared_out(weights: Mapping[ClauseId, int], clause: ClauseId, value: int) -> Mapping[ClauseId, int]:
    """The weights with this one changed; the others keep their proportions, the heaviest takes what rounding leaves."""
    others = {key: weight for key, weight in weights.items() if key != clause}
    total, left = sum(others.values()), _WHOLE - value
    shares = {key: weight * left // max(1, total) for key, weight in others.items()}
    heaviest = max(others, key=lambda key: others[key])
    shares[heaviest] += left - sum(shares.values())
    return {key: value if key == clause else shares[key] for key in weights}


def _values(party: Party) -> Iterator[Named]:
    for clause, options in party.prior.values.items():
        for option, value in options.items():
            name = f"value.{clause}.{option}"
            yield _named(party, name, (value, 0, 100), f"worth of {clause} {option}", _value_put(clause, option))


def _value_put(clause: ClauseId, option: OptionId) -> Put:
    """What is expected of a clause is the value of an option; it follows if that option's value is changed."""

    def put(party: Party, value: int) -> Party:
        prior = party.prior
        options = prior.values[clause]
        expected = next((key for key, worth in options.items() if worth == prior.expects[clause]), None)
        expects = {**prior.expects, clause: value} if expected == option else prior.expects
        values = {**prior.values, clause: {**options, option: value}}
        return replace(party, prior=replace(prior, values=values, expects=expects))

    return put
