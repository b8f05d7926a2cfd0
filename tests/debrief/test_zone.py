"""The zone of agreement against a plain count over every text, with the rules that a signing conference uses."""

from dataclasses import replace
from itertools import product

import pytest

from game.debrief.course import planned_turns
from game.debrief.zone import place_of, stakes, zone
from game.minds.bargainer import Bargainer
from game.model.actions import CallConference
from game.model.clauses import LOCKED, Term
from game.model.events import Ask, Question, Verdict
from game.model.world import Game, World
from game.rules.negotiate import Scales
from game.rules.sight import party_view
from tests.campaigns import sized
from tests.debrief.recorded import game, games

TEXTS = sized(150, ci=300, full=20_000)


def worked_out(world: World) -> World:
    """Every clause detailed as far as any conference asks."""
    return replace(world, clauses={key: replace(state, detail=LOCKED) for key, state in world.clauses.items()})


def slow_zone(game: Game, world: World) -> tuple[int, int | None]:
    """How many texts all sign, and the largest smallest surplus over the limits: one text after the other."""
    scenario = game.scenario
    everyone = [Scales(party_view(game, world, party)) for party in scenario.parties]
    count, best = 0, None
    for options in product(*(clause.options for clause in scenario.clauses.values())):
        terms = tuple(map(Term, scenario.clauses, options))
        if any(scales.crossed(terms) or scales.unsold(terms) for scales in everyone):
            continue
        wording = dict(zip(scenario.clauses, options, strict=True))
        left = []
        for scales in everyone:
            worth = sum(scales.value(*pair) for pair in wording.items()) + scales.synergy(wording)
            surplus = worth + scales.view.side + sum(scales.view.links.values()) - scales.no_deal
            left.append(surplus - max(game.rates.sign_floor, scales.hope // 2))
        count += min(left) >= 0
        best = min(left) if best is None else max(best, min(left))
    return count, best


@pytest.mark.campaign
@pytest.mark.slow
def test_counting_every_text_one_by_one_gives_the_same_zone() -> None:
    """In moments without a squeeze, so that the plain count need not know of duress."""
    match = game("statecraft", "class", "tired-moscow", 3)
    turns = planned_turns(match)
    for turn in turns[: sized(1, ci=3, full=8)]:
        found = zone(match.game, turn.world, turn.turn)
        assert (found.count, found.least) == slow_zone(match.game, turn.world)


@pytest.mark.campaign
def test_the_parties_themselves_sign_just_the_texts_that_they_are_said_to_sign() -> None:
    """Asked at a conference, with the text worked out, and with help to nobody cut."""
    for match in games():
        turn = planned_turns(match)[-1]
        world = worked_out(turn.world)
        found = stakes(match.game, world)
        every = product(*(clause.options for clause in match.game.scenario.clauses.values()))
        for options in [text for place, text in enumerate(every) if place % (184_320 // TEXTS) == 7]:
            terms = tuple(map(Term, match.game.scenario.clauses, options))
            for party, stake in found.items():
                view = party_view(match.game, world, party)
                if view.squeeze:
                    continue
                answer = Bargainer().answer(view, Question(party, Ask.SIGN, terms, CallConference()))
                assert (answer.verdict is Verdict.ACCEPT) == stake.signs(terms)


def test_the_best_text_is_one_that_nobody_has_a_red_line_on_and_all_can_sell() -> None:
    for match in games():
        for turn in planned_turns(match):
            found = zone(match.game, turn.world, turn.turn)
            for stake in stakes(match.game, turn.world).values():
                assert stake.scales.crossed(found.best) is None
                assert stake.scales.unsold(found.best) == 0
            assert (found.count > 0) == (bool(found.best) and found.least >= 0)


def test_a_text_with_blanks_is_never_inside() -> None:
    for match in games():
        for turn in planned_turns(match):
            place = place_of(match.game, turn.world, turn.turn)
            assert not (place.blank and place.inside)
            assert place.blank == sum(state.option is None for state in turn.world.clauses.values())


def test_an_expectation_is_weighed_as_the_party_weighs_it() -> None:
    """Before anything is worded, what is spare is the party's own surplus over its limit."""
    match = game()
    world = match.turns[0].first
    place = place_of(match.game, world, 1)
    for party in match.game.scenario.parties:
        scales = Scales(party_view(match.game, world, party))
        assert place.spare[party] == scales.surplus - max(match.game.rates.sign_floor, scales.hope // 2)
