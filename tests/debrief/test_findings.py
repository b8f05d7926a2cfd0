"""Each remaining finding against a plain recomputation, straight from the records of the game."""

from collections.abc import Iterator
from math import isclose

import pytest

from game.debrief.chapters import Table
from game.debrief.conduct import style_of
from game.debrief.course import planned_turns, replies, turns_of
from game.debrief.facts import holds
from game.debrief.findings import MOST_QUESTIONS, Wish, debriefed
from game.debrief.forecasts import calibration, shown
from game.debrief.pledges import End, Fate, links_made, steps_used, words_given
from game.debrief.roads import TRIED, Fork, roads, run_again, weighed_acts, weighed_choices
from game.debrief.timeline import milestones, weighed
from game.debrief.turning import comes_to_settlement, difference, rollouts, wilson
from game.debrief.words.answers import pledges
from game.lab.intervals import contrast, rate_estimate
from game.minds.policies import POLICIES
from game.model.actions import Link
from game.model.events import (
    ActionTaken,
    ChoiceTaken,
    ClauseMoved,
    ClauseTurn,
    ConferenceHeld,
    GameEnded,
    GroupChanged,
    GroupTurn,
    PledgeEnded,
    PledgeMade,
    Verdict,
)
from game.model.groups import Step
from game.model.ids import US
from game.model.lessons import FACTS
from game.model.seats import CardDecision, ChooseCard, PlanDecision, PlanTurn
from game.model.views import MediatorView
from game.model.world import world_lines
from game.play.autoplay import advance, party_minds
from game.play.forecast import forecast
from game.play.match import Match, start, submit
from game.play.predictions import Expected, Prediction
from game.rules.outcome import Outcome, outcome, score_under
from game.telling.voices import filled
from tests.campaigns import sized
from tests.debrief.recorded import broken_off, findings, game, games, untouched


def every(*_: object) -> bool:
    return True


@pytest.mark.campaign
def test_milestones_are_the_heaviest_events_in_the_order_in_which_they_happened() -> None:
    for match in games():
        found, rest = milestones(match), list(weighed(match))
        assert len(found) == min(8, len(rest))
        assert list(found) == sorted(found, key=lambda each: (each.turn, each.place))
        lightest = min(each.weight for each in found)
        assert all(each in found or each.weight <= lightest for each in rest)
        assert any(isinstance(each.event, GameEnded) for each in found)
        assert sum(isinstance(e.event, ConferenceHeld) for e in found) == min(
            7, sum(isinstance(e, ConferenceHeld) for turn in match.turns for e in turn.events)
        )


def plans_of(match: Match) -> dict[int, MediatorView]:
    """What the mediator saw as each turn was planned, by playing the game again."""
    again, seen = start(match.game.scenario, match.game.setup), {}
    minds = party_minds(match.game.scenario)
    plans = {turn.turn: turn.plan for turn in planned_turns(match)}
    choices = {
        (turn.turn, event.card): event.choice
        for turn in match.turns
        for event in turn.events
        if isinstance(event, ChoiceTaken)
    }
    while not again.over:
        request = again.waiting[0]
        if isinstance(request, PlanTurn):
            seen[again.world.turn] = again.mediator()
            again = submit(again, US, PlanDecision(plans[again.world.turn]))
        elif isinstance(request, ChooseCard):
            again = submit(again, US, CardDecision(choices[again.world.turn, request.card]))
        again = advance(again, minds)
    assert world_lines(again.world) == world_lines(match.world)
    return seen


@pytest.mark.campaign
def test_the_forecasts_are_those_that_the_mediator_was_shown() -> None:
    """Recomputed from the matches as they were played, instead of from the journal's turns."""
    for match in games():
        plans = plans_of(match)
        for each in shown(match):
            chances = forecast(plans[each.turn], each.action).chances
            assert (each.party, each.low, each.high) in [(c.party, c.low, c.high) for c in chances]
            answers = [
                reply.answer.verdict is Verdict.ACCEPT
                for reply in replies(match)
                if (reply.turn, reply.question.action, reply.question.party) == (each.turn, each.action, each.party)
            ]
            assert each.accepted in answers


def test_an_error_is_the_mean_of_the_squared_differences() -> None:
    """Brier, 1950: 0 for a perfect prophet, 25 percent for one who always says 50."""
    assert calibration([(100, True), (0, False)]).error == 0
    assert calibration([(50, True), (50, False)]).error == 25
    assert calibration([(0, True)]).error == 100
    assert calibration([]).error == 0


