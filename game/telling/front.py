"""The war beside the talks, in words. Losses are told, and never counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from game.model.ids import Quantity
from game.model.terrain import Terrain
from game.model.views import MediatorView
from game.play.match import TurnRecord
from game.rules.calendar import season_of
from game.telling.dates import say_day
from game.telling.ledger import turn_changes
from game.telling.names import Names
from game.telling.prose import exact, possessive, sentence, spelt

FRONT: Final = Quantity("front")
GRID: Final = Quantity("grid")
TEMPO: Final = Quantity("tempo")

_SEASONS: Final = {
    "winter": "Winter: armies move at half their pace, and power stations are struck.",
    "spring": "Spring: strikes on power stations have paused; what was broken is mended in part.",
    "summer": "Summer: the ground is dry, and armies move; what was broken in the grid is mended in part.",
    "autumn": "Autumn: the cold comes, and with it strikes on power stations.",
}
_GRID: Final = (
    "The lights mostly stay on.",
    "Power is cut by the hour, district by district.",
    "Homes have power for part of the day, and lifts and pumps stand still for the rest.",
    "Whole districts are dark; where power fails, so do heat and water.",
    "Cities cannot be kept lit or warm.",
)
_LOSSES: Final = (
    "{owner} losses can be made good.",
    "{owner} losses are made good with men who have less and less training.",
    "{owner} units go without rest, because few can take their places.",
    "{owner} losses outrun those who can still be found.",
    "{owner} units are worn out, and villages run short of men.",
)
"""From the lowest band of the strain to the highest."""

_TEMPO: Final = (
    "Shells and drones, and few assaults.",
    "Small assaults, most days, for single fields and tree lines.",
    "Assaults every day along most of the line.",
    "Assaults day and night, and strikes far behind the line.",
    "The heaviest fighting of the war.",
)
_UNCOUNTED: Final = (
    "Every week of war has its dead, soldiers and civilians, on both sides. This page does not count them, and no "
    "number in this game stands for them."
)


@dataclass(frozen=True, slots=True)
class FrontWords:
    """``line``: where it stands and what the last turn did; ``fighting``: how hard, and the season; ``grid``: what
    strikes have done; ``losses``: on whom they weigh."""

    line: tuple[str, ...]
    fighting: tuple[str, ...]
    grid: tuple[str, ...]
    losses: tuple[str, ...]


def front_words(view: MediatorView, names: Names, last: TurnRecord | None) -> FrontWords:
    season = _SEASONS.get(season_of(view.length, view.turn), "")
    quiet = view.truce is not None
    tempo = () if quiet else (_graded(names, view, TEMPO, _TEMPO),)
    return FrontWords(
        line=(*_line(view, names), *_moved(names, last, quiet)),
        fighting=tuple(filter(None, (*_truce(view), *tempo, season))),
        grid=tuple(filter(None, (_graded(names, view, GRID, _GRID),))),
        losses=(*_losses(view, names), _UNCOUNTED),
    )


def sides(names: Names) -> tuple[str, ...]:
    """Who fights, in the scenario's order; the front counts for the first."""
    return tuple(party.name for party in names.scenario.parties.values() if party.belligerent)


def legend(terrain: Terrain, names: Names, moved: int) -> tuple[str, str, str]:
    """What the sketch's three kinds of land are: held, changed hands, and the line with where it is fought over."""
    first, second = sides(names)
    winner = first if moved > 0 else second
    changed = f"to {winner} since: {exact(abs(moved))} % of Ukraine" if moved else "nothing has changed hands since"
    return f"{possessive(first)} forces, {say_day(terrain.as_of)}", changed, "fought over"


SCHEMATIC: Final = "A sketch: land that changed hands is to scale in size, not in place."


def _line(view: MediatorView, names: Names) -> Iterator[str]:
    moved = view.known.get(FRONT)
    if moved is None:
        return
    first, second = sides(names)
    if moved == 0:
        yield "The line is where it was when the talks began."
    elif moved > 0:
        yield f"{possessive(first)} forces have taken {exact(moved)} % of Ukraine since the talks began."
    else:
        yield f"{possessive(second)} forces have taken back {exact(-moved)} % of the country since the talks began."


def _moved(names: Names, last: TurnRecord | None, quiet: bool) -> Iterator[str]:
    if last is None or quiet:
        return
    change = next((each for each in turn_changes(names.scenario, last) if each.quantity == FRONT), None)
    first, second = sides(names)
    if change is None:
        yield "In the last turn it hardly moved."
    else:
        winner = first if change.now > change.was else second
        yield f"In the last turn {exact(abs(change.now - change.was))} % went to {winner}."


def _truce(view: MediatorView) -> Iterator[str]:
    if view.truce is not None:
        weeks = "a week" if view.truce == 1 else f"{spelt(view.truce)} weeks"
        yield f"The cease-fire has held for {weeks}." if view.truce else "The cease-fire has begun."


def _graded(names: Names, view: MediatorView, quantity: Quantity, grades: tuple[str, ...]) -> str:
    """``Tempo of the fighting: heavy, 55. Assaults every day …``, the sentence by the band of the value."""
    if quantity not in view.known:
        return ""
    value = view.known[quantity]
    level = sentence(f"{names.quantity(quantity)}: {names.level(quantity, value)}")
    return f"{level} {grades[_grade(names, quantity, value, len(grades))]}"


def _grade(names: Names, quantity: Quantity, value: int, grades: int) -> int:
    """Which of so many grades the value's band is, from 0."""
    bands = names.scenario.quantities[quantity].bands
    place = max(0, sum(value >= start for start, _ in bands) - 1)
    return place * grades // max(1, len(bands))


def _losses(view: MediatorView, names: Names) -> Iterator[str]:
    for party in view.scenario.parties.values():
        manpower = Quantity(f"strain.{party.id}.manpower")
        if party.belligerent and manpower in view.known:
            value = view.known[manpower]
            said = _LOSSES[_grade(names, manpower, value, len(_LOSSES))]
            yield f"{said.format(owner=possessive(party.name))} Strain on manpower: {names.level(manpower, value)}."


def front_lines(view: MediatorView, names: Names, last: TurnRecord | None) -> tuple[str, ...]:
    """The whole page, for those who read and do not look."""
    words = front_words(view, names, last)
    return (*words.line, *words.fighting, *words.grid, *words.losses)
