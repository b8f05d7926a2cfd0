"""The moment as the mediator imagines it: from its own view alone, so that looking ahead can betray nothing hidden."""

from game.model.ids import SEALED, Quantity, WorldId
from game.model.scenario import WorldSpec
from game.model.views import MediatorView
from game.model.world import Game, Setup, World
from game.rules.calendar import season_of
from game.rules.conditions import rulebook
from game.rules.deal import rates_in
from game.rules.sight import expected_entrenchment, suppose

_UNKNOWN = WorldSpec(WorldId("unknown"), "", "", "", (), {}, {}, {}, {}, {}, {})
"""What is assumed of the world when it is not known: what the scenario says by itself."""


def imagined(view: MediatorView, luck: int) -> tuple[Game, World]:
    """A game and its moment as the mediator supposes things to stand; ``luck`` seeds what chance will bring.

    What cannot be seen is at what it would be without anything special: no resentment, entrenchment by the calendar,
    no event waiting in the deck.
    """
    world = World(
        turn=view.turn,
        turns=view.length.turns,
        season=season_of(view.length, view.turn),
        stage=view.stage,
        quantities=_levels(view),
        clauses=view.text,
        groups=view.groups,
        tracks=view.tracks,
        beliefs=view.beliefs,
        heard=view.heard,
        acts=view.acts,
        moves={},
        seen={},
        due={},
        flags={},
        refusals=view.refusals,
        pledges=view.pledges,
        signed=view.signed,
        barred_until=view.barred_until,
        truce=view.truce,
    )
    return _game(view, luck), world


def _game(view: MediatorView, luck: int) -> Game:
    scenario = view.scenario
    truth = _UNKNOWN if view.assumed is None else scenario.worlds[view.assumed]
    supposed = {party: suppose(view, party) for party in scenario.parties}
    return Game(
        setup=Setup(scenario.id, view.assumed or SEALED, view.length.id, luck),
        scenario=scenario,
        length=view.length,
        truth=truth,
        rates=rates_in(scenario, truth),
        profiles={party: each.profile for party, each in supposed.items()},
        slopes={party: each.slopes for party, each in supposed.items()},
        insight=view.insight,
        book=rulebook(scenario),
    )


def _levels(view: MediatorView) -> dict[Quantity, int]:
    scenario = view.scenario
    levels = {name: view.known.get(name, spec.start) for name, spec in scenario.quantities.items()}
    for party in scenario.parties:
        levels[Quantity(f"aspiration.{party}")] = view.known[Quantity(f"guess.{party}")]
        levels[Quantity(f"reading.{party}")] = 0
    levels[Quantity("entrenchment")] = expected_entrenchment(view)
    return levels
