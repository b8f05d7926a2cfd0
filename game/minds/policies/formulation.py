"""Mediation by drafting: one text, in which what one clause takes another gives."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from game.minds.agenda import Agenda
from game.minds.policies.programme import Programme, Step
from game.minds.policies.steps import keep_house, link_hardest, listen, staff_up, tend, unite_groups
from game.minds.process import WORTH_TABLING, conclude_if_ready, convene_groups, work_jams
from game.minds.reading import Reading, shut_options
from game.minds.tabling import table_what_would_pass
from game.model.actions import Carry, TablePackage
from game.model.clauses import Clause, Term
from game.model.ids import PartyId
from game.model.scenario import Stage

Draft = tuple[Term, ...]

_OVER_A_RED_LINE = -5000
_WORTH_CARRYING = -200
"""The believed margin of a trade from which it is worth an envoy's errand: an answer tells where the draft is wrong."""

_RESTING = 3
"""Turns for which a clause that a party has just been asked about is left alone."""

_DRAFTS = 8
"""Drafts of a turn that are tried, the weightiest first, until one is to be had."""


def table_drafts(agenda: Agenda, reading: Reading) -> None:
    """Table the weightiest package that everybody at the table is believed to take as a whole."""
    if reading.view.stage >= Stage.FRAMEWORK:
        return
    open_ = reading.unsettled()
    found = [
        (sum(clause.importance for clause in clauses), least, draft)
        for size in (2, 3)
        for clauses in combinations(open_, size)
        for draft in product(*(_wordings(reading, clause) for clause in clauses))
        if (least := _least_at_table(reading, clauses, draft)) >= WORTH_TABLING
    ]
    found.sort(key=lambda each: (-each[0], -each[1]))
    agenda.add_first(TablePackage(draft) for _, _, draft in found[:_DRAFTS])


def _wordings(reading: Reading, clause: Clause) -> tuple[Term, ...]:
    """What is aimed at, and what the least willing party would mind least."""
    shut = shut_options(reading.view.scenario).get(clause.id, ())
    aim = reading.aim(clause)
    terms = (Term(clause.id, option) for option in clause.options if option not in shut)
    return tuple(dict.fromkeys((aim, max(terms, key=lambda term: reading.least(clause, term), default=aim))))


def _least_at_table(reading: Reading, clauses: tuple[Clause, ...], draft: Draft) -> int:
    """The believed margin, for the draft as a whole, of the least willing of those who would be asked."""
    groups = reading.view.groups
    seated = dict.fromkeys(
        party for clause in clauses for party in clause.stakeholders if party in groups[clause.group].members
    )
    return min((_margin(reading, party, draft) for party in seated), default=_OVER_A_RED_LINE)


def _margin(reading: Reading, party: PartyId, draft: Draft) -> int:
    weighing = reading.scales(party).weigh(draft)
    return _OVER_A_RED_LINE if weighing.crossed is not None else weighing.margin


def carry_a_trade(agenda: Agenda, reading: Reading) -> None:
    """Take two clauses to one party as a trade, in confidence, before they are tabled."""
    if reading.view.stage < Stage.FRAMEWORK:
        found = sorted(_trades(reading), key=lambda each: -each[0])
        agenda.add_first(trade for _, trade in found[:1])


def _trades(reading: Reading) -> Iterator[tuple[int, Carry]]:
    for clauses in combinations(reading.unsettled(), 2):
        draft = tuple(reading.aim(clause) for clause in clauses)
        for party in reading.view.scenario.parties:
            concerned = all(party in clause.stakeholders for clause in clauses)
            if concerned and _is_news(reading, party, draft) and _margin(reading, party, draft) >= _WORTH_CARRYING:
                yield sum(clause.importance for clause in clauses), Carry(party, draft)


def _is_news(reading: Reading, party: PartyId, draft: Draft) -> bool:
    """Nothing that the party has just been asked about, and not what it has agreed to anyhow."""
    view = reading.view
    heard = [view.heard.get((party, term.clause)) for term in draft]
    if any(last is not None and view.turn - last.turn < _RESTING for last in heard):
        return False
    return not all(party in view.text[term.clause].agreed for term in draft)


@dataclass(frozen=True, slots=True)
class Formulation(Programme):
    """The mediator holds the pen: trades are carried to one capital after the other and tabled as packages, single
    wordings only where no package is to be had, with normalisation as what Moscow is paid in. Nobody is pressed.
    Whether a well-made text is most of a settlement (C5, C12, C14)."""

    steps: tuple[Step, ...] = (
        conclude_if_ready,
        keep_house,
        work_jams,
        table_drafts,
        convene_groups,
        table_what_would_pass,
        unite_groups,
        staff_up,
        link_hardest,
        carry_a_trade,
        listen,
        tend,
    )