@pytest.mark.campaign
def test_bands_hold_every_forecast_once() -> None:
    for match in games():
        pairs = [(each.middle, each.accepted) for each in shown(match)]
        found = calibration(pairs)
        assert sum(band.number for band in found.bands) == found.number == len(pairs)
        assert sum(band.came for band in found.bands) == found.came == sum(came for _, came in pairs)
        slow = sum((percent / 100 - came) ** 2 for percent, came in pairs) / max(1, len(pairs))
        assert isclose(found.error, 100 * slow, abs_tol=0.51)


def test_a_prediction_is_right_if_the_party_did_as_was_written_down() -> None:
    match = game()
    reply = next(each for each in replies(match) if each.answer.verdict is Verdict.ACCEPT)
    action, party = reply.question.action, reply.question.party
    yes, no = Prediction(action, party, Expected.TAKES, 80), Prediction(action, party, Expected.DECLINES, 60)
    found = debriefed(match, Wish(predictions=((reply.turn, yes), (reply.turn, no), (99, yes)))).predictions
    assert [each.hit for each in found] == [True, False]


@pytest.mark.campaign
def test_every_pledge_ends_as_the_journal_says() -> None:
    for match in games():
        events = [event for turn in turns_of(match) for event in turn.events]
        made = [event.pledge for event in events if isinstance(event, PledgeMade)]
        ended = {event.pledge: event.kept for event in events if isinstance(event, PledgeEnded)}
        words = words_given(match)
        assert [word.pledge for word in words] == made
        for word in words:
            assert (word.fate is Fate.OPEN) == (word.pledge not in ended)
            assert word.fate is Fate.OPEN or (word.fate is Fate.KEPT) == ended[word.pledge]


@pytest.mark.campaign
def test_every_link_ends_as_the_tracks_stand() -> None:
    """Each link act is a link, and what still stands at the end is what the last world holds."""
    for match in (*games(), game("link-everything", "quick", "leverage-works", 3)):
        ties = links_made(steps_used(match))
        acts = [event.action for turn in match.turns for event in turn.events if isinstance(event, ActionTaken)]
        linked = [action for action in acts if isinstance(action, Link)]
        assert [(tie.track, tie.clause) for tie in ties] == [(action.track, action.clause) for action in linked]
        for track, state in match.world.tracks.items():
            last = next((tie for tie in reversed(ties) if tie.track == track), None)
            assert (state.step is Step.LINKED) == (last is not None and last.end is End.OPEN)
            paid = state.step is Step.DELIVERED and state.clause is not None
            assert paid == (last is not None and last.end is End.PAID)


def test_a_link_that_is_paid_at_a_signing_is_told_as_a_word_given() -> None:
    found = findings(game("statecraft", "class", "ripe", 4))
    chapter = pledges(found)
    rows = next(block.rows for block in chapter.blocks if isinstance(block, Table))
    assert sum(row[1].startswith("Link: ") for row in rows) == found.facts["links"] == 3
    assert all(row[-1] == "paid at the signing in turn 8" for row in rows)


def consents(match: Match) -> Iterator[tuple[int, int, ClauseMoved]]:
    """Every loss of consent by a clause, from the records alone."""
    for turn in turns_of(match):
        for place, event in enumerate(turn.events):
            if isinstance(event, ClauseMoved) and event.turn is ClauseTurn.REOPENED:
                yield turn.turn, place, event


@pytest.mark.campaign
def test_a_clause_that_only_loses_detail_is_no_event() -> None:
    for match in (*games(), game("erratic", "class", "fragile-home", 2)):
        heavy = {(each.turn, each.place) for each in weighed(match)}
        undone = 0
        for turn, place, event in consents(match):
            lost = [party for party in event.was.agreed if party not in event.now.agreed]
            assert ((turn, place) in heavy) == bool(lost)
            undone += bool(lost)
        assert findings(match).facts["reopened"] == undone


