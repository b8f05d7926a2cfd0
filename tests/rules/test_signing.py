"""The signing conference, and every ending: how each is reached and decided."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from game.contracts.building.moments import agreed_text, changes, found, last_turn, moment, opened, send, state
from game.contracts.building.parties import AID, ALLY, BORDER, EAST, LANDING, PACT, PARTIES, TRUCE, WEST
from game.contracts.building.seats import NO, YES, saying
from game.contracts.building.small import ENDINGS, small_scenario
from game.minds.bargainer import Bargainer
from game.model.actions import CallConference
from game.model.clauses import ClauseState, Term
from game.model.events import (
    Ask,
    ConferenceHeld,
    GameEnded,
    Ground,
    HelpKind,
    Question,
    Reason,
    StageReached,
    TruceChanged,
    Verdict,
)
from game.model.ids import ClauseId, OptionId
from game.model.scenario import Scenario, Stage
from game.model.world import Heard, Signature
from game.play.match import DecisionRefused, Match
from game.rules.effects import Batch
from game.rules.ending import break_hazard
from game.rules.negotiate import Scales, signing_case
from game.rules.options import refusal, unmet
from game.rules.outcome import DICTATED_MOST, outcome, score_under

STEADY = small_scenario(rates={"ceasefire_break": 0, "ceasefire_detail": 0})
"""A world in which a monitored cease-fire never breaks."""


def ready(scenario: Scenario | None = None, detail: int = 200, **changed: Any) -> Match:
    """The landing text agreed by everybody and worked out."""
    chosen = scenario or small_scenario()
    match = moment(opened(chosen), turn=3, clauses=agreed_text(chosen, detail=detail))
    return moment(match, **changed) if changed else match


def signed(stage: Stage, turn: int = 2, **changed: Any) -> Signature:
    plain = Signature(turn, stage, LANDING, dict.fromkeys(PARTIES, 400), ())
    return replace(plain, **changed)


# When it can be called.


@pytest.mark.parametrize(
    ("clause", "detail", "says"),
    [
        (BORDER, 199, "Border: detail 1 of 2."),
        (AID, 99, "Aid: detail 0 of 1."),
        (BORDER, 200, None),
        (AID, 100, None),
    ],
)
def test_a_framework_takes_core_clauses_at_detail_2_and_the_others_at_1(
    clause: ClauseId, detail: int, says: str | None
) -> None:
    match = ready()
    match = moment(match, clauses={clause: replace(match.world.clauses[clause], detail=detail)})
    assert unmet(match.mediator()) == ((says,) if says else ())


def test_an_open_clause_stands_in_the_way_whatever_its_detail() -> None:
    match = moment(ready(), clauses={AID: ClauseState(detail=100)})
    assert unmet(match.mediator()) == ("Aid: no wording yet.",)
    with pytest.raises(DecisionRefused, match="Aid: no wording"):
        send(match, CallConference())


def test_a_final_settlement_takes_core_clauses_locked_and_the_others_detailed() -> None:
    match = ready(stage=Stage.FRAMEWORK, truce=2, signed=(signed(Stage.FRAMEWORK),))
    assert len(unmet(match.mediator())) == 3, "the border, the pact and the truce"
    locked = moment(match, clauses=agreed_text(match.game.scenario, detail=300))
    assert unmet(locked.mediator()) == ()


# What a conference does.


def test_a_framework_brings_a_cease_fire_patience_and_a_quiet_front() -> None:
    events = last_turn(send(ready(STEADY), CallConference()))
    assert [event.stage for event in found(events, StageReached)] == [Stage.FRAMEWORK]
    assert changes(events, "patience", "stage-reached") == [6]
    assert changes(events, "tempo", "signed") == [-50]
    assert [event.weeks for event in found(events, TruceChanged)] == [0, 2]


def test_a_failed_conference_costs_patience_and_credibility_and_hardens_all() -> None:
    match = ready()
    events = last_turn(send(match, CallConference(), minds=saying(match.game.scenario, west=NO)))
    held = found(events, ConferenceHeld)[0]
    assert (held.declined, held.signature) == ((WEST,), None)
    assert changes(events, "patience", "conference-failed") == [-8]
    assert changes(events, "credibility", "conference-failed") == [-5]
    assert [changes(events, f"aspiration.{party}", "conference-failed") for party in PARTIES] == [[100]] * 3


def test_whoever_declines_pays_before_its_own_public_and_nobody_else_does() -> None:
    """An audience cost: to sign later, it would have to go back on a no that everybody heard."""
    scenario = small_scenario(rates={"room_declined": 6})
    match = moment(opened(scenario), clauses=agreed_text(scenario))
    events = last_turn(send(match, CallConference(), minds=saying(scenario, west=NO)))
    assert [changes(events, f"room.{party}", "audience-cost") for party in (EAST, WEST, ALLY)] == [[], [-6], []]


def test_what_a_party_names_when_it_declines_comes_apart_unless_it_is_detailed() -> None:
    because = replace(NO, reasons=(Reason(Ground.VALUE, -300, BORDER, OptionId("freeze")),))
    for detail, kept in ((150, ()), (200, (EAST, WEST))):
        scenario = small_scenario()
        text = {**agreed_text(scenario), BORDER: state("freeze", EAST, WEST, detail=detail, blessed=True)}
        failed = send(moment(opened(scenario), clauses=text), CallConference(), minds=saying(scenario, west=because))
        assert failed.world.clauses[BORDER].agreed == kept


def test_a_failed_conference_bars_the_next_for_two_turns() -> None:
    match = ready(small_scenario(length={"turns": 12}))
    failed = send(match, CallConference(), minds=saying(match.game.scenario, west=NO))
    for _ in range(2):
        with pytest.raises(DecisionRefused, match="from turn 6"):
            send(failed, CallConference())
        failed = send(failed)
    assert send(failed, CallConference()).world.signed


def test_one_refusal_is_enough_and_names_who_declined() -> None:
    match = ready()
    minds = saying(match.game.scenario, east=NO, ally=NO)
    assert found(last_turn(send(match, CallConference(), minds=minds)), ConferenceHeld)[0].declined == (EAST, ALLY)


def test_a_signature_keeps_the_text_and_the_true_surplus_of_each_whatever_a_mind_says_of_itself() -> None:
    match = ready(STEADY)
    minds = saying(match.game.scenario, west=replace(YES, margin=20, imposed=True))
    signature = send(match, CallConference(), minds=minds).world.signed[0]
    assert signature == Signature(3, Stage.FRAMEWORK, LANDING, {EAST: 420, WEST: 720, ALLY: 980}, ())


def test_declining_to_sign_unsays_nothing_that_was_accepted_clause_by_clause() -> None:
    """What a party last told the mediator about a clause: it took the truce, and said no to the text as a whole."""
    match = moment(ready(), heard={(WEST, TRUCE): Heard(2, OptionId("watched"), "accept", None)})
    failed = send(match, CallConference(), minds=saying(match.game.scenario, west=NO))
    assert failed.world.heard[WEST, TRUCE].verdict == "accept"


# How long a cease-fire holds.


@pytest.mark.parametrize(
    ("changed", "per_mille"),
    [
        ({}, 10 + 3 * 10),
        ({"clauses": {BORDER: state("freeze", EAST, WEST, detail=300)}}, 10 + 2 * 10),
        ({"clauses": {BORDER: state("freeze", EAST, WEST, detail=250)}}, 10 + 25),
        ({"clauses": {AID: state("shared", *PARTIES, detail=100)}}, 10 + 3 * 10),
        ({"clauses": {TRUCE: state("bare", EAST, WEST, detail=200)}}, 10 + 3 * 10 + 30),
        ({"clauses": {PACT: state("shield", EAST, over=(WEST, ALLY), detail=200)}}, 10 + 3 * 10 + 2 * 40),
        ({"signed": (signed(Stage.FRAMEWORK, imposed=(WEST,)),)}, 10 + 3 * 10 + 60),
    ],
    ids=["core at 2", "one locked", "half a point more", "not core", "unmonitored", "two overruled", "imposed"],
)
def test_the_break_hazard_is_the_sum_of_what_the_text_lacks(changed: dict[str, Any], per_mille: int) -> None:
    """Per mille and two weeks: 10, 10 a missing core point, 30 unmonitored, 40 a party settled over, 60 imposed."""
    match = ready(**changed)
    assert break_hazard(Batch(match.game, match.world)) == per_mille


def test_a_party_settled_over_on_two_clauses_is_one_party() -> None:
    over = {
        PACT: state("shield", EAST, over=(WEST,), detail=200),
        BORDER: state("freeze", EAST, over=(WEST,), detail=200),
    }
    match = ready(clauses=over)
    assert break_hazard(Batch(match.game, match.world)) == 10 + 30 + 40


# Endings.


def under_truce(scenario: Scenario | None = None, **changed: Any) -> Match:
    """A framework is signed and its cease-fire has held for two weeks."""
    framework = {"stage": Stage.FRAMEWORK, "truce": 2, "signed": (signed(Stage.FRAMEWORK),)}
    return ready(scenario or STEADY, **{**framework, **changed})


def last(match: Match) -> Match:
    """The same in the last turn of the game."""
    return moment(match, turn=match.game.length.turns)


def ending(match: Match) -> str | None:
    ended = found(last_turn(match), GameEnded)
    assert [event.ending for event in ended] == ([match.world.ending] if match.over else [])
    return match.world.ending


BREAKING = small_scenario(rates={"ceasefire_break": 1000})


def test_talks_without_a_signature_at_the_end_are_frozen() -> None:
    assert ending(send(last(opened()))) == "frozen"


def test_a_framework_whose_cease_fire_holds_to_the_end_is_an_ending_of_its_own() -> None:
    assert ending(send(last(under_truce()))) == "framework"


def test_a_final_settlement_ends_the_game_at_once_when_its_cease_fire_has_held() -> None:
    match = moment(under_truce(), clauses=agreed_text(STEADY, detail=300))
    after = send(match, CallConference())
    assert ending(after) == "final-settlement"
    assert (after.world.turn, after.world.stage) == (3, Stage.FINAL)
    assert after.world.truce == 12, "run on for twelve weeks"


def test_a_cease_fire_that_breaks_ends_the_game() -> None:
    broken = send(under_truce(BREAKING))
    assert ending(broken) == "ceasefire-broken"
    assert broken.world.truce is None


def test_a_cease_fire_signed_late_is_still_run_on_for_twelve_weeks() -> None:
    """Signed in the last turn, it has two weeks behind it and ten to come; a hazard after the end can break it."""
    assert ending(send(last(ready(STEADY)), CallConference())) == "framework"
    risky = small_scenario(rates={"ceasefire_break": 100, "ceasefire_detail": 0})
    endings = {send(last(_seeded(risky, seed)), CallConference()).world.ending for seed in range(12)}
    assert endings == {"framework", "ceasefire-broken"}


def _seeded(scenario: Scenario, seed: int) -> Match:
    match = ready(scenario)
    return replace(match, game=replace(match.game, setup=replace(match.game.setup, seed=seed)))


def test_a_text_that_somebody_was_forced_to_sign_ends_as_imposed() -> None:
    imposed = under_truce(signed=(signed(Stage.FRAMEWORK, imposed=(WEST,)),))
    calm = small_scenario(rates={"ceasefire_break": 0, "ceasefire_detail": 0, "ceasefire_imposed": 0})
    assert (
        ending(send(last(replace(imposed, game=replace(imposed.game, rates=calm.rates, scenario=calm))))) == "imposed"
    )


def test_the_white_house_leaves_when_its_patience_is_gone() -> None:
    match = moment(opened(), quantities={"patience": 2})
    assert ending(send(match)) == "white-house-leaves"
    assert ending(send(moment(match, quantities={"patience": 3}))) is None


def test_a_collapse_ends_the_game() -> None:
    assert ending(send(moment(opened(), quantities={"strain.west.cohesion": 95}))) == "collapse"


def test_nothing_collapses_under_a_cease_fire() -> None:
    assert ending(send(under_truce(quantities={"strain.west.cohesion": 99}))) is None


def test_a_collapse_in_the_last_turn_is_a_collapse() -> None:
    """The ending is decided at the close of a turn: what the turn's own war did counts."""
    worn = small_scenario(rates={"strain_war": 100})
    match = moment(opened(worn), turn=6, quantities={"strain.west.cohesion": 90})
    after = send(match)
    assert after.world.quantities["strain.west.cohesion"] >= 95
    assert ending(after) == "collapse"


