"""The guided first turn in line mode: whoever types what it says comes to its end."""

from collections.abc import Iterator
from pathlib import Path

from game.contracts.building.shipped import shipped
from game.play.saves import Shelf
from game.play.wish import Wish
from game.telling.guide import ANSWER
from tests.plain.talks import talk


def script() -> tuple[tuple[str, ...], ...]:
    guide = shipped().words.guide
    assert guide is not None
    return tuple(step.type for step in guide.steps)


def guided(saves: Path, typed: list[str]) -> str:
    done = talk(Wish("one-last-effort", shelf=Shelf(saves)), ["2", *typed, "quit", "leave"])
    assert done.code == 0
    return " ".join(done.said.split())


def told(said: str) -> list[int]:
    """The steps that were told, in order."""
    return [int(part.split(" ", 1)[0]) for part in said.split("Guide, ")[1:]]


def following(saves: Path) -> Iterator[str]:
    """What the guide says to type; the number of the answer is read off what it has said before."""
    typed: list[str] = []
    for lines in script():
        for line in lines:
            asks = ANSWER in line
            typed.append(guided(saves, typed).rsplit("Type: ", 1)[1].split(".", 1)[0] if asks else line)
            yield typed[-1]


def test_whoever_types_what_it_says_is_told_every_step(tmp_path: Path) -> None:
    typed = list(following(tmp_path / "first"))
    said = guided(tmp_path / "again", typed)
    silent = {place for place, lines in enumerate(script(), 1) if not lines and place < len(script())}
    assert told(said) == [place for place in range(1, len(script()) + 1) if place not in silent]
    assert "Moscow refuses a European force backed by the US in the guarantees clause." in said
    assert "Would help: " in said
    assert "Patience falls from 70 to " in said


def test_the_guide_ends_with_the_players_own_next_act(tmp_path: Path) -> None:
    typed = [*following(tmp_path / "first"), "1", "reassure kyiv", "1"]
    said = guided(tmp_path / "again", typed)
    assert "Planned: 1 act so far." in said
    assert said.count("Guide, ") == len(told(said))


def test_a_step_is_passed_over_with_one_word_and_the_guide_ended_with_two(tmp_path: Path) -> None:
    said = guided(tmp_path / "one", ["skip", "skip guide", "1", "1"])
    assert told(said) == [1, 2]
    assert "is not one of the choices" not in said
    assert len(told(guided(tmp_path / "all", ["skip"] * len(script()) + ["1", "1"]))) == len(script())


def test_it_is_played_on_a_real_game_that_is_saved(tmp_path: Path) -> None:
    guided(tmp_path, ["1", "1"])
    saved = Shelf(tmp_path).newest_unfinished()
    guide = shipped().words.guide
    assert saved is not None
    assert guide is not None
    assert (saved.world, saved.length, saved.seed) == (guide.world, guide.length, guide.seed)


def test_the_four_things_off_the_table_stand_before_the_first_question_of_the_game(tmp_path: Path) -> None:
    said = guided(tmp_path, ["quit", "leave"])
    assert "justice, accountability, the missing children and life under occupation" in said.split("Begin", 2)[1]
