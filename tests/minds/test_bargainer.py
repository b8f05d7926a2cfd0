"""The built-in controller of the parties: the contract, and what it says by hand-made cases."""

from dataclasses import replace
from typing import Any

import pytest

from game.contracts import PartyMindContract
from game.contracts.building.lively import lively_scenario
from game.contracts.building.moments import moment, opened, state
from game.contracts.building.parties import AID, BORDER, EAST, LANDING, PACT, TRUCE, WEST
from game.contracts.building.seats import Scripted
from game.contracts.building.small import SPACE
from game.minds.bargainer import Bargainer
from game.minds.trading import Trader
from game.model.actions import Float
from game.model.clauses import Term
from game.model.events import Answer, Ask, Ground, HelpKind, Question, Verdict
from game.model.groups import Step, TrackState
from game.model.ids import OptionId, PartyId
from game.model.seats import ChooseMove, MoveOffer
from game.rules.negotiate import Scales

MIND = Bargainer()
MATCH = opened()


class TestBargainer(PartyMindContract):
    mind = MIND


class TestBargainerInAnotherScenario(PartyMindContract):
    """It knows no party, clause or option by name."""

    mind = MIND
    count = 150
    match = staticmethod(lambda: opened(lively_scenario()))


def asked(party: PartyId, *terms: Term, ask: Ask = Ask.TABLE, **changes: Any) -> Answer:
    view = moment(MATCH, **changes).party(party)
    return MIND.answer(view, Question(party, ask, terms, Float(party, terms[0].clause, terms[0].option)))


FREEZE, SHIELD = Term(BORDER, OptionId("freeze")), Term(PACT, OptionId("shield"))


def test_it_takes_what_leaves_it_enough() -> None:
    assert asked(EAST, FREEZE).verdict is Verdict.ACCEPT


def test_it_refuses_a_red_line_and_says_so_first() -> None:
    given = asked(EAST, Term(BORDER, OptionId("withdraw")))
    assert given.verdict is Verdict.REFUSE
    assert given.reasons[0].ground is Ground.RED_LINE
    assert (given.reasons[0].clause, given.reasons[0].option) == (BORDER, "withdraw")


def test_it_names_a_price_on_another_clause_when_it_is_near() -> None:
    hopes = {"quantities": {"aspiration.east": 700}}
    given = asked(EAST, FREEZE, **hopes)
    assert given.verdict is Verdict.ACCEPT_IF
    assert given.help.kind is HelpKind.ASK
    assert given.help.term == given.instead
    assert given.instead is not None
    assert given.instead.clause != BORDER


def test_its_price_is_never_a_clause_that_is_settled_already() -> None:
    settled = {
        term.clause: state(term.option, *MATCH.game.scenario.clauses[term.clause].stakeholders) for term in LANDING
    }
    view = moment(MATCH, clauses=settled).party(EAST)
    assert Trader(Scales(view)).price_for((FREEZE,), -100) is None


def test_a_leaders_call_gets_what_a_letter_does_not() -> None:
    hopes = {"quantities": {"aspiration.east": 700}}
    assert asked(EAST, FREEZE, **hopes).margin < 0
    assert asked(EAST, FREEZE, ask=Ask.CALL, **hopes).margin > asked(EAST, FREEZE, **hopes).margin


def test_only_a_proud_party_without_trust_that_was_snubbed_often_walks_out_and_only_from_a_table() -> None:
    proud = replace(MATCH.game.scenario.parties[EAST].personality, pride=60)
    withdraw = Term(BORDER, OptionId("withdraw"))

    def verdict(refusals: int, trust: int, ask: Ask) -> Verdict:
        match = moment(MATCH, refusals={EAST: refusals}, quantities={"trust.east": trust})
        view = match.party(EAST)
        view = replace(view, party=replace(view.party, personality=proud))
        return MIND.answer(view, Question(EAST, ask, (withdraw,), Float(EAST, BORDER, withdraw.option))).verdict

    assert verdict(3, 19, Ask.TABLE) is Verdict.WALK_OUT
    assert {verdict(2, 19, Ask.TABLE), verdict(3, 20, Ask.TABLE), verdict(3, 19, Ask.FLOAT)} == {Verdict.REFUSE}


