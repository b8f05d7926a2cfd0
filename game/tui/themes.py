"""The themes: a desk at night, paper, and high contrast, each with three ways of telling parties apart by colour.

Every text colour reaches WCAG AA on every ground it is used on, as the terminal shows it: a terminal of 256 colours
takes the nearest ones, so themes for it are made of those; one of sixteen has a single theme of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from textual.theme import Theme

from game.tui.start import COLOURS, THEME_NAMES

GROUNDS: Final = ("background", "surface", "panel", "chosen", "chosen-dim")
"""What text stands on: the desk, a sheet, the bars, and the row under the cursor (with the focus, and without)."""

INKS: Final = ("ink", "ink-soft", "brass", "good", "caution", "bad", "seat-1", "seat-2", "seat-3", "seat-us")
"""What text is written in. ``seat-n`` belongs to the n-th party of a scenario, ``seat-us`` to the mediator."""

SIXTEEN: Final = "sixteen-colours"
INDEXED: Final = "-256"
"""Closes the name of a theme for terminals of 256 colours."""


@dataclass(frozen=True, slots=True)
class _Look:
    """Colours in the order of :data:`GROUNDS` and :data:`INKS`; ``rules`` are lines, without the focus and with it."""

    dark: bool
    grounds: tuple[str, ...]
    inks: tuple[str, ...]
    rules: tuple[str, str]


_NIGHT: Final = _Look(
    True,
    ("#0f141a", "#141b23", "#1b2530", "#2a3a4a", "#202c38"),
    (
        *("#e4e2da", "#a3afba", "#dcb765", "#8fca93", "#edb36a", "#f2938a"),
        *("#f0988d", "#e3cf5b", "#8bb9f2", "#c3b3ea"),
    ),
    ("#3a4957", "#8d8055"),
)
_PAPER: Final = _Look(
    False,
    ("#eeeae0", "#faf8f2", "#e3ddcf", "#d3ddd9", "#e6e7e0"),
    (
        *("#1f2429", "#4b535b", "#6b4a00", "#1d5c2b", "#7a4300", "#98211f"),
        *("#94281d", "#5f4d00", "#174f8f", "#553a8c"),
    ),
    ("#b9b19d", "#8a6d2a"),
)
_CONTRAST: Final = _Look(
    True,
    ("#000000", "#000000", "#1c1c1c", "#00005f", "#262626"),
    (
        *("#ffffff", "#d0d0d0", "#ffd75f", "#87ff87", "#ffaf5f", "#ff8787"),
        *("#ff8787", "#ffff5f", "#87d7ff", "#d7afff"),
    ),
    ("#808080", "#ffd75f"),
)
_LOOKS: Final[Mapping[str, _Look]] = dict(zip(THEME_NAMES, (_NIGHT, _PAPER, _CONTRAST), strict=True))

_NIGHT_256: Final = _Look(
    True,
    ("#121212", "#1c1c1c", "#262626", "#303030", "#262626"),
    (
        *("#eeeeee", "#afafaf", "#d7af5f", "#87d787", "#ffaf5f", "#ff8787"),
        *("#ff8787", "#d7d75f", "#87afff", "#d7afd7"),
    ),
    ("#4e4e4e", "#87875f"),
)
_PAPER_256: Final = _Look(
    False,
    ("#eeeeee", "#ffffff", "#e4e4e4", "#e4e4e4", "#eeeeee"),
    (
        *("#1c1c1c", "#444444", "#5f5f00", "#005f00", "#5f5f00", "#870000"),
        *("#870000", "#5f5f00", "#005f87", "#5f005f"),
    ),
    ("#b2b2b2", "#875f00"),
)
_LOOKS_256: Final[Mapping[str, _Look]] = dict(zip(THEME_NAMES, (_NIGHT_256, _PAPER_256, _CONTRAST), strict=True))

_SIXTEEN: Final = _Look(
    True,
    ("#000000",) * len(GROUNDS),
    (
        *("#ffffff", "#aaaaaa", "#ffff55", "#55ff55", "#ffff55", "#ff5555"),
        *("#ff5555", "#ffff55", "#55ffff", "#ff55ff"),
    ),
    ("#555555", "#aaaaaa"),
)
"""All grounds are black, as the sixteen leave no two on which all inks can be read; the cursor is shown reversed."""

_SAFE_DARK: Final = {"good": "#87afff", "bad": "#ffaf5f", "seat-1": "#ffaf5f", "seat-2": "#ffffaf", "seat-3": "#87afff"}
_SAFE_LIGHT: Final = {
    "good": "#00005f",
    "bad": "#870000",
    "seat-1": "#870000",
    "seat-2": "#5f5f5f",
    "seat-3": "#00005f",
}
"""Orange, pale and blue differ for eyes that lack red or green cones too, and in lightness."""


def theme_name(base: str, colours: str, *, indexed: bool = False) -> str:
    """What the theme is registered as."""
    return f"{base}{'' if colours == COLOURS[0] else f'-{colours}'}{INDEXED if indexed else ''}"


def _inks(look: _Look, colours: str) -> dict[str, str]:
    inks = dict(zip(INKS, look.inks, strict=True))
    if colours == COLOURS[1]:
        return inks | (_SAFE_DARK if look.dark else _SAFE_LIGHT)
    if colours == COLOURS[2]:
        return inks | dict.fromkeys([each for each in INKS if each.startswith("seat-")], inks["ink"])
    return inks


def _theme(name: str, look: _Look, colours: str) -> Theme:
    ground, ink, rule = dict(zip(GROUNDS, look.grounds, strict=True)), _inks(look, colours), look.rules
    variables = {
        **ink,
        "chosen": ground["chosen"],
        "chosen-dim": ground["chosen-dim"],
        "rule": rule[0],
        "rule-focus": rule[1],
        "text": ink["ink"],
        "text-muted": ink["ink-soft"],
        "text-disabled": ink["ink-soft"],
        "border": rule[1],
        "border-blurred": rule[0],
        "scrollbar": rule[0],
        "scrollbar-hover": rule[1],
        "scrollbar-active": rule[1],
        "scrollbar-background": ground["surface"],
        "scrollbar-background-hover": ground["surface"],
        "scrollbar-background-active": ground["surface"],
        "scrollbar-corner-color": ground["surface"],
        "input-cursor-background": ink["ink"],
        "input-cursor-foreground": ground["surface"],
        "input-selection-background": ground["chosen"],
    }
    return Theme(
        name=name,
        primary=ink["brass"],
        secondary=ink["seat-us"],
        accent=ink["brass"],
        success=ink["good"],
        warning=ink["caution"],
        error=ink["bad"],
        foreground=ink["ink"],
        background=ground["background"],
        surface=ground["surface"],
        panel=ground["panel"],
        dark=look.dark,
        variables=variables,
    )


def theme_of(base: str, colours: str, *, indexed: bool = False) -> Theme:
    """A base of :data:`THEME_NAMES` with party colours of :data:`COLOURS`; ``indexed``: for 256 colours."""
    look = (_LOOKS_256 if indexed else _LOOKS)[base]
    return _theme(theme_name(base, colours, indexed=indexed), look, colours)


def every_theme(*, indexed: bool = False) -> tuple[Theme, ...]:
    return tuple(theme_of(base, colours, indexed=indexed) for base in THEME_NAMES for colours in COLOURS)


NIGHT: Final = theme_of(THEME_NAMES[0], COLOURS[0])
SIXTEEN_COLOURS: Final = _theme(SIXTEEN, _SIXTEEN, COLOURS[0])