@pytest.mark.campaign
def test_facts_of_each_party_are_what_the_records_say() -> None:
    for match in games():
        facts = findings(match).facts
        held = [e for turn in match.turns for e in turn.events if isinstance(e, ConferenceHeld)]
        for party in match.game.scenario.parties:
            levels = next(chair.levels for chair in findings(match).chairs if chair.party == party)
            assert facts[f"no-deal.{party}"] == levels[-1].no_deal - levels[0].no_deal
            assert facts[f"declined.{party}"] == [e.declined.count(party) for e in held].count(1)
        united = [e for turn in match.turns for e in turn.events if isinstance(e, GroupChanged)]
        assert facts["rushed"] <= sum(e.turn is GroupTurn.UNITED for e in united)


SPOKEN = ("ripe", "sceptic", "long-war")


@pytest.mark.parametrize("world", SPOKEN)
def test_waiting_is_judged_by_what_no_deal_came_to_be_worth(world: str) -> None:
    """In ripe it fell for both; in a long war Moscow gains by it. That talks lower hopes has no say in it."""
    found = findings(game("passive", "class", world, 3))
    fell = [found.facts[f"no-deal.{party}"] for party in ("russia", "ukraine")]
    said = [each.speaks for each in found.evidence if each.claim == "C1"]
    assert said == (["for"] if max(fell) <= -50 else ["against"] if max(fell) >= 50 else [])


@pytest.mark.campaign
def test_no_claim_is_spoken_against_in_every_game_of_the_world_in_which_the_argument_holds() -> None:
    """But for the last, which is the sceptics' own."""
    sides = dict[str, set[str]]()
    for seed in range(1, 1 + sized(4, ci=10, full=20)):
        for each in findings(game("statecraft", "class", "ripe", seed)).evidence:
            sides.setdefault(each.claim, set()).add(each.speaks)
    assert [claim for claim, found in sides.items() if found == {"against"}] == ["C24"]
    assert sides["C1"] == {"for"}


@pytest.mark.campaign
def test_every_act_is_counted_under_one_style_or_under_none() -> None:
    for match in games():
        style = style_of(match)
        done = [e.action.verb for turn in match.turns for e in turn.events if isinstance(e, ActionTaken)]
        assert style.total + style.other == len(done) == sum(style.verbs.values())
        assert sum(style.share(name) for name in style.acts) in (0, 99, 100, 101)


def test_every_verb_but_those_of_the_home_front_has_a_style() -> None:
    scenario = game().game.scenario
    named = [verb for verbs in scenario.debrief.styles.values() for verb in verbs]
    assert len(named) == len(set(named))
    assert {verb.id for verb in scenario.verbs.values() if verb.family != "home"} == set(named)


@pytest.mark.campaign
def test_a_road_on_which_nothing_is_changed_leads_to_the_same_end() -> None:
    for match in games():
        for turn in (1, len(match.turns)):
            again = run_again(match, Fork(turn, 0))
            assert world_lines(again.end) == world_lines(match.world)
            assert again.kept == again.acts


@pytest.mark.campaign
def test_a_road_leaves_the_game_where_the_rule_says() -> None:
    for match in games():
        here = outcome(match.game, match.world)
        taken = roads(match)
        for forks, kind in ((weighed_acts(match), True), (weighed_choices(match), False)):
            mine = [road for road in taken if (road.fork.action is not None) == kind]
            ranked = sorted((fork for fork in forks if fork.weight), key=lambda fork: fork.weight, reverse=True)[:TRIED]
            tried = [run_again(match, fork) for fork in ranked]
            assert len(mine) == bool(tried)
            for road in mine:
                assert road.fork in ranked
                assert slow_difference(here, road.result) == max(slow_difference(here, r.result) for r in tried)
        for fork in (road.fork for road in taken if road.fork.action is not None):
            assert fork.action in next(turn.plan for turn in planned_turns(match) if turn.turn == fork.turn)


def slow_difference(here: Outcome, there: Outcome) -> int:
    """Another ending before all else; then progress and the measures, one by one."""
    total = 10_000 * (here.ending != there.ending) + abs(here.progress - there.progress)
    for name in here.measures:
        total += max(here.measures[name], there.measures[name]) - min(here.measures[name], there.measures[name])
    return total


def test_chances_are_counted_game_by_game() -> None:
    match = game("statecraft", "quick", "tired-moscow", 2)
    found = rollouts(match, POLICIES["statecraft"], every, 3)
    for odds in found.odds:
        first = next(turn.first for turn in match.turns if turn.turn == odds.turn)
        came = [comes_to_settlement(match.game, first, POLICIES["statecraft"], luck) for luck in (1, 2, 3)]
        assert (odds.settled, odds.played) == (sum(came), 3)
    assert found.whole


