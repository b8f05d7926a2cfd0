"""The door to content: what it finds, loads, keeps and refuses."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.cards import folders, shelf
from game.cards.folders import digest_of, open_folder
from game.cards.library import check_path, find_content, list_scenarios, load_scenario, render_all
from game.model.ids import PartyId, Quantity, VerbId
from tests.cards.small import FILES, NAME, spoilt, write

SHIPPED = "one-last-effort"


@pytest.fixture(autouse=True)
def own_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has a shelf of its own, in a folder of the platform's that only it uses."""
    monkeypatch.delenv(shelf.OFF, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(shelf, "_folder", lambda: tmp_path / "cache")


def in_a_new_process(code: str, **environment: str) -> str:
    """What the code prints, in a Python of its own."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=find_content().parent,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_the_shipped_scenario_loads_without_a_fault() -> None:
    loaded = load_scenario(SHIPPED)
    assert render_all(loaded.faults) == ""
    assert loaded.scenario is not None
    assert loaded.scenario.id == SHIPPED


def test_the_shipped_content_has_no_fault_and_no_warning() -> None:
    assert render_all(check_path(find_content())) == ""


def test_effects_of_an_action_are_written_out_for_each_party(tmp_path: Path) -> None:
    scenario = load_scenario(NAME, write(tmp_path)).scenario
    assert scenario is not None
    effects = scenario.verbs[VerbId("reassure")].effects
    assert [effect.quantity for effect in effects[PartyId("ukraine")]] == ["trust.ukraine", "discipline"]
    assert scenario.verbs[VerbId("unite")].effects == {None: ()}


def test_shares_become_basis_points_and_expected_options_their_value(tmp_path: Path) -> None:
    scenario = load_scenario(NAME, write(tmp_path)).scenario
    assert scenario is not None
    prior = scenario.parties[PartyId("russia")].prior
    assert sum(prior.weights.values()) == 10_000
    assert dict(prior.expects) == {"line": 50, "ceasefire": 33}


def test_what_everybody_sees_has_no_list_of_seats(tmp_path: Path) -> None:
    hidden = spoilt("scenario.yaml", "start: 50, seen: all", "start: 50, seen: []")
    scenario = load_scenario(NAME, write(tmp_path, hidden)).scenario
    assert scenario is not None
    assert scenario.quantities[Quantity("discipline")].seen == ()
    assert scenario.quantities[Quantity("congress")].seen is None


def test_a_faulty_card_is_left_out_and_the_game_goes_on(tmp_path: Path) -> None:
    broken = spoilt("cards/press.yaml", "effects: {discipline: -3}", "effects: {disciplin: -3}")
    loaded = load_scenario(NAME, write(tmp_path, broken))
    assert loaded.scenario is not None
    assert list(loaded.scenario.cards) == ["readout-leaks"]
    assert loaded.left_out == ("card wrong-suspect",)
    assert [fault.code for fault in loaded.faults] == ["E201"]


def test_a_sequel_that_was_left_out_does_not_come(tmp_path: Path) -> None:
    chained = spoilt("cards/press.yaml", "sets: leak-hunt", "sets: leak-hunt\n      then: {card: wrong-suspect, in: 2}")
    name = f"scenarios/{NAME}/cards/press.yaml"
    text = str(chained[name])
    for broken, sequels in ((text, 1), (text.replace("discipline: -3", "disciplin: -3"), 0)):
        scenario = load_scenario(NAME, write(tmp_path, {name: broken})).scenario
        assert scenario is not None
        choices = next(iter(scenario.cards.values())).choices
        assert sum(choice.outcome.sequel is not None for choice in choices) == sequels


def test_a_file_of_cards_that_cannot_be_read_leaves_the_rest_to_play(tmp_path: Path) -> None:
    loaded = load_scenario(NAME, write(tmp_path, {f"scenarios/{NAME}/cards/front.yaml": b"\xff\xfe\x00"}))
    assert loaded.scenario is not None
    assert len(loaded.scenario.cards) == 2
    assert [fault.code for fault in loaded.faults] == ["E001"]


@pytest.mark.parametrize(
    "file", ["scenario.yaml", "clauses.yaml", "actions.yaml", "parties/russia.yaml", "endings.yaml"]
)
def test_without_a_file_that_it_needs_there_is_no_scenario(tmp_path: Path, file: str) -> None:
    loaded = load_scenario(NAME, write(tmp_path, {f"scenarios/{NAME}/{file}": "nothing: here\n"}))
    assert loaded.scenario is None
    assert loaded.faults


def test_an_unknown_scenario_is_told_with_a_guess(tmp_path: Path) -> None:
    (fault,) = load_scenario("smal", write(tmp_path)).faults
    assert (fault.message, fault.hint) == ("unknown scenario 'smal'", "did you mean 'small'?")
    (fault,) = load_scenario("../scenarios/small", tmp_path).faults
    assert fault.code == "E220"
    (fault,) = load_scenario("small", tmp_path / "nowhere").faults
    assert fault.message == "no scenario lies in this folder"


def test_the_digest_depends_on_what_the_files_say_and_on_nothing_else(tmp_path: Path) -> None:
    here = digest_of(open_folder(write(tmp_path / "here") / "scenarios" / NAME))
    crlf = {name: text.replace("\n", "\r\n").encode() for name, text in FILES.items()}
    there = digest_of(open_folder(write(tmp_path / "there", {**crlf}) / "scenarios" / NAME))
    other = digest_of(
        open_folder(write(tmp_path / "other", spoilt("claims.yaml", "C3: A claim", "C3: A")) / "scenarios" / NAME)
    )
    assert here == there != other
    assert len(here) == 16


def test_lenses_count_in_the_digest(tmp_path: Path) -> None:
    before = digest_of(open_folder(write(tmp_path) / "scenarios" / NAME))
    write(tmp_path, spoilt("lenses/realist.yaml", "Order and power", "Power and order"))
    assert digest_of(open_folder(tmp_path / "scenarios" / NAME)) != before


def test_a_loaded_scenario_is_the_same_from_the_shelf(tmp_path: Path) -> None:
    first = load_scenario(NAME, write(tmp_path)).scenario
    second = load_scenario(NAME, tmp_path).scenario
    assert first is not None
    assert second is not None
    assert first is not second
    assert repr(first) == repr(second)


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    load_scenario(NAME, write(tmp_path))
    write(tmp_path, spoilt("scenario.yaml", "A small scenario", "A changed one"))
    scenario = load_scenario(NAME, tmp_path).scenario
    assert scenario is not None
    assert scenario.title == "A changed one"
    assert list_scenarios(tmp_path)[0].title == "A changed one"


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 5000])
def test_a_damaged_shelf_is_as_good_as_none(tmp_path: Path, damage: bytes) -> None:
    load_scenario(NAME, write(tmp_path))
    (entry,) = (tmp_path / "cache").glob(f"{NAME}.pickle")
    whole = entry.read_bytes()
    for bad in (damage, whole[: len(whole) // 2], whole[:-1] + b"\0", whole + damage[:1]):
        entry.write_bytes(bad)
        assert load_scenario(NAME, tmp_path).scenario is not None


def test_a_shelf_that_cannot_be_written_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "blocked").write_text("a file where a folder should be")
    monkeypatch.setattr(shelf, "_folder", lambda: tmp_path / "blocked" / "deeper")
    assert load_scenario(NAME, write(tmp_path)).scenario is not None


def test_the_shelf_can_be_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(shelf.OFF, "1")
    load_scenario(NAME, write(tmp_path))
    assert not (tmp_path / "cache").exists()


def test_a_scenario_with_a_fault_is_not_kept(tmp_path: Path) -> None:
    broken = spoilt("cards/press.yaml", "discipline: -3", "disciplin: -3")
    load_scenario(NAME, write(tmp_path, broken))
    assert load_scenario(NAME, tmp_path).faults


def test_neither_yaml_nor_pydantic_is_imported_for_what_is_on_the_shelf(tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from game.cards import library
library.load_scenario({NAME!r}, Path({str(tmp_path)!r})), library.list_scenarios(Path({str(tmp_path)!r}))
print(*sorted({{"yaml", "pydantic", "pydantic_core"}} & set(sys.modules)))
"""
    write(tmp_path)
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path / "cache")}
    assert in_a_new_process(code, **cache) == "pydantic pydantic_core yaml"
    assert in_a_new_process(code, **cache) == ""


