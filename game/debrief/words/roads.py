"""Roads not taken, in words."""

from collections.abc import Iterator
from typing import Final

from game.debrief.chapters import Audience, Bullets, Chapter, Paragraph
from game.debrief.findings import Findings
from game.debrief.roads import TRIED, Road, difference
from game.rules.outcome import Outcome, score_under
from game.telling.ending import measure_words
from game.telling.names import Names
from game.telling.orders import say_action
from game.telling.prose import decimal, in_prose, listing, spelt

_RULE: Final = (
    f"Of the {spelt(TRIED)} acts that moved the parties most each is left out, and of the {spelt(TRIED)} choices on "
    "cards that cost most each is made otherwise, one at a time. Told is the one act, and the one choice, with which "
    "the game would have come out most differently."
)
_SHOWS_NOT: Final = (
    "What this does not show: what would have been wise. Everything else that you did was kept as far as it was still "
    "allowed, although you would have gone on otherwise; the luck was the same, wherever the same thing was asked of "
    "it; and one other game is one game."
)


def roads_taken(found: Findings, audience: Audience) -> Chapter:
    if not found.roads:
        note = (
            "They are worked out for finished games only." if not found.match.over else "There was nothing to change."
        )
        return Chapter("roads", "Roads not taken", (Paragraph(note),))
    names = Names(found.match.game.scenario)
    apart = [road for road in found.roads if any(difference(found.result, road.result))]
    told = tuple(_say_road(names, found, road, audience) for road in apart)
    blocks = (Bullets(told),) if told else ()
    idle = [road for road in found.roads if road not in apart]
    nothing = (Paragraph(_nothing(idle)),) if idle else ()
    return Chapter("roads", "Roads not taken", (Paragraph(_RULE), *blocks, *nothing, Paragraph(_SHOWS_NOT)))


def _nothing(idle: list[Road]) -> str:
    """``None of the choices would have changed how it ended, or any measure of that.``"""
    kinds = listing(["acts" if road.fork.action is not None else "choices" for road in idle], "or")
    return f"None of these {kinds} would have changed how the game ended, or any measure of it."


def _say_road(names: Names, found: Findings, road: Road, audience: Audience) -> str:
    here, there, scenario = found.result, road.result, names.scenario
    ending = in_prose(scenario.endings[there.ending].title)
    same = "the same ending" if there.ending == here.ending else f"another ending: {ending}"
    first = next(iter(scenario.lenses.values()))
    now, then = found.lenses[first.id].total, score_under(first, there).total
    apart = [*_apart(here, there), *([f"{first.label.lower()} score {then} instead of {now}"] if then != now else [])]
    told = f" {listing(apart)}." if apart else ""
    kept = f" {road.kept} of the {road.acts} acts that you did from then on could still be done." if road.acts else ""
    return f"Turn {road.fork.turn}, {_say_fork(names, road, audience)}: {same}.{told[:2].upper()}{told[2:]}{kept}"


def _say_fork(names: Names, road: Road, audience: Audience) -> str:
    fork = road.fork
    if fork.action is not None:
        moved = (
            f"; it had moved the parties by {decimal(fork.weight)} points" if audience is not Audience.STUDENT else ""
        )
        return f"without the act “{in_prose(say_action(names, fork.action))}”{moved}"
    card = next(each for key, each in names.scenario.cards.items() if key == fork.card)
    labels = {each.id: in_prose(each.label) for each in card.choices}
    taken, other = (labels[each] for each in (fork.choice, fork.instead) if each is not None)
    return f"on the card “{card.title}”, “{other}” instead of “{taken}”"


def _apart(here: Outcome, there: Outcome) -> Iterator[str]:
    """Progress and every measure that came out otherwise."""
    if here.progress != there.progress:
        yield f"progress {there.progress} instead of {here.progress}"
    for name, value in here.measures.items():
        if value != there.measures[name]:
            yield f"{in_prose(measure_words(name, value).label)} {there.measures[name]} instead of {value}"
