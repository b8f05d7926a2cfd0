"""Figures as inline SVG, with a title and a description; told apart by shape and dash as well as by shade."""

from collections.abc import Iterator, Sequence
from typing import Final

from game.debrief.chapters import Figure, Series, Shape
from game.debrief.pages.inert import for_html

WIDTH: Final = 640
HEIGHT: Final = 280
LEFT: Final = 52
RIGHT: Final = 616
TOP: Final = 34
BOTTOM: Final = 232
_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000)
_MOST_TICKS: Final = 6


def svg(figure: Figure, key: str) -> str:
    """``key`` makes its ids unique within a page."""
    drawn = _bars(figure) if figure.shape is Shape.BARS else _lines(figure)
    if figure.shape is Shape.STRIPS:
        drawn = _strips(figure)
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{for_html(figure.title)}</title><desc id="{key}-d">{for_html(figure.about)}</desc>'
        f"{''.join(_legend(figure))}{''.join(drawn)}</svg>"
    )


def _legend(figure: Figure) -> Iterator[str]:
    """The names of the series in a row above the axes, where there is more than one."""
    if len(figure.series) < 2 or figure.shape is Shape.STRIPS:
        return
    at = LEFT
    for place, series in enumerate(figure.series):
        if figure.shape is Shape.BARS:
            yield f'<rect class="b{place}" x="{at}" y="7" width="22" height="10"/>'
        else:
            yield f'<path class="l{place}" d="M{at} 12h22"/>{_mark(place, at + 11, 12)}'
        yield f'<text class="key" x="{at + 28}" y="16">{for_html(series.label)}</text>'
        at += 46 + 7 * len(series.label)


def _axis(figure: Figure) -> tuple[int, int, int]:
    """The lowest value, the highest, and the step between ticks."""
    values = [value for series in figure.series for _, value in series.points]
    values += [end for series in figure.series for ends in series.reach for end in ends]
    low, high = min([figure.low, *values]), max([figure.high, *values])
    unit = figure.scale
    step = next((each for each in _STEPS if (high - low) <= each * unit * _MOST_TICKS), _STEPS[-1]) * unit
    bottom = low // step * step
    top = -(-high // step) * step
    return bottom, top if top > bottom else bottom + step, step


def _height(value: int, axis: tuple[int, int, int]) -> int:
    low, high, _ = axis
    return BOTTOM - (value - low) * (BOTTOM - TOP) // (high - low)


def _grid(figure: Figure, axis: tuple[int, int, int]) -> Iterator[str]:
    low, high, step = axis
    for value in range(low, high + 1, step):
        y = _height(value, axis)
        kind = "zero" if value == 0 and low < 0 else "grid"
        yield f'<path class="{kind}" d="M{LEFT} {y}H{RIGHT}"/>'
        yield f'<text class="tick" x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{_number(value // figure.scale)}</text>'
    yield f'<text class="axis" x="{LEFT}" y="{HEIGHT - 8}">{for_html(figure.upwards)}</text>'
    yield f'<text class="axis" x="{RIGHT}" y="{HEIGHT - 8}" text-anchor="end">{for_html(figure.across)}</text>'


def _number(value: int) -> str:
    return str(value) if value >= 0 else f"−{-value}"


def _across(places: Sequence[int]) -> dict[int, int]:
    """Where each place stands, evenly."""
    width = RIGHT - LEFT - 40
    most = max(1, len(places) - 1)
    return {place: LEFT + 20 + width * at // most for at, place in enumerate(places)}


def _lines(figure: Figure) -> Iterator[str]:
    axis = _axis(figure)
    places = sorted({place for series in figure.series for place, _ in series.points})
    across = _across(places)
    yield from _grid(figure, axis)
    every = 1 if len(places) <= 12 else 2
    for at, place in enumerate(places):
        if at % every == 0:
            yield f'<text class="tick" x="{across[place]}" y="{BOTTOM + 18}" text-anchor="middle">{place}</text>'
    for number, series in enumerate(figure.series):
        yield from _line(number, series, axis, across)


def _line(number: int, series: Series, axis: tuple[int, int, int], across: dict[int, int]) -> Iterator[str]:
    for (place, _), (low, high) in zip(series.points, series.reach, strict=False):
        x = across[place]
        yield f'<path class="reach" d="M{x} {_height(low, axis)}V{_height(high, axis)}"/>'
    spots = [(across[place], _height(value, axis)) for place, value in series.points]
    if spots:
        yield f'<path class="l{number}" d="M{" L".join(f"{x} {y}" for x, y in spots)}"/>'
    yield from (_mark(number, x, y) for x, y in spots)


def _mark(number: int, x: int, y: int) -> str:
    """A disc for the first series, a square for the second."""
    if number == 0:
        return f'<circle class="m0" cx="{x}" cy="{y}" r="4"/>'
    return f'<rect class="m1" x="{x - 4}" y="{y - 4}" width="8" height="8"/>'


def _bars(figure: Figure) -> Iterator[str]:
    axis = _axis(figure)
    yield from _grid(figure, axis)
    places = sorted({place for series in figure.series for place, _ in series.points})
    room = (RIGHT - LEFT) // max(1, len(places))
    wide = min(56, room * 7 // 10 // len(figure.series))
    for at, place in enumerate(places):
        middle = LEFT + room * at + room // 2
        name = figure.ticks[place] if place < len(figure.ticks) else str(place)
        yield f'<text class="tick" x="{middle}" y="{BOTTOM + 18}" text-anchor="middle">{for_html(name)}</text>'
        first = middle - wide * len(figure.series) // 2
        for number, series in enumerate(figure.series):
            value = dict(series.points).get(place, 0)
            y, x = _height(value, axis), first + number * wide
            yield f'<rect class="b{number}" x="{x}" y="{y}" width="{wide - 4}" height="{BOTTOM - y}"/>'
            label = x + (wide - 4) // 2
            yield f'<text class="tick" x="{label}" y="{y - 5}" text-anchor="middle">{_number(value)}</text>'


def _strips(figure: Figure) -> Iterator[str]:
    """One row a series, with a dot for each value; dots that would cover one another are stacked."""
    axis = _axis(figure)
    low, high, step = axis
    left = LEFT + 110
    for value in range(low, high + 1, step):
        x = left + (value - low) * (RIGHT - left) // (high - low)
        yield f'<path class="grid" d="M{x} {TOP}V{BOTTOM}"/>'
        yield f'<text class="tick" x="{x}" y="{BOTTOM + 18}" text-anchor="middle">{_number(value)}</text>'
    row = (BOTTOM - TOP) // max(1, len(figure.series))
    for number, series in enumerate(figure.series):
        y = TOP + row * number + row * 2 // 3
        yield f'<text class="key" x="{left - 10}" y="{y + 4}" text-anchor="end">{for_html(series.label)}</text>'
        seen: dict[int, int] = {}
        for _, value in series.points:
            x = left + (value - low) * (RIGHT - left) // (high - low)
            stack = seen.get(x // 8, 0)
            seen[x // 8] = stack + 1
            yield f'<circle class="m0" cx="{x}" cy="{y - 7 * stack}" r="4"/>'
    yield f'<text class="axis" x="{RIGHT}" y="{HEIGHT - 8}" text-anchor="end">{for_html(figure.across)}</text>'
