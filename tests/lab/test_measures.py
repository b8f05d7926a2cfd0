"""What is counted of a game, against the game itself."""

from dataclasses import replace

import pytest

from game.contracts.building.shipped import shipped
from game.lab.invariants import LAWS, broken_laws, laws_at_signing, signing_moments
from game.lab.measures import figures_of, no_deal, setup_of
from game.lab.plan import CellKey
from game.minds.policies import LATE, POLICIES
from game.model.ids import Quantity
from game.play.match import Match
from game.play.seating import play_out
from game.rules.deal import deal, first_world
from game.rules.negotiate import SigningCase
from tests.lab.cells import RIPE


def match_of(key: CellKey, seed: int, length: str = "quick") -> Match:
    return play_out(shipped(), setup_of(shipped(), key, length, seed), POLICIES[key.policy], fingerprints=False)


def settled() -> Match:
    """The first quick game that statecraft settles."""
    return next(match for seed in range(1, 60) if (match := match_of(RIPE, seed)).world.signed)


def test_the_moment_of_signing_is_found_again() -> None:
    """The fold of the events up to the conference weighs the text as the signature says it was weighed."""
    match = settled()
    (signature, world), *_ = signing_moments(match)
    assert signature == match.world.signed[0]
    assert not any(state.option is None for state in world.clauses.values() if state.agreed)
    assert world.stage < signature.stage


def test_a_gain_is_measured_against_the_first_moment() -> None:
    match = settled()
    figures = figures_of(match, match)
    first = no_deal(match.game, first_world(match.game))
    then = no_deal(match.game, signing_moments(match)[0][1])
    for party, surplus in figures.surplus.items():
        assert figures.gain[party] + first[party] == surplus + then[party]


def test_a_late_start_is_dealt_late_and_measured_against_the_time_before_it() -> None:
    key = CellKey("late-start", "ripe")
    late = setup_of(shipped(), key, "full", 3)
    assert late.late == LATE["late-start"] > 0
    early = deal(shipped(), replace(late, late=0))
    assert no_deal(early, first_world(early)) != no_deal(deal(shipped(), late), first_world(deal(shipped(), late)))


def test_nothing_signed_gains_nothing() -> None:
    match = match_of(CellKey("passive", "ripe"), 1)
    figures = figures_of(match, match)
    assert (figures.surplus, figures.gain, figures.settled) == ({}, {}, False)
    assert set(figures.waited) == set(shipped().parties)


@pytest.mark.parametrize("policy", POLICIES)
def test_no_policy_breaks_a_law(policy: str) -> None:
    for seed in (1, 2):
        match, twin = (match_of(CellKey(policy, "ripe"), seed) for _ in range(2))
        assert broken_laws(match, twin, signing_moments(match)) == ()


def test_a_game_that_comes_out_differently_breaks_the_law_of_replay() -> None:
    assert broken_laws(match_of(RIPE, 1), match_of(RIPE, 2), ()) == ("replay",)


def test_a_meter_out_of_its_range_is_noticed_in_any_turn() -> None:
    match = match_of(RIPE, 1)
    for name, value in (("patience", 101), ("front", -301)):
        world = replace(match.world, quantities={**match.world.quantities, Quantity(name): value})
        early = (replace(match.turns[0], first=world), *match.turns[1:])
        assert broken_laws(planted := replace(match, world=world), planted, ()) == ("range",)
        assert broken_laws(planted := replace(match, turns=early), planted, ()) == ("range",)


@pytest.mark.parametrize(
    ("surplus", "crossed", "flagged", "broken"),
    [
        (300, False, False, []),
        (199, False, False, ["limit"]),
        (199, False, True, []),
        (300, True, False, ["red-line"]),
        (300, True, True, []),
        (199, True, False, ["limit", "red-line"]),
    ],
)
def test_a_signature_below_the_limit_or_over_a_line_has_to_be_flagged(
    surplus: int, crossed: bool, flagged: bool, broken: list[str]
) -> None:
    term = shipped().landing[0] if crossed else None
    case = SigningCase(surplus=surplus, limit=200, imposed=flagged, crossed=term, unsold=0)
    assert [*laws_at_signing(case, flagged)] == broken
    assert set(broken) <= set(LAWS)
