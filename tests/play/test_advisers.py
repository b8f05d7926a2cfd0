"""Advisers look ahead with the player's information, disagree, and are held to what they said."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.contracts.building.moments import moved
from game.contracts.building.shipped import shipped, shipped_setup, stages
from game.minds.policies import POLICIES
from game.model.actions import Act
from game.model.ids import SEALED, US, Quantity, VerbId
from game.model.ledger import visible_to
from game.model.seats import PlanDecision, PlanTurn
from game.play.advisers import Advice, Slant, advise, deliberate, measured, went_as_said
from game.play.autoplay import advance, mediate, party_minds
from game.play.council import Council
from game.play.forecast import Chance
from game.play.history import begun, extended
from game.play.lookahead import supposed_match
from game.play.match import Match, start, submit
from game.rules.options import plan_refusals
from game.telling.advisers import advice_lines, advice_words, say_advice, say_standing
from tests.strategies import quickly


def planned(turn: int, world: str = "ripe") -> Match:
    """A game of statecraft at the plan of a turn."""
    found = stages("statecraft", shipped_setup("class", world=world))
    return next(each for each in found if each.world.turn == turn and isinstance(each.waiting[0], PlanTurn))


def test_every_piece_of_advice_can_be_taken_and_no_two_are_the_same() -> None:
    for turn in (1, 3, 5, 8):
        view = planned(turn).mediator()
        advice = advise(view)
        assert [plan_refusals(view, (each.action,)) for each in advice] == [()] * len(advice)
        assert len({each.action for each in advice}) == len(advice)
        assert [each.slant for each in advice] == [slant for slant in Slant if slant in {a.slant for a in advice}]


def test_early_on_all_four_have_something_to_say() -> None:
    assert [each.slant for each in advise(planned(1).mediator())] == list(Slant)


@given(data=st.data())
@quickly(6)
def test_advice_knows_nothing_that_the_mediator_does_not(data: st.DataObject) -> None:
    """Rule 12: two worlds that look alike from the mediator's seat get the same advice."""
    match = planned(3)
    hidden = [spec for spec in match.game.scenario.quantities.values() if not visible_to(spec.seen, US)]
    levels = {spec.id: data.draw(st.integers(spec.low, spec.high)) for spec in hidden}
    other = replace(match, world=moved(match.world, quantities=levels))
    assert advise(other.mediator()) == advise(match.mediator())


def test_a_sealed_game_is_looked_ahead_in_without_its_world() -> None:
    match = start(shipped(), shipped_setup("class", world=SEALED))
    while not isinstance(match.waiting[0], PlanTurn):
        match = submit(match, US, mediate(match, match.waiting[0], POLICIES["passive"]))
    supposed = supposed_match(match.mediator(), 1)
    assert supposed.mediator().assumed is None
    assert advise(match.mediator())


def test_the_imagined_moment_looks_to_the_mediator_as_the_real_one_does() -> None:
    view = planned(4).mediator()
    imagined = supposed_match(view, 1).mediator()
    assert (imagined.text, imagined.groups, imagined.tracks) == (view.text, view.groups, view.tracks)
    assert (imagined.turn, imagined.stage) == (view.turn, view.stage)
    assert measured(imagined) == measured(view)


def test_the_record_counts_advice_that_was_taken_and_whether_it_went_as_said() -> None:
    match = planned(1)
    history, council = begun(match), Council()
    said = council.advice(history)
    sceptic = next(each for each in said if each.slant is Slant.SCEPTIC)
    after = advance(submit(match, US, PlanDecision((sceptic.action,))), party_minds(shipped()))
    later = extended(history, after, 1)
    standing = {each.slant: (each.taken, each.right) for each in council.standings(later)}
    assert standing[Slant.SCEPTIC][0] == 1
    assert standing[Slant.ENVOY] == (0, 0)
    assert Council().standings(later) == council.standings(later)


