"""The working groups at a glance: who sits where, in which format, and how far their clauses have come."""

from collections.abc import Iterator

from textual.content import Content

from game.model.clauses import jammed
from game.model.groups import Format, Group, GroupState
from game.model.ids import ClauseId
from game.telling.draft import detail_dots
from game.telling.groups import capacity_words
from game.telling.prose import in_prose, listing, sentence
from game.tui.desk import Desk
from game.tui.widgets.marks import marks, steps
from game.tui.widgets.rows import BLANK, Row, note, row, soft_text, words


def group_rows(desk: Desk, *, brief: bool = False) -> list[Row]:
    """Groups that sit first; the others in a line each, or all in one."""
    sitting = [group for group in desk.scenario.groups.values() if desk.view.groups[group.id].convened]
    rows = [each for group in sitting for each in _sitting(desk, group)]
    waiting = [group for group in desk.scenario.groups.values() if group not in sitting]
    if brief and waiting:
        return [*rows, note(f"Not convened: {listing([in_prose(group.title) for group in waiting])}.")]
    rows += [row(soft_text(group.title), right=soft_text("—"), key=group.id) for group in waiting]
    return rows if brief else [note(sentence(capacity_words(desk.view))), BLANK, *rows]


def _sitting(desk: Desk, group: Group) -> Iterator[Row]:
    state = desk.view.groups[group.id]
    yield row((group.title, "bold"), right=format_word(state), key=group.id)
    yield row(marks(desk.names, state.members), lead="  ", right=_work(desk, group, state), key=group.id)


def format_word(state: GroupState) -> str:
    return "united" if state.format is Format.UNIFIED else "parallel"


def _work(desk: Desk, group: Group, state: GroupState) -> Content:
    """The steps of the clauses it works on; of a bilateral group, how far the agenda has come."""
    if group.track is not None:
        return soft_text(f"{desk.view.tracks[group.track].work} %")
    mine = [clause.id for clause in desk.scenario.clauses.values() if clause.group == group.id]
    return Content(" ").join([detail_steps(desk, clause) for clause in state.tasks or mine])


def detail_steps(desk: Desk, clause: ClauseId) -> Content:
    """``●◐○`` and a warning sign while only leaders can go on."""
    state, spec = desk.view.text[clause], desk.scenario.clauses[clause]
    jam = words((" !", "bold $caution")) if jammed(spec, state) else Content("")
    return words(steps(detail_dots(state.detail)), jam)
