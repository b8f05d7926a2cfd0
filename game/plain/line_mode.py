"""Line mode from the first question to the ending."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import Final

from game.cards.library import load_scenario
from game.model.scenario import Scenario
from game.model.seats import ChooseCard
from game.model.world import Setup
from game.plain.book import read_debrief
from game.plain.console import Console, InputEnded, standard_console
from game.plain.desk import sit_at_desk
from game.plain.guided import Tour
from game.plain.morning import show_morning, show_results, take_card
from game.plain.prompt import Item, PlayerLeft, Prompt, TakenBack
from game.plain.replaying import read_again
from game.plain.saving import play_unsaved, rewind
from game.plain.setting_up import Beginning, Start, brief, choose_setup, choose_start
from game.plain.sitting import Sitting
from game.play.copies import rescue
from game.play.history import foretold
from game.play.opened import Opened
from game.play.saves import Shelf
from game.play.session import Session
from game.play.trouble import DamagedSave, SaveProblem
from game.play.wish import Wish
from game.telling.draft import draft, draft_line
from game.telling.ending import EndingWords, epilogue
from game.telling.guide import Guide
from game.telling.names import Names

PLAYED: Final = 0
NO_CONTENT: Final = 2
INPUT_ENDED: Final = 3
INTERRUPTED: Final = 130


def play_plain(wish: Wish, console: Console | None = None) -> int:
    """Play one game; returns the exit code. It ends with the line ``Ending: <id>``, if it comes to an end."""
    console = standard_console() if console is None else console
    prompt = Prompt(console)
    try:
        return _play(prompt, wish)
    except InputEnded:
        console.say(f"The input ended before the game did. {prompt.kept()}")
        return INPUT_ENDED
    except PlayerLeft:
        console.say(f"You have left the game. {prompt.kept()}")
        return PLAYED
    except KeyboardInterrupt:
        console.say()
        console.say(f"Interrupted. {prompt.kept()}")
        return INTERRUPTED


def _play(prompt: Prompt, wish: Wish) -> int:
    prompt.console.lines(wish.notices)
    if wish.opened is not None:
        return _sit_down(prompt, wish, _resumed(prompt, wish.opened))
    start = Start(Beginning.NEW)
    while wish == Wish(wish.scenario, shelf=wish.shelf, notices=wish.notices):
        start = choose_start(prompt, wish.shelf)
        if start.title is None or wish.shelf is None or start.beginning in (Beginning.NEW, Beginning.GUIDED):
            break
        code = _from_the_shelf(prompt, wish, wish.shelf, start)
        if code is not None:
            return code
    scenario = _scenario(prompt, wish.scenario)
    if scenario is None:
        return NO_CONTENT
    script = scenario.words.guide if start.beginning is Beginning.GUIDED else None
    if script is None:
        return _sit_down(prompt, wish, _begun(prompt, scenario, wish, choose_setup(prompt, scenario, wish)))
    prompt.guide = tour = Tour(prompt, Guide(script))
    setup = Setup(scenario.id, script.world, script.length, script.seed)
    return _sit_down(prompt, wish, _begun(prompt, scenario, wish, setup), tour)


def _sit_down(prompt: Prompt, wish: Wish, session: Session, tour: Tour | None = None) -> int:
    with session:
        scenario = session.match.game.scenario
        sitting = Sitting(prompt, session, Names(scenario), everything=_experienced(wish))
        if tour is not None:
            tour.sitting = sitting
        prompt.kept, prompt.why, prompt.rewind = sitting.kept, sitting.why, partial(rewind, sitting)
        prompt.console.lines(session.notices)
        if session.path is not None:
            prompt.console.say(f"The game is saved after every decision, in {session.path}.")
        play_out(sitting)
    return PLAYED


def _experienced(wish: Wish) -> bool:
    """Whether the player has finished a game, or keeps none that could tell."""
    try:
        return wish.shelf is None or any(title.ending for title in wish.shelf.list())
    except SaveProblem:
        return True


def _from_the_shelf(prompt: Prompt, wish: Wish, shelf: Shelf, start: Start) -> int | None:
    """Play a saved game on, talk it over, or read it and leave it for another; None for another choice."""
    if start.title is None:
        return None
    try:
        opened: Opened | None = shelf.open(start.title.path)
        if opened is not None and start.beginning is Beginning.DEBRIEF:
            read_debrief(prompt, opened.match, foretold(opened.history), explored=opened.history.explored)
            return PLAYED
        if opened is not None and start.beginning is Beginning.READ:
            made = read_again(prompt, shelf, opened)
            opened = None if made is None else shelf.open(made)
        session = None if opened is None else _resumed(prompt, opened)
    except DamagedSave as problem:
        _offer_rescue(prompt, shelf, problem)
    except SaveProblem as problem:
        prompt.console.say(str(problem))
    else:
        return None if session is None else _sit_down(prompt, wish, session)
    return None


def _offer_rescue(prompt: Prompt, shelf: Shelf, problem: DamagedSave) -> None:
    prompt.console.say(str(problem))
    if problem.turn and prompt.choose([Item("Make a new save of what is sound"), Item("Leave it")]) == 0:
        try:
            prompt.console.say(f"It is there as {rescue(shelf, problem.path).stem}.")
        except SaveProblem as other:
            prompt.console.say(str(other))


def _scenario(prompt: Prompt, name: str) -> Scenario | None:
    loaded = load_scenario(name)
    if loaded.scenario is None:
        prompt.console.say(f"The scenario '{name}' cannot be played. The command check tells more.")
        prompt.console.lines(str(fault) for fault in loaded.faults[:5])
    elif loaded.left_out:
        count = len(loaded.left_out)
        prompt.console.say(f"Faulty content was left out, {count} in all. The command check tells which and why.")
    return loaded.scenario


def _begun(prompt: Prompt, scenario: Scenario, wish: Wish, setup: Setup) -> Session:
    brief(prompt, scenario, setup)
    while True:
        try:
            return Session.begin(scenario, setup, wish.shelf)
        except SaveProblem as problem:
            if play_unsaved(prompt, problem, "Try again"):
                return Session.begin(scenario, setup, None)


def _resumed(prompt: Prompt, opened: Opened) -> Session:
    while True:
        try:
            return Session.resume(opened)
        except SaveProblem as problem:
            if play_unsaved(prompt, problem, "Try again"):
                return Session.resume(opened, saved=False)


def play_out(sitting: Sitting) -> None:
    """Turn after turn to the ending, and from there back again if the last turn is taken back."""
    while True:
        try:
            _play_on(sitting)
            _show_end(sitting)
        except TakenBack:
            sitting.shown = 0
        else:
            return


def _play_on(sitting: Sitting) -> None:
    while (request := sitting.session.request) is not None:
        show_morning(sitting)
        if isinstance(request, ChooseCard):
            take_card(sitting, request)
        else:
            sit_at_desk(sitting)


def _show_end(sitting: Sitting) -> None:
    record = sitting.session.last_turn()
    if record is not None:
        sitting.wire = ()
        show_results(sitting, record)
    console = sitting.console
    console.heading("The text at the end")
    for clause in draft(sitting.session.view, sitting.names):
        console.say(f"{clause.number} {clause.title}: {draft_line(clause, sitting.names)}", 0, 2)
    words = epilogue(sitting.session.match)
    _show_epilogue(console, words)
    if sitting.session.explored:
        console.say("Turns of this game were taken back: it is marked as explored.")
    if sitting.session.branch is not None:
        left = sitting.session.branch
        console.say(f"This game left another, {left.of}, at the start of turn {left.turn}.")
    console.say(sitting.kept())
    _offer_debrief(sitting)
    console.say()
    console.say(f"Ending: {words.id}")


def _offer_debrief(sitting: Sitting) -> None:
    """Whoever has nothing more to say has read enough: the game is over."""
    sitting.prompt.place, sitting.prompt.help = "ending", ()
    with suppress(InputEnded, PlayerLeft):
        while sitting.prompt.choose([Item("Close the game"), Item("Read the debrief")]) == 1:
            session = sitting.session
            read_debrief(sitting.prompt, session.match, session.foretold, explored=session.explored)


def _show_epilogue(console: Console, words: EndingWords) -> None:
    console.heading(words.title, "=")
    _paragraphs(console, words.paragraphs)
    console.heading("Ten years on")
    _paragraphs(console, (words.outlook,))
    console.heading("The score")
    console.lines(words.flags)
    for lens in words.lenses:
        console.say(f"{lens.label} lens: {lens.total} of 100. {lens.about}")
        console.lines((*lens.lines, *([lens.capped] if lens.capped else [])), 2)
    console.heading("What this was")
    _paragraphs(console, (words.world, words.not_on_the_table, words.no_proof))


def _paragraphs(console: Console, texts: Sequence[str]) -> None:
    for number, text in enumerate(filter(None, texts)):
        if number:
            console.say()
        console.say(text)
