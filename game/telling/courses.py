"""Quantities over the turns: what belongs on one chart, and each course in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from game.model.ids import PartyId, Quantity
from game.play.past import Past
from game.telling.names import VALUE, Names
from game.telling.prose import MINUS, decimal, exact, listing

_HOUSE: Final = tuple(map(Quantity, ("patience", "discipline", "credibility", "congress")))
_FULL: Final = 100
_STEP: Final = 20


@dataclass(frozen=True, slots=True)
class Course:
    """One quantity over the turns. ``tag`` is short enough to stand at the end of a curve; ``party`` owns the quantity,
    if one does; ``level`` is the last value with its word; points of value are named in the chart's title.
    """

    label: str
    tag: str
    values: tuple[int, ...]
    level: str
    unit: str = "meter"
    party: PartyId | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Courses that are read side by side, on a scale from ``low`` to ``high``. ``short`` is the title for a tab."""

    short: str
    title: str
    low: int
    high: int
    unit: str
    courses: tuple[Course, ...]


def charts(past: Past, names: Names) -> tuple[Chart, ...]:
    """What the talks have come to, trust, the White House, hopes, and what the war costs each party."""
    found = [
        Chart("Progress", "Settlement progress", 0, _FULL, "meter", (progress_course(past),)),
        _meters("Trust", "Trust in Washington", list(_each(past, names, "trust"))),
        _meters("White House", "The White House", [_plain(past, names, each) for each in _HOUSE]),
        _fitted("Hopes", f"What we think each holds out for, {VALUE}", list(_each(past, names, "guess"))),
        _meters("Economies", "Strain on economies", _shared(past, names, "economy")),
        _meters("Between them", "Trust between them", _between(past, names)),
    ]
    return tuple(each for each in found if each.courses)


def progress_course(past: Past) -> Course:
    values = past.progress()
    return Course("Settlement progress", "", values, f"{values[-1]} of {_FULL}")


def war_charts(past: Past, names: Names) -> tuple[Chart, ...]:
    """The front over the turns: the line, the fighting, the grid, and what it costs those who fight."""
    first = next((each.name for each in names.scenario.parties.values() if each.belligerent), "")
    found = [
        _fitted("Line", f"The line, % of Ukraine to {first}", [_plain(past, names, Quantity("front"))]),
        _meters(
            "War", "Fighting and the energy grid", [_plain(past, names, Quantity(each)) for each in ("tempo", "grid")]
        ),
        _meters("Manpower", "Strain on manpower", _shared(past, names, "manpower")),
    ]
    return tuple(each for each in found if each.courses)


def _shared(past: Past, names: Names, kind: str) -> list[Course]:
    """A strain of one kind, of every party that has it."""
    return [
        _course(past, names, Quantity(f"strain.{each}.{kind}"), (names.party(each), names.tag(each)), each)
        for each in names.scenario.parties
    ]


def _plain(past: Past, names: Names, quantity: Quantity) -> Course:
    label = names.quantity(quantity) if quantity in past.now.known else ""
    return _course(past, names, quantity, (label, _short(quantity)))


def _short(quantity: Quantity) -> str:
    """The last word of a quantity's id, which is content's own: ``manpower``."""
    return quantity.rpartition(".")[2]


def _course(
    past: Past, names: Names, quantity: Quantity, called: tuple[str, str], party: PartyId | None = None
) -> Course:
    """``called``: its label and its tag."""
    label, tag = called
    values = past.course(quantity)
    if not values:
        return Course(label, tag, (), "")
    unit = names.scenario.quantities[quantity].unit
    level = names.level(quantity, values[-1]).removesuffix(f" {VALUE}")
    return Course(label, tag, values, level, unit, party)


def _each(past: Past, names: Names, kind: str) -> Iterator[Course]:
    for party in names.scenario.parties:
        yield _course(past, names, Quantity(f"{kind}.{party}"), (names.party(party), names.tag(party)), party)


def _between(past: Past, names: Names) -> list[Course]:
    """Trust of the parties in one another."""
    found = []
    for quantity in past.now.known:
        kind, _, rest = quantity.partition(".")
        pair = [PartyId(each) for each in rest.split(".")]
        if kind == "trust" and len(pair) > 1:
            label = listing([names.party(each) for each in pair])
            found.append(_course(past, names, quantity, (label, "–".join(names.tag(each) for each in pair))))
    return found


def _meters(short: str, title: str, courses: list[Course]) -> Chart:
    """A scale of whole steps that holds the values, so that a few points can be seen to move."""
    known = tuple(each for each in courses if each.values)
    values = [value for each in known for value in each.values] or [0]
    low, high = min(values) // _STEP * _STEP, -(-max(values) // _STEP) * _STEP
    low = max(0, min(low, high - 2 * _STEP))
    return Chart(short, title, low, max(high, low + 2 * _STEP), "meter", known)


def _fitted(short: str, title: str, courses: list[Course]) -> Chart:
    """A scale that just holds the values, with zero in it."""
    known = tuple(each for each in courses if each.values)
    values = [value for each in known for value in each.values] or [0]
    unit = known[0].unit if known else "meter"
    low, high = min(0, *values), max(0, *values)
    return Chart(short, title, low, high if high > low else low + 10, unit, known)


def say_course(course: Course) -> str:
    """``guarded, 31; up 4 since the last turn, down 3 since the start``."""
    values = course.values
    if len(values) < 2:
        return course.level
    last, whole = _moved(course, values[-1] - values[-2]), _moved(course, values[-1] - values[0])
    if len(values) == 2:
        return f"{course.level}; {last} since the start"
    return f"{course.level}; {last} since the last turn, {whole} since the start"


def steps_of(course: Course) -> tuple[int, int]:
    """What the last turn did to it, and all turns together."""
    values = course.values
    return (values[-1] - values[-2] if len(values) > 1 else 0), values[-1] - values[0]


def say_values(course: Course) -> str:
    """``30, 34, 31``: as each turn began, and now."""
    return ", ".join(say_number(course.unit, value) for value in course.values)


def turn_by_turn(past: Past, quantity: Quantity) -> str:
    """`` (turn by turn 30, 34, 31)``; nothing while there is nothing to compare."""
    values = past.course(quantity)
    unit = past.now.scenario.quantities[quantity].unit
    return f" (turn by turn {', '.join(say_number(unit, each) for each in values)})" if len(values) > 1 else ""


def say_number(unit: str, value: int) -> str:
    """A value in the unit in which it is shown."""
    if unit == "hundredths":
        return decimal(value)
    return exact(value) if unit != "meter" else f"{MINUS if value < 0 else ''}{abs(value)}"


def _moved(course: Course, amount: int) -> str:
    if not amount:
        return "unchanged"
    return f"{'up' if amount > 0 else 'down'} {say_number(course.unit, abs(amount))}"


def course_lines(found: Iterable[Chart]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(title, a line for each course with all its values and what they come to), for those who read and do not look."""
    for chart in found:
        yield (
            chart.title,
            tuple(
                f"{course.label or chart.title}: {say_values(course)}. Now: {say_course(course)}."
                for course in chart.courses
            ),
        )
