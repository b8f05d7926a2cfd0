"""What an act adds: differences over the same seeds, and what may be said of an act by name."""

from collections.abc import Sequence

from game.contracts.building.shipped import shipped
from game.lab.acts import WORLDS, acts_cells, acts_report, found_in, judged
from game.lab.deeds import INSERTED, MORE, NEVER, ONLY, deeds, twist
from game.lab.measures import GameFigures
from game.lab.plan import CellKey, Kind
from game.lab.study import Cell, Study
from tests.lab.cells import game, made_up, small_plan

SEEDS = range(1, 41)
DEED = "table"


def key(world: str, name: str = "") -> CellKey:
    return CellKey("statecraft", world, twist=name)


def games(score: int, settled: Sequence[int] = (), **tally: tuple[int, ...]) -> tuple[GameFigures, ...]:
    """Scores that vary by a point between seeds."""
    return tuple(game(seed, seed in settled, score + seed % 2, tally=tally) for seed in SEEDS)


def study(more: int, never: int, alone: Sequence[int] = ()) -> Study:
    """In every world the plain policy scores 40, with one more ``more`` and without it ``never``."""
    cells = [Cell(key(world), games(40, range(1, 21), table=(3,))) for world in WORLDS]
    inserted = {INSERTED: (1,)}
    cells += [Cell(key(world, twist(MORE, DEED)), games(more, range(1, 31), **inserted)) for world in WORLDS]
    cells += [Cell(key(world, twist(NEVER, DEED)), games(never)) for world in WORLDS]
    cells.append(Cell(key("ripe", twist(ONLY, DEED)), games(5, alone)))
    plan = small_plan(*(cell.key for cell in cells), games=len(SEEDS), kind=Kind.ACTS)
    return made_up(plan, *cells)


def said(found: Study) -> str:
    return " ".join(line for _, line in judged(found_in(found)))


def test_differences_are_those_of_the_same_seeds() -> None:
    (ripe, *_) = found_in(study(45, 30)).worths
    assert ripe.times == 3
    assert ripe.more.score is not None
    assert ripe.never.settled is not None
    assert tuple(ripe.more.score) == (5, 5, 5)
    assert (ripe.more.games, ripe.more.settled and ripe.more.settled.value) == (40, 0.25)
    assert ripe.never.settled.value == -0.5


def test_only_games_in_which_it_could_be_done_count_as_once_more() -> None:
    whole = study(45, 30)
    idle = tuple(game(each.seed, score=0, tally={INSERTED: (0,)}) for each in whole.cells[3].games[:30])
    cell = Cell(whole.cells[3].key, (*idle, *whole.cells[3].games[30:]))
    found = found_in(made_up(whole.plan, *whole.cells[:3], cell, *whole.cells[4:]))
    assert (found.worths[0].more.games, found.worths[0].more.score and found.worths[0].more.score.value) == (10, 5)


def test_an_act_that_adds_in_every_world_would_always_be_right_and_fails() -> None:
    assert next(judged(found_in(study(45, 30))))[0] is False
    assert next(judged(found_in(study(40, 30))))[0] is True


def test_an_act_that_settles_a_game_alone_fails() -> None:
    assert [good for good, _ in judged(found_in(study(40, 30, alone=(7,))))][1] is False
    assert "alone settles: `table`" in said(study(40, 30, alone=(7,)))


def test_an_act_is_named_as_needed_as_costly_or_as_open() -> None:
    assert "Some world needs it, or one more of it: `table`" in said(study(40, 30))
    assert "One more only costs, or it is better left: `table`" in said(study(35, 40))
    assert "Nothing is sure of: `table`" in said(study(40, 40))


def test_of_a_few_games_nothing_is_sure() -> None:
    """A plain run of luck: five games, all of which come out alike."""
    whole = study(45, 30)
    few = made_up(whole.plan, *(Cell(cell.key, cell.games[:5]) for cell in whole.cells))
    assert all(good for good, _ in judged(found_in(few)))
    assert "Nothing is sure of: `table`" in said(few)


def test_every_act_is_tried_in_every_way_and_world() -> None:
    cells = acts_cells(shipped())
    assert len(cells) == len(set(cells)) == 3 * (1 + 2 * len(deeds(shipped()))) + len(deeds(shipped()))


def test_the_page_says_how_it_was_made_and_marks_what_is_sure() -> None:
    page = acts_report(study(45, 30)).page
    assert page is not None
    assert "python -m game lab --acts --games 40 --seed 1 --length quick --markdown docs/acts.md" in page
    assert all(f"## In {world}" in page for world in WORLDS)
    assert "| `table` | 3.0 | +5.0 (+5.0 to +5.0) * |" in page
    assert acts_report(study(45, 30)).failed


def test_an_interrupted_study_tells_what_it_has_and_makes_no_page() -> None:
    whole = study(45, 30)
    report = acts_report(Study(whole.plan, whole.cells[:2], 1.0, complete=False))
    assert report.page is None
    assert not report.failed
    assert acts_report(Study(whole.plan, (), 1.0, complete=False)).page is None
