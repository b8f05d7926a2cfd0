"""The mediator's desk: look around, plan, send. Answering 1 always sends the plan as it stands."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from game.model.seats import PlanDecision
from game.plain.acting import act_by_steps, act_in_words, ask_advisers
from game.plain.book import read_book
from game.plain.drafting import look_at_text
from game.plain.expecting import expect, reminders, stop_reminding
from game.plain.looking import (
    look_at_cables,
    look_at_changes,
    look_at_curves,
    look_at_front,
    look_at_groups,
    look_at_leverage,
    look_at_missing,
    look_at_party,
)
from game.plain.ordering import MOVE, move_act, review_plan, show_plan
from game.plain.prompt import Item
from game.plain.saving import submit
from game.plain.sitting import Sitting
from game.play.repeating import planned_again
from game.telling.acts import say_action, say_cost
from game.telling.prose import counted

_HELP = (
    "1 carries out the plan and ends the turn. Everything else can be done before, in any order.",
    "An act can also be typed in words, as they stand on the screen; beginnings will do where they are clear:",
    "sound out moscow line; table line standstill; convene sanctions; sign, for the signing conference.",
    "So can these: send, act, plan, parties, text, missing, groups, leverage, cables, advisers, expect, book,",
    "front, and curves, which tells how things went turn by turn.",
    "menu lists the numbers again. book ripeness looks a word up in the briefing book.",
    "why 3 tells what stands behind cable 3; why patience what moved that meter in the last turn.",
    "why progress tells how progress is counted.",
    "undo takes the last act out of the plan; again plans what was planned last turn.",
    "move 3 1 makes the third act of the plan the first; acts are carried out in their order.",
    "expect notes what answer you expect, and how sure you are; the advisers' records show how well you judge.",
    "rewind takes back what was decided in this turn, or the turn before if nothing was yet.",
    "The game is then marked as explored.",
)

_FIRST_DAY = (
    "On your first day: ask before you offer. A sounding narrows what we know of a party; type, for example, "
    "sound out moscow line. Then type why and a number to see what stands behind a cable, or ? for help.",
)

_PASS: Final = "Let the turn pass"

Choice = tuple[str, Callable[[Sitting], None]]


def sit_at_desk(sitting: Sitting) -> None:
    """One turn's desk, until the plan is sent or the turn is taken back."""
    turn = sitting.session.view.turn
    while sitting.session.request is not None and sitting.session.view.turn == turn and sitting.shown == turn:
        sitting.prompt.help, sitting.prompt.place = _HELP, "room"
        items = [Item(label) for label, _ in _choices(sitting)]
        _show_calendar(sitting)
        sitting.prompt.show(items)
        while not _leads_on(sitting, sitting.prompt.ask("Your choice, or an act in words"), items):
            pass


def _choices(sitting: Sitting) -> Sequence[Choice]:
    """What can be done at the desk; a number always means the same."""
    count = len(sitting.plan)
    send = f"Send the plan ({counted(count, 'act')}) and end the turn" if count else _PASS
    return (
        (send, send_plan),
        ("Act", act_by_steps),
        ("Review the plan", review_plan),
        ("Look at the parties", look_at_party),
        ("Look at the text", look_at_text),
        ("Look at the groups", look_at_groups),
        ("Look at the leverage", look_at_leverage),
        ("Read the cables again", look_at_cables),
        ("See what moved, and why", look_at_changes),
        ("Open the briefing book", open_book),
        ("See what a signing conference still needs", look_at_missing),
        ("Ask the advisers", ask_advisers),
        ("Look at the front", look_at_front),
        ("See how things went, turn by turn", look_at_curves),
        ("Say what answer you expect", expect),
    )


def open_book(sitting: Sitting) -> None:
    read_book(sitting.prompt, sitting.scenario)


def _show_calendar(sitting: Sitting) -> None:
    sitting.console.heading("Your desk")
    if sitting.session.view.turn == 1 and not sitting.greeted:
        sitting.greeted = True
        sitting.console.lines(_FIRST_DAY)
        sitting.console.say()
    sitting.console.say(f"Left of the calendar: {say_cost(sitting.left())}.")
    show_plan(sitting, 2)
    sitting.console.lines(reminders(sitting))


def _leads_on(sitting: Sitting, typed: str, items: Sequence[Item]) -> bool:
    """Do what was typed. Whether the desk is then shown afresh, rather than the next word asked for at once."""
    word = typed.lower()
    if word in _WORDS:
        _WORDS[word](sitting)
        return word not in ("undo", "again", "expect off")
    if word.startswith("book "):
        read_book(sitting.prompt, sitting.scenario, typed[len("book ") :].strip())
        return False
    if word.partition(" ")[0] == MOVE:
        move_act(sitting, word)
        return False
    if any(letter.isalpha() for letter in typed):
        act_in_words(sitting, typed)
        return False
    chosen = sitting.prompt.taken(typed, items)
    if chosen is None:
        return False
    _choices(sitting)[chosen][1](sitting)
    return True


def _undo(sitting: Sitting) -> None:
    if not sitting.plan:
        sitting.console.say("The plan is empty; there is nothing to undo.")
        return
    *rest, action = sitting.plan
    sitting.put(rest)
    sitting.console.say(f"Taken out: {say_action(sitting.names, action)}.")


def _again(sitting: Sitting) -> None:
    """Plan what was planned last turn, as far as it is to be had and fits."""
    last = sitting.session.last_turn()
    plan = () if last is None else planned_again(sitting.session.view, tuple(sitting.plan), last)
    if len(plan) <= len(sitting.plan):
        sitting.console.say("There is nothing of last turn's plan that is to be had again and fits.")
        return
    sitting.put(plan)
    show_plan(sitting)


def send_plan(sitting: Sitting) -> None:
    """Carry the plan out. What could no longer be done when its turn came is among the cables."""
    idle, left = not sitting.plan, say_cost(sitting.left())
    if idle or left != "nothing":
        nothing = "Nothing is planned. " if idle else ""
        unused = "" if left == "nothing" else f"Unused in the calendar: {left}. "
        asked, word = ("Let the turn pass?", "Let it pass") if idle else ("End the turn?", "End it")
        sitting.console.say(f"{nothing}{unused}{asked}")
        if sitting.prompt.choose([Item(word), Item("Back")]) != 0:
            return
    if submit(sitting, PlanDecision(tuple(sitting.plan))):
        sitting.put(())


_WORDS: Final[Mapping[str, Callable[[Sitting], None]]] = {
    "undo": _undo,
    "again": _again,
    "send": send_plan,
    "act": act_by_steps,
    "plan": review_plan,
    "review": review_plan,
    "parties": look_at_party,
    "text": look_at_text,
    "groups": look_at_groups,
    "leverage": look_at_leverage,
    "cables": look_at_cables,
    "front": look_at_front,
    "curves": look_at_curves,
    "missing": look_at_missing,
    "advisers": ask_advisers,
    "advice": ask_advisers,
    "expect": expect,
    "expect off": stop_reminding,
    "book": open_book,
    "menu": lambda sitting: None,
}
"""What can be typed at the desk beside numbers and acts."""