def test_advice_goes_as_said_when_what_it_expected_most_comes() -> None:
    before = planned(2).mediator()
    known = {**before.known, Quantity("patience"): before.known[Quantity("patience")] + 5}
    advice = Advice(Slant.SCEPTIC, Act(VerbId("public-address")), None, (("patience", 50),))
    assert went_as_said(advice, before, replace(before, known=known))
    against = replace(advice, change=(("patience", -50),))
    assert not went_as_said(against, before, replace(before, known=known))


def test_advice_reads_as_an_act_a_reason_a_chance_and_what_it_would_move() -> None:
    view = planned(1).mediator()
    chance = Chance(next(iter(shipped().parties)), 40, 60)
    advice = Advice(Slant.ALLIANCE, Act(VerbId("offer-backstop")), chance, (("allies", 95), ("patience", -20)))
    said = say_advice(view, advice)
    assert said.startswith("The alliance desk: offer a backstop. ")
    assert "Would take it: Moscow 40–60 %." in said
    assert said.endswith("the allies' trust in us +10 and patience −2.")
    assert advice_lines(view, ()) == ("None of the advisers sees an act worth the calendar now.",)


def test_nobody_says_the_same_for_months() -> None:
    """Unheeded advice alternates: over a game in which nothing is done, no adviser says one thing in most turns."""
    stages_ = stages("passive", shipped_setup("class", 7))
    matches = [each for each in stages_ if each.waiting and isinstance(each.waiting[0], PlanTurn)]
    said = [advise(each.mediator()) for each in matches]
    for slant in Slant:
        acts = [advice.action for given in said for advice in given if advice.slant is slant]
        assert acts
        assert max(map(acts.count, acts)) * 2 <= len(said), slant


def test_reasons_are_put_in_different_words_from_turn_to_turn() -> None:
    reasons = [
        advice_words(planned(turn).mediator(), advice).why
        for turn in (1, 2, 3, 4)
        for advice in advise(planned(turn).mediator())
    ]
    assert len(set(reasons)) >= len(reasons) - 2


def test_thinking_can_be_broken_off_between_two_looks_ahead() -> None:
    view = planned(1).mediator()
    steps = list(deliberate(view))
    assert tuple(step for step in steps if step is not None) == advise(view)
    assert steps.count(None) >= 3 * len(Slant)


def test_what_was_thought_elsewhere_is_kept_and_not_thought_again() -> None:
    history, council = begun(planned(1)), Council()
    assert council.advice_at_hand(history) is None
    [(number, view)] = council.unthought(history)
    council.keep(number, advise(view))
    assert council.unthought(history) == ()
    assert council.advice_at_hand(history) == council.advice(history)


def test_a_record_is_told_in_words() -> None:
    council = Council()
    lines = [say_standing(each) for each in council.standings(begun(planned(1)))]
    assert lines[0] == "The envoy wants the text to move. You have not taken its advice yet."


def reason(action: Act, *change: tuple[str, int]) -> str:
    return say_advice(planned(1).mediator(), Advice(Slant.SCEPTIC, action, None, change))


def test_a_reason_names_the_part_of_the_house_that_the_act_raises() -> None:
    """Briefing Congress widens the circle that knows: its reason is Congress and never discipline."""
    assert "Congress" in reason(Act(VerbId("brief-congress"), None), ("house", 50)).partition(".")[2]
    assert "discipline" not in reason(Act(VerbId("brief-congress"), None), ("house", 50))
    for verb in ("one-message", "hunt-leaks"):
        assert "discipline" in reason(Act(VerbId(verb), None), ("house", 50))


def test_no_reason_is_a_meter_that_the_act_says_it_lowers() -> None:
    measures = ("patience", "credibility", "house", "allies", "modesty", "moscow")
    named = {"patience": "atience", "credibility": "redibility", "discipline": "iscipline", "congress": "n Congress"}
    for verb in shipped().verbs.values():
        for party in verb.parties or (None,):
            stated = {effect.quantity: effect.low for effect in verb.effects.get(party, ())}
            for measure in measures if stated else ():
                why = reason(Act(verb.id, party), (measure, 50)).partition(". ")[2].partition(" In a turn")[0]
                assert not [name for name, word in named.items() if stated.get(name, 0) < 0 and word in why], why
