"""What is said when the game fails by an error of its own: where the save is, and where a report lies."""

import traceback
from pathlib import Path


def say_mishap(error: Exception, save: Path | None) -> str:
    """A paragraph for the player; the report holds the course of the error, but none of the game's values."""
    report = _report(error)
    parts = ["The game stopped because of an error of its own."]
    parts.append(f"Every decision up to now is saved in {save}." if save else "Nothing was being saved.")
    parts.append(f"A report is in {report}." if report else "No report could be written.")
    return " ".join(parts)


def _report(error: Exception) -> Path | None:
    from platformdirs import user_log_path

    try:
        folder = user_log_path("backchannel", appauthor=False, ensure_exists=True)
        path = folder / "last-error.txt"
        path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return None
    return path
