"""Names and texts from files show themselves and do nothing: in titles, in lines, in the app, in errors and in logs."""

import os
import re
from io import StringIO
from pathlib import Path

import pytest

from game.cli import main
from game.cli.crash import log_crash
from game.contracts.building.shipped import shipped
from game.plain.console import Console
from game.play.copies import branch, rescue
from game.play.inert import inert, inert_lines
from game.play.saves import SaveProblem, Shelf
from game.play.wish import Wish
from tests.plain.talks import Typist, talk
from tests.saves import finished
from tests.tui.stage import at, on_stage, press, shown, staged

HOSTILE = (
    "a[bold red]b",
    "[@click=app.quit]x",
    "c\x1b[2J\x1b]0;owned\x07",
    "d\u202egnp\u2066",
    "=HYPERLINK(1)",
    "+cmd|' !A0",
    "e\nf",
    "$(rm -rf x)",
    "g\u061ch\x9b31m",
    "i\udce9",
)
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.fixture(params=HOSTILE, ids=ascii)
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A finished game under a name that would do harm somewhere."""
    name: str = request.param
    path = tmp_path / "saves" / f"{name}.jsonl"
    finished(tmp_path / "saves").rename(path)
    return path


def tame(text: str) -> str:
    assert not STEERING.search(text)
    text.encode()
    return text


def test_in_lists_errors_and_results_of_commands(capsys: pytest.CaptureFixture[str], hostile: Path) -> None:
    folder = ["--saves", str(hostile.parent)]
    name = inert(hostile.stem)
    assert main(["saves", *folder]) == 0
    assert tame(capsys.readouterr().out).startswith(f"{name}  ")
    assert main(["saves", "where", *folder]) == 0
    assert f"  {name}.jsonl\n" in tame(capsys.readouterr().out)
    assert main(["replay", str(hostile), str(hostile), "--verify", *folder]) == 0
    assert tame(capsys.readouterr().out).count("comes out as recorded") == 2
    hostile.write_bytes(hostile.read_bytes().replace(b'"turn"', b'"tern"', 1))
    assert main(["replay", str(hostile), *folder]) == 2
    assert name in tame(capsys.readouterr().err)
    assert main(["replay", f"{hostile.stem}-", *folder]) == 2
    tame(capsys.readouterr().err)
    assert main(["saves", "delete", hostile.stem, *folder]) == 0
    assert name in tame(capsys.readouterr().out)
    assert not hostile.exists()


def test_in_the_title_of_a_game_that_left_it(capsys: pytest.CaptureFixture[str], hostile: Path) -> None:
    here = Shelf(hostile.parent, lambda _: shipped())
    made = branch(here, here.open(hostile), 2)
    left = here.open(made).history.branch
    assert left is not None
    assert tame(left.of) == inert(hostile.stem)
    assert main(["saves", "--saves", str(hostile.parent)]) == 0
    assert f"left {inert(hostile.stem)} at turn 2" in tame(capsys.readouterr().out)


def test_in_line_mode(hostile: Path) -> None:
    said = talk(Wish("one-last-effort", shelf=Shelf(hostile.parent)), ["3", "1", "0"]).said
    assert re.sub(r"\s+", " ", inert(hostile.stem)) in re.sub(r"\s+", " ", tame(said))


def test_in_line_mode_whatever_is_typed_is_echoed_without_doing_anything() -> None:
    out = StringIO()
    console = Console(Typist(list(HOSTILE), interrupted=False), out)
    for typed in HOSTILE:
        assert console.read("Say") == typed.strip()
    tame(out.getvalue())


@staged
async def test_in_the_app(tmp_path: Path) -> None:
    for name in HOSTILE:
        finished(tmp_path).rename(tmp_path / f"{name}.jsonl")
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "o")
        screen = tame(shown(pilot))
        assert "a[bold red]b" in screen
        assert "[@click=app.quit]x" in screen
        assert "owned" in screen
        await press(pilot, *["down"] * 3, "r", "escape")
        assert at(pilot) == "SavesScreen"
        tame(shown(pilot))


def test_in_the_log_of_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.cli.crash._log_folder", lambda: str(tmp_path))
    try:
        raise RuntimeError("".join(HOSTILE))
    except RuntimeError:
        said = log_crash()
    (log,) = tmp_path.iterdir()
    assert str(log) in said
    assert "[bold red]" in tame(log.read_text(encoding="utf-8"))


def test_in_a_problem_with_a_save_and_what_is_done_about_it(hostile: Path) -> None:
    here = Shelf(hostile.parent, lambda _: shipped())
    with pytest.raises(SaveProblem) as caught:
        rescue(here, hostile)
    tame(str(caught.value))
    assert os.fspath(hostile.parent) in str(caught.value)


def test_text_keeps_everything_that_only_shows_itself() -> None:
    kept = "Kyiv – “naïve” café ▲ 3 % [RU: x] \u200d\u00ad=1+1"
    assert inert(kept) == kept
    assert inert_lines("a\nb\x1b[1m") == "a\nb\ufffd[1m"
