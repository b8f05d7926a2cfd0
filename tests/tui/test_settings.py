"""The settings: kept whole or not at all, never in the way of a game, and whatever is wrong is told in a sentence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.tui.keymap import KEYS, accepted
from game.tui.screens.room import RoomScreen
from game.tui.screens.title import TitleScreen
from game.tui.settings import FILE, Settings, as_toml, changed, read_settings, settings_values, write_settings
from game.tui.start import COLOURS, THEME_NAMES
from tests.tui.stage import arrive, at, begin, desk, on_stage, press, session, shown, sit_down, staged, until

CONFIG = ".config"


def settings_file(folder: Path, text: str) -> Path:
    path = folder / CONFIG / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@given(
    st.builds(
        Settings,
        theme=st.sampled_from(THEME_NAMES),
        colours=st.sampled_from(COLOURS),
        motion=st.booleans(),
        confirm_send=st.booleans(),
        keys=st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=9), st.text(max_size=9), max_size=4),
    )
)
def test_what_was_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    path = tmp_path_factory.mktemp("settings") / "deep" / FILE
    try:
        as_toml(settings).encode()
    except UnicodeEncodeError:
        return
    assert write_settings(path, settings) == ""
    assert read_settings(path).settings == settings
    assert [each.name for each in path.parent.iterdir()] == [FILE], "nothing but the file is left"


def test_every_setting_goes_round_its_values() -> None:
    for name in settings_values(Settings()):
        settings, seen = Settings(), []
        for _ in range(6):
            settings = changed(settings, name)
            seen.append(settings_values(settings)[name])
        assert len(set(seen)) in (2, 3)
        assert settings == Settings()


@pytest.mark.parametrize("text", ["theme = ", "\x00", "[keys", "a" * 100_000, "theme = 'paper'\ntheme = 'paper'"])
def test_a_damaged_file_is_set_aside_with_one_sentence(tmp_path: Path, text: str) -> None:
    path = settings_file(tmp_path, text)
    kept = read_settings(path)
    assert kept.settings == Settings()
    assert len(kept.remarks) == 1
    aside = path.with_name(f"{FILE}.damaged")
    assert str(aside) in kept.remarks[0]
    assert aside.read_text(encoding="utf-8") == text
    assert not path.exists()


def test_what_is_wrong_is_left_out_and_the_rest_holds(tmp_path: Path) -> None:
    path = settings_file(tmp_path, "theme = 'paper'\ncolours = 'pink'\nmotion = 'no'\nspeed = 3\nkeys = 4\n")
    kept = read_settings(path)
    assert kept.settings == Settings(theme="paper")
    assert [remark.split("'")[1] for remark in kept.remarks] == ["colours", "motion", "speed", "keys"]
    assert path.exists()


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    problem = write_settings(tmp_path / "file" / FILE, Settings())
    assert "they hold until you leave" in problem
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
    assert "no home folder" in write_settings(None, Settings())
    assert read_settings(None).settings == Settings()


def test_keys_that_cannot_be_given_are_told_one_by_one() -> None:
    good, remarks = accepted(
        {
            "room.act": "t",
            "room.text": "a",
            "room.cables": "g",
            "room.fly": "z",
            "room.front": "escape",
            "title.new": "ä",
            "room.undo": "z,Z",
            "app.theme": "b",
        }
    )
    assert good == {"room.act": "t", "room.text": "a", "room.undo": "z,Z"}, "two keys may change places"
    assert [remark.split()[1:6] for remark in remarks if "room.fly" in remark] == [
        ["nothing", "is", "called", "'room.fly';", "it"]
    ]
    assert len(remarks) == 5
    for name in ("room.cables", "room.front", "title.new", "app.theme"):
        assert sum(name in remark for remark in remarks) == 1


@given(st.dictionaries(st.sampled_from(sorted(KEYS)), st.sampled_from(["a", "b", "t", "f2", "x", "enter,a", "z"])))
def test_no_two_things_on_one_screen_have_the_same_key(wanted: dict[str, str]) -> None:
    good, remarks = accepted(wanted)
    assert set(good) <= set(wanted)
    assert len(remarks) == len(wanted) - len(good)
    for place in ("room", "title"):
        keys = [
            key
            for name, usual in KEYS.items()
            if name.startswith((place, "app"))
            for key in good.get(name, usual).split(",")
        ]
        assert len(keys) == len(set(keys))


def test_the_names_of_keys_are_those_of_the_screens() -> None:
    named = {
        binding.id: binding.key
        for screen in (RoomScreen, TitleScreen)
        for binding in screen.BINDINGS
        if not isinstance(binding, tuple) and binding.id
    }
    assert named == {name: keys for name, keys in KEYS.items() if not name.startswith("app.")}


@staged
async def test_settings_take_effect_at_once_and_hold_the_next_time(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "s")
        assert pilot.app.theme == "night-desk"
        await press(pilot, "enter", "down", "enter")
        assert pilot.app.theme == "paper-colour-safe"
        await press(pilot, "down", "space", "down", "right")
        assert pilot.app.has_class("-ascii")
        assert pilot.app.animation_level == "none"
        assert "paper" in shown(pilot)
    async with on_stage(tmp_path) as pilot:
        assert pilot.app.theme == "paper-colour-safe"
        assert pilot.app.has_class("-ascii")
        await press(pilot, "f2")
        assert pilot.app.theme == "high-contrast-colour-safe"
    assert 'theme = "high-contrast"' in (tmp_path / CONFIG / FILE).read_text(encoding="utf-8")


@staged
async def test_what_the_command_says_holds_for_one_run(tmp_path: Path) -> None:
    async with on_stage(tmp_path, theme="high-contrast", ascii=True, no_motion=True) as pilot:
        assert pilot.app.theme == "high-contrast"
        await press(pilot, "s", "down", "enter")
        assert pilot.app.theme == "high-contrast-colour-safe"
    async with on_stage(tmp_path) as pilot:
        assert pilot.app.theme == "night-desk-colour-safe"
        assert not pilot.app.has_class("-ascii")


@staged
async def test_settings_are_reached_from_the_room_and_questions_can_be_left_out(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await begin(pilot)
        await press(pilot, "enter")
        assert at(pilot) == "PredictScreen"
        await press(pilot, "escape", "S", "end", "up", "enter", "up", "enter", "escape")
        assert at(pilot) == "RoomScreen"
        await press(pilot, "enter")
        await arrive(pilot, "MorningScreen")
        await press(pilot, "escape")
        await until(pilot, lambda: at(pilot) in ("CardScreen", "RoomScreen"))
        while at(pilot) == "CardScreen":
            await press(pilot, "1")
        assert desk(pilot).view.turn == 2
        await press(pilot, "R")
        assert at(pilot) != "QuestionScreen"
        assert desk(pilot).session.explored


@staged
async def test_changed_keys_work_stand_on_the_bar_and_conflicts_are_told(tmp_path: Path) -> None:
    settings_file(tmp_path, "[keys]\n'room.text' = 'z'\n'room.groups' = 'a'\n'title.new' = 'e'\n")
    async with on_stage(tmp_path) as pilot:
        assert "a for room.groups is taken by room.act" in " ".join(shown(pilot).split())
        assert "e New game" in shown(pilot)
        await sit_down(pilot, session(turn=4))
        assert "z Text" in shown(pilot)
        await press(pilot, "t")
        assert at(pilot) == "RoomScreen"
        await press(pilot, "z")
        assert at(pilot) == "TextScreen"
        await press(pilot, "escape", "g")
        assert at(pilot) == "GroupsScreen"


@staged
async def test_settings_that_cannot_be_kept_hold_until_the_end_and_say_so(tmp_path: Path) -> None:
    (tmp_path / CONFIG).write_text("a file where a folder belongs", encoding="utf-8")
    async with on_stage(tmp_path) as pilot:
        await press(pilot, "s", "enter")
        assert pilot.app.theme == "paper"
        assert "they hold until you leave" in " ".join(shown(pilot).split())