def test_rollouts_stop_when_they_are_told_to_and_keep_what_is_whole() -> None:
    seen = []

    def heed(done: int, of: int) -> bool:
        seen.append((done, of))
        return done < 5

    found = rollouts(game("statecraft", "quick"), POLICIES["passive"], heed, 2)
    assert not found.whole
    assert len(found.odds) == 2
    assert seen[-1] == (5, 2 * len([turn for turn in game("statecraft", "quick").turns if turn.digest]))


@pytest.mark.parametrize(("hits", "games_"), [(0, 24), (1, 24), (12, 24), (23, 24), (24, 24), (3, 7), (40, 100)])
def test_an_interval_is_wilsons_rounded_outwards(hits: int, games_: int) -> None:
    """Against the lab's, which computes with fractions."""
    found, exact = wilson(hits, games_), rate_estimate(hits, games_)
    assert found.low <= exact.low * 1000 + 1e-9
    assert found.high >= exact.high * 1000 - 1e-9
    assert exact.low * 1000 - found.low < 1.01
    assert found.high - exact.high * 1000 < 1.01


def test_a_difference_is_newcombes() -> None:
    first, second = wilson(20, 24), wilson(5, 24)
    exact = contrast(rate_estimate(20, 24), rate_estimate(5, 24))
    found = difference(first, second)
    for mine, theirs in zip((found.value, found.low, found.high), exact, strict=True):
        assert isclose(mine, theirs * 1000, abs_tol=3)


@pytest.mark.campaign
def test_the_same_result_is_scored_under_every_lens() -> None:
    for match in games():
        result, found = outcome(match.game, match.world), findings(match)
        assert len(found.lenses) == 6
        for key, lens in match.game.scenario.lenses.items():
            assert found.lenses[key] == score_under(lens, result)
            if not result.dictated:
                total = sum(weight * result.measures[name] for name, weight in lens.weights.items())
                assert isclose(found.lenses[key].total, total / 100, abs_tol=0.51)


def test_every_fact_that_conditions_may_ask_is_there() -> None:
    found = findings()
    assert set(FACTS) <= set(found.facts)
    assert {name.partition(".")[0] for name in found.facts if "." in name} == {
        *("did", "over", "declined", "no-deal", "world")
    }


def test_each_claim_can_be_spoken_for_and_every_claim_is_mapped() -> None:
    scenario = game().game.scenario
    mapped = {each.claim: set() for each in scenario.debrief.evidence}
    for each in scenario.debrief.evidence:
        mapped[each.claim].add(each.speaks)
    assert set(mapped) == set(scenario.words.claims)
    assert all("for" in sides for sides in mapped.values())


@pytest.mark.campaign
def test_nothing_speaks_both_for_and_against_a_claim_in_one_game() -> None:
    for match in games():
        sides: dict[str, set[str]] = {}
        for each in findings(match).evidence:
            sides.setdefault(each.claim, set()).add(each.speaks)
        assert [claim for claim, found in sides.items() if len(found) > 1] == []


def test_questions_name_only_what_a_game_can_put_in_their_places() -> None:
    known = {"refuser": "", "offer": "", "act": ""}
    for each in game().game.scenario.debrief.questions:
        assert filled(each.text, known) is not None, each.id


@pytest.mark.campaign
def test_questions_are_few_and_fit_the_game() -> None:
    for match in games():
        found = findings(match)
        assert 3 <= len(found.questions) <= MOST_QUESTIONS
        for each in (*found.questions, *found.theory):
            assert holds(match.game.scenario, found.facts, match.world, each.when)
        known = [each.id for each in match.game.scenario.debrief.theory]
        assert all(name in known for each in found.questions for name in each.theory)


def test_a_game_that_was_broken_off_or_only_begun_has_findings_too() -> None:
    for match in (broken_off(), untouched()):
        found = debriefed(match, Wish(rollouts=1, advisers=True))
        assert found.roads == ()
        assert found.questions


@pytest.mark.parametrize("policy", ["statecraft", "passive"])
def test_findings_do_not_change_when_they_are_made_again(policy: str) -> None:
    match = game(policy, "quick")
    assert debriefed(match) == debriefed(match)
