"""The plan in its order: shown, reviewed, and put into another order, as acts are carried out one after another."""

from typing import Final

from game.plain.prompt import Item
from game.plain.sitting import Sitting
from game.play.pencil import moved
from game.telling.acts import say_action

MOVE: Final = "move"


def show_plan(sitting: Sitting, indent: int = 0) -> None:
    for number, action in enumerate(sitting.plan, 1):
        sitting.console.say(f"Planned {number}: {say_action(sitting.names, action)}.", indent, 2)


def move_act(sitting: Sitting, typed: str) -> None:
    """Do what ``move 3 1`` asks for: the third act of the plan becomes the first."""
    count = len(sitting.plan)
    if count < 2:
        sitting.console.say("There are no two acts in the plan to put into another order.")
        return
    places = [int(word) for word in typed.split()[1:] if word.isascii() and word.isdigit() and len(word) < 5]
    if len(places) != 2 or not all(1 <= place <= count for place in places):
        sitting.console.say(f"Type move, the number of an act and its new one, each from 1 to {count}: move {count} 1.")
        return
    sitting.put(moved(tuple(sitting.plan), places[0] - 1, places[1] - 1))
    show_plan(sitting)


def review_plan(sitting: Sitting) -> None:
    """The plan in its order; any act can be taken out or moved up."""
    if not sitting.plan:
        sitting.console.say("The plan is empty.")
    while sitting.plan:
        lines = [say_action(sitting.names, action) for action in sitting.plan]
        sitting.console.heading("The plan, in the order in which it will be carried out")
        for number, line in enumerate(lines, 1):
            sitting.console.numbered(number, line)
        items = [Item("Keep it so")]
        items += [Item(f"Take out: {line}") for line in lines]
        items += [Item(f"Move up: {line}") for line in lines[1:]]
        chosen = sitting.prompt.choose(items) or 0
        if chosen == 0:
            return
        plan = sitting.plan
        if chosen <= len(lines):
            sitting.put((*plan[: chosen - 1], *plan[chosen:]))
        else:
            place = chosen - len(lines)
            sitting.put(moved(tuple(plan), place, place - 1))
