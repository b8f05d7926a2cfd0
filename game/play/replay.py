"""Whether a recorded game still comes out as it did: its decisions taken again, with the parties' minds asked anew."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import NamedTuple

from game.minds.mind import PartyMind
from game.model.events import Event
from game.model.ids import US, PartyId
from game.model.seats import AnswerDecision, Decision, MoveDecision
from game.play.autoplay import decide
from game.play.codec import TAG, Plain, coder
from game.play.history import History, UnfoldableError, begun, extended, noted, went_back
from game.play.journal import Journal
from game.play.match import DecisionRefused, Match, start, submit
from game.play.predictions import Prediction
from game.play.records import Decided, Opening, Predicted, Record, Rewound, Unread, decided, opening
from game.play.saves import Opened
from game.play.session import seated_again
from game.play.trouble import FILE_KEPT, SaveProblem

_EVENT = coder(Event)
_DECISION = coder(Decision)
_PREDICTION = coder(Prediction)


class Difference(NamedTuple):
    """The first thing that comes out otherwise. ``line`` of the journal counts from 1; ``what`` is a clause."""

    turn: int
    seat: PartyId
    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """``decisions`` and ``turns`` came out as recorded, up to the first difference if there is one."""

    decisions: int
    turns: int
    first_difference: Difference | None = None


def verify(opened: Opened) -> Verdict:
    """Run the game again. Raises :class:`SaveProblem` if the content is not the one that it was played on, and
    :class:`MindProblem` if the controllers that played it cannot be had or fail."""
    if opened.content_changed or not opened.whole:
        do = f"It was begun with version {opened.journal.opening.program}; only with its content can it be run again."
        raise SaveProblem("The content has changed since the game began", opened.path, FILE_KEPT, do)
    scenario, minds = opened.match.game.scenario, seated_again(opened)
    rest = opened.journal.records[1:]
    match = start(scenario, opened.journal.opening.setup)
    what = _other_opening(opened.journal.opening, opening(match))
    if what is not None:
        return Verdict(0, 0, Difference(1, US, 1, what))
    history = begun(match)
    for line, record in enumerate(rest, 2):
        after = _again(history, record, minds)
        if isinstance(after, str):
            return Verdict(line - 2, len(history.match.turns) - 1, _difference(record, line, after))
        history = after
    closed = sum(bool(record.digest) for record in history.match.turns)
    return Verdict(len(rest), closed)


def bare_lines(journal: Journal) -> Iterator[str]:
    """The journal in the program's own terms, one decision or event a line; no content is needed for it."""
    begin = journal.opening
    setup = begin.setup
    yield f"{setup.scenario}, world {setup.world}, length {setup.length}, seed {setup.seed}, content {begin.content}"
    if setup.information:
        yield f"information {setup.information}"
    yield from (f"{seat} played by the mind '{name}'" for seat, name in setup.minds)
    yield from map(_event_line, begin.events)
    for record in journal.records[1:]:
        if isinstance(record, Decided):
            yield f"turn {record.turn} {record.seat}: {record.asked}"
            yield f"  decides {_plain_text(_DECISION.encode(record.decision))}"
            yield from map(_event_line, (*record.events, *record.next))
        elif isinstance(record, Rewound):
            yield f"turn {record.turn} {US}: goes back to line {record.to + 1}"
        elif isinstance(record, Predicted):
            yield f"turn {record.turn} {US}: expects {_plain_text(_PREDICTION.encode(record.prediction))}"


def _event_line(event: Event) -> str:
    return f"  {_plain_text(_EVENT.encode(event))}"


def _plain_text(form: Plain) -> str:
    match form:
        case dict():
            words = (str(part) if name == TAG else f"{name}={_plain_text(part)}" for name, part in form.items())
            return " ".join(words)
        case list():
            return f"({', '.join(map(_plain_text, form))})"
        case _:
            return str(form)


def _difference(record: Record, line: int, what: str) -> Difference:
    match record:
        case Decided(turn=turn, seat=seat):
            return Difference(turn, seat, line, what)
        case Rewound(turn=turn) | Predicted(turn=turn):
            return Difference(turn, US, line, what)
        case Opening() | Unread():
            return Difference(1, US, line, what)


def _other_opening(recorded: Opening, made: Opening) -> str | None:
    if recorded.first != made.first:
        return "the game is dealt otherwise"
    if recorded.events != made.events:
        return _other_events(recorded.events, made.events)
    return None if recorded.stand == made.stand else "the first question is another"


def _again(history: History, record: Record, minds: Mapping[PartyId, PartyMind]) -> History | str:
    """The history after the record, run again; or what comes out otherwise."""
    match record:
        case Decided():
            made = _decided_again(history.match, record, minds)
            return made if isinstance(made, str) else extended(history, made, 1)
        case Rewound() | Predicted():
            try:
                return went_back(history, record) if isinstance(record, Rewound) else noted(history, record)
            except UnfoldableError as problem:
                return str(problem)
        case Unread():
            return replace(history, count=history.count + 1)
        case Opening():
            return "a game begins only once"


def _decided_again(match: Match, record: Decided, minds: Mapping[PartyId, PartyMind]) -> Match | str:
    request = next((each for each in match.waiting if each.seat == record.seat), None)
    if request is None:
        return "nothing is asked of this seat now"
    now = decide(match, request, minds)
    if now is not None and now != record.decision:
        return f"the recorded decision was {_in_short(record.decision)}, now it is {_in_short(now)}"
    try:
        after = submit(match, record.seat, record.decision)
    except DecisionRefused as refused:
        return f"the recorded decision is refused: {refused}"
    made = decided(match, after, record.seat, record.decision)
    if record.world is None:
        made = replace(made, world=None)
    return after if made == record else _other_result(record, made)


def _in_short(decision: Decision) -> str:
    match decision:
        case AnswerDecision(answer=answer):
            return f"'{answer.verdict.value}' with a margin of {answer.margin}"
        case MoveDecision(move=move, appeal=appeal):
            return f"the move '{move}' with an appeal of {appeal}" if move else "no move"
        case _:
            return "another"


def _other_result(recorded: Decided, made: Decided) -> str:
    if recorded.events != made.events:
        return _other_events(recorded.events, made.events)
    if recorded.digest != made.digest:
        return f"the turn ends with digest {made.digest or '-'}, recorded is {recorded.digest or '-'}"
    if recorded.next != made.next:
        return _other_events(recorded.next, made.next)
    return "what is asked next is not what was recorded"


def _other_events(recorded: tuple[object, ...], made: tuple[object, ...]) -> str:
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(recorded, made, strict=False)))
    was = type(recorded[same]).__name__ if same < len(recorded) else "nothing"
    now = type(made[same]).__name__ if same < len(made) else "nothing"
    return f"what followed is not what was recorded, from event {same + 1} on ({was} recorded, {now} now)"
