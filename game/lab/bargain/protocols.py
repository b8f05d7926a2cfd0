"""The protocols under which a case is bargained over."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from game.lab.bargain.domain import ISSUES, OPTIONS, ROUNDS
from game.minds.bargaining.deals import Deal
from game.minds.bargaining.mediation import Mediator
from game.minds.bargaining.minutes import Minutes
from game.minds.bargaining.replies import Reply
from game.model.events import Verdict


class Talker(Protocol):
    """Whoever can sit at the table of alternating offers."""

    def turn(self, turn: int, standing: Deal | None, minutes: Minutes) -> Deal: ...


@dataclass(frozen=True, slots=True)
class Talks:
    """How it ended: ``deal`` is None without agreement; ``rounds`` that were begun."""

    deal: Deal | None
    rounds: int


def alternating(table: Sequence[Talker]) -> Talks:
    """Stacked alternating offers: in turn, each takes the standing deal or puts its own in place of it.

    A deal that all others take in succession is agreed. Everybody has one turn a round.
    """
    minutes = Minutes(len(table), (OPTIONS,) * ISSUES)
    standing: Deal | None = None
    takers = 0
    for turn in range(ROUNDS):
        for seat, talker in enumerate(table):
            said = talker.turn(turn, standing, minutes)
            takers = takers + 1 if said == standing else 0
            if takers == len(table) - 1:
                return Talks(said, turn + 1)
            standing = said
            minutes.hear(seat, said)
    return Talks(None, ROUNDS)


class Answerer(Protocol):
    """Whoever can be asked about a text."""

    def reply(self, turn: int, text: Deal) -> Reply: ...


def mediated(mediator: Mediator, parties: Sequence[Answerer]) -> Talks:
    """One text a round, put to all at once; the mediator sees their answers and nothing else."""
    for turn in range(ROUNDS):
        text = mediator.text(turn)
        replies = [party.reply(turn, text) for party in parties]
        if all(reply.verdict is Verdict.ACCEPT for reply in replies):
            return Talks(text, turn + 1)
        for party, reply in enumerate(replies):
            mediator.hear(party, text, reply)
    return Talks(None, ROUNDS)