def test_the_library_alone_imports_nothing_that_parses() -> None:
    code = "import sys, game.cards.library; print('yaml' in sys.modules, 'pydantic' in sys.modules)"
    assert in_a_new_process(code) == "False False"


def test_scenarios_are_listed_with_title_and_summary(tmp_path: Path) -> None:
    assert list_scenarios(write(tmp_path)) == ((NAME, "A small scenario", "Two parties and two clauses."),)
    assert list_scenarios(tmp_path / "nowhere") == ()


def test_a_scenario_whose_title_cannot_be_read_is_listed_by_its_folder(tmp_path: Path) -> None:
    write(tmp_path, {f"scenarios/{NAME}/scenario.yaml": "- [\n"})
    assert list_scenarios(tmp_path) == ((NAME, NAME, ""),)


def test_content_is_found_beside_the_program_in_the_wheel_and_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = tmp_path / "game" / "cards" / "folders.py"
    monkeypatch.setattr(folders, "__file__", str(module))
    assert find_content() == tmp_path / "content"
    (tmp_path / "game" / "_content").mkdir(parents=True)
    assert find_content() == tmp_path / "game" / "_content"
    monkeypatch.setenv(folders.OVERRIDE, str(tmp_path / "mine"))
    assert find_content() == tmp_path / "mine"


