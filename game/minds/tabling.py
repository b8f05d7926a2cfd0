"""Putting wordings to the parties: what would pass, what was named as a price, and the nearest of the rest."""

from game.minds.agenda import Agenda
from game.minds.process import WORTH_TABLING, channel_party, least_willing
from game.minds.reading import Reading
from game.model.actions import CallLeader, Float, Table, TablePackage
from game.model.clauses import Clause, Term
from game.model.scenario import Stage
from game.model.views import MediatorView

_SAFE = 110
"""The believed margin at which the leaders can be called in the same turn, with little risk to anybody's head."""


def table_what_would_pass(agenda: Agenda, reading: Reading) -> None:
    """Table the options that every stakeholder is believed to take; try the next best on the reluctant one."""
    view = reading.view
    if view.stage >= Stage.FRAMEWORK:
        return
    aims = [
        (reading.least(clause, term), clause, term) for clause in reading.unsettled() if (term := reading.aim(clause))
    ]
    aims.sort(key=lambda each: (-(each[0] >= WORTH_TABLING), not each[1].political, -each[1].importance))
    for margin, clause, term in aims:
        if margin >= WORTH_TABLING and not _lately_refused(view, clause, term):
            tabled = agenda.add(Table(clause.id, term.option))
            if tabled and clause.political and reading.safe(clause, term, _SAFE):
                agenda.add(CallLeader(channel_party(view), clause.id, term.option))
    _meet_the_price(agenda, reading, aims)
    if view.turn * 4 >= view.length.turns:
        _float_the_nearest(agenda, reading, aims)


def _meet_the_price(agenda: Agenda, reading: Reading, aims: list[tuple[int, Clause, Term]]) -> None:
    """A party said 'yes, if': table the two together when the others are believed to take the second as well."""
    view = reading.view
    for _, clause, term in aims:
        for party in clause.stakeholders:
            heard = view.heard.get((party, clause.id))
            if heard is None or heard.verdict != "accept-if" or heard.instead is None or heard.option != term.option:
                continue
            price = heard.instead
            spec = view.scenario.clauses[price.clause]
            if view.turn - heard.turn > 3 or reading.agreed(spec) or reading.least(spec, price) < WORTH_TABLING:
                continue
            if serves_all(reading, price):
                agenda.add(TablePackage((term, price)))


def serves_all(reading: Reading, price: Term) -> bool:
    """Whether the whole text, with open clauses as they are aimed at, leaves whoever does worst by it no worse off for
    the price, or still enough to sign."""
    clauses, text = reading.view.scenario.clauses, reading.view.text
    whole = {key: text[key].option or reading.aim(clause).option for key, clause in clauses.items()}
    after = least_willing(reading, whole | {price.clause: price.option})
    return after >= 0 or after >= least_willing(reading, whole)


def _lately_refused(view: MediatorView, clause: Clause, term: Term) -> bool:
    """Asking again within three turns only annoys."""
    heard = [view.heard.get((party, clause.id)) for party in clause.stakeholders]
    return any(
        last is not None and last.option == term.option and last.verdict != "accept" and view.turn - last.turn < 3
        for last in heard
    )


def _float_the_nearest(agenda: Agenda, reading: Reading, ready: list[tuple[int, Clause, Term]]) -> None:
    for margin, clause, term in sorted(ready, key=lambda each: -each[0]):
        if -250 <= margin < WORTH_TABLING and not _lately_refused(reading.view, clause, term):
            party = min(clause.stakeholders, key=lambda each: reading.margin(each, term))
            agenda.add(Float(party, clause.id, term.option))
            return
