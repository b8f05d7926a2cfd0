"""Choosing an act: lists that typing narrows, forecasts, reasons why not, and steps back."""

from pathlib import Path

from textual.pilot import Pilot

from game.model.actions import CallConference, Carry, Convene, Float
from game.model.clauses import Term
from game.model.groups import Format
from game.model.ids import ClauseId, GroupId, OptionId, PartyId
from game.tui.widgets.sheet import Sheet
from tests.tui.stage import NARROW, at, desk, on_stage, press, session, shown, sit_down, staged, types


def about(pilot: Pilot[None]) -> str:
    """What the pane says about the row that is pointed at."""
    return " ".join(line.plain.strip() for line in pilot.app.screen.query_one("#about", Sheet).lines)


def offered(pilot: Pilot[None]) -> str:
    return "\n".join(line.plain for line in pilot.app.screen.query_one("#choices", Sheet).lines)


async def open_act(pilot: Pilot[None], turn: int = 4) -> None:
    await sit_down(pilot, session(turn=turn))
    for place in reversed(range(len(desk(pilot).plan))):
        desk(pilot).drop(place)
    await press(pilot, "a")


@staged
async def test_letters_narrow_the_list_and_backspace_widens_it(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await open_act(pilot)
        assert "Send arms to Kyiv" in offered(pilot)
        await types(pilot, "sou")
        assert "Sound out" in offered(pilot)
        assert "Send arms to Kyiv" not in offered(pilot)
        await press(pilot, "backspace", "backspace", "backspace")
        assert "Send arms to Kyiv" in offered(pilot)


@staged
async def test_the_last_choice_shows_cost_chance_and_what_we_believe_before_it_is_taken(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await open_act(pilot)
        await press(pilot, "2", "1", "1", "down")
        assert "1 Envoy" in about(pilot)
        assert "Would they grant it?" in about(pilot)
        assert "%" in about(pilot)
        assert "worth to it, 0 to 100" in about(pilot)
        await press(pilot, "enter")
        assert at(pilot) == "RoomScreen"
        assert desk(pilot).plan == (Float(PartyId("russia"), ClauseId("line"), OptionId("in-place")),)


@staged
async def test_what_cannot_be_done_says_why_and_is_not_taken(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await open_act(pilot, turn=1)
        await types(pilot, "signing")
        assert "not now" in offered(pilot)
        assert "no wording yet" in about(pilot)
        await press(pilot, "enter")
        assert at(pilot) == "ActScreen"
        assert CallConference() not in desk(pilot).plan


@staged
async def test_the_digit_of_what_cannot_be_done_says_why(tmp_path: Path) -> None:
    async with on_stage(tmp_path, NARROW) as pilot:
        await open_act(pilot, turn=1)
        await types(pilot, "signing")
        assert "1 Call the signing conference" in offered(pilot)
        await press(pilot, "backspace", "1")
        assert at(pilot) == "ActScreen"
        assert "Not now. Line of contact" in shown(pilot)
        await press(pilot, "ctrl+u", *"call a", "enter", "1", "3")
        assert "Not now." in shown(pilot)
        assert "Leaders settle principles of political clauses" in shown(pilot)


@staged
async def test_a_warning_stands_above_all_else_and_within_sight(tmp_path: Path) -> None:
    """C13: a principle settled with Moscow alone is settled over the others' heads; the player must see that."""
    async with on_stage(tmp_path, NARROW) as pilot:
        await open_act(pilot, turn=1)
        await types(pilot, "call a")
        await press(pilot, "enter", "1", "1")
        told = shown(pilot)
        assert "! Without the consent of Kyiv this settles the clause over its head." in told
        assert told.index("! Without the consent") < told.index("Cost ")
        assert "Would they grant it?" not in told[: told.index("Cost ")]


@staged
async def test_a_full_calendar_refuses_with_a_reason(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await open_act(pilot, turn=1)
        await types(pilot, "sound out moscow line")
        await press(pilot, "enter", "a")
        await types(pilot, "reassure kyiv")
        await press(pilot, "enter", "a")
        await types(pilot, "reassure moscow")
        await press(pilot, "enter")
        assert at(pilot) == "ActScreen"
        assert "more than this turn's calendar holds" in about(pilot)


@staged
async def test_words_that_mean_nothing_are_answered_with_what_could_be_meant(tmp_path: Path) -> None:
    async with on_stage(tmp_path, NARROW) as pilot:
        await open_act(pilot)
        await types(pilot, "sound out muscow line")
        assert "Did you mean" in offered(pilot)
        await press(pilot, "enter")
        assert "sound out Moscow" in shown(pilot)


@staged
async def test_escape_goes_back_step_by_step(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await open_act(pilot)
        await press(pilot, "1", "1")
        assert "Which clause?" in shown(pilot)
        await press(pilot, "escape")
        assert "Whom?" in shown(pilot)
        await press(pilot, "escape")
        assert "What will you do?" in shown(pilot)
        await press(pilot, "escape")
        assert at(pilot) == "RoomScreen"


@staged
async def test_a_package_is_chosen_clause_by_clause(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await open_act(pilot)
        await types(pilot, "carry a")
        await press(pilot, "enter", "1")
        for words in ("sanctions", "phased relief with", "assets", "joint"):
            await types(pilot, words)
            await press(pilot, "enter")
        assert "That is the package" in offered(pilot)
        await press(pilot, "1")
        [action] = desk(pilot).plan
        assert isinstance(action, Carry)
        assert action.terms[0] == Term(ClauseId("sanctions"), OptionId("phased-snapback"))


@staged
async def test_a_group_is_convened_with_its_members_and_format(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await open_act(pilot, turn=1)
        await types(pilot, "convene")
        await press(pilot, "enter")
        await types(pilot, "sanctions")
        await press(pilot, "enter", "1", "1")
        everybody = (PartyId("russia"), PartyId("ukraine"), PartyId("europe"))
        assert desk(pilot).plan == (Convene(GroupId("economy"), Format.PARALLEL, everybody),)


@staged
async def test_an_act_that_is_planned_is_foretold_by_what_comes_before_it_alone(tmp_path: Path) -> None:
    """A group that is planned does not pass for one that sits already when its own forecast is looked at."""
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=1))
        convene = Convene(GroupId("humanitarian"), Format.PARALLEL, (PartyId("russia"), PartyId("ukraine")))
        place = desk(pilot)
        unplanned = place.forecast(convene)
        assert any("no staff for another group" in each for each in unplanned.warnings)
        place.plan = (convene,)
        assert place.forecast(convene) == unplanned
