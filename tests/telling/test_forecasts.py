"""Before an act is queued its cost, its chances with their bands and what it may set off are told."""

from dataclasses import replace

import pytest

from game.contracts.building.moments import opened
from game.contracts.building.shipped import shipped, shipped_setup
from game.model.actions import Link, Recess
from game.model.clauses import ClauseState
from game.model.events import ClauseMoved, ClauseTurn
from game.model.groups import GroupState, Step, TrackState
from game.model.ids import ClauseId, GroupId, OptionId, PartyId, Quantity, TrackId
from game.model.ledger import Cause, Source
from game.model.scenario import Stage
from game.model.verbs import act_key, parse_action
from game.model.views import MediatorView
from game.play.forecast import forecast
from game.rules.acting import act
from game.rules.apply import apply
from game.rules.candidates import candidates
from game.telling.briefing import pages, say_start, say_world
from game.telling.dossier import say_chance
from game.telling.forecasts import forecast_words
from game.telling.groups import capacity_words, group_line, idle_words, work_words
from game.telling.standing import progress_lines, still_needed
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


def agreed(view: MediatorView, clause: str, detail: int = 150) -> MediatorView:
    """The view with the landing wording of a clause agreed by all who have a stake in it."""
    spec = scenario().clauses[ClauseId(clause)]
    option = next(term.option for term in scenario().landing if term.clause == spec.id)
    state = ClauseState(option=option, agreed=spec.stakeholders, detail=detail, tabled=True)
    return replace(view, text={**view.text, spec.id: state})


def linked(view: MediatorView, clause: str) -> MediatorView:
    track = TrackId("nuclear")
    return replace(view, tracks={**view.tracks, track: TrackState(Step.LINKED, ClauseId(clause), 1, 0)})


def test_a_link_that_is_moved_names_the_clause_that_it_is_taken_from_and_the_price() -> None:
    """C12: a step that is owed for a settled clause and put elsewhere is a word broken."""
    view, rates = linked(fresh().mediator(), "line"), scenario().rates
    assert "It is taken from the line clause, which then has nothing to wait for." in words("link nuclear forces", view)
    price = f"Moscow's trust −{rates.trust_promise_broken}, credibility −{rates.credibility_idle}"
    owed = "It is owed for the line clause, which is settled, and is taken from it"
    lost = "; the clause loses a point of detail, and the consents to it lapse"
    assert f"{owed}: {price}{lost}." in words("link nuclear forces", agreed(view, "line"))
    assert f"{owed}: {price}." in words("link nuclear forces", agreed(view, "line", detail=250))
    assert not any("taken from" in line for line in words("link nuclear forces"))


def test_what_a_moved_link_costs_is_what_the_rules_take() -> None:
    """The price that is told is the price that is paid."""
    match = fresh()
    text = agreed(match.mediator(), "line").text
    state = {TrackId("nuclear"): TrackState(Step.LINKED, ClauseId("line"), 1, 0)}
    world = replace(match.world, clauses=text, tracks={**match.world.tracks, **state})
    events, _ = act(match.game, world, Link(TrackId("nuclear"), ClauseId("forces")))
    after = apply(world, events)
    for quantity, rate in (("trust.russia", "trust_promise_broken"), ("credibility", "credibility_idle")):
        lost = world.quantities[Quantity(quantity)] - after.quantities[Quantity(quantity)]
        assert lost == getattr(match.game.rates, rate)
    assert after.clauses[ClauseId("line")].detail == text[ClauseId("line")].detail - 100
    assert after.clauses[ClauseId("line")].agreed == ()


def test_a_sounding_of_what_is_known_is_warned_of() -> None:
    view = fresh().mediator()
    key = (PartyId("russia"), ClauseId("ceasefire"))
    known = replace(view, beliefs={**view.beliefs, key: replace(view.beliefs[key], band=4)})
    told = "We know this already, give or take 4: a sounding would tell little more."
    assert told in words("sound-out russia ceasefire", known)
    assert told not in words("sound-out russia ceasefire", view)


def test_what_is_known_depends_on_how_well_we_are_informed() -> None:
    """Poorly informed, a sounding leaves give or take 6, and better will not be had; well informed, 3."""
    for level, band, known in (("scant", 6, True), ("scant", 7, False), ("ample", 3, True), ("ample", 4, False)):
        match = opened(shipped(), replace(shipped_setup(), information=level))
        view, key = match.mediator(), (PartyId("russia"), ClauseId("ceasefire"))
        view = replace(view, beliefs={**view.beliefs, key: replace(view.beliefs[key], band=band)})
        told = f"We know this already, give or take {band}: a sounding would tell little more."
        assert (told in words("sound-out russia ceasefire", view)) is known, (level, band)


def test_what_the_plan_arranges_is_counted_and_what_it_asks_is_not() -> None:
    view = fresh().mediator()
    convene = parse_action("convene humanitarian parallel russia+ukraine")
    call = parse_action("call russia guarantees monitored-snapback")
    assert convene is not None
    assert call is not None
    crowded = "We have no staff for another group: one of those that sit will work at half rate."
    assert crowded in forecast(view, convene).warnings
    home = (Recess(GroupId("territory")), Recess(GroupId("ceasefire")))
    assert crowded not in forecast(view, convene, home).warnings
    heads = "the consent of Kyiv and Europe this settles the clause over their heads."
    assert f"Without {heads}" in forecast(view, call).warnings
    package = parse_action("package guarantees=monitored-snapback+line=in-place")
    assert package is not None
    assert f"As things stand, before the plan: without {heads}" in forecast(view, call, (package,)).warnings
    sounding = parse_action("sound-out ukraine guarantees")
    assert sounding is not None
    assert f"Without {heads}" in forecast(view, call, (sounding,)).warnings, "a sounding asks for nobody's consent"


def test_over_one_head_is_told_in_the_singular() -> None:
    told = "Without the consent of Kyiv this settles the clause over its head."
    assert told in words("call russia line in-place")


def test_a_repeated_call_says_that_its_effect_on_standing_is_worn_and_not_its_chance() -> None:
    view, call = fresh().mediator(), parse_action("call russia line in-place")
    assert call is not None
    again = replace(view, acts={**view.acts, act_key(call): view.turn})
    first, second = forecast(view, call), forecast(again, call)
    assert (first.chances, first.worn) == (second.chances, second.worn)
    assert any("the chance that it agrees is not touched" in line for line in second.warnings)


def test_the_conference_says_what_it_signs_and_that_a_second_one_is_needed() -> None:
    view = fresh().mediator()
    framework = "the framework agreement and a cease-fire; the final settlement takes a second conference."
    assert f"Next to be signed: {framework}" in words("conference", view)
    signed = replace(view, stage=Stage.FRAMEWORK)
    assert "Next to be signed: the final settlement." in words("conference", signed)


def test_a_checklist_gives_detail_to_the_hundredth_as_cables_do() -> None:
    view, clause = fresh().mediator(), ClauseId("enlargement")
    state = ClauseState(option=OptionId("binding-halt"), detail=90, tabled=True)
    told = still_needed(replace(view, text={**view.text, clause: state}))
    assert f"{names().clause(clause)}: detail 0.9 of 1." in told


def test_a_band_that_tells_nothing_has_no_word() -> None:
    assert say_chance(12, 93) == "We cannot say, 12–93 %; sounding it out would tell"
    assert say_chance(20, 70) == "An even chance, 20–70 %"