def test_every_ending_that_the_design_names_is_reached_here() -> None:
    reached = {
        "frozen",
        "framework",
        "final-settlement",
        "ceasefire-broken",
        "imposed",
        "white-house-leaves",
        "collapse",
    }
    assert reached == set(ENDINGS)


# Outcomes.


def test_a_dictated_text_is_capped_at_35_in_every_lens() -> None:
    """Even with every measure at its best."""
    match = ready()
    best = outcome(
        match.game, replace(match.world, signed=(signed(Stage.FRAMEWORK, imposed=(WEST,)),), ending="imposed")
    )
    full = replace(best, measures=dict.fromkeys(best.measures, 100))
    lens = match.game.scenario.lenses["even"]  # type: ignore[index]
    assert best.dictated
    assert not best.settled
    assert (score_under(lens, full).total, score_under(lens, full).capped) == (DICTATED_MOST, True)
    assert score_under(lens, replace(full, dictated=False)).total == 100


@pytest.mark.parametrize(("name", "settled"), [(name, name in ("framework", "final-settlement")) for name in ENDINGS])
def test_settled_means_signed_freely_by_all_three_with_a_cease_fire_that_held(name: str, settled: bool) -> None:
    world = replace(under_truce().world, ending=name, truce=None if name == "ceasefire-broken" else 12)
    assert outcome(under_truce().game, world).settled is settled


