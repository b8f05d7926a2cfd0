"""A finished game from each party's chair: what it wanted, what it could see, what it weighed, what it did itself."""

from game.debrief.course import Planned, Reply, planned_turns, replies, turns_of
from game.model.actions import Action
from game.model.events import ActionTaken, Leaked, MoveMade
from game.model.ids import US, PartyId, Quantity
from game.model.ledger import visible_to
from game.model.parties import Profile
from game.model.record import record
from game.model.world import Game, World
from game.play.match import Match
from game.rules.negotiate import Scales
from game.rules.sight import party_view, visible_quantities


@record
class Levels:
    """As turn ``turn`` was planned, in hundredths: what no deal was worth to the party, what it expected of the text
    over that, what it held out for, and from which surplus it would have signed.
    """

    turn: int
    no_deal: int
    surplus: int
    hope: int
    limit: int


@record
class Move:
    turn: int
    move: MoveMade


@record
class Chair:
    """``profile`` is the true one. ``alone``: quantities that this party could see and the mediator could not;
    ``hidden``: the acts of ours that it never learnt of, of ``acts`` in all.
    """

    party: PartyId
    profile: Profile
    levels: tuple[Levels, ...]
    answers: tuple[Reply, ...]
    moves: tuple[Move, ...]
    alone: tuple[Quantity, ...]
    hidden: tuple[Action, ...]
    acts: int


def chairs(match: Match) -> tuple[Chair, ...]:
    turns, answers = planned_turns(match), replies(match)
    return tuple(_chair(match, party, turns, answers) for party in match.game.scenario.parties)


def _chair(match: Match, party: PartyId, turns: tuple[Planned, ...], answers: tuple[Reply, ...]) -> Chair:
    game, ours = match.game, visible_quantities(match.game.scenario, US)
    done = [event for record in turns_of(match) for event in record.events if isinstance(event, ActionTaken)]
    leaked = [event.action for record in turns_of(match) for event in record.events if isinstance(event, Leaked)]
    unseen = [each.action for each in done if not visible_to(each.seen, party) and each.action not in leaked]
    return Chair(
        party=party,
        profile=game.profiles[party],
        levels=tuple(level_of(game, turn.world, turn.turn, party) for turn in turns),
        answers=tuple(reply for reply in answers if reply.question.party == party),
        moves=_moves(match, party),
        alone=tuple(each for each in visible_quantities(game.scenario, party) if each not in ours),
        hidden=tuple(unseen),
        acts=len(done),
    )


def _moves(match: Match, party: PartyId) -> tuple[Move, ...]:
    return tuple(
        Move(record.turn, event)
        for record in turns_of(match)
        for event in record.events
        if isinstance(event, MoveMade) and event.party == party
    )


def level_of(game: Game, world: World, turn: int, party: PartyId) -> Levels:
    scales = Scales(party_view(game, world, party))
    limit = max(game.rates.sign_floor, scales.hope // 2)
    return Levels(turn, scales.no_deal, scales.surplus, scales.hope, limit)
