"""What frames a debrief: where the game was played, how it ended, what it does not show."""

from game.debrief.chapters import Audience, Block, Bullets, Chapter, Paragraph, Table
from game.debrief.findings import Findings
from game.model.ids import SEALED
from game.telling.briefing import pages, say_information
from game.telling.dates import turn_dates
from game.telling.ending import epilogue, measure_words, world_words
from game.telling.names import Names
from game.telling.prose import counted, exact

NO_PROOF = "You played in a world that we wrote. It is not evidence that the war was like it."
_WRONG = "where-this-model-is-wrong"


def opening(found: Findings, audience: Audience, notices: tuple[str, ...]) -> Chapter:
    """The first words of every debrief."""
    match = found.match
    setup, scenario, length = match.game.setup, match.game.scenario, match.game.length
    sealed = setup.world == SEALED
    world = f"“{match.game.truth.label}”"
    chosen = "sealed" if sealed else world
    lines = (
        f"Scenario: {scenario.title}, as of {scenario.as_of.isoformat()}.",
        f"World: {chosen}. Length: {length.label}, {counted(length.turns, 'turn')} of {counted(length.weeks, 'week')}. "
        f"Seed: {setup.seed}.",
        *say_information(scenario, setup),
        *([f"Weeks of war before the first turn: {setup.late}."] if setup.late else []),
        _extent(found),
    )
    return Chapter(
        "frame",
        "What you are reading",
        (
            Paragraph(NO_PROOF),
            Paragraph(not_on_the_table(found)),
            Bullets((*lines, *notices)),
            Paragraph(_for_whom(audience)),
        ),
    )


def not_on_the_table(found: Findings) -> str:
    told = found.match.game.scenario.words.epilogue.get("not-on-the-table", "").strip()
    return told or "What was not on the table: justice, accountability, missing children, life under occupation."


def _extent(found: Findings) -> str:
    match = found.match
    last = turn_dates(match.game.length, max(1, match.world.turn))
    if match.over:
        return f"Played to its end, in turn {match.world.turn} ({last})."
    return f"Broken off in turn {match.world.turn} of {match.game.length.turns} ({last})."


def _for_whom(audience: Audience) -> str:
    if audience is Audience.PLAYER:
        return "The game is over, so nothing is kept back: what the parties kept to themselves stands here too."
    if audience is Audience.TEACHER:
        return (
            "This is the teacher's version: it shows what the parties kept to themselves. A student's version leaves "
            "that out (--for student)."
        )
    return (
        "This is a student's version. It leaves out what the parties kept to themselves: their true values and limits, "
        "the zone of agreement, what would have turned a refusal."
    )


def ended(found: Findings, audience: Audience) -> Chapter:
    if not found.match.over:
        return Chapter("end", "Where it stood", (Paragraph(_extent(found)), _measures(found)))
    words = epilogue(found.match)
    world = world_words(found.match.game) if audience is not Audience.STUDENT or not found.match.game.sealed else ""
    told = (*words.paragraphs, *([f"Ten years on: {words.outlook}"] if words.outlook else []), *words.flags)
    blocks: tuple[Block, ...] = tuple(Paragraph(text) for text in (*told, *([world] if world else [])))
    return Chapter("end", f"How it ended: {words.title.lower()}", (*blocks, _measures(found)))


def _measures(found: Findings) -> Table:
    rows = []
    for measure, value in found.result.measures.items():
        words = measure_words(measure, value)
        rows.append((words.label, str(value), words.word, words.about))
    return Table(
        "Measures of the outcome, 0 to 100", ("Measure", "Value", "In a word", "What it is"), tuple(rows), (1,)
    )


def lenses(found: Findings) -> Chapter:
    """The same result as each of six governments might see it."""
    scenario = found.match.game.scenario
    rows = tuple(
        (scenario.lenses[key].label, str(scored.total), _parts(scored.parts), "yes" if scored.capped else "no")
        for key, scored in found.lenses.items()
    )
    about = tuple(f"{lens.label}. {lens.about.strip()}" for lens in scenario.lenses.values())
    note = (
        "The same result under each lens. A lens is a government's idea of a good outcome, or a school's; none is a "
        "people's, and none is the right one."
    )
    head = ("Lens", "Score", "Made of: value × weight in percent", "Capped as dictated")
    return Chapter(
        "lenses", "Six ways to judge it", (Paragraph(note), Table("Scores", head, rows, (1,)), Bullets(about))
    )


def _parts(parts: tuple[tuple[str, int, int, int], ...]) -> str:
    told = (f"{measure_words(name, value).label} {value} × {weight}" for name, weight, value, _ in parts if weight)
    return ", ".join(told)


def wrong(found: Findings) -> Chapter:
    """Where the model is wrong, as the briefing book has it."""
    page = next((each for each in pages(found.match.game.scenario) if each.id.endswith(_WRONG)), None)
    body = "" if page is None else page.body
    parts = tuple(Paragraph(part.replace("**", "")) for part in body.split("\n\n") if part.strip())
    return Chapter("wrong", "Where this model is wrong", (*parts, Paragraph(NO_PROOF)))


def draft(found: Findings) -> Chapter:
    """The text as it stood at the end."""
    match, names = found.match, Names(found.match.game.scenario)
    rows = []
    for clause, state in match.world.clauses.items():
        option = "open" if state.option is None else names.scenario.clauses[clause].options[state.option].label
        over = f"; over the head of {names.members(state.over)}" if state.over else ""
        who = f"{names.members(state.agreed)}{over}" if state.option is not None else ""
        rows.append((names.clause(clause), option, who, exact(state.detail)))
    head = ("Clause", "Wording", "Agreed by", "Detail, of 3")
    return Chapter("text", "The text as it stood", (Table("Clause by clause", head, tuple(rows), (3,)),))
