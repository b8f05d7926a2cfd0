"""Contrast of every text colour on every ground, by the formula of WCAG 2.1 (1.4.3): 4.5 to 1 for text."""

from itertools import product

import pytest
from textual.theme import Theme

from game.tui.themes import GROUNDS, INKS, THEMES

TEXT = 4.5
SIGN = 3.0
"""1.4.11: what is needed to understand a sign, such as the border of what has the focus."""


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def grounds(theme: Theme) -> dict[str, str]:
    named = {"background": theme.background, "surface": theme.surface, "panel": theme.panel}
    return {name: str(named.get(name) or theme.variables[name]) for name in GROUNDS}


def test_the_formula_gives_the_published_extremes() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("theme", "ink"), list(product(THEMES, INKS)), ids=lambda each: getattr(each, "name", each))
def test_every_ink_is_readable_on_every_ground(theme: Theme, ink: str) -> None:
    found = {name: contrast(theme.variables[ink], ground) for name, ground in grounds(theme).items()}
    assert min(found.values()) >= TEXT, found


@pytest.mark.parametrize("theme", THEMES, ids=lambda each: each.name)
def test_focus_and_scales_can_be_seen(theme: Theme) -> None:
    for name in ("background", "surface"):
        assert contrast(theme.variables["rule-focus"], grounds(theme)[name]) >= SIGN


@pytest.mark.parametrize("theme", THEMES, ids=lambda each: each.name)
def test_what_the_framework_colours_by_itself_is_ours_too(theme: Theme) -> None:
    drawn = theme.to_color_system().generate() | theme.variables
    assert drawn["text"] == theme.variables["ink"]
    assert drawn["text-muted"] == theme.variables["ink-soft"]
    assert drawn["text-disabled"] == theme.variables["ink-soft"]
