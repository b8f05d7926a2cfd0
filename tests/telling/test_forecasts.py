"""Before an act is queued its cost, its chances with their bands and what it may set off are told."""

from dataclasses import replace

import pytest

from game.model.clauses import ClauseState
from game.model.events import ClauseMoved, ClauseTurn
from game.model.groups import GroupState
from game.model.ids import ClauseId, GroupId, OptionId, Quantity
from game.model.ledger import Cause, Source
from game.model.verbs import parse_action
from game.model.views import MediatorView
from game.play.forecast import forecast
from game.rules.candidates import candidates
from game.telling.briefing import pages, say_start, say_world
from game.telling.forecasts import forecast_words
from game.telling.groups import capacity_words, group_line, idle_words, work_words
from game.telling.standing import progress_lines
from game.telling.tracks import track_line
from tests.telling.games import fresh, moments, names, played, scenario


def words(text: str, view: MediatorView | None = None) -> tuple[str, ...]:
    action = parse_action(text)
    assert action is not None
    return forecast_words(view or fresh().mediator(), action)


def test_every_act_tells_its_cost_first_and_a_band_for_everybody_asked() -> None:
    for view in moments(played("busy", "quick", 4)):
        for action in candidates(view):
            told = forecast_words(view, action)
            assert told[0].startswith("Costs ")
            assert sum(" Our estimate: " in line for line in told) == len(forecast(view, action).chances)
            assert not any("{" in line for line in told)


def test_what_a_sounding_covers_is_said_before_it_is_paid_for() -> None:
    told = words("sound-out russia ceasefire")
    rates = scenario().rates
    before, after = rates.belief_prior_band, rates.belief_sounding_band
    assert told[1] == f"We know this give or take {before}; afterwards give or take {after}."
    assert told[2].startswith("The envoy also asks about ")


def test_a_call_to_the_leaders_channel_tells_the_chance_to_free_the_clause() -> None:
    clears = fresh().game.length.call_clears
    freed = "the chance that officials can then go on with the line clause is"
    assert f"If it agrees, {freed} {clears} %." in words("call russia line in-place")
    assert not any("officials" in line for line in words("call ukraine line in-place"))


def test_one_room_without_trust_is_warned_of() -> None:
    assert any("short of what one room needs" in line for line in words("unite territory"))
    assert "There is trust enough for one room." in words("convene guarantees unified europe")


def test_what_hardens_somebody_is_said_although_its_size_is_hidden() -> None:
    assert "Probably: Kyiv hardens a little." in words("send-arms")


def test_progress_is_told_in_parts_that_sum_to_it() -> None:
    view = list(moments(played("statecraft", "class", 4)))[-1]
    total, *parts = progress_lines(view)
    earned = [int(part.rpartition(": ")[2].rstrip(".")) for part in parts if not part.startswith("Nothing yet")]
    assert total == f"Progress {sum(earned)} of 100."
    assert "Two principles agreed: 5." in parts
    assert progress_lines(fresh().mediator())[-1].endswith(
        "two principles agreed, the framework agreement and a cease-fire signed, the final settlement signed."
    )


def test_groups_tracks_and_capacity_are_told_in_a_line_each() -> None:
    view = fresh().mediator()
    groups = {group: group_line(view, names(), group) for group in scenario().groups}
    assert groups[next(iter(groups))] == "Territory: parallel, Moscow and Kyiv; detail: line 1 of 3"
    assert list(groups.values())[-1] == "Commerce: not convened"
    tracks = [track_line(view, names(), track) for track in scenario().tracks]
    assert tracks[0] == "Nuclear talks with Moscow: nothing promised. Groundwork 0 of 100."
    assert capacity_words(view) == "Capacity: 3 groups sit, staff for 3"


def test_more_groups_than_there_is_staff_for_work_at_half_rate() -> None:
    view, capacity = fresh().mediator(), Quantity("capacity")
    for staff, words in (
        (350, "Capacity: 3 groups sit, staff for 3.5"),
        (250, "Capacity: 3 groups sit, staff for 2.5; 1 of them works at half rate"),
        (100, "Capacity: 3 groups sit, staff for 1; 2 of them work at half rate"),
    ):
        assert capacity_words(replace(view, known={**view.known, capacity: staff})) == words
    nobody = replace(view, groups={group: GroupState() for group in view.groups})
    assert capacity_words(nobody) == "Capacity: no group sits, staff for 3"


def test_a_group_that_was_sent_home_says_so_and_what_it_has_done() -> None:
    view, territory = fresh().mediator(), GroupId("territory")
    line = replace(view.text[ClauseId("line")], detail=300)
    view = replace(view, groups={**view.groups, territory: GroupState()}, text={**view.text, ClauseId("line"): line})
    assert group_line(view, names(), territory) == "Territory: not convened"
    view = replace(view, acts={**view.acts, "recess territory": 3})
    assert group_line(view, names(), territory) == "Territory: sent home; line 3 of 3"


def test_a_finished_group_is_not_said_to_get_nowhere() -> None:
    world = fresh().world
    territory, line = GroupId("territory"), ClauseId("line")
    assert idle_words(names(), world, [territory])[0].startswith("No progress in territory")
    done = replace(world, clauses={**world.clauses, line: replace(world.clauses[line], detail=300)})
    assert idle_words(names(), done, [territory]) == ("", ())


def test_where_no_wording_stands_officials_prepare_the_ground() -> None:
    def worked(clause: str, was: int, now: int, option: str | None = None) -> ClauseMoved:
        states = (ClauseState(None if option is None else OptionId(option), detail=each) for each in (was, now))
        return ClauseMoved(ClauseId(clause), ClauseTurn.WORKED, *states, Cause(Source.RULE, "detail-worked"), None)

    bare, worded = worked("alignment", 60, 100), worked("line", 100, 160, "in-place")
    limit = "before a wording stands there they can go no further than 1."
    assert work_words(names(), [bare]) == (
        f"Officials prepare the ground and bring alignment to detail 1 of 3 (+0.4); {limit}"
    )
    assert work_words(names(), [worded, worked("sanctions", 0, 20, "stay"), bare]) == (
        "Officials bring line to detail 1.6 of 3 (+0.6) and sanctions to 0.2 (+0.2). "
        f"They prepare the ground and bring alignment to detail 1 of 3 (+0.4); {limit}"
    )


def test_the_briefing_begins_with_the_task_and_tells_how_the_game_starts() -> None:
    assert [page.title for page in pages(scenario())][:2] == ["Your task", "How it works"]
    assert not pages(scenario())[0].body.startswith("#")
    start = say_start(scenario(), fresh().game.length)
    assert start[0] == "8 turns of 5 weeks, the first from 2 Feb to 8 Mar 2026."
    full = say_start(scenario(), scenario().lengths["full"])
    assert full[0] == "24 turns of 2 weeks, the first from 8 to 21 Dec 2025."


@pytest.mark.parametrize("world", ["ripe", "sceptic", "sealed"])
def test_every_world_says_what_it_means(world: str) -> None:
    assert say_world(scenario(), world).endswith(".")  # type: ignore[arg-type] # an id
