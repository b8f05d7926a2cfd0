"""A log of a fault of the program: the traceback, without the values of anything."""

import os
import tempfile
import traceback
from pathlib import Path

from game import __version__
from game.play.belongings import CRASH_LOG
from game.play.inert import inert_lines


def log_crash() -> str:
    """Write down the exception that is being handled. Returns what to tell the player."""
    text = f"backchannel {__version__}\n\n{inert_lines(traceback.format_exc())}"
    said = "The program failed. Saved games are as the last decision left them."
    for folder in (_log_folder, tempfile.gettempdir):
        try:
            path = Path(folder(), f"{CRASH_LOG}{os.getpid()}.log")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError:
            continue
        return f"{said} What happened is written down in {path}; please report it."
    return f"{said} What happened could not be written down anywhere:\n{text}"


def _log_folder() -> str:
    from platformdirs import user_log_dir

    return user_log_dir("backchannel", appauthor=False)
