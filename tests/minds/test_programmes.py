"""How a policy is put together: steps in order of urgency, and a screen that nothing passes unseen."""

from dataclasses import replace

from game.contracts.building.moments import opened
from game.contracts.building.shipped import shipped, shipped_setup
from game.minds.agenda import Agenda
from game.minds.policies.programme import Programme, Screened, Step, early, everything
from game.minds.policies.statecraft import Statecraft, whole_process
from game.minds.reading import Reading
from game.model.actions import Act, Action, Convene, SoundOut
from game.model.groups import Format
from game.model.ids import ClauseId, GroupId, PartyId, VerbId
from game.model.views import MediatorView

TIGHTEN, EMPOWER, BRIEF = (Act(VerbId(name)) for name in ("tighten-sanctions", "empower", "brief-congress"))
VIEW = opened(shipped(), shipped_setup("full")).mediator()


def test_what_is_more_urgent_has_the_places_of_the_calendar() -> None:
    """Two places for staff, three steps that want one."""

    def wanting(action: Action) -> Step:
        def step(agenda: Agenda, reading: Reading) -> None:
            agenda.add(action)

        return step

    steps = tuple(map(wanting, (EMPOWER, TIGHTEN, BRIEF)))
    assert Programme(steps).plan(VIEW).actions == (EMPOWER, TIGHTEN)
    assert Programme(steps[::-1]).plan(VIEW).actions == (BRIEF, TIGHTEN)


def test_what_a_screen_drops_leaves_its_place_to_the_next() -> None:
    def no_sanctions(view: MediatorView, action: Action) -> Action | None:
        return None if action == TIGHTEN else action

    agenda = Screened(VIEW, no_sanctions)
    assert [agenda.add(act) for act in (TIGHTEN, EMPOWER, BRIEF)] == [False, True, True]


def test_what_a_screen_changes_is_added_as_it_was_changed() -> None:
    def alone(view: MediatorView, action: Action) -> Action | None:
        return replace(action, members=action.members[:1]) if isinstance(action, Convene) else action

    agenda = Screened(VIEW, alone)
    agenda.add(Convene(GroupId("territory"), Format.PARALLEL, (PartyId("russia"), PartyId("ukraine"))))
    assert agenda.plan().actions == (Convene(GroupId("territory"), Format.PARALLEL, (PartyId("russia"),)),)


def test_a_programme_without_a_screen_lets_everything_through() -> None:
    action = SoundOut(PartyId("russia"), ClauseId("line"))
    assert everything(VIEW, action) is action
    assert Statecraft().screen is everything


def test_an_early_step_is_taken_in_the_first_third_of_the_game() -> None:
    def step(agenda: Agenda, reading: Reading) -> None:
        agenda.add(EMPOWER)

    sent = {turn: Programme((early(step),)).plan(replace(VIEW, turn=turn)).actions for turn in (1, 8, 9, 24)}
    assert sent == {1: (EMPOWER,), 8: (EMPOWER,), 9: (), 24: ()}


def test_other_ideas_put_a_step_of_their_own_into_the_whole_process() -> None:
    def step(agenda: Agenda, reading: Reading) -> None:
        return None

    assert len(whole_process(conclude=step)) == len(whole_process())
    assert whole_process(conclude=step)[0] is step
    assert step in whole_process(table=step)
