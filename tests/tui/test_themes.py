"""Contrast of every text colour on every ground, by the formula of WCAG 2.1 (1.4.3): 4.5 to 1 for text.

It holds for what the terminal shows: in 256 and in sixteen colours after the nearest ones have been taken, and without
colour after they have become greys.
"""

import re
from collections.abc import Callable, Iterator
from itertools import combinations, product
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style
from textual.filter import monochrome_style
from textual.theme import Theme

from game.tui.start import COLOURS, THEME_NAMES
from game.tui.themes import GROUNDS, INKS, SIXTEEN_COLOURS, every_theme, theme_of

TEXT = 4.5
SIGN = 3.0
"""1.4.11: what is needed to understand a sign, such as the border of what has the focus."""

APART = 20
"""Distance in CIELAB (CIE 1976) at which two colours are easily told apart; 2 can just be seen."""

FULL, INDEXED = every_theme(), every_theme(indexed=True)
SOURCES = Path(__file__).parents[2] / "game" / "tui"

VGA = (
    *("#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa"),
    *("#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff"),
)
XTERM = (
    *("#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5"),
    *("#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff"),
)
"""The sixteen colours as the Linux console and as xterm paint them."""

Shown = Callable[[str], str]


def linear(colour: str) -> tuple[float, float, float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def as_it_is(colour: str) -> str:
    return colour


def in_256(colour: str) -> str:
    return Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex


def in_grey(colour: str) -> str:
    shown = monochrome_style(Style(color=colour, bgcolor=colour)).color
    assert shown is not None
    return shown.get_truecolor().hex


def in_sixteen(palette: tuple[str, ...]) -> Shown:
    return lambda colour: palette[Color.parse(colour).downgrade(ColorSystem.STANDARD).number or 0]


def grounds(theme: Theme) -> dict[str, str]:
    named = {"background": theme.background, "surface": theme.surface, "panel": theme.panel}
    return {name: str(named.get(name) or theme.variables[name]) for name in GROUNDS}


def named(each: object) -> str:
    return str(getattr(each, "name", getattr(each, "__name__", each)))


SEEN: list[tuple[Theme, Shown]] = [
    *product(FULL, (as_it_is, in_grey)),
    *product(INDEXED, (as_it_is, in_256, in_grey)),
    (SIXTEEN_COLOURS, in_sixteen(VGA)),
    (SIXTEEN_COLOURS, in_sixteen(XTERM)),
]


def test_the_formula_gives_the_published_extremes() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("theme", "shown"), SEEN, ids=named)
def test_every_ink_is_readable_on_every_ground(theme: Theme, shown: Shown) -> None:
    found = {
        (ink, name): contrast(shown(theme.variables[ink]), shown(ground))
        for ink, (name, ground) in product(INKS, grounds(theme).items())
    }
    assert {pair: ratio for pair, ratio in found.items() if ratio < TEXT} == {}


@pytest.mark.parametrize(("theme", "shown"), SEEN, ids=named)
def test_focus_and_scales_can_be_seen(theme: Theme, shown: Shown) -> None:
    for name in ("background", "surface"):
        assert contrast(shown(theme.variables["rule-focus"]), shown(grounds(theme)[name])) >= SIGN


@pytest.mark.parametrize("theme", [*FULL, *INDEXED, SIXTEEN_COLOURS], ids=named)
def test_what_the_framework_colours_by_itself_is_ours_too(theme: Theme) -> None:
    drawn = theme.to_color_system().generate() | theme.variables
    assert drawn["text"] == theme.variables["ink"]
    assert drawn["text-muted"] == theme.variables["ink-soft"]
    assert drawn["text-disabled"] == theme.variables["ink-soft"]


def styled() -> Iterator[tuple[str, str, str]]:
    """(file, what is coloured, with what) for every colour in a style sheet."""
    for path in sorted((*SOURCES.rglob("*.tcss"), *SOURCES.rglob("*.py"))):
        text = path.read_text(encoding="utf-8")
        for what, value in re.findall(r"(?<![a-z$])((?:[a-z]+-)*(?:color|background)):\s*([^;{}\n]+);", text):
            yield path.name, what, value.strip()


def test_style_sheets_write_with_inks_and_on_grounds_that_are_tested() -> None:
    found = list(styled())
    assert len(found) > 20
    for file, what, value in found:
        allowed = GROUNDS if what.endswith("background") else INKS
        assert value.removeprefix("$").partition(" ")[0] in allowed, f"{file}: {what}: {value}"


def test_words_in_screens_are_written_with_inks_that_are_tested() -> None:
    """Styles in the program are short texts with a variable in them; lines and scales may have the rules' colours."""
    for path in sorted(SOURCES.rglob("*.py")):
        for style in re.findall(r"\"((?:bold |italic )*\$[a-z0-9-]+(?: on \$[a-z-]+)?)\"", path.read_text("utf-8")):
            ink, _, ground = style.replace("bold ", "").replace("italic ", "").partition(" on ")
            assert ink.removeprefix("$") in (*INKS, "rule", "rule-focus"), f"{path.name}: {style}"
            assert ground.removeprefix("$") in ("", *GROUNDS), f"{path.name}: {style}"


def without_cones(colour: str, *, red: bool) -> tuple[float, float, float]:
    """What an eye sees that lacks the cones for red, or for green.

    Viénot, Brettel and Mollon, "Digital video colourmaps for checking the legibility of displays by dichromats" (1999).
    """
    r, g, b = linear(colour)
    own, shift = (0.11238, 0.00401) if red else (0.29275, -0.02234)
    both = own * r + (1 - own) * g
    return both, both, b + shift * (r - g)


def in_lab(rgb: tuple[float, float, float]) -> tuple[float, float, float]:
    r, g, b = (max(0.0, part) for part in rgb)
    x, y, z = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(one: str, other: str, *, red: bool) -> float:
    pairs = zip(in_lab(without_cones(one, red=red)), in_lab(without_cones(other, red=red)), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


@pytest.mark.parametrize("red", [True, False], ids=["protanopia", "deuteranopia"])
@pytest.mark.parametrize("indexed", [False, True], ids=["full", "256"])
@pytest.mark.parametrize("base", THEME_NAMES)
def test_safe_colours_tell_the_parties_apart_without_red_or_green_cones(base: str, indexed: bool, red: bool) -> None:
    theme, shown = theme_of(base, COLOURS[1], indexed=indexed), in_256 if indexed else as_it_is
    seats = [shown(theme.variables[f"seat-{number}"]) for number in (1, 2, 3)]
    assert min(apart(one, other, red=red) for one, other in combinations(seats, 2)) >= APART
    assert apart(shown(theme.variables["good"]), shown(theme.variables["bad"]), red=red) >= APART


def test_plain_colours_write_all_parties_alike() -> None:
    for base in THEME_NAMES:
        variables = theme_of(base, COLOURS[2]).variables
        assert {variables[each] for each in INKS if each.startswith("seat-")} == {variables["ink"]}
