"""How the app is to begin. Imports nothing that takes time, so that the command line can ask before it starts."""

import locale
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.model.ids import PartyId
    from game.play.saves import Opened

THEME_NAMES = ("night-desk", "paper", "high-contrast")
COLOURS = ("usual", "colour-safe", "plain")
"""How parties are told apart beside their signs and tags: by hue, by hues that all eyes tell apart, or not."""

_MANNERLESS = ("dumb", "unknown", "")


@dataclass(frozen=True, slots=True)
class StartOptions:
    """``world``, ``length``, ``information`` and ``seed`` are what the new-game screen proposes, ``minds``,
    as in a setup, who plays the parties there. ``resume``: go on with the newest unfinished game; ``open_path``: with
    this one; ``opened`` is that game where it has been read already. ``theme``, ``ascii`` and ``no_motion`` hold
    for this run, whatever the settings say; ``config`` is the folder in which those lie, if not the platform's."""

    scenario: str = "one-last-effort"
    world: str | None = None
    length: str | None = None
    information: str | None = None
    seed: int | None = None
    saves: Path | None = None
    resume: bool = False
    open_path: Path | None = None
    opened: "Opened | None" = None
    no_mouse: bool = False
    ascii: bool = False
    minds: "tuple[tuple[PartyId, str], ...]" = ()
    no_motion: bool = False
    theme: str | None = None
    config: Path | None = None


def unfit_terminal() -> str | None:
    """Why the app cannot be shown here, in a sentence that names the way out; None if it can."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return "The game's screens need a terminal. Use --plain to play in lines of text."
    if os.environ.get("TERM", "") in _MANNERLESS and os.name != "nt":
        return "This terminal cannot place text on the screen. Use --plain to play in lines of text."
    if "utf" not in locale.getpreferredencoding(do_setlocale=False).lower():
        return "This terminal's locale is not UTF-8. Set LANG to a UTF-8 locale, or use --plain."
    return None
