"""The two themes: a desk at night, and paper. Every text colour reaches WCAG AA on every ground it is used on."""

from typing import Final

from textual.theme import Theme

GROUNDS: Final = ("background", "surface", "panel", "chosen", "chosen-dim")
"""What text stands on: the desk, a sheet, the bars, and the row under the cursor (with the focus, and without)."""

INKS: Final = ("ink", "ink-soft", "brass", "good", "caution", "bad", "seat-1", "seat-2", "seat-3", "seat-us")
"""What text is written in. ``seat-n`` belongs to the n-th party of a scenario, ``seat-us`` to the mediator."""


def _theme(name: str, dark: bool, grounds: tuple[str, ...], inks: tuple[str, ...], rule: tuple[str, str]) -> Theme:
    ground, ink = dict(zip(GROUNDS, grounds, strict=True)), dict(zip(INKS, inks, strict=True))
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
        dark=dark,
        variables=variables,
    )


NIGHT: Final = _theme(
    "night-desk",
    True,
    ("#0f141a", "#141b23", "#1b2530", "#2a3a4a", "#202c38"),
    (
        "#e4e2da",
        "#a3afba",
        "#dcb765",
        "#8fca93",
        "#edb36a",
        "#f2938a",
        "#f0988d",
        "#e3cf5b",
        "#8bb9f2",
        "#c3b3ea",
    ),
    ("#3a4957", "#8d8055"),
)

PAPER: Final = _theme(
    "paper",
    False,
    ("#eeeae0", "#faf8f2", "#e3ddcf", "#d3ddd9", "#e6e7e0"),
    (
        "#1f2429",
        "#4b535b",
        "#6b4a00",
        "#1d5c2b",
        "#7a4300",
        "#98211f",
        "#94281d",
        "#5f4d00",
        "#174f8f",
        "#553a8c",
    ),
    ("#b9b19d", "#8a6d2a"),
)

THEMES: Final = (NIGHT, PAPER)