def test_what_was_not_signed_or_did_not_hold_lasts_no_time() -> None:
    match = under_truce()
    assert outcome(match.game, replace(match.world, ending="framework")).durability > 0
    assert outcome(match.game, replace(match.world, ending="ceasefire-broken")).durability == 0
    assert outcome(match.game, replace(opened().world, ending="frozen")).durability == 0


def test_a_text_that_is_detailed_monitored_wanted_and_sellable_lasts_longer() -> None:
    def lasting(**changed: Any) -> int:
        match = under_truce(**changed)
        return outcome(match.game, replace(match.world, ending="framework")).durability

    plain = lasting()
    assert plain == (66 * 35 + 100 * 20 + 50 * 25 + 50 * 20) // 100, "detail, monitors, the least surplus, home room"
    assert lasting(clauses=agreed_text(STEADY, detail=300)) > plain
    assert lasting(quantities={f"room.{party}": 90 for party in PARTIES}) > plain
    assert lasting(signed=(signed(Stage.FRAMEWORK, surplus=dict.fromkeys(PARTIES, 900)),)) > plain
    unwatched = tuple(t if t.clause != TRUCE else replace(t, option=OptionId("bare")) for t in LANDING)
    assert lasting(signed=(signed(Stage.FRAMEWORK, terms=unwatched),)) < plain
    assert lasting(clauses={PACT: state("shield", EAST, over=(WEST,), detail=200)}) == plain - 12
    assert lasting(signed=(signed(Stage.FRAMEWORK, imposed=(WEST,)),)) == plain // 3


