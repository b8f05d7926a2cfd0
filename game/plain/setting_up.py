"""Before the first turn: which game, in which world, how long, with which seed; and the briefing."""

from secrets import randbelow
from typing import Final, NamedTuple

from game.model.ids import SEALED, WorldId
from game.model.scenario import Scenario
from game.model.world import Setup
from game.plain.prompt import Item, Prompt
from game.play.inert import inert
from game.play.saves import SaveTitle, Shelf
from game.play.wish import Wish
from game.telling.briefing import Page, claims_page, pages, say_start, say_world

LARGEST_SEED: Final = 2**64 - 1
USUAL_LENGTH: Final = "full"
_DRAWN_BELOW: Final = 1_000_000_000
_OPEN, _READ = 2, 3


class Start(NamedTuple):
    """A saved game, and whether it is to be read rather than played on."""

    title: SaveTitle
    to_read: bool = False


def choose_setup(prompt: Prompt, scenario: Scenario, wish: Wish) -> Setup:
    """What the wish leaves open is asked, unless it names a length: then the rest is what is usual."""
    asking = wish.length is None
    world = wish.world or (_ask_world(prompt, scenario) if asking else SEALED)
    length = wish.length or _ask_length(prompt, scenario)
    seed = randbelow(_DRAWN_BELOW) if wish.seed is None else wish.seed
    if asking and wish.seed is None:
        seed = _ask_seed(prompt, seed)
    return Setup(scenario.id, WorldId(world), length, seed)


def choose_start(prompt: Prompt, shelf: Shelf | None) -> Start | None:
    """A saved game to go on with or to read again, or None for a new one."""
    titles = () if shelf is None else shelf.list()
    newest = next((title for title in titles if not title.ending and not title.problem), None)
    if all(title.problem for title in titles):
        return None
    unfinished = [] if newest is None else [Item(f"Go on with {say_save(newest)}")]
    items = [
        *unfinished,
        Item("Begin a new game"),
        Item("Open another saved game"),
        Item("Read a saved game again, or leave it at one of its turns"),
    ]
    prompt.console.heading("Where to begin")
    while True:
        chosen = (prompt.choose(items) or 0) + (newest is None)
        if chosen < _OPEN:
            return None if chosen or newest is None else Start(newest)
        title = _choose_save(prompt, titles, to_read=chosen == _READ)
        if title is not None:
            return Start(title, to_read=chosen == _READ)


def say_save(title: SaveTitle) -> str:
    end = "finished" if title.ending else f"turn {title.turn} of {title.turns}"
    left = f", left {title.branch_of} at turn {title.branch_turn}" if title.branch_of else ""
    return f"{inert(title.name)}: {title.length}, world {title.world}, {end}{left}"


def _choose_save(prompt: Prompt, titles: tuple[SaveTitle, ...], *, to_read: bool) -> SaveTitle | None:
    items = [Item(say_save(title), closed=title.problem or (None if to_read else _finished(title))) for title in titles]
    chosen = prompt.choose(items, "Which game", back=True)
    return None if chosen is None else titles[chosen]


def _finished(title: SaveTitle) -> str | None:
    return "it is finished; it can be read again" if title.ending else None


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
    """The first page, how this length begins, and more pages for whoever wants them."""
    first, *others = (*pages(scenario), claims_page(scenario))
    length = next(each for key, each in scenario.lengths.items() if key == setup.length)
    prompt.console.heading(scenario.title, "=")
    prompt.console.say(scenario.summary)
    show_page(prompt, first)
    prompt.console.heading("This game")
    world = scenario.worlds[setup.world].label if setup.world in scenario.worlds else "Sealed"
    prompt.console.say(f"World: {world}. {say_world(scenario, setup.world)}")
    prompt.console.lines((f"Length: {length.label}.", *say_start(scenario, length), f"Seed: {setup.seed}."))
    while True:
        chosen = prompt.choose([Item("Begin"), *(Item(f"Read: {page.title}") for page in others)])
        if not chosen:
            return
        show_page(prompt, others[chosen - 1])


def briefing_book(prompt: Prompt, scenario: Scenario) -> None:
    """All pages, one after another as asked for."""
    book = (*pages(scenario), claims_page(scenario))
    while (chosen := prompt.choose([Item(page.title) for page in book], "Which page", back=True)) is not None:
        show_page(prompt, book[chosen])


def show_page(prompt: Prompt, page: Page) -> None:
    """The page as plain paragraphs: marks of emphasis are left out, lists keep their dash."""
    prompt.console.heading(page.title)
    for block in page.body.split("\n"):
        text = block.replace("**", "").replace("*", "").strip()
        if not text:
            prompt.console.say()
        elif text.startswith("#"):
            prompt.console.say(text.lstrip("# "))
        else:
            prompt.console.say(text, hang=2 if text.startswith("- ") else 0)
