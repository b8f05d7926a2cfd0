"""The level of information in a save: nothing where it is the usual one, and a name that has to be known."""

from dataclasses import replace
from pathlib import Path

import pytest

from game.model.information import USUAL
from game.play.saves import SaveProblem, Shelf
from game.play.session import Session
from tests.play.games import play, scenario, setup


def begun(folder: Path, level: str) -> Path:
    with Session.begin(scenario(), replace(setup(), information=level), Shelf(folder)) as session:
        play(session, 2)
        assert session.path is not None
        return session.path


def test_a_save_at_the_usual_level_says_nothing_of_it(tmp_path: Path) -> None:
    assert b"information" not in begun(tmp_path, "").read_bytes().partition(b"\n")[0]
    (title,) = Shelf(tmp_path).list()
    assert title.information == ""


def test_a_save_keeps_its_level_and_goes_on_at_it(tmp_path: Path) -> None:
    path = begun(tmp_path, "scant")
    assert Shelf(tmp_path).list()[0].information == "scant"
    with Session.resume(Shelf(tmp_path).open(path)) as session:
        assert session.match.game.insight.sounding_band == 6
        play(session, 99)
        assert session.match.over


def test_content_that_lost_a_level_refuses_the_save_and_names_it(tmp_path: Path) -> None:
    path = begun(tmp_path, "scant")
    usual = {USUAL: scenario().information[USUAL]}
    with pytest.raises(SaveProblem) as refused:
        Shelf(tmp_path, lambda _: replace(scenario(), information=usual)).open(path)
    assert "names the information level 'scant'" in refused.value.what
