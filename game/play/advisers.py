"""Four advisers with different slants. Each looks ahead from what the mediator can know, and keeps a record.

Every act that a slant would think of is ranked by what it states; the best few are played on for two turns in the
game as the mediator imagines it, against doing nothing. So an adviser can be wrong, and in ways that fit what
is believed. What is nearly as good takes its turn, so that nobody says the same for months.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum

from game.minds.agenda import Agenda
from game.minds.policies import POLICIES
from game.minds.reading import Reading
from game.model.actions import (
    Action,
    CallConference,
    CallLeader,
    Convene,
    Float,
    Recess,
    SoundOut,
    Table,
    TakeBack,
    TaskGroup,
)
from game.model.clauses import LOCKED
from game.model.groups import Format
from game.model.ids import US, PartyId, Quantity
from game.model.record import record
from game.model.seats import PlanDecision
from game.model.verbs import act_key
from game.model.views import MediatorView
from game.play.autoplay import advance, party_minds
from game.play.forecast import Chance, forecast
from game.play.lookahead import run_on, supposed_match
from game.play.match import submit
from game.rules.candidates import candidates
from game.rules.score import progress

_AHEAD = 1
"""Turns that are played on after the one in which the act is done."""

_LUCKS = (1, 2)
_TRIED = 6
"""Acts that each slant looks ahead from."""

_OF_A_KIND = 2
"""Of these, acts of one verb."""

_NEARLY = 40
"""From this share of the best gain on, in percent, an act is as good as the best."""

_FULL = 1000
"""The highest level of a measure."""

_UNLIKELY = 15
"""A chance, in percent, under which nobody advises to ask."""


class Slant(Enum):
    ENVOY = "envoy"
    INTELLIGENCE = "intelligence"
    ALLIANCE = "alliance"
    SCEPTIC = "sceptic"


Measures = Mapping[str, int]
"""What slants look at, in tenths of 0 to 100: how far the text has come, how sure we are, who trusts us, our house,
and, as *modesty*, how little the parties are thought to hold out for."""

_TASTES: Mapping[Slant, Measures] = {
    Slant.ENVOY: {"progress": 12, "moscow": 2},
    Slant.INTELLIGENCE: {"certainty": 12, "progress": 1},
    Slant.ALLIANCE: {"allies": 12, "progress": 6},
    Slant.SCEPTIC: {"patience": 6, "credibility": 6, "house": 6, "modesty": 9, "progress": 2},
}
_FIELDS: Mapping[Slant, tuple[str, ...]] = {
    Slant.ENVOY: ("shuttle", "groups", "text", "leaders", "moscow"),
    Slant.INTELLIGENCE: ("shuttle", "moscow"),
    Slant.ALLIANCE: ("allies", "leaders", "groups", "text"),
    Slant.SCEPTIC: ("home", "allies", "groups", "moscow"),
}
"""The families of acts that a slant thinks of."""


@record
class Advice:
    """What a slant would do next. ``change``: what its own measures would come to, against letting the act be.

    ``chance`` is that of the party least likely to take it, if it asks anything.
    """

    slant: Slant
    action: Action
    chance: Chance | None
    change: tuple[tuple[str, int], ...]


def measured(view: MediatorView) -> Measures:
    """The measures as the mediator can see them."""
    known, parties = view.known, view.scenario.parties.values()
    others = [party.id for party in parties if not party.leaders_channel]
    return {
        "progress": 10 * progress(view).total,
        "certainty": 1000 - _doubt(view),
        "allies": 10 * sum(known[Quantity(f"trust.{party}")] for party in others) // len(others),
        "modesty": max(0, _FULL - sum(known[Quantity(f"guess.{party.id}")] for party in parties) // len(parties)),
        "moscow": 10 * sum(known[Quantity(f"trust.{party.id}")] for party in parties if party.leaders_channel),
        "patience": 10 * known[Quantity("patience")],
        "credibility": 10 * known[Quantity("credibility")],
        "house": 5 * (known[Quantity("discipline")] + known[Quantity("congress")]),
    }


def _doubt(view: MediatorView) -> int:
    """How vague the estimates are on the whole, each by what the clause weighs for its party; in tenths."""
    weights = {party.id: party.prior.weights for party in view.scenario.parties.values()}
    total = sum(weights[party][clause] * belief.band for (party, clause), belief in view.beliefs.items())
    return min(1000, 10 * total // sum(sum(each.values()) for each in weights.values()))


def advise(view: MediatorView) -> tuple[Advice, ...]:
    """One piece of advice from every slant that has any, no two about the same. Takes some tenths of a second."""
    return tuple(said for said in deliberate(view) if said is not None)


def deliberate(view: MediatorView) -> Iterator[Advice | None]:
    """What :func:`advise` gives, one after another; None before every look ahead, so that one can break off there."""
    base, reading = _ahead(view, ()), Reading(view)
    open_ = [action for action in candidates(view) if _sensible(reading, action)]
    said: list[str] = []
    for slant in Slant:
        tried: list[tuple[int, Action, Measures]] = []
        for action in _shortlist(reading, slant, [each for each in open_ if act_key(each) not in said]):
            yield None
            after = _ahead(view, (action,))
            tried.append((_gain(slant, base, after), action, after))
        chosen = _chosen(tried, view.turn)
        if chosen is not None:
            action, after = chosen
            said.append(act_key(action))
            yield Advice(slant, action, _least_likely(view, action), _change(slant, base, after))


def _chosen(tried: Iterable[tuple[int, Action, Measures]], turn: int) -> tuple[Action, Measures] | None:
    """Of the acts that are as good as the best, the one whose turn it is; none if none gains anything."""
    gaining = sorted((each for each in tried if each[0] > 0), key=lambda each: -each[0])
    near = [each for each in gaining if each[0] * 100 >= gaining[0][0] * _NEARLY]
    return near[turn % len(near)][1:] if near else None


def _sensible(reading: Reading, action: Action) -> bool:
    """Wordings are proposed only where they are what to aim at and not agreed yet; groups with all who have a
    stake, and soundings to those who have one, on what is neither known nor settled."""
    match action:
        case Float(_, clause, option) | CallLeader(_, clause, option) | Table(clause, option):
            spec = reading.view.scenario.clauses[clause]
            if reading.agreed(spec) or reading.aim(spec).option != option:
                return False
            chance = _least_likely(reading.view, action)
            return chance is None or chance.high >= _UNLIKELY
        case SoundOut(party, clause):
            view = reading.view
            known = view.beliefs[party, clause].band <= view.insight.sounding_band
            settled = view.text[clause].detail >= LOCKED
            return party in view.scenario.clauses[clause].stakeholders and not known and not settled
        case Convene(group, form, members):
            whole = members == reading.view.scenario.groups[group].stakeholders
            return whole and form is Format.PARALLEL and not reading.view.groups[group].convened
        case TaskGroup() | TakeBack() | Recess():
            return False
        case _:
            return True


def _least_likely(view: MediatorView, action: Action) -> Chance | None:
    return min(forecast(view, action).chances, key=lambda chance: chance.low, default=None)


def _shortlist(reading: Reading, slant: Slant, actions: Iterable[Action]) -> list[Action]:
    """The acts of the slant's fields that look best before looking ahead, of several kinds.

    Who wants to know before anybody asks thinks of nothing that asks for an answer.
    """
    fields, verbs = _FIELDS[slant], reading.view.scenario.verbs
    mine = [action for action in actions if verbs[action.verb].family in fields]
    most = _OF_A_KIND
    if slant is Slant.INTELLIGENCE:
        mine, most = [action for action in mine if not forecast(reading.view, action).chances], _TRIED
    found: list[Action] = []
    for action in sorted(mine, key=lambda action: -_promise(reading, slant, action)):
        if len(found) < _TRIED and sum(each.verb == action.verb for each in found) < most:
            found.append(action)
    return found


def _promise(reading: Reading, slant: Slant, action: Action) -> int:
    """What an act promises by what is stated of it: the weight of what it is about, its chance, its stated effects."""
    view, taste = reading.view, _TASTES[slant]
    expected = forecast(view, action)
    chance = min((each.low for each in expected.chances), default=60)
    clause = getattr(action, "clause", None)
    party = getattr(action, "party", None)
    total = _worth_of_process(reading, action) * taste.get("progress", 0)
    if clause is not None:
        spec = view.scenario.clauses[clause]
        open_ = 0 if reading.agreed(spec) else 1
        total += spec.importance * chance * open_ * taste.get("progress", 0) // 20
        if party is not None and not expected.chances:
            band = view.beliefs[PartyId(party), clause].band
            total += spec.importance * band * taste.get("certainty", 0) // 4
    for quantity, amount in expected.effects:
        total += amount * 40 * _liking(taste, quantity)
    return total


def _worth_of_process(reading: Reading, action: Action) -> int:
    """A conference comes before everything; a group by what it has to settle, if there is staff for it."""
    view = reading.view
    if isinstance(action, CallConference):
        return 10_000
    if not isinstance(action, Convene) or len(reading.sitting()) * 100 >= view.known[Quantity("capacity")] + 100:
        return 0
    return sum(each.importance * 4 for each in reading.unsettled() if each.group == action.group)


def _liking(taste: Measures, quantity: Quantity) -> int:
    heads = {"patience": "patience", "credibility": "credibility", "discipline": "house", "congress": "house"}
    if quantity in ("trust.ukraine", "trust.europe"):
        return taste.get("allies", 0)
    return taste.get(heads.get(quantity, ""), 0)


def _ahead(view: MediatorView, first: tuple[Action, ...]) -> Measures:
    """The measures after this turn with ``first`` done in it, and one more with nothing done; means of two lucks."""
    sums: dict[str, int] = {}
    for luck in _LUCKS:
        match = supposed_match(view, luck)
        agenda = Agenda(match.mediator())
        for action in first:
            agenda.add(action)
        minds = party_minds(view.scenario)
        match = advance(submit(match, US, PlanDecision(agenda.plan().actions)), minds)
        match = run_on(match, POLICIES["passive"], _AHEAD)
        for name, level in measured(match.mediator()).items():
            sums[name] = sums.get(name, 0) + level
    return {name: total // len(_LUCKS) for name, total in sums.items()}


def _gain(slant: Slant, base: Measures, after: Measures) -> int:
    return sum(weight * (_felt(name, after) - _felt(name, base)) for name, weight in _TASTES[slant].items())


def _felt(name: str, levels: Measures) -> int:
    """A level as it is felt: what is plentiful counts for little more, what is short for much. Progress just counts."""
    level = levels[name]
    return level if name == "progress" else level * (2 * _FULL - level) // _FULL


def _change(slant: Slant, base: Measures, after: Measures) -> tuple[tuple[str, int], ...]:
    """In tenths, what speaks for it most and what it costs most."""
    names = dict.fromkeys((*_TASTES[slant], "patience", "allies", "progress"))
    moved = [(name, after[name] - base[name]) for name in names if abs(after[name] - base[name]) >= 5]
    moved.sort(key=lambda each: -each[1])
    return tuple(moved[:1] + moved[1:][-1:])


def went_as_said(advice: Advice, before: MediatorView, after: MediatorView) -> bool:
    """Whether what an adviser expected most came in the turn in which its advice was taken."""
    if advice.chance is not None:
        asked = advice.chance.party
        heard = [each for (party, _), each in after.heard.items() if party == asked and each.turn == before.turn]
        likely = advice.chance.low + advice.chance.high >= 100
        return any(each.verdict == "accept" for each in heard) is likely
    was, now = measured(before), measured(after)
    return all((now[name] - was[name]) * amount >= 0 for name, amount in advice.change[:1])
