"""The numbers of the model by name, so that a study can change one.

``rate.<name>``                            a number of the rules
``length.<field>``                         a number of the length that is played
``start.<quantity>``                       where a quantity starts, before world and length shift it
``pull.<quantity>``                        how far a quantity returns to its resting level in a fortnight
``track.<track>``                          what a field of normalisation is worth
``party.<party>.<number>``                 base, hope, concessions, pride, candour, firmness, caution
``party.<party>.slope.<quantity>``         how much a quantity moves the worth of no deal, for 100 points
``party.<party>.side.<quantity>``          how much a quantity moves the worth of any deal, for 100 points
``party.<party>.synergy.<n>``              what a combination of options adds
``party.<party>.room.<clause>.<option>``   the home room that lifts a red line
``party.<party>.weight.<clause>``          in basis points; the other clauses share what is left
``party.<party>.value.<clause>.<option>``  what an option is worth
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from functools import reduce

from game.lab.numbers import ModelNumber, open_ended, with_number
from game.lab.parties import Named, party_numbers
from game.lab.plan import Change
from game.lab.trouble import LabProblem
from game.model.groups import Track
from game.model.ids import LengthId, Quantity
from game.model.scenario import Scenario

_BOUNDS: Mapping[str, tuple[int, int]] = {
    "rate.jitter_weight": (0, 99),
    "rate.belief_sounding_band": (1, 100),
    "length.turns": (1, 60),
    "length.weeks": (1, 26),
    "length.pace": (1, 1_000),
}
"""Where the meaning of a number, or a division by it, bounds it."""


def parameters(scenario: Scenario, length: str) -> Mapping[str, ModelNumber]:
    """Every number by its name, in an order that does not change."""
    return dict(
        (
            *_rates(scenario),
            *_length(scenario, LengthId(length)),
            *_quantities(scenario),
            *_tracks(scenario),
            *party_numbers(scenario),
        )
    )


def altered(scenario: Scenario, length: str, changes: tuple[Change, ...]) -> Scenario:
    """The scenario with these numbers changed. Raises :class:`LabProblem` for a name or a value that cannot be."""
    return reduce(lambda each, change: _changed(each, length, change), changes, scenario)


def _changed(scenario: Scenario, length: str, change: Change) -> Scenario:
    name, value = change
    number = parameters(scenario, length).get(name)
    if number is None:
        raise LabProblem(f"The model has no number '{name}'.")
    if not number.low <= value <= number.high:
        raise LabProblem(f"'{name}' can be set from {number.low} to {number.high}, not to {value}.")
    return number.put(scenario, value)


def _named(name: str, value: int, about: str, put: Callable[[Scenario, int], Scenario]) -> Named:
    low, high = _BOUNDS.get(name, open_ended(value))
    return name, ModelNumber(value, low, high, about, put)


def _rates(scenario: Scenario) -> Iterator[Named]:
    def put_at(field: str) -> Callable[[Scenario, int], Scenario]:
        return lambda each, value: replace(each, rates=with_number(each.rates, field, value))

    for field in fields(scenario.rates):
        yield _named(f"rate.{field.name}", getattr(scenario.rates, field.name), "", put_at(field.name))


def _length(scenario: Scenario, length: LengthId) -> Iterator[Named]:
    def put_at(field: str) -> Callable[[Scenario, int], Scenario]:
        return lambda each, value: replace(
            each, lengths={**each.lengths, length: with_number(each.lengths[length], field, value)}
        )

    found = scenario.lengths[length]
    for field in fields(found):
        value = getattr(found, field.name)
        if isinstance(value, int):
            yield _named(f"length.{field.name}", value, "", put_at(field.name))


def _quantities(scenario: Scenario) -> Iterator[Named]:
    elsewhere = _started_elsewhere(scenario)
    for spec in scenario.quantities.values():
        if spec.id not in elsewhere:
            number = ModelNumber(spec.start, spec.low, spec.high, spec.label, _quantity_put(spec.id, "start"))
            yield f"start.{spec.id}", number
    for spec in scenario.quantities.values():
        if spec.rest is not None:
            yield f"pull.{spec.id}", ModelNumber(spec.pull, 0, 100, spec.label, _quantity_put(spec.id, "pull"))


def _started_elsewhere(scenario: Scenario) -> frozenset[str]:
    """Quantities whose start is a number of the length or of a party, or an estimate of one."""
    first, second = (party.id for party in scenario.parties.values() if party.belligerent)
    private = (f"{kind}.{party}" for kind in ("aspiration", "guess") for party in scenario.parties)
    return frozenset(("patience", "capacity", f"trust.{first}.{second}", *private))


def _quantity_put(quantity: Quantity, field: str) -> Callable[[Scenario, int], Scenario]:
    def put(scenario: Scenario, value: int) -> Scenario:
        spec = with_number(scenario.quantities[quantity], field, value)
        return replace(scenario, quantities={**scenario.quantities, quantity: spec})

    return put


def _tracks(scenario: Scenario) -> Iterator[Named]:
    for track in scenario.tracks.values():
        yield _named(f"track.{track.id}", track.worth, track.title, _track_put(track))


def _track_put(track: Track) -> Callable[[Scenario, int], Scenario]:
    return lambda scenario, value: replace(
        scenario, tracks={**scenario.tracks, track.id: replace(scenario.tracks[track.id], worth=value)}
    )
