"""Playing by the forecast."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.minds.agenda import Agenda
from game.minds.choosing import STEADY
from game.minds.policies.programme import Programme, Step
from game.minds.policies.steps import listen, shortfall
from game.minds.process import channel_party, convene_groups, would_sign
from game.minds.reading import Reading
from game.model.actions import Act, Action, CallConference, CallLeader, Table
from game.model.cards import FREE
from game.model.clauses import Term
from game.model.ids import PartyId
from game.model.verbs import act_key
from game.rules.effects import scaled

_FAIR, _WORTH_A_TRY = 50, 20
"""The chances, in percent, from which a forecast is a good one, and from which the best of all is taken anyhow."""

_AT_HOME = 20
"""What of a steady hand's taste counts beside the value that parties see in a text."""

_NOISE = (150, 260)
"""The standard deviation of an answer in a world that was chosen and in a sealed one, in hundredths."""


def chance(reading: Reading, party: PartyId, term: Term, call: bool = False) -> int:
    """The believed chance, in percent, that the party grants the term; close to what a forecast shows."""
    view = reading.view
    scales = reading.scales(party)
    if scales.red_line(term) is not None:
        return 1
    margin = scales.margin(term) + (view.scenario.rates.leader_bonus if call else 0)
    deviation = _NOISE[view.assumed is None] + 50 * view.beliefs[party, term.clause].band
    return max(1, min(99, 50 + 35 * margin // deviation))


def asks(reading: Reading) -> Iterator[tuple[int, Action]]:
    """Whatever could be put to the parties, with the chance that the least willing of them grants it."""
    view, leader = reading.view, channel_party(reading.view)
    if all(would_sign(reading, party) >= 0 for party in view.scenario.parties):
        yield 100, CallConference()
    for clause in view.scenario.clauses.values():
        state = view.text[clause.id]
        if clause.political and state.option is not None and not state.blessed:
            term = Term(clause.id, state.option)
            yield chance(reading, leader, term, call=True), CallLeader(leader, clause.id, state.option)
        for option in () if reading.agreed(clause) else clause.options:
            term = Term(clause.id, option)
            agreed = state.agreed if state.option == option else ()
            odds = [chance(reading, party, term) for party in clause.stakeholders if party not in agreed]
            yield min(odds, default=0), Table(clause.id, option)


def take_the_best_asks(agenda: Agenda, reading: Reading) -> None:
    """What is likelier granted than not, the likeliest first, one wording for a clause; failing that, the likeliest."""
    put: list[str] = []
    for odds, action in sorted(asks(reading), key=lambda each: -each[0]):
        about = action.clause if isinstance(action, Table) else action.verb
        likely = odds >= (_FAIR if put else _WORTH_A_TRY)
        if likely and about not in put and agenda.add(action):
            put.append(about)


def take_the_best_acts(agenda: Agenda, reading: Reading) -> None:
    """What is seen to do most good, for as long as the calendar holds anything."""
    acts = [
        (_good(reading, act), act)
        for verb in reading.view.scenario.verbs.values()
        if verb.cost != FREE and verb.effects
        for act in (Act(verb.id, party) for party in verb.parties or (None,))
        if agenda.fits(act)
    ]
    for good, act in sorted(acts, key=lambda each: -each[0]):
        if good > 0:
            agenda.add(act)


def _good(reading: Reading, act: Act) -> int:
    """How far the act's forecast brings the parties to agreement, in hundredths of value, and what it does at home."""
    view = reading.view
    last = view.acts.get(act_key(act))
    worn = 100 if last is None or view.turn - last >= 3 else view.scenario.rates.repeated
    effects = view.scenario.verbs[act.verb].effects.get(act.party, ())
    shifts = {effect.quantity: scaled(effect.low, worn) for effect in effects if effect.quantity in view.known}
    shifted = {name: view.known[name] + amount for name, amount in shifts.items()}
    after = Reading(replace(view, known={**view.known, **shifted}))
    nearer = sum(max(0, shortfall(reading, party)) - max(0, shortfall(after, party)) for party in view.scenario.parties)
    return nearer + sum(amount * STEADY.get(name.split(".")[0], 0) for name, amount in shifts.items()) // _AT_HOME


@dataclass(frozen=True, slots=True)
class ForecastGreedy(Programme):
    """Always the action with the best forecast: convenes the groups, without which nothing can be asked, asks whatever
    is likeliest to be granted, sounds out what it knows least, and does whatever is seen to bring the parties nearest
    today. It stakes nothing whose use no forecast shows. Whether a row of good moves makes a policy (C19, C21)."""

    steps: tuple[Step, ...] = (convene_groups, take_the_best_asks, listen, take_the_best_acts)
