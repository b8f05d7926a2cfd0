"""What parties said of their answers, tried out: what they gave as reasons is granted, what would help is done."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from game.lab.grants import with_help_given, with_reasons_granted
from game.lab.measures import GameFigures
from game.lab.plan import CellKey
from game.lab.watching import Heard, Tally, counted, watched
from game.minds.mind import PartyMind
from game.minds.rationale import grounds_against
from game.model.events import Answer, Ask, Ground, HelpKind, Question, Reason, Verdict
from game.model.ids import PartyId
from game.model.scenario import Scenario
from game.model.views import PartyView
from game.model.world import Setup
from game.play.autoplay import party_minds
from game.play.seating import mediator
from game.rules.dice import below
from game.rules.negotiate import Scales, signing_case

STANDING: Final = (Ground.HOPE, Ground.UNMET, Ground.NO_DEAL, Ground.TRUST, Ground.OVER_HEAD)
"""What can be said of any text, whatever it says."""

CANNED: Final = (Ground.HOPE, Ground.NO_DEAL)
"""What every party could say of every text, and what weighs most before anybody has asked anything."""

STATED, FIRST, SAME, HEAVY, DRAWN, ANY = "stated", "first", "canned", "clauses", "drawn", "random"
"""Whose reasons are granted: those that were stated, the first of them alone, the same two for every answer, the two
asked clauses of most weight, two drawn from all that weighed against it, and two drawn from all that can be said of
any text, whether it weighed anything or not."""


def rationales_trial(scenario: Scenario, setup: Setup, key: CellKey) -> GameFigures:
    match, heard = watched(scenario, setup, mediator(scenario, key.policy))
    minds = party_minds(scenario)
    return counted(match, tallied(minds, heard))


def tallied(minds: Mapping[PartyId, PartyMind], heard: Iterable[Heard]) -> Tally:
    """(tries, hits) of everything tried: ``near.stated.table`` and the like for near refusals, ``reasons.hope+value``
    by what was stated, ``best.table`` where no two others weighed more, ``help.trust`` for what was said to help."""
    sums: dict[str, tuple[int, ...]] = {}
    for each in heard:
        mind = minds[each.question.party]
        for name, hit in (*_near(mind, each), *_helped(mind, each)):
            tries, hits = sums.get(name, (0, 0))
            sums[name] = (tries + 1, hits + hit)
    return sums


def is_near(view: PartyView, answer: Answer) -> bool:
    """Not granted, over no red line, and short of it by twice what a party names a price within, at most."""
    lined = any(reason.ground is Ground.RED_LINE for reason in answer.reasons)
    return answer.verdict is not Verdict.ACCEPT and not lined and -2 * view.rates.near <= answer.margin < 0


def _near(mind: PartyMind, heard: Heard) -> Iterator[tuple[str, bool]]:
    view, question, answer = heard.view, heard.question, heard.answer
    if not is_near(view, answer):
        return
    pool = sayable(view, question)
    for whose, reasons in _choices(view, question, answer, pool).items():
        given = mind.answer(with_reasons_granted(view, question, reasons), question)
        turned = given.verdict is Verdict.ACCEPT
        yield f"near.{whose}.{question.ask.value}", turned
        if whose == STATED:
            yield f"reasons.{'+'.join(sorted(reason.ground.value for reason in reasons))}", turned
            best = max((left_over(view, question, pair) for pair in combinations(pool, 2)), default=0)
            yield f"best.{question.ask.value}", left_over(view, question, reasons) >= best


def left_over(view: PartyView, question: Question, reasons: Sequence[Reason]) -> int:
    """What is left over what the party asks for, once the reasons are granted and its noise is left out."""
    scales = Scales(with_reasons_granted(view, question, reasons))
    if question.ask is Ask.SIGN:
        case = signing_case(scales, question.terms)
        return case.surplus - case.limit - case.unsold
    return scales.weigh(question.terms).margin


def _choices(
    view: PartyView, question: Question, answer: Answer, pool: Sequence[Reason]
) -> Mapping[str, Sequence[Reason]]:
    return {
        STATED: answer.reasons,
        FIRST: answer.reasons[:1],
        SAME: [reason for reason in pool if reason.ground in CANNED],
        HEAVY: _heaviest_clauses(view, pool),
        DRAWN: _drawn(view, question, [*range(len(pool))], pool),
        ANY: _drawn(view, question, _anything(view, pool), pool),
    }


def sayable(view: PartyView, question: Question) -> list[Reason]:
    """Everything that weighed against it, as the party would say it."""
    scales = Scales(view)
    found = grounds_against(scales, question.terms)
    headline = signing_case(scales, question.terms).headline if question.ask is Ask.SIGN else 0
    return [*found, Reason(Ground.DETAIL, -headline)] if headline else found


def _heaviest_clauses(view: PartyView, pool: Sequence[Reason]) -> list[Reason]:
    """The losses on those two of the asked clauses that the party is known to care about most."""
    prior = view.party.prior.weights
    lost = [(prior[reason.clause], reason) for reason in pool if reason.clause is not None]
    return [reason for _, reason in sorted(lost, key=lambda each: -each[0])[:2]]


def _anything(view: PartyView, pool: Sequence[Reason]) -> list[int]:
    """The places in the pool of everything that can be said of any text; -1 for what weighs nothing now."""
    said = [(reason.ground, reason.clause) for reason in pool]
    grounds = [*((Ground.VALUE, clause) for clause in view.clauses), *((ground, None) for ground in STANDING)]
    return [said.index(each) if each in said else -1 for each in grounds]


def _drawn(view: PartyView, question: Question, places: list[int], pool: Sequence[Reason]) -> list[Reason]:
    """Two of the places, by dice."""
    asked, drawn = " ".join(map(str, question.terms)), list[int]()
    for draw in range(min(2, len(places))):
        drawn.append(places.pop(below(len(places), view.temper, "drawn", view.turn, asked, draw)))
    return [pool[place] for place in drawn if place >= 0]


def _helped(mind: PartyMind, heard: Heard) -> Iterator[tuple[str, bool]]:
    view, question, answer = heard.view, heard.question, heard.answer
    if answer.verdict is Verdict.ACCEPT or answer.help.kind is HelpKind.NONE:
        return
    given = with_help_given(view, question, answer.help)
    if given is not None:
        yield f"help.{answer.help.kind.value}", willingness(mind, *given) > willingness(mind, view, question)


def willingness(mind: PartyMind, view: PartyView, question: Question) -> tuple[bool, int, int]:
    """What grows with the chance of a yes: the verdict, how little keeps it from being sold at home, the margin."""
    given = mind.answer(view, question)
    unsold = signing_case(Scales(view), question.terms).unsold if question.ask is Ask.SIGN else 0
    return given.verdict is Verdict.ACCEPT, -unsold, given.margin