def test_a_price_granted_beforehand_turns_the_answer_as_well() -> None:
    """East lacks 100 on the border and asks for a bare truce, worth 200: agreed at its own table, it is enough."""
    hopes = {"quantities": {"aspiration.east": 700}}
    assert asked(EAST, FREEZE, **hopes).instead == Term(TRUCE, OptionId("bare"))
    granted = {"clauses": {TRUCE: state("bare", EAST, WEST)}}
    assert asked(EAST, FREEZE, **hopes, **granted).verdict is Verdict.ACCEPT


def test_a_price_granted_beforehand_turns_the_answer_however_much_is_missing() -> None:
    """East lacks 300: a bare truce, worth 200, no longer does; it names what does, agreed first or in one package."""
    hopes = {"quantities": {"aspiration.east": 900}}
    price = asked(EAST, FREEZE, **hopes).instead
    assert price is not None
    assert price != Term(TRUCE, OptionId("bare"))
    granted = {"clauses": {price.clause: state(price.option, EAST, WEST)}}
    assert asked(EAST, FREEZE, **hopes, **granted).verdict is Verdict.ACCEPT


def test_a_party_that_wants_little_and_gets_less_still_says_why() -> None:
    """Hopes under their floor, a base under 58 points, nothing lost on the clause: only time has made it worth less."""
    little = {"quantities": {"aspiration.east": 150, "entrenchment": 500}}
    given = asked(EAST, FREEZE, **little)
    assert given.verdict is not Verdict.ACCEPT
    assert given.reasons


def test_the_help_for_a_package_over_a_red_line_is_about_the_clause_that_crosses_it() -> None:
    given = asked(EAST, Term(AID, OptionId("shared")), Term(PACT, OptionId("treaty")), ask=Ask.PACKAGE)
    assert given.reasons[0].clause == PACT
    assert given.help.term is None or given.help.term.clause == PACT


def test_time_is_no_help_to_a_party_that_cannot_come_down_any_further() -> None:
    """S 120 at a limit of 200, which hopes of 400 and less do not move."""
    spent = {"tracks": {SPACE: TrackState(Step.DELIVERED, None, 1, 100)}}
    levels = {"aspiration.east": 250, "trust.east": 60, "entrenchment": 340}
    given = asked(EAST, *LANDING, ask=Ask.SIGN, quantities=levels, **spent)
    assert given.verdict is Verdict.REFUSE
    assert given.help.kind is not HelpKind.TIME


def test_noise_is_the_same_for_the_same_question_in_the_same_turn_and_new_in_the_next() -> None:
    match = opened(lively_scenario())
    question = Question(EAST, Ask.TABLE, (SHIELD,), Float(EAST, PACT, OptionId("shield")))
    margins = {turn: MIND.answer(moment(match, turn=turn).party(EAST), question).margin for turn in (1, 2, 3)}
    assert MIND.answer(moment(match, turn=1).party(EAST), question).margin == margins[1]
    assert len(set(margins.values())) > 1


@pytest.mark.parametrize(("appeals", "made"), [((80, 20), "one"), ((20, 90), "two"), ((10, 10), None), ((), None)])
def test_it_makes_the_move_that_appeals_most_if_it_appeals_enough(appeals: tuple[int, ...], made: str | None) -> None:
    """Noise has a deviation of eight, so that these differences stand."""
    moves = tuple(replace(lively_scenario().parties[EAST].moves[0], id=name) for name in ("one", "two"))
    view = MATCH.party(EAST)
    view = replace(view, party=replace(view.party, moves=moves))
    offers = tuple(MoveOffer(move.id, appeal) for move, appeal in zip(moves, appeals, strict=False))
    assert MIND.move(view, ChooseMove(EAST, offers)).move == made


def test_parties_differ_by_content_alone() -> None:
    """Given East's content, West's seat answers as East would."""
    east, west = MATCH.party(EAST), MATCH.party(WEST)
    posing = replace(east, temper=west.temper)
    question = Question(EAST, Ask.TABLE, (FREEZE,), Float(EAST, BORDER, FREEZE.option))
    assert MIND.answer(posing, question) == MIND.answer(replace(east, temper=posing.temper), question)


def test_the_fake_party_of_the_tests_says_what_it_is_told() -> None:
    given = asked(EAST, FREEZE)
    question = Question(EAST, Ask.TABLE, (FREEZE,), Float(EAST, BORDER, FREEZE.option))
    assert Scripted(given).answer(MATCH.party(EAST), question) is given