def test_a_single_file_is_checked_among_its_neighbours(tmp_path: Path) -> None:
    write(
        tmp_path,
        {**spoilt("cards/press.yaml", "turn >= 2", "trun >= 2"), **spoilt("claims.yaml", "C3: A claim.", "C3:")},
    )
    home = tmp_path / "scenarios" / NAME
    assert [fault.code for fault in check_path(home / "cards" / "press.yaml")] == ["E210"]
    assert [fault.code for fault in check_path(home / "cards")] == ["E210"]
    assert [fault.code for fault in check_path(home)] == ["E210", "E106"]
    assert [fault.code for fault in check_path(tmp_path)] == ["E210", "E106"]
    assert [fault.code for fault in check_path(home / "cards" / ".." / "cards" / "press.yaml")] == ["E210"]
    assert check_path(tmp_path / "lenses" / "realist.yaml") == ()


def test_a_path_without_content_is_told(tmp_path: Path) -> None:
    write(tmp_path / "content")
    (tmp_path / "stray.yaml").write_text("[]\n")
    assert [fault.code for fault in check_path(tmp_path / "stray.yaml")] == ["E217"]
    assert [fault.code for fault in check_path(tmp_path / "nowhere.yaml")] == ["E012"]
    (tmp_path / "content" / "scenarios" / NAME / "notes.txt").write_text("ideas\n")
    assert [fault.code for fault in check_path(tmp_path / "content" / "scenarios" / NAME / "notes.txt")] == ["E217"]
    home = tmp_path / "content" / "scenarios" / NAME
    assert [fault.code for fault in check_path(home / "cards" / "missing.yaml")] == ["E012"]


def test_files_below_the_working_folder_are_named_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, spoilt("claims.yaml", "C3: A claim.", "C3:"))
    monkeypatch.chdir(tmp_path / "scenarios")
    (fault,) = check_path(Path(NAME))
    assert fault.path == f"{NAME}/claims.yaml"
    monkeypatch.chdir(tmp_path / "lenses")
    (fault,) = check_path(tmp_path)
    assert Path(fault.path).is_absolute()


def test_a_file_that_may_not_be_opened_is_told(tmp_path: Path) -> None:
    write(tmp_path)
    claims = tmp_path / "scenarios" / NAME / "claims.yaml"
    claims.unlink()
    claims.symlink_to(tmp_path / "nowhere.yaml")
    loaded = load_scenario(NAME, tmp_path)
    assert loaded.scenario is None
    assert [fault.code for fault in loaded.faults] == ["E012"]


def test_faults_are_shown_with_the_line_they_are_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, spoilt("cards/press.yaml", "effects: {trust", "efects: {trust")))
    assert render_all(check_path(Path())) == "\n".join(
        [
            f"scenarios/{NAME}/cards/press.yaml:11:7: E101 unknown field 'efects'",
            "   |",
            "11 |       efects: {trust.ukraine: +2, trust.russia: -4}",
            "   |       ^~~~~~",
            "   = did you mean 'effects'?",
        ]
    )
