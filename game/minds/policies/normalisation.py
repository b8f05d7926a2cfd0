"""What normalisation is used for: a gift, a word, or a lever at every joint."""

from dataclasses import dataclass

from game.minds.agenda import Agenda
from game.minds.policies.programme import Programme, Step
from game.minds.policies.statecraft import whole_process
from game.minds.policies.steps import free_tracks, hardest_clauses
from game.minds.reading import Reading
from game.model.actions import Convene, Deliver, Link, Promise
from game.model.groups import Format, TrackState
from game.model.groups import Step as TrackStep
from game.model.scenario import Stage
from game.model.views import MediatorView


def give(agenda: Agenda, reading: Reading) -> None:
    """One step after the other, given now: good will is to answer good will."""
    for track in free_tracks(reading.view)[:1]:
        agenda.add(Deliver(track))


@dataclass(frozen=True, slots=True)
class GiveFirst(Programme):
    """Normalisation delivered without a link: Moscow is shown at once that rank and trade are to be had, so that
    trust comes first and concessions follow. Whether leverage that is given away is spent (C12)."""

    steps: tuple[Step, ...] = whole_process(link=give)


def promise(agenda: Agenda, reading: Reading) -> None:
    """Keep every track promised; one that has worn off is promised again."""
    for track, state in reading.view.tracks.items():
        if state.step is TrackStep.NONE:
            agenda.add(Promise(track))
            return


@dataclass(frozen=True, slots=True)
class WordsOnly(Programme):
    """Normalisation promised and never begun: nothing is staked that Kyiv and Europe would resent. Whether words move
    Moscow, or only evidence does (C12)."""

    steps: tuple[Step, ...] = whole_process(link=promise)


def link_all(agenda: Agenda, reading: Reading) -> None:
    """Every track is tied to a clause from the first turn; one whose clause is settled is tied to the next hardest."""
    view = reading.view
    if view.stage >= Stage.FRAMEWORK:
        return
    loose = [track for track, state in view.tracks.items() if _to_link(reading, state)]
    for track, clause in zip(loose, hardest_clauses(reading), strict=False):
        agenda.add(Link(track, clause.id))
    _work_on_tracks(agenda, view)


def _to_link(reading: Reading, state: TrackState) -> bool:
    if state.step in (TrackStep.NONE, TrackStep.PROMISED):
        return True
    settled = state.clause is not None and reading.agreed(reading.view.scenario.clauses[state.clause])
    return state.step is TrackStep.LINKED and settled


def _work_on_tracks(agenda: Agenda, view: MediatorView) -> None:
    """Bilateral groups make a linked step worth more. Treaty groups are convened before them."""
    groups = view.scenario.groups.values()
    if not any(view.groups[group.id].convened for group in groups if group.track is None):
        return
    for group in groups:
        linked = group.track is not None and view.tracks[group.track].step is TrackStep.LINKED
        if linked and not view.groups[group.id].convened:
            agenda.add(Convene(group.id, Format.PARALLEL, group.stakeholders))


@dataclass(frozen=True, slots=True)
class LinkEverything(Programme):
    """Links all that can be linked, at once and at all times, with the bilateral groups at work behind every link:
    if leverage has to be tied to hard decisions (C12), then tie all of it to all of them."""

    steps: tuple[Step, ...] = whole_process(link=link_all)
