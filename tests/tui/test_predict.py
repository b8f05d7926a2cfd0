"""Predictions in the app: offered when the turn is sent, never in the way, two keys, and told afterwards."""

from pathlib import Path

from textual.pilot import Pilot

from game.model.actions import Float
from game.model.ids import ClauseId, OptionId, PartyId
from game.play.predictions import Expected, Prediction
from tests.tui.stage import NARROW, arrive, at, desk, on_stage, press, session, shown, sit_down, staged

ASKS = Float(PartyId("russia"), ClauseId("line"), OptionId("in-place"))


async def planned(pilot: Pilot[None]) -> None:
    await sit_down(pilot, session(turn=2))
    assert desk(pilot).add(ASKS) == ()
    await press(pilot, "1", "3")


@staged
async def test_two_keys_record_what_is_expected_when_the_turn_is_sent(tmp_path: Path) -> None:
    async with on_stage(tmp_path, NARROW) as pilot:
        await planned(pilot)
        await press(pilot, "enter")
        assert "What will Moscow answer?" in shown(pilot)
        await press(pilot, "3")
        assert "How sure are you?" in shown(pilot)
        await press(pilot, "8")
        assert desk(pilot).predictions == (Prediction(ASKS, PartyId("russia"), Expected.DECLINES, 80),)
        await press(pilot, "enter")
        await arrive(pilot, "MorningScreen")
        await press(pilot, "enter", "end")
        assert len(desk(pilot).session.outcomes()) == 1
        assert "You expected Moscow to refuse" in " ".join(cable.text for cable in told(pilot))


def told(pilot: Pilot[None]) -> tuple:  # type: ignore[type-arg] # cables, of which only the text is read
    record = desk(pilot).session.last_turn()
    assert record is not None
    return desk(pilot).cables(record)


@staged
async def test_enter_sends_without_a_prediction_and_d_stops_the_question(tmp_path: Path) -> None:
    async with on_stage(tmp_path, NARROW) as pilot:
        await planned(pilot)
        await press(pilot, "enter", "d")
        assert "What will Moscow answer?" not in shown(pilot)
        await press(pilot, "escape", "enter")
        assert "What will Moscow answer?" not in shown(pilot)
        await press(pilot, "enter")
        await arrive(pilot, "MorningScreen")
        assert desk(pilot).session.outcomes() == ()


@staged
async def test_not_to_be_asked_is_kept_and_can_be_changed_in_the_settings(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await planned(pilot)
        await press(pilot, "enter", "d", "escape")
    async with on_stage(tmp_path) as pilot:
        await planned(pilot)
        await press(pilot, "enter")
        assert at(pilot) == "PredictScreen"
        assert "What will Moscow answer?" not in shown(pilot)
        await press(pilot, "escape", "e")
        assert "What will Moscow answer?" in shown(pilot), "whoever wants to say it still can"
        await press(pilot, "escape", "S", "end")
        assert "Ask what you expect         off" in shown(pilot)
        await press(pilot, "enter")
        assert "Ask what you expect         on" in shown(pilot)
        await press(pilot, "escape", "enter")
        assert "What will Moscow answer?" in shown(pilot)


@staged
async def test_a_plan_that_asks_nobody_is_sent_without_a_question(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await sit_down(pilot, session(turn=2))
        await press(pilot, "a", "1", "1", "1", "enter")
        assert at(pilot) == "PredictScreen"
        assert "answer?" not in shown(pilot)
        assert "Don't ask" not in shown(pilot)


@staged
async def test_an_expectation_can_be_noted_from_the_plan_and_changed(tmp_path: Path) -> None:
    async with on_stage(tmp_path) as pilot:
        await planned(pilot)
        await press(pilot, "e", "1", "7", "enter")
        assert at(pilot) == "RoomScreen"
        assert "You expect, 70 % sure:" in shown(pilot)
        await press(pilot, "e", "2", "5", "enter")
        [made] = desk(pilot).predictions
        assert (made.expected, made.sure) == (Expected.CONDITION, 50)
        await press(pilot, "u")
        assert desk(pilot).predictions == ()
