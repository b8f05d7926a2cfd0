"""A saved game read again in lines: turn by turn, from any chair, and from any of its turns a new one."""

from pathlib import Path

from game.model.ids import US
from game.plain.prompt import Item, Prompt
from game.play.chairs import Chair, chairs, turns_of
from game.play.copies import branch
from game.play.match import Match
from game.play.opened import Opened
from game.play.saves import Shelf
from game.play.trouble import SaveProblem
from game.telling.chairs import chair_heading, chair_paragraphs, chair_word
from game.telling.names import Names

_NEXT, _BEFORE, _CHAIR, _BRANCH = range(4)


def read_again(prompt: Prompt, shelf: Shelf, opened: Opened) -> Path | None:
    """Show the game until the reader has seen enough; the save of a new game that was begun from one of its turns."""
    prompt.console.lines((*opened.notices, opened.rerun))
    turns, place = turns_of(opened.match), 0
    seen: Chair = US
    _show(prompt, opened.match, place, seen)
    while True:
        chosen = prompt.choose(_items(opened.match, place, len(turns)), "What next", back=True)
        if chosen is None:
            return None
        if chosen == _BRANCH:
            made = _branched(prompt, shelf, opened, turns[place].turn)
            if made is not None:
                return made
            continue
        if chosen == _CHAIR:
            seen = _other_chair(prompt, opened.match, seen)
        else:
            place += 1 if chosen == _NEXT else -1
        _show(prompt, opened.match, place, seen)


def _items(match: Match, place: int, turns: int) -> list[Item]:
    shut = None if match.over else "what others knew is shown when the game is over"
    return [
        Item("Next turn", closed=None if place + 1 < turns else "this is the last one"),
        Item("Turn before", closed=None if place else "this is the first one"),
        Item("Another chair", closed=shut),
        Item("Begin a new game from the start of this turn"),
    ]


def _show(prompt: Prompt, match: Match, place: int, chair: Chair) -> None:
    record = turns_of(match)[place]
    prompt.console.heading(chair_heading(match, record, chair))
    for paragraph in chair_paragraphs(match, record, chair):
        prompt.console.say(paragraph.text, paragraph.indent, 2)


def _other_chair(prompt: Prompt, match: Match, now: Chair) -> Chair:
    names, seats = Names(match.game.scenario), chairs(match.game.scenario)
    items = [Item(f"From {chair_word(names, seat)}") for seat in seats]
    chosen = prompt.choose(items, "Which chair", back=True)
    return now if chosen is None else seats[chosen]


def _branched(prompt: Prompt, shelf: Shelf, opened: Opened, turn: int) -> Path | None:
    try:
        return branch(shelf, opened, turn)
    except SaveProblem as problem:
        prompt.console.say(str(problem))
        return None
