"""Several games from one start, side by side as distributions; never as a ranking.

Games are named by letters in the order in which they were given, which says nothing about them.
"""

from collections.abc import Collection, Sequence

from game.debrief.chapters import Block, Bullets, Chapter, Figure, Paragraph, Series, Shape, Table
from game.debrief.findings import Findings
from game.debrief.partings import letters
from game.debrief.words.frame import NO_PROOF, not_on_the_table
from game.debrief.words.partings import parted
from game.model.record import record
from game.telling.ending import measure_words
from game.telling.names import Names
from game.telling.prose import counted

_NO_RANKING = (
    "This is not a ranking. The games began alike and the parties were the same; what differs is what was done, and "
    "luck where other things were done. Rows of games stand in the order in which they were handed in."
)


_EXPLORED = (
    "In a game that is marked as explored turns were taken back, so that some of its choices were made with more known "
    "than the others knew."
)


@record
class Spread:
    """Five numbers of a list; quartiles are values of the list, by the nearest rank."""

    least: int
    lower: int
    middle: int
    upper: int
    most: int


def spread_of(values: Sequence[int]) -> Spread:
    """``values`` must not be empty."""
    ranked = sorted(values)

    def at(percent: int) -> int:
        return ranked[max(0, -(-percent * len(ranked) // 100) - 1)]

    return Spread(ranked[0], at(25), at(50), at(75), ranked[-1])


def gathered(games: Sequence[tuple[str, Findings]], explored: Collection[int] = ()) -> tuple[Chapter, ...]:
    """``games``: what each is called (a file's name), and what was found in it. All must have begun alike.

    ``explored``: the places, from 0, of those in which turns were taken back.
    """
    return (
        _opening(games, explored),
        _endings(games),
        parted(games),
        _measures(games),
        _lenses(games),
        _conduct(games),
        _claims(games),
        _talk(),
    )


def _opening(games: Sequence[tuple[str, Findings]], explored: Collection[int]) -> Chapter:
    found = games[0][1]
    setup = found.match.game.setup
    informed = f"information {setup.information}, " * bool(setup.information)
    start = f"Scenario {setup.scenario}, world {setup.world}, length {setup.length}, {informed}seed {setup.seed}."
    rows = tuple(
        (letters(place), name, _extent(each), "yes: explored" if place in explored else "no")
        for place, (name, each) in enumerate(games)
    )
    blocks = (
        Paragraph(NO_PROOF),
        Paragraph(not_on_the_table(found)),
        Paragraph(f"{counted(len(games), 'game')} from one start. {start}"),
        Paragraph(_NO_RANKING),
        *((Paragraph(_EXPLORED),) if explored else ()),
        Table("The games", ("Game", "File", "How far", "Turns taken back"), rows),
    )
    return Chapter("frame", "What you are reading", blocks)


def _extent(found: Findings) -> str:
    match = found.match
    return "to its end" if match.over else f"broken off in turn {match.world.turn} of {match.game.length.turns}"


def _endings(games: Sequence[tuple[str, Findings]]) -> Chapter:
    titles = [_ending(found) for _, found in games]
    counts = {title: titles.count(title) for title in dict.fromkeys(sorted(titles))}
    rows = tuple((title, str(number)) for title, number in counts.items())
    table = Table("How they ended", ("Ending", "Games"), rows, (1,))
    return Chapter("endings", "How they ended", (table,))


def _ending(found: Findings) -> str:
    ending = found.match.world.ending
    return "Broken off" if ending is None else found.match.game.scenario.endings[ending].title


def _measures(games: Sequence[tuple[str, Findings]]) -> Chapter:
    names = list(games[0][1].result.measures)
    lists = {measure_words(name, 0).label: [found.result.measures[name] for _, found in games] for name in names}
    return _spreads("measures", "What came of it", "Measures of the outcome, 0 to 100", lists)


def _lenses(games: Sequence[tuple[str, Findings]]) -> Chapter:
    lenses = games[0][1].match.game.scenario.lenses
    lists = {lens.label: [found.lenses[key].total for _, found in games] for key, lens in lenses.items()}
    return _spreads("lenses", "Six ways to judge it", "Scores under each lens", lists)


def _spreads(key: str, title: str, caption: str, lists: dict[str, list[int]]) -> Chapter:
    """A strip of dots for each list, and a table of its five numbers."""
    picture = Figure(
        title=caption,
        about=f"A row of lettered dots, one a game, for each of: {_dots(lists)}. The table has five numbers of each.",
        shape=Shape.STRIPS,
        series=tuple(Series(label, tuple(enumerate(values))) for label, values in lists.items()),
        across="0 to 100",
        upwards="",
        low=0,
        high=100,
        ticks=tuple(letters(place) for place in range(max(map(len, lists.values()), default=0))),
    )
    rows = []
    for label, values in lists.items():
        told = spread_of(values)
        rows.append((label, *map(str, (told.least, told.lower, told.middle, told.upper, told.most))))
    head = ("", "Least", "Lower quartile", "Middle", "Upper quartile", "Most")
    return Chapter(key, title, (picture, Table(caption, ("What", *head[1:]), tuple(rows), (1, 2, 3, 4, 5))))


def _dots(lists: dict[str, list[int]]) -> str:
    """``Settlement (A 88, B 30), Durability …``."""
    return ", ".join(
        f"{label} ({', '.join(f'{letters(place)} {value}' for place, value in enumerate(values))})"
        for label, values in lists.items()
    )


def _conduct(games: Sequence[tuple[str, Findings]]) -> Chapter:
    styles = list(games[0][1].style.acts)
    rows = tuple(
        (
            letters(place),
            *(f"{found.style.share(style)} %" for style in styles),
            str(sum(found.style.verbs.values())),
            str(found.facts["accepted"]),
            str(found.facts["refused"]),
            str(found.facts["leaks"]),
        )
        for place, (_, found) in enumerate(games)
    )
    head = ("Game", *map(str.capitalize, styles), "Acts", "Accepted", "Refused", "Leaks")
    numbers = tuple(range(1, len(head)))
    return Chapter(
        "conduct", "How they went about it", (Table("Styles and answers", head, rows, numbers), _texts(games))
    )


def _texts(games: Sequence[tuple[str, Findings]]) -> Block:
    """Which wordings stood at the end, clause by clause."""
    names = Names(games[0][1].match.game.scenario)
    rows = []
    for clause, spec in names.scenario.clauses.items():
        options = [found.match.world.clauses[clause].option for _, found in games]
        told = [f"{each.label} {options.count(each.id)}" for each in spec.options.values() if each.id in options]
        told += [f"open {options.count(None)}"] if None in options else []
        rows.append((names.clause(clause), " · ".join(told)))
    return Table("Wordings at the end, and in how many games", ("Clause", "Wordings"), tuple(rows))


def _claims(games: Sequence[tuple[str, Findings]]) -> Chapter:
    spoken = [(each.claim, each.speaks) for _, found in games for each in found.evidence]
    rows = tuple(
        (claim, " ".join(said.split()), str(spoken.count((claim, "for"))), str(spoken.count((claim, "against"))))
        for claim, said in games[0][1].match.game.scenario.words.claims.items()
        if (claim, "for") in spoken or (claim, "against") in spoken
    )
    note = "Games that speak for or against a claim of the argument. A class of games is still no experiment."
    table = Table("Claims", ("Claim", "What it says", "Games for", "Games against"), rows, (2, 3))
    return Chapter("claims", "The claims of the argument", (Paragraph(note), *((table,) if rows else ())))


def _talk() -> Chapter:
    asked = (
        "Where did games that began alike part ways, and on whose decision? The table of partings says what differed.",
        "Which differences in what came of it do you put down to what was done, which to luck? How could you tell?",
        "What did all games have in common, and is that the parties, the model, or you?",
        "Under which lens do the games differ most, and what does that say about the lens?",
    )
    return Chapter("questions", "Questions for the class", (Bullets(asked, ordered=True),))
