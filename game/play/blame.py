"""Code that others wrote: whatever it raises becomes a sentence about it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import extract_tb
from typing import Final

from game.play.trouble import MindProblem

_MOST: Final = 200
_PROGRAM: Final = Path(__file__).resolve().parents[1]


@contextmanager
def blamed(who: str) -> Iterator[None]:
    """``who`` begins the sentence. The error that was raised stays with the problem as its cause."""
    try:
        yield
    except (Exception, SystemExit) as error:
        raise MindProblem(f"{who}: {in_short(error)}.") from error


def in_short(error: BaseException) -> str:
    """What was raised and where, in one line."""
    said = one_line(str(error))[:_MOST].rstrip(".")
    what = f"{type(error).__name__} ({said})" if said else type(error).__name__
    place = next((each for each in reversed(extract_tb(error.__traceback__)) if _is_theirs(each.filename)), None)
    return what if place is None else f"{what} in {Path(place.filename).name}, line {place.lineno}"


def _is_theirs(file: str) -> bool:
    return not file.startswith("<") and "importlib" not in file and _PROGRAM not in Path(file).parents


def one_line(text: str) -> str:
    """The text without anything that a terminal would obey."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
