"""Granting what a party gave as a reason or named as a help: the same question, put to the same party, but for that.

Nothing is granted beyond what was said. A clause is made worth to the party what the reason says it lacks there, and
no more than its best wording that is closed to nobody would bring; hopes come down to the floor; the way out loses
what the reason says it is worth too much; trust becomes full; resentment goes; others who had moved less have
moved as far; what cannot be sold at home can be; what is missing in detail is worked out.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from typing import Final

from game.model.clauses import DETAIL_POINT, LOCKED, ClauseState, Term
from game.model.events import Ground, Help, HelpKind, Question, Reason
from game.model.ids import ClauseId, PartyId, Quantity
from game.model.views import PartyView
from game.rules.negotiate import Scales
from game.rules.readiness import missing_detail
from game.rules.trust import in_washington

_FULL_TRUST: Final = 100
_MORE: Final = 10
"""Points of trust or home room by which a help is given."""

_EASED: Final = 50
"""Hundredths of value by which resentment or hopes are eased as a help."""


def with_reasons_granted(view: PartyView, question: Question, reasons: Iterable[Reason]) -> PartyView:
    """What the party would have seen, had none of these stood in the way."""
    return reduce(lambda given, reason: _granted(given, question, reason), reasons, view)


def _granted(view: PartyView, question: Question, reason: Reason) -> PartyView:  # noqa: C901 - one case for each ground
    party, weight = view.party.id, abs(reason.weight)
    match reason.ground:
        case Ground.VALUE if reason.clause is not None:
            return _made_good(view, question, reason.clause, weight)
        case Ground.HOPE:
            lowered = with_level(view, _hope(party), min(view.rates.hope_floor, view.known[_hope(party)]))
            return _unreserved(lowered)
        case Ground.NO_DEAL:
            return replace(view, profile=replace(view.profile, base=view.profile.base - weight))
        case Ground.TRUST:
            return with_level(view, in_washington(party), _FULL_TRUST)
        case Ground.UNMET:
            return _unreserved(view)
        case Ground.OVER_HEAD:
            return _soothed(view, view.known[_resentment(party)])
        case Ground.HOME:
            profile = replace(view.profile, concessions=view.profile.concessions + weight)
            return replace(view, profile=profile)
        case Ground.DETAIL:
            return _worked_out(view)
        case _:
            return view


def _unreserved(view: PartyView) -> PartyView:
    """Nothing is held back for others to come as far: neither by whoever waits for them nor by whoever comes down."""
    return replace(view, rates=replace(view.rates, reciprocity=0))


def _made_good(view: PartyView, question: Question, clause: ClauseId, weight: int) -> PartyView:
    """Paid on the side for this clause, as a link would be."""
    asked = next((term for term in question.terms if term.clause == clause), None)
    if asked is None:
        return view
    amount = min(weight, max(0, _best(view, clause) - Scales(view).value(clause, asked.option)))
    return replace(view, links={**view.links, clause: view.links.get(clause, 0) + amount})


def _best(view: PartyView, clause: ClauseId) -> int:
    """What the party's favourite wording brings, of those that neither it nor anybody else is known never to sign."""
    scales, closed = Scales(view), view.closed.get(clause, ())
    open_ = [option for option in view.clauses[clause].options if option not in closed]
    signed = [option for option in open_ if scales.red_line(Term(clause, option)) is None]
    return max((scales.value(clause, option) for option in signed), default=0)


def _worked_out(view: PartyView) -> PartyView:
    short = missing_detail(view.clauses, view.text, view.stage)
    done = {clause: replace(view.text[clause], detail=view.text[clause].detail + by) for clause, by in short.items()}
    return replace(view, text={**view.text, **done})


def _soothed(view: PartyView, amount: int) -> PartyView:
    resentment = _resentment(view.party.id)
    eased = with_level(view, resentment, view.known[resentment] - amount)
    return replace(eased, side=eased.side + amount)


def with_level(view: PartyView, quantity: Quantity, level: int) -> PartyView:
    return replace(view, known={**view.known, quantity: level})


def _hope(party: PartyId) -> Quantity:
    return Quantity(f"aspiration.{party}")


def _resentment(party: PartyId) -> Quantity:
    return Quantity(f"resentment.{party}")


def with_help_given(view: PartyView, question: Question, help_: Help) -> tuple[PartyView, Question] | None:
    """The question again once a small measure of the help has been given; None if none was named.

    Ten points of trust or home room, half a point of value in resentment or hopes, a point of detail, and whatever
    wording, condition or link was named.
    """
    if help_.kind is HelpKind.OPTION and help_.term is not None:
        terms = tuple(help_.term if each.clause == help_.term.clause else each for each in question.terms)
        return view, replace(question, terms=terms)
    given = _in_the_text(view, help_) or _in_the_mood(view, help_)
    return None if given is None else (given, question)


def _in_the_text(view: PartyView, help_: Help) -> PartyView | None:
    match help_:
        case Help(HelpKind.ASK, Term(clause, option)):
            state = ClauseState(option, (view.party.id,), (), view.text[clause].detail, tabled=True)
            return replace(view, text={**view.text, clause: state})
        case Help(HelpKind.WORK, Term(clause, _)):
            was = view.text[clause]
            more = replace(was, detail=min(LOCKED, was.detail + DETAIL_POINT))
            return replace(view, text={**view.text, clause: more})
        case Help(HelpKind.LINK, Term(clause, _), str() as track):
            worth = view.links.get(clause, 0) + view.payable[track]
            return replace(view, links={**view.links, clause: worth})
        case _:
            return None


def _in_the_mood(view: PartyView, help_: Help) -> PartyView | None:
    party = view.party.id
    match help_.kind:
        case HelpKind.TRUST:
            return _raised(view, in_washington(party), _MORE)
        case HelpKind.ROOM:
            return _raised(view, Quantity(f"room.{party}"), _MORE)
        case HelpKind.REASSURANCE:
            return _soothed(view, _EASED)
        case HelpKind.TIME:
            return _raised(view, _hope(party), -_EASED)
        case _:
            return None


def _raised(view: PartyView, quantity: Quantity, by: int) -> PartyView:
    return with_level(view, quantity, view.known[quantity] + by)