def test_measures_of_every_outcome_run_from_0_to_100() -> None:
    for name in ENDINGS:
        for match in (opened(), under_truce(), last(under_truce())):
            result = outcome(match.game, replace(match.world, ending=name))
            assert all(0 <= value <= 100 for value in result.measures.values()), (name, result.measures)


# Duress, from end to end: West alone decides by the built-in controller, on a text without aid. It is worth 20 to
# West as things stand, and its limit is 200.


def at_the_table(west: Mapping[str, int]) -> Match:
    scenario = small_scenario(rates={"ceasefire_break": 0, "ceasefire_detail": 0, "ceasefire_imposed": 0})
    bare = tuple(term if term.clause != AID else replace(term, option=OptionId("none")) for term in LANDING)
    match = moment(opened(scenario), turn=3, clauses=agreed_text(scenario, bare), quantities=west)
    return send(match, CallConference(), minds={**saying(scenario), WEST: Bargainer()})


def test_left_alone_a_party_does_not_sign_below_its_limit() -> None:
    assert at_the_table({"assistance": 100}).world.signed == ()


def test_cut_off_it_signs_a_text_that_is_worth_less_than_no_deal_and_the_text_is_flagged_as_imposed() -> None:
    """C9, C13. The war looks 10 better, so that without the cut the text is worth 50 less than nothing."""
    assert at_the_table({"assistance": 0, "outlook.west": 60}).world.signed[0].imposed[:1] == (WEST,)


