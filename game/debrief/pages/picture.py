"""Figures as inline SVG, with a title and a description; told apart by shape and dash as well as by shade."""

from collections.abc import Iterator, Sequence
from typing import Final

from game.debrief.chapters import Figure, Series, Shape
from game.debrief.pages.inert import for_html

WIDTH: Final = 640
HEIGHT: Final = 280
LEFT: Final = 52
RIGHT: Final = 616
TOP: Final = 44
BOTTOM: Final = 232
DOT: Final = 8
"""Radius of a dot with a letter in it."""
STRIPS_LEFT: Final = LEFT + 118
"""Where strips begin, beside their names."""
STRIPS_TOP: Final = 14

_STEPS: Final = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000)
_MOST_TICKS: Final = 6


def svg(figure: Figure, key: str) -> str:
    """``key`` makes its ids unique within a page."""
    drawn = _bars(figure) if figure.shape is Shape.BARS else _lines(figure)
    height = HEIGHT
    if figure.shape is Shape.STRIPS:
        rows = _strip_rows(figure)
        drawn, height = _strips(figure, rows), STRIPS_TOP + sum(high for _, high in rows) + HEIGHT - BOTTOM
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{key}-t {key}-d">'
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
    yield f'<text class="axis" x="8" y="{TOP - 12}">{for_html(figure.upwards)}</text>'
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


def _strip_rows(figure: Figure) -> tuple[tuple[dict[int, tuple[int, int]], int], ...]:
    """For each series where its dots stand, (across, how many lie under it) by their places, and the row's height."""
    return tuple(_strip_row(figure, series) for series in figure.series)


def _strip_row(figure: Figure, series: Series) -> tuple[dict[int, tuple[int, int]], int]:
    """A dot that would cover another is put on top of it."""
    low, high, _ = _axis(figure)
    spots: dict[int, tuple[int, int]] = {}
    for place, value in series.points:
        x = STRIPS_LEFT + (value - low) * (RIGHT - STRIPS_LEFT) // (high - low)
        under = [level for other, level in spots.values() if abs(other - x) < 2 * DOT]
        spots[place] = x, next(level for level in range(len(spots) + 1) if level not in under)
    return spots, 2 * DOT * (1 + max((level for _, level in spots.values()), default=0)) + DOT


def _strips(figure: Figure, rows: tuple[tuple[dict[int, tuple[int, int]], int], ...]) -> Iterator[str]:
    """One row a series, with a dot for each value, which has a letter if the figure's ticks have one."""
    low, high, step = _axis(figure)
    bottom = STRIPS_TOP + sum(tall for _, tall in rows)
    for value in range(low, high + 1, step):
        x = STRIPS_LEFT + (value - low) * (RIGHT - STRIPS_LEFT) // (high - low)
        yield f'<path class="grid" d="M{x} {STRIPS_TOP}V{bottom}"/>'
        yield f'<text class="tick" x="{x}" y="{bottom + 18}" text-anchor="middle">{_number(value)}</text>'
    y = STRIPS_TOP
    for series, (spots, tall) in zip(figure.series, rows, strict=True):
        y += tall
        base = y - DOT - DOT // 2
        label = for_html(series.label)
        yield f'<text class="key" x="{STRIPS_LEFT - 14}" y="{base + 4}" text-anchor="end">{label}</text>'
        for place, (x, level) in spots.items():
            yield from _dot(figure, place, x, base - 2 * DOT * level)
    yield f'<text class="axis" x="{RIGHT}" y="{bottom + 40}" text-anchor="end">{for_html(figure.across)}</text>'


def _dot(figure: Figure, place: int, x: int, y: int) -> Iterator[str]:
    yield f'<circle class="m0" cx="{x}" cy="{y}" r="{DOT - 1}"/>'
    if place < len(figure.ticks):
        yield f'<text class="dot" x="{x}" y="{y + 4}" text-anchor="middle">{for_html(figure.ticks[place])}</text>'
