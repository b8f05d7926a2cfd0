"""A journal unfolded on a scenario: from its beginning, or else from a state that was noted in it."""

from dataclasses import replace
from typing import NamedTuple

from game.model.scenario import Scenario
from game.model.world import World
from game.play.codec import Met, coder
from game.play.edition import rules_edition
from game.play.fitting import fitted, odd_setup, strangers, without_strangers
from game.play.history import History, UnfoldableError, fold
from game.play.journal import Journal, UnreadableError, decoded, head, snapshots
from game.play.lines import Sound
from game.play.records import Decided, Opening, Record
from game.rules.deal import deal, first_world

_OPENING = coder(Opening)


class UnfitError(ValueError):
    """A journal that cannot be unfolded on the scenario; ``str()`` is a clause. ``line`` counts from 1.

    ``fits``: the line names nothing that the scenario lacks, and cannot follow on the others all the same.
    """

    def __init__(self, line: int, problem: str, *, fits: bool = False) -> None:
        super().__init__(problem)
        self.line = line
        self.fits = fits


class Unfolded(NamedTuple):
    journal: Journal
    history: History


def unfolded(sound: Sound, scenario: Scenario) -> Unfolded:
    """The game in these lines. If rules or content are no longer those it was written with, and a line cannot be
    followed, then what came before the next noted state is left out.

    Raises :class:`UnfitError` or :class:`UnreadableError` about the first such line.
    """
    began = head(sound)
    same = (began.rules, began.content) == (rules_edition(), scenario.digest)
    since, first = 0, None
    while True:
        try:
            journal = decoded(sound, since)
            return _unfolded(journal, scenario)
        except (UnreadableError, UnfitError) as problem:
            first = first or problem
            states = () if same else snapshots(sound)
            later = (number for number in states if number > since and number >= problem.line - 1)
            since = next(later, 0)
            if not since:
                raise first from None


def _unfolded(journal: Journal, scenario: Scenario) -> Unfolded:
    odd = odd_setup(journal.opening.setup, scenario)
    if odd is not None:
        raise UnfitError(journal.lines, odd)
    game = deal(scenario, journal.opening.setup)
    fitting = _fitted(journal, scenario, first_world(game))
    try:
        return Unfolded(fitting, fold(fitting.records, game, fitting.start))
    except UnfoldableError as problem:
        raise UnfitError(problem.number + 1, str(problem), fits=True) from None


def _fitted(journal: Journal, scenario: Scenario, dealt: World) -> Journal:
    """The journal with every state in it brought to what the scenario has."""
    records = tuple(
        _on(scenario, dealt, line, record, met)
        for line, (record, met) in enumerate(zip(journal.records, journal.mets, strict=True), journal.start + 1)
    )
    opening = records[0]
    assert isinstance(opening, Opening)  # no journal begins otherwise
    return replace(journal, opening=opening, records=records)


def _on(scenario: Scenario, dealt: World, line: int, record: Record, met: Met) -> Record:
    """The record as it can stand on the scenario; ``met`` are its names."""
    now, names = record, met
    if isinstance(record, Opening):
        now = replace(record, first=_state(record.first, scenario, dealt, line))
        names = _names(now)
    elif isinstance(record, Decided) and record.world is not None:
        now = replace(record, world=_state(record.world, scenario, dealt, line))
    strange = next(strangers(names, scenario), None)
    if strange is not None:
        raise UnfitError(line, strange)
    return now


def _state(world: World, scenario: Scenario, dealt: World, line: int) -> World:
    state = fitted(without_strangers(world, scenario), dealt)
    if isinstance(state, str):
        raise UnfitError(line, state)
    return state


def _names(record: Opening) -> Met:
    met: Met = {}
    _OPENING.decode(_OPENING.encode(record), met)
    return met
