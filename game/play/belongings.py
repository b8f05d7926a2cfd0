"""What a person has on this machine because of the game: where it lies, and how it goes.

What was written to a place that somebody named (an exported game, a result of the lab) is theirs to keep track of.
"""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from game.play.placing import DRAFT, MARK
from game.play.savefile import discard
from game.play.saves import SUFFIX, default_folder
from game.play.trouble import SaveProblem, reason_of

NAME: Final = "backchannel"
CRASH_LOG: Final = "backchannel-crash-"
_IN_SAVES: Final = re.compile(
    rf"(?!sample\.).+{re.escape(SUFFIX)}|{re.escape(MARK)}.+{re.escape(DRAFT)}|.+-turn-\d\d\.md", re.DOTALL
)
"""Saves, what is left of half-made ones, and drafts of the text that were written beside them. A sample is nobody's."""


class Belongings(NamedTuple):
    """Files of one kind in one folder. ``ours``: the folder holds nothing else and goes when it is empty."""

    kind: str
    folder: Path
    files: tuple[Path, ...]
    ours: bool


class Forgotten(NamedTuple):
    """What was deleted, and what could not be, with the reason."""

    deleted: tuple[Path, ...]
    kept: tuple[tuple[Path, str], ...]


def belongings(saves: Path | None = None) -> tuple[Belongings, ...]:
    """All there is, with empty kinds too; ``saves`` is a folder of saves in a place of one's own."""
    import tempfile

    import platformdirs

    temporary = Path(tempfile.gettempdir())
    data = platformdirs.user_data_path(NAME, appauthor=False)
    shelves = dict.fromkeys((*_shelves(saves), data / "saves"))
    logs = tuple(sorted(temporary.glob(f"{CRASH_LOG}*.log")))
    return (
        *(Belongings("Saved games", each, _in_saves(each), ours=each.parent == data) for each in shelves),
        *(
            Belongings(kind, folder, _all_in(folder, without=tuple(shelves)), ours=True)
            for kind, folder in (
                ("Data", data),
                ("Settings", platformdirs.user_config_path(NAME, appauthor=False)),
                ("Cache", platformdirs.user_cache_path(NAME, appauthor=False)),
                ("Logs", platformdirs.user_log_path(NAME, appauthor=False)),
            )
        ),
        Belongings("Logs", temporary, logs, ours=False),
    )


def _shelves(saves: Path | None) -> Iterator[Path]:
    for each in (saves, None):
        with suppress(SaveProblem):
            yield default_folder(each)


def forget(all_of_it: Iterable[Belongings]) -> Forgotten:
    """Delete it. A game that is being played stays, and so does what the system does not let go."""
    parts = tuple(all_of_it)
    reasons = {path: _deleted(path) for path in dict.fromkeys(path for part in parts for path in part.files)}
    for part in parts:
        if part.ours:
            _drop_empty(part.folder)
    gone = tuple(path for path, reason in reasons.items() if not reason)
    return Forgotten(gone, tuple((path, reason) for path, reason in reasons.items() if reason))


def _deleted(path: Path) -> str:
    """Why it could not be, or nothing."""
    try:
        if path.suffix == SUFFIX and not path.is_symlink():
            discard(path)
        else:
            path.unlink(missing_ok=True)
    except SaveProblem as problem:
        return problem.what
    except OSError as error:
        return reason_of(error)
    return ""


def _in_saves(folder: Path) -> tuple[Path, ...]:
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if entry.is_file() or entry.is_symlink())
    except OSError:
        return ()
    return tuple(folder / name for name in names if _IN_SAVES.fullmatch(name))


def _all_in(folder: Path, without: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(sorted(_walk(folder, without)))


def _walk(folder: Path, without: tuple[Path, ...]) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if Path(parent, name) not in without]
        yield from (Path(parent, name) for name in names)


def _drop_empty(folder: Path) -> None:
    """The folder, those in it, and the game's own above it, as far as nothing is in them."""
    above = [folder.parent] if folder.parent.name == NAME else []
    for empty in (*(Path(parent) for parent, _, _ in os.walk(folder, topdown=False)), *above):
        with suppress(OSError):
            empty.rmdir()
