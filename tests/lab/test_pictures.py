"""Pictures, where matplotlib is installed; a sentence where it is not."""

import sys
from pathlib import Path

import pytest

from game.lab.intervals import Estimate
from game.lab.pictures import check_pictures, draw_curves, draw_tornado
from game.lab.trouble import LabProblem

HALF = Estimate(50.0, 40.0, 60.0)
MAGIC = {".png": b"\x89PNG", ".svg": b"<?xml"}


@pytest.mark.parametrize("suffix", MAGIC)
def test_the_same_figures_draw_the_same_file(tmp_path: Path, suffix: str) -> None:
    pytest.importorskip("matplotlib", reason="pictures need the extra 'plots'")
    check_pictures()
    raws = []
    for name in ("a", "b"):
        path = tmp_path / f"{name}{suffix}"
        draw_curves({"statecraft, ripe": [(0, HALF), (10, HALF)]}, "rate.noise", path)
        raws.append(path.read_bytes())
    assert raws[0].startswith(MAGIC[suffix])
    assert raws[0] == raws[1]


def test_a_tornado_names_its_numbers(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="pictures need the extra 'plots'")
    path = tmp_path / "effects.svg"
    sides = ((48, Estimate(-0.1, -0.2, 0.0)), (72, Estimate(0.05, -0.05, 0.15)))
    draw_tornado([("rate.noise (statecraft, ripe)", sides), ("rate.near (statecraft, ripe)", sides[:1])], path)
    text = path.read_text(encoding="utf-8")
    assert "<!-- rate.noise (statecraft, ripe) -->" in text
    assert "<!-- 48 -->" in text


def test_without_matplotlib_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(LabProblem, match=r"--plot draws with matplotlib, which is not installed. .*'plots'"):
        check_pictures()
