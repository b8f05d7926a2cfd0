"""Whether styles succeed, and how unlike their games are."""

import pytest

from game.contracts.building.shipped import shipped, shipped_setup
from game.lab.plan import CellKey, Kind
from game.lab.profiles import profiles_trial
from game.lab.study import Cell, Study
from game.lab.styles import between, distance, judged, profile, styles_cells, styles_in, styles_report, told_apart
from game.minds.policies import STYLES
from tests.lab.cells import RIPE, game, made_up, small_plan

SEEDS = range(1, 41)
TALLIES = {
    "statecraft": (5, 5, 5),
    "facilitation": (10, 3, 2),
    "formulation": (2, 10, 3),
    "leverage": (2, 3, 10),
}
FAMILIES = ("leaders", "moscow", "text")


def cell(key: CellKey, rate: float) -> Cell:
    """Games that differ a little from seed to seed."""
    counts = TALLIES[key.policy]
    rows = ((count + (seed + place) % 2 for place, count in enumerate(counts)) for seed in SEEDS)
    tallies = [{family: (count,) for family, count in zip(FAMILIES, row, strict=True)} for row in rows]
    settled = round(rate * len(SEEDS))
    return Cell(key, tuple(game(seed, seed <= settled, tally=tallies[seed - 1]) for seed in SEEDS))


def study(**rates: float) -> Study:
    keys = styles_cells(("ripe", "sceptic"))
    plan = small_plan(*keys, games=len(SEEDS), kind=Kind.STYLES)
    return made_up(plan, *(cell(key, rates.get(key.policy, 0.6) if key.world == "ripe" else 0.0) for key in keys))


def test_a_distance_is_how_many_of_a_hundred_acts_lie_elsewhere() -> None:
    assert distance(profile((5, 5)), profile((5, 5))) == 0
    assert distance(profile((10, 0)), profile((0, 3))) == 100
    assert distance(profile((3, 1)), profile((1, 1))) == 25


def test_the_distance_of_two_styles_has_an_interval_that_holds_it() -> None:
    one, other = styles_in(study(), "ripe")[1:3]
    far = between(one, other)
    assert far.low <= far.value <= far.high
    assert far.value == pytest.approx(distance(one.profile, other.profile))


def test_games_of_clearly_different_styles_are_told_by_their_acts() -> None:
    assert all(rate.value == 1 for rate in told_apart(styles_in(study(), "ripe")).values())


def test_games_of_the_same_acts_are_not() -> None:
    whole = study()
    twin = Cell(CellKey("leverage", "ripe"), whole.cells[2].games)
    found = told_apart(styles_in(made_up(whole.plan, whole.cells[0], whole.cells[2], twin), "ripe"))
    assert found["statecraft"].value == 1
    assert found["facilitation"].value + found["leverage"].value < 1.1


def test_three_successful_and_different_styles_pass() -> None:
    assert [good for good, _ in judged(styles_in(study(), "ripe"))] == [True, True]
    assert not styles_report(study()).failed


def test_a_style_that_seldom_settles_does_not_count() -> None:
    found = study(leverage=0.2)
    assert [good for good, _ in judged(styles_in(found, "ripe"))] == [False, True]
    assert styles_report(found).failed


def test_styles_that_do_the_same_are_not_different(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TALLIES, "leverage", TALLIES["formulation"])
    verdicts = list(judged(styles_in(study(), "ripe")))
    assert [good for good, _ in verdicts] == [True, False]
    assert "`formulation` and `leverage`" in verdicts[1][1]


def test_the_page_says_how_it_was_made_and_holds_every_style_and_pair() -> None:
    page = styles_report(study()).page
    assert page is not None
    assert "python -m game lab --styles --games 40 --seed 1 --length quick --markdown docs/styles.md" in page
    assert all(f"| `{name}` | sceptic |" in page for name in ("statecraft", *STYLES))
    assert "| `facilitation` | `leverage` |" in page


def test_an_interrupted_study_makes_no_page() -> None:
    whole = study()
    assert styles_report(Study(whole.plan, whole.cells[:1], 1.0, complete=False)).page is None
    assert styles_report(Study(whole.plan, (), 1.0, complete=False)).page is None


def test_a_game_counts_its_acts_by_family() -> None:
    found = profiles_trial(shipped(), shipped_setup("quick", 2), RIPE)
    assert set(found.tally) <= {verb.family for verb in shipped().verbs.values()}
    assert sum(count for (count,) in found.tally.values()) > 10
