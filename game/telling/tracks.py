"""Steps of normalisation in words."""

from game.model.groups import Step
from game.model.ids import TrackId
from game.model.views import MediatorView
from game.telling.names import Names

_STEPS = {
    Step.NONE: "nothing promised",
    Step.PROMISED: "promised in turn {turn}, with nothing in return",
    Step.LINKED: "linked to the {clause} clause in turn {turn}; paid when that is signed",
    Step.DELIVERED: "given in turn {turn}",
    Step.SUSPENDED: "broken off in turn {turn}",
}


def track_line(view: MediatorView, names: Names, track: TrackId) -> str:
    """``Nuclear talks with Moscow: linked to the line clause in turn 3; … Groundwork 40 of 100.``"""
    state, spec = view.tracks[track], names.scenario.tracks[track]
    clause = "" if state.clause is None else names.short(state.clause)
    step = _STEPS[state.step].format(turn=state.since, clause=clause)
    return f"{spec.title} with {names.party(spec.party)}: {step}. Groundwork {state.work} of 100."
