"""What an action would probably bring, as far as the mediator's own belief goes. Nothing here looks at the truth."""

from dataclasses import dataclass

from game.model.actions import (
    Act,
    Action,
    CallConference,
    CallLeader,
    Carry,
    Float,
    Table,
    TablePackage,
)
from game.model.cards import Cost
from game.model.clauses import Term
from game.model.ids import PartyId, Quantity
from game.model.views import MediatorView
from game.play.cautions import as_planned, cautions, seated, worn
from game.rules.acting import PAR
from game.rules.effects import scaled
from game.rules.negotiate import Scales, kept_to_itself, signing_case
from game.rules.sight import suppose

_CURVE = (50, 54, 58, 62, 66, 69, 73, 76, 79, 82, 84, 86, 88, 90, 92, 93, 95, 96, 96, 97, 98, 98, 99, 99)
"""The bell curve's integral in percent, at tenths of a standard deviation from 0."""


@dataclass(frozen=True, slots=True)
class Chance:
    """The chance, in percent, that ``party`` grants it: somewhere from ``low`` to ``high``."""

    party: PartyId
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """``worn`` is the percentage of its effects that a repeated act still has; 100 for one that asks or arranges
    something, as that does not wear. ``warnings`` are sentences.
    """

    cost: Cost
    worn: int
    chances: tuple[Chance, ...]
    effects: tuple[tuple[Quantity, int], ...]
    warnings: tuple[str, ...]


def forecast(view: MediatorView, action: Action, plan: tuple[Action, ...] = ()) -> Forecast:
    """``plan`` are the acts that are carried out before it."""
    view = as_planned(view, plan)
    verb = view.scenario.verbs[action.verb]
    return Forecast(
        cost=verb.cost,
        worn=worn(view, action) if isinstance(action, Act) else 100,
        chances=tuple(_chance(view, party, terms, action) for party, terms in _asked(view, action)),
        effects=_stated(view, action),
        warnings=cautions(view, action, plan),
    )


def _stated(view: MediatorView, action: Action) -> tuple[tuple[Quantity, int], ...]:
    """What content says the act does to quantities that the mediator can see."""
    if not isinstance(action, Act):
        return ()
    verb = view.scenario.verbs[action.verb]
    percent = worn(view, action) * view.length.acts // 100
    if verb.pledge is not None:
        percent = percent * view.known[Quantity("credibility")] // PAR
    effects = verb.effects.get(action.party, ())
    return tuple((effect.quantity, scaled(effect.low, percent)) for effect in effects if effect.quantity in view.known)


def _asked(view: MediatorView, action: Action) -> tuple[tuple[PartyId, tuple[Term, ...]], ...]:
    match action:
        case Float(party, clause, option) | CallLeader(party, clause, option):
            return ((party, (Term(clause, option),)),)
        case Carry(party, terms):
            return ((party, terms),)
        case Table(clause, option):
            return tuple((party, (Term(clause, option),)) for party in seated(view, clause))
        case TablePackage(terms):
            parties = dict.fromkeys(party for term in terms for party in seated(view, term.clause))
            return tuple((party, terms) for party in parties)
        case CallConference():
            return tuple((party, ()) for party in view.scenario.parties)
        case _:
            return ()


def _chance(view: MediatorView, party: PartyId, terms: tuple[Term, ...], action: Action) -> Chance:
    if isinstance(action, CallConference):
        return sign_today(view, party)
    scales = Scales(suppose(view, party))
    bonus = view.scenario.rates.leader_bonus if isinstance(action, CallLeader) else 0
    if isinstance(action, Float | Carry):
        bonus -= kept_to_itself(scales.view)
    weighing = scales.weigh(terms, bonus)
    if weighing.crossed is not None and scales.view.squeeze < 50:
        return Chance(party, 0, 2)
    weights = scales.view.profile.weights
    spread = sum(weights[term.clause] * view.beliefs[party, term.clause].band for term in terms)
    spread = spread * 100 // max(1, sum(weights[term.clause] for term in terms))
    margin = weighing.margin + _kinder(view)
    return _band(party, margin, spread, _answer_noise(view, margin))


def _kinder(view: MediatorView) -> int:
    """By how much, in hundredths, a party is by experience more willing than is believed of it."""
    return 80 if view.assumed else 50


def _answer_noise(view: MediatorView, margin: int) -> int:
    """How far a party's answer strays from that, by experience: further where it is thought to be unwilling."""
    willing, unwilling = (150, 190) if view.assumed else (165, 240)
    return willing if margin >= 0 else unwilling


@dataclass(frozen=True, slots=True)
class SigningMargin:
    """By how much the party is believed to be over what it would sign for, give or take ``doubt``; in hundredths.

    ``spread`` is how vague the estimates are behind it, ``crossed`` a red line in the text that nothing forces it
    over, ``unsold`` what it could not sell at home.
    """

    margin: int
    doubt: int
    spread: int
    crossed: Term | None
    unsold: int


def signing_margin(view: MediatorView, party: PartyId) -> SigningMargin:
    """How the party stands to the text as it is, open clauses counted as it expects them."""
    supposed = suppose(view, party)
    scales = Scales(supposed)
    terms = tuple(Term(clause, state.option) for clause, state in view.text.items() if state.option is not None)
    unsold = scales.unsold(terms)
    if len(terms) == len(view.text):
        case = signing_case(scales, terms)
        margin = case.surplus - case.limit - unsold
    else:
        settled = scales.settled()
        tabled = sum(scales.gain(term) for term in terms if term.clause not in settled)
        margin = scales.surplus + tabled - max(supposed.rates.sign_floor, scales.hope // 2)
    weights = supposed.profile.weights
    spread = sum(weights[clause] * view.beliefs[party, clause].band for clause in view.text) // 300
    crossed = scales.crossed(terms) if supposed.squeeze < 50 else None
    doubt = spread // 6 + _signing_noise(view) + spread // 10
    return SigningMargin(margin, doubt, spread, crossed, unsold)


def _signing_noise(view: MediatorView) -> int:
    return 150 if view.assumed else 260


def sign_today(view: MediatorView, party: PartyId) -> Chance:
    """Whether the party would sign the text as it stands, open clauses counted as it expects them."""
    seen = signing_margin(view, party)
    if seen.crossed is not None:
        return Chance(party, 0, 2)
    return _band(party, seen.margin, seen.spread, _signing_noise(view))


def _band(party: PartyId, margin: int, spread: int, noise: int) -> Chance:
    """From a believed margin and how far belief may be off, both in hundredths of value, to a band of chances."""
    shift = spread // 6
    deviation = noise + spread // 20
    return Chance(party, percent(margin - shift, deviation), percent(margin + shift, deviation))


def percent(margin: int, deviation: int) -> int:
    """The chance that a margin with this standard deviation is above 0, in percent; from 1 to 99."""
    tenths = min(len(_CURVE) - 1, abs(margin) * 10 // max(1, deviation))
    return _CURVE[tenths] if margin >= 0 else 100 - _CURVE[tenths]
