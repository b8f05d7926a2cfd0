"""Offers that were not taken, why, and the smallest single change with which the same party would have taken them.

Every supposed change is put to the built-in controller, with the party's own true view of that moment, and nothing
else changed: so it would have turned this answer, then. Values are in hundredths of a point.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import Enum
from typing import Final

from game.debrief.course import Reply
from game.minds.bargainer import Bargainer
from game.model.clauses import Term, principle_agreed
from game.model.events import Ask, Question, Verdict
from game.model.groups import Step, TrackState
from game.model.ids import ClauseId, PartyId, Quantity, TrackId
from game.model.record import record
from game.model.world import Game, World
from game.rules.negotiate import Scales, signing_case
from game.rules.readiness import needed_detail
from game.rules.sight import closed_to_others, party_view
from game.rules.trust import in_washington

MOST_TERMS: Final = 3
"""Clauses that one package can hold."""


class Kind(Enum):
    OPTION = "option"
    COMPANION = "companion"
    LINK = "link"
    DETAIL = "detail"
    TRUST = "trust"
    ROOM = "room"
    RESENTMENT = "resentment"
    HOPE = "hope"


@record
class Turn:
    """One change that would have turned the answer. ``amount``: by how much a level would have had to differ, in the
    level's own unit; 0 for a change of what was put. ``spare``: what the party would then have had to spare.
    """

    kind: Kind
    amount: int
    spare: int
    term: Term | None = None
    track: TrackId | None = None


@record
class Refusal:
    """``turns`` are all single changes that were found, the smallest first; empty if no single one would have done."""

    reply: Reply
    turns: tuple[Turn, ...]

    @property
    def smallest(self) -> Turn | None:
        return next(iter(self.turns), None)


def refusals(game: Game, replies: tuple[Reply, ...]) -> tuple[Refusal, ...]:
    """Everything that was put to a party and not accepted, in order."""
    missed = (reply for reply in replies if reply.answer.verdict is not Verdict.ACCEPT)
    return tuple(Refusal(reply, _ordered(game, _turns(game, reply))) for reply in missed)


def _ordered(game: Game, found: Iterator[Turn]) -> tuple[Turn, ...]:
    """What one act could have changed before what only time and conduct could; then by how little was needed."""
    kinds = list(Kind)
    return tuple(sorted(found, key=lambda each: (*_size(game, each), kinds.index(each.kind))))


def _size(game: Game, turn: Turn) -> tuple[int, int]:
    if turn.kind in (Kind.OPTION, Kind.COMPANION, Kind.LINK, Kind.DETAIL):
        return 0, turn.spare
    return 1, turn.amount * (100 if turn.kind in (Kind.TRUST, Kind.ROOM) else 1)


def _turns(game: Game, reply: Reply) -> Iterator[Turn]:
    world, question = reply.world, reply.question
    yield from _other_options(game, world, question)
    if question.ask is Ask.SIGN:
        yield from _worked_out(game, world, question)
    elif question.ask is not Ask.CALL and len(question.terms) < MOST_TERMS:
        yield from _companions(game, world, question)
    yield from _links(game, world, question)
    yield from _levels(game, world, question)


def spare_if_taken(game: Game, world: World, question: Question) -> int | None:
    """What the party has to spare if it accepts; None if it does not."""
    view = party_view(game, world, question.party)
    answer = Bargainer().answer(view, question)
    if answer.verdict is not Verdict.ACCEPT:
        return None
    if question.ask is Ask.SIGN:
        return answer.margin - signing_case(Scales(view), question.terms).limit
    return answer.margin


def _other_options(game: Game, world: World, question: Question) -> Iterator[Turn]:
    """Another wording in one of the clauses that were put."""
    for place, term in enumerate(question.terms):
        for other in _wordings(game, question.party, term.clause):
            terms = (*question.terms[:place], other, *question.terms[place + 1 :])
            if other != term and (spare := spare_if_taken(game, world, replace(question, terms=terms))) is not None:
                yield Turn(Kind.OPTION, 0, spare, other)


def _wordings(game: Game, party: PartyId, clause: ClauseId) -> tuple[Term, ...]:
    """The wordings of a clause, without those that another party is known never to sign."""
    closed = closed_to_others(game.scenario, party).get(clause, ())
    return tuple(Term(clause, option) for option in game.scenario.clauses[clause].options if option not in closed)


def _companions(game: Game, world: World, question: Question) -> Iterator[Turn]:
    """One more clause put with it, as a package; not one that is settled already."""
    asked = [term.clause for term in question.terms]
    for clause, spec in game.scenario.clauses.items():
        if clause in asked or principle_agreed(spec, world.clauses[clause]):
            continue
        for added in _wordings(game, question.party, clause):
            whole = replace(question, terms=(*question.terms, added))
            if (spare := spare_if_taken(game, world, whole)) is not None:
                yield Turn(Kind.COMPANION, 0, spare, added)


def _links(game: Game, world: World, question: Question) -> Iterator[Turn]:
    """A step of normalisation that was still to be had, linked to a clause that was put."""
    for track, state in world.tracks.items():
        if game.scenario.tracks[track].party != question.party or state.step not in (Step.NONE, Step.PROMISED):
            continue
        for term in question.terms:
            linked = TrackState(Step.LINKED, term.clause, world.turn, state.work)
            given = replace(world, tracks={**world.tracks, track: linked})
            if (spare := spare_if_taken(game, given, question)) is not None:
                yield Turn(Kind.LINK, 0, spare, term, track)


def _worked_out(game: Game, world: World, question: Question) -> Iterator[Turn]:
    """The same text, worked out as far as the conference asked."""
    clauses = {
        key: replace(state, detail=max(state.detail, needed_detail(game.scenario.clauses[key], world.stage)))
        for key, state in world.clauses.items()
    }
    if (spare := spare_if_taken(game, replace(world, clauses=clauses), question)) is not None:
        yield Turn(Kind.DETAIL, 0, spare)


def _levels(game: Game, world: World, question: Question) -> Iterator[Turn]:
    """The least by which one level of this party's would have had to differ, alone and within its bounds."""
    for kind, quantity, step in _movable(question.party):
        found = _least_change(game, world, question, (quantity, step))
        if found is not None:
            yield Turn(kind, *found)


def _movable(party: PartyId) -> tuple[tuple[Kind, Quantity, int], ...]:
    return (
        (Kind.TRUST, in_washington(party), 1),
        (Kind.ROOM, Quantity(f"room.{party}"), 1),
        (Kind.RESENTMENT, Quantity(f"resentment.{party}"), -1),
        (Kind.HOPE, Quantity(f"aspiration.{party}"), -1),
    )


def _least_change(game: Game, world: World, question: Question, lever: tuple[Quantity, int]) -> tuple[int, int] | None:
    """By how much the quantity would have had to differ in that direction, and what there would be to spare then."""
    quantity, step = lever
    spec, level = game.scenario.quantities[quantity], world.quantities[quantity]

    def spare_at(by: int) -> int | None:
        levels = {**world.quantities, quantity: level + step * by}
        return spare_if_taken(game, replace(world, quantities=levels), question)

    return _least(spare_at, spec.high - level if step > 0 else level - spec.low)


def _least(spare_at: Callable[[int], int | None], most: int) -> tuple[int, int] | None:
    """The smallest step from 1 to ``most`` at which there is something to spare; more never hurts."""
    if most < 1 or spare_at(most) is None:
        return None
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        if spare_at(middle) is None:
            low = middle
        else:
            high = middle
    return high, spare_at(high) or 0
