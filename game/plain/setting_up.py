"""Before the first turn: which game, in which world, how long, how well informed, with which seed; and the briefing."""

from collections.abc import Sequence
from enum import Enum
from secrets import randbelow
from typing import Final, NamedTuple

from game.model.ids import SEALED, WorldId
from game.model.information import as_set_up
from game.model.scenario import Scenario
from game.model.world import Setup
from game.plain.book import paragraphs, read_book
from game.plain.prompt import Item, Prompt
from game.play.inert import inert
from game.play.saves import SaveTitle, Shelf
from game.play.wish import Wish
from game.telling.booktext import blocks
from game.telling.briefing import Page, pages, say_information, say_minds, say_start, say_world

LARGEST_SEED: Final = 2**64 - 1
USUAL_LENGTH: Final = "full"
_DRAWN_BELOW: Final = 1_000_000_000
_OPEN, _READ = 2, 3


def choose_setup(prompt: Prompt, scenario: Scenario, wish: Wish) -> Setup:
    """What the wish leaves open is asked, unless it names a length: then the rest is what is usual."""
    asking = wish.length is None
    world = wish.world or (_ask_world(prompt, scenario) if asking else SEALED)
    length = wish.length or _ask_length(prompt, scenario)
    level = wish.information or (_ask_information(prompt, scenario) if asking else None)
    seed = randbelow(_DRAWN_BELOW) if wish.seed is None else wish.seed
    if asking and wish.seed is None:
        seed = _ask_seed(prompt, seed)
    return Setup(scenario.id, WorldId(world), length, seed, minds=wish.minds, information=as_set_up(level))


class Beginning(Enum):
    """How to begin where the command line has not said it."""

    GO_ON = "Go on"
    NEW = "Begin a new game"
    ANOTHER = "Open another saved game"
    GUIDED = "Guided first turn, on a real game: about five minutes"
    DEBRIEF = "Debrief of a finished game"
    READ = "Read a saved game again, or leave it at one of its turns"


class Start(NamedTuple):
    """``title`` is the save to go on with, to talk over or to read."""

    beginning: Beginning
    title: SaveTitle | None = None


def choose_start(prompt: Prompt, shelf: Shelf | None) -> Start:
    """What there is to begin with. Answering 1 goes on with the newest game, or begins a new one."""
    newest = None if shelf is None else shelf.newest_unfinished()
    titles = () if shelf is None else shelf.list()
    ended = tuple(title for title in titles if title.ending and not title.problem)
    offered = {
        Beginning.GO_ON: newest is not None,
        Beginning.NEW: True,
        Beginning.ANOTHER: newest is not None or any(title.problem for title in titles),
        Beginning.GUIDED: True,
        Beginning.DEBRIEF: bool(ended),
        Beginning.READ: not all(title.problem for title in titles),
    }
    open_now = [beginning for beginning, is_open in offered.items() if is_open]
    more = {} if newest is None else {Beginning.GO_ON: f" with {say_save(newest)}"}
    labels = [each.value + more.get(each, "") for each in open_now]
    prompt.console.heading("Where to begin")
    while True:
        beginning = open_now[prompt.choose([Item(label) for label in labels]) or 0]
        if beginning in (Beginning.GO_ON, Beginning.NEW, Beginning.GUIDED):
            return Start(beginning, newest)
        title = _choose_save(prompt, ended if beginning is Beginning.DEBRIEF else titles, beginning)
        if title is not None:
            return Start(beginning, title)


def say_save(title: SaveTitle) -> str:
    end = "finished" if title.ending else f"turn {title.turn} of {title.turns}"
    left = f", left {title.branch_of} at turn {title.branch_turn}" if title.branch_of else ""
    informed = f"information {title.information}, " * bool(title.information)
    return f"{inert(title.name)}: {title.length}, world {title.world}, {informed}{end}{left}"


def _choose_save(prompt: Prompt, titles: Sequence[SaveTitle], beginning: Beginning) -> SaveTitle | None:
    """A finished game is open only to be talked over or read."""
    closed = [title.problem or (_finished(title) if beginning is Beginning.ANOTHER else None) for title in titles]
    items = [Item(say_save(title), closed=why or None) for title, why in zip(titles, closed, strict=True)]
    chosen = prompt.choose(items, "Which game", back=True)
    return None if chosen is None else titles[chosen]


def _finished(title: SaveTitle) -> str | None:
    return "it is finished; its debrief can be read" if title.ending else None


def _ask_world(prompt: Prompt, scenario: Scenario) -> str:
    """What is true about the war. The sealed one, which is usual, comes first."""
    worlds = [SEALED, *scenario.worlds]
    items = [
        Item(scenario.worlds[world].label if world in scenario.worlds else "Sealed", (say_world(scenario, world),))
        for world in worlds
    ]
    prompt.console.heading("What is true about the war")
    prompt.console.say("Nobody knows what would end this war. Each world answers differently.")
    return worlds[prompt.choose(items, "Which world") or 0]


def _ask_length(prompt: Prompt, scenario: Scenario) -> str:
    lengths = sorted(scenario.lengths.values(), key=lambda length: length.id != USUAL_LENGTH)
    prompt.console.heading("How long the game is")
    chosen = prompt.choose([Item(length.label, (length.about,)) for length in lengths], "Which length")
    return lengths[chosen or 0].id


def _ask_information(prompt: Prompt, scenario: Scenario) -> str | None:
    """Not asked where there is one level only."""
    levels = tuple(scenario.information.values())
    if len(levels) == 1:
        return None
    prompt.console.heading("How well you are informed")
    chosen = prompt.choose([Item(level.label, (level.about.strip(),)) for level in levels], "Which information")
    return levels[chosen or 0].id


def _ask_seed(prompt: Prompt, drawn: int) -> int:
    prompt.console.heading("The seed")
    prompt.console.say("The same seed deals the same game again.")
    if prompt.choose([Item(f"Play with {drawn}"), Item("Type another")]) == 0:
        return drawn
    while True:
        typed = prompt.ask(f"A whole number from 0 to {LARGEST_SEED}")
        if typed.isascii() and typed.isdigit() and len(typed) <= len(str(LARGEST_SEED)) and int(typed) <= LARGEST_SEED:
            return int(typed)
        prompt.console.say("That is not such a number.")


def brief(prompt: Prompt, scenario: Scenario, setup: Setup) -> None:
    """The first page, how this length begins, and more for whoever wants it."""
    first, second = pages(scenario)[:2]
    prompt.place = "briefing"
    length = next(each for key, each in scenario.lengths.items() if key == setup.length)
    prompt.console.heading(scenario.title, "=")
    prompt.console.say(scenario.summary)
    show_page(prompt, first)
    prompt.console.heading("This game")
    world = scenario.worlds[setup.world].label if setup.world in scenario.worlds else "Sealed"
    prompt.console.say(f"World: {world}. {say_world(scenario, setup.world)}")
    prompt.console.lines((f"Length: {length.label}.", *say_start(scenario, length), f"Seed: {setup.seed}."))
    prompt.console.lines((*say_information(scenario, setup), *say_minds(scenario, setup)))
    items = [Item("Begin"), Item(f"Read: {second.title}"), Item("Open the briefing book")]
    while (chosen := prompt.choose(items)) != 0:
        if chosen == 1:
            show_page(prompt, second)
        else:
            read_book(prompt, scenario)


def show_page(prompt: Prompt, page: Page) -> None:
    """The page as plain paragraphs."""
    prompt.console.heading(page.title)
    for text in paragraphs(blocks(page.body)):
        prompt.console.say(text, hang=2 if text.startswith("- ") else 0)