def test_cut_off_it_signs_a_text_below_its_limit_and_the_text_is_flagged_as_imposed() -> None:
    """A party may sign what lies below the limit that it would have without the cut; such a text is imposed."""
    assert at_the_table({"assistance": 0}).world.signed[0].imposed[:1] == (WEST,)


def test_half_cut_off_it_signs_below_its_limit_and_the_text_is_flagged_as_imposed() -> None:
    """Assistance at 55: S 20 + 225, the limit 200 - 135."""
    signed_text = at_the_table({"assistance": 55}).world.signed
    assert not signed_text or signed_text[0].imposed[:1] == (WEST,)


# A text of headlines (C13, C14): it can be put to the parties, and is worth less to each of them.


def test_a_text_that_is_not_worked_out_can_be_put_to_the_parties_and_is_worth_less_to_them() -> None:
    """120 for each point of detail that is missing: here half a point on a core clause and one on another."""
    scenario = small_scenario(rates={"headline": 120})
    whole = agreed_text(scenario, detail=200)
    raw = {BORDER: replace(whole[BORDER], detail=150), AID: replace(whole[AID], detail=0)}
    match = moment(opened(scenario), turn=3, clauses=whole)
    begun = moment(match, clauses=raw)
    terms = tuple(Term(clause, state.option) for clause, state in whole.items() if state.option is not None)
    for party in PARTIES:
        ready_, headline = (signing_case(Scales(each.party(party)), terms) for each in (match, begun))
        assert (ready_.headline, headline.headline) == (0, 180)
        assert ready_.surplus - headline.surplus == 180
    assert refusal(begun.mediator(), CallConference()) is None


def test_whoever_declines_for_want_of_detail_says_so_and_names_the_clause_to_work_on() -> None:
    scenario = small_scenario(rates={"headline": 5000})
    clauses = agreed_text(scenario, detail=200) | {BORDER: replace(agreed_text(scenario)[BORDER], detail=100)}
    view = moment(opened(scenario), turn=3, clauses=clauses).party(EAST)
    terms = tuple(Term(clause, state.option) for clause, state in clauses.items() if state.option is not None)
    answer = Bargainer().answer(view, Question(EAST, Ask.SIGN, terms, CallConference()))
    assert answer.verdict is Verdict.REFUSE
    assert (answer.reasons[0].ground, answer.reasons[0].clause) == (Ground.DETAIL, BORDER)
    assert (answer.help.kind, answer.help.term) == (HelpKind.WORK, Term(BORDER, clauses[BORDER].option))
