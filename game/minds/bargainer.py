"""The one bargaining controller that plays every party. Parties differ by content, not by code."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from game.minds.intent import MOST, Intent
from game.minds.rationale import best_help, reasons_against, reasons_for, signing_reasons
from game.minds.trading import Trader
from game.model.clauses import Term
from game.model.events import Answer, Ask, Help, HelpKind, Question, Verdict
from game.model.ids import MoveId
from game.model.parties import Party
from game.model.seats import ChooseMove, MoveDecision
from game.model.views import PartyView
from game.rules.dice import bell, below, jitter
from game.rules.negotiate import Scales, Weighing, kept_to_itself, signing_case
from game.rules.trust import in_washington

_NO_HELP = Help(HelpKind.NONE)
_MOVE_FLOOR = 50
_MOVE_NOISE = 14
_SNUBBED = 3
"""Refusals after which a proud party that does not trust Washington leaves the room over a red line."""


@dataclass(frozen=True, slots=True)
class Bargainer:
    """Grants what leaves it enough, names a price when it is near, counters or refuses when it is not.

    It concedes, learns, bids and accepts by the parts of :mod:`game.minds.bargaining`, on the text of the game.
    """

    def answer(self, view: PartyView, question: Question) -> Answer:
        scales = Scales(view)
        if question.ask is Ask.SIGN:
            return _sign(scales, question.terms)
        weighing = scales.weigh(question.terms, _bonus(view, question))
        if weighing.crossed is not None and not _forced(view):
            return _refuse_red_line(scales, question, weighing)
        if weighing.margin >= 0:
            return _grant(scales, question, weighing)
        return _fall_short(scales, question, weighing)

    def move(self, view: PartyView, request: ChooseMove) -> MoveDecision:
        """The move that appeals most, by what it is and by what it promises; none if nothing appeals enough."""
        best, appeal = None, _MOVE_FLOOR
        places = _places(view.party)
        moods = jitter(len(places), _MOVE_NOISE, view.temper, "move", view.turn)
        intent = Intent(view)
        for offer in request.offers:
            wish = offer.appeal + moods[places[offer.move]]
            if wish + MOST > appeal and (wish := wish + intent.bonus(offer.move)) > appeal:
                best, appeal = offer.move, wish
        return MoveDecision(best, appeal if best is not None else 0)


@lru_cache(maxsize=32)
def _places(party: Party) -> Mapping[MoveId, int]:
    return {move.id: place for place, move in enumerate(party.moves)}


def _bonus(view: PartyView, question: Question) -> int:
    """A leader's word, and a small noise that is the same whenever the same thing is asked in the same turn."""
    first = question.terms[0]
    noise = bell(view.rates.noise, view.temper, "answer", view.turn, first.clause, first.option)
    return noise + (view.rates.leader_bonus if question.ask is Ask.CALL else 0)


def _forced(view: PartyView) -> bool:
    return view.squeeze >= 50


def _sure(margin: int) -> int:
    """How sure the party is of its answer: 50 at the edge, towards 98 far from it."""
    return min(98, 50 + abs(margin) // 8)


def _refuse_red_line(scales: Scales, question: Question, weighing: Weighing) -> Answer:
    view, reasons = scales.view, reasons_against(scales, question.terms, weighing)
    personality = view.party.personality
    trust = view.known[in_washington(view.party.id)]
    angry = view.refusals >= _SNUBBED and personality.pride >= 60 and trust < 20
    verdict = Verdict.WALK_OUT if angry and question.ask is Ask.TABLE else Verdict.REFUSE
    return Answer(verdict, reasons, best_help(scales, question.terms, weighing), 98, min(weighing.margin, -1))


def _grant(scales: Scales, question: Question, weighing: Weighing) -> Answer:
    """Enough: yes, or, to an envoy, a price for what it could do without."""
    terms, margin = question.terms, weighing.margin
    if question.ask is Ask.FLOAT and margin < kept_to_itself(scales.view):
        price = Trader(scales).price_for(terms, margin)
        if price is not None:
            reasons = reasons_against(scales, terms, weighing)
            return Answer(
                Verdict.ACCEPT_IF, reasons, Help(HelpKind.ASK, price), _sure(margin), margin, price, bluff=True
            )
    return Answer(Verdict.ACCEPT, reasons_for(scales, terms, weighing), _NO_HELP, _sure(margin), margin)


def _fall_short(scales: Scales, question: Question, weighing: Weighing) -> Answer:
    """Not enough: name a price if it is near, offer another option if there is one, stall, or refuse."""
    view, terms = scales.view, question.terms
    reasons = reasons_against(scales, terms, weighing)
    help_ = best_help(scales, terms, weighing)
    sure, margin, trader = _sure(weighing.margin), min(weighing.margin, -1), Trader(scales)
    if -weighing.margin <= view.rates.near:
        price = trader.price_for(terms, weighing.margin)
        if price is not None:
            return Answer(Verdict.ACCEPT_IF, reasons, Help(HelpKind.ASK, price), sure, margin, price)
    if _stalls(view, question, weighing):
        return Answer(Verdict.STALL, reasons, help_, 50, margin)
    other = trader.counter_offer(terms)
    if other is not None:
        return Answer(Verdict.COUNTER, reasons, help_, sure, margin, other)
    return Answer(Verdict.REFUSE, reasons, help_, sure, margin)


def _stalls(view: PartyView, question: Question, weighing: Weighing) -> bool:
    if question.ask is Ask.CALL or -weighing.margin > 2 * view.rates.near:
        return False
    return below(200, view.temper, "stall", view.turn, question.terms[0].clause) < view.party.personality.caution


def _sign(scales: Scales, terms: tuple[Term, ...]) -> Answer:
    """A party signs at its limit or above, over no red line, and only what it can sell at home.

    Under a squeeze it may sign less than that: then the signature is imposed.
    """
    case = signing_case(scales, terms)
    forced = _forced(scales.view)
    margin = case.surplus - case.limit
    stopped = (case.crossed is not None and not forced) or (case.unsold > 0 and not forced)
    reasons, help_ = signing_reasons(scales, terms, case)
    if margin >= 0 and not stopped:
        return Answer(Verdict.ACCEPT, reasons, help_, _sure(margin), case.surplus, imposed=case.imposed)
    return Answer(Verdict.REFUSE, reasons, help_, _sure(margin), min(margin, -1))
