"""What can go wrong with a save, in sentences for the player."""

import errno
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from game.play.inert import inert

NOTHING_CHANGED: Final = "Nothing was changed."
FILE_KEPT: Final = "The file was left as it is."
DECISION_NOT_TAKEN: Final = "The decision was not taken; all earlier ones are kept."
MAY_BE_SAVED: Final = "All earlier ones are kept; the file may hold this one all the same."
MAY_RETURN: Final = "After a loss of power it may be there all the same."
MAY_BE_THERE: Final = "The file may be there all the same."
OTHER_PLACE: Final = "Name another place, or play without saving."
OTHER_FOLDER: Final = "Name another folder with --saves, or play without saving."
TRY_AGAIN: Final = "Put that right and try again, or play on without saving."

_REASONS: Mapping[int, str] = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file may not grow any further",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "permission is missing",
    errno.EPERM: "permission is missing",
    errno.EIO: "the disk reports an error",
    errno.ENOTDIR: "part of the path is a file, not a folder",
    errno.EEXIST: "a file of that name is in the way",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ENOENT: "it is not there",
    errno.EISDIR: "it is a folder",
}


class SaveProblem(Exception):  # noqa: N818 - it is told to the player, and play goes on
    """What is wrong with a save or its folder, where, what was kept, and what to do. ``str()`` is one paragraph."""

    def __init__(self, what: str, where: object, kept: str, do: str) -> None:
        self.what, self.where, self.kept, self.do = map(inert, (what, str(where), kept, do))
        super().__init__(" ".join(filter(None, (f"{self.what}: {self.where}.", self.kept, self.do))))


class DamagedSave(SaveProblem):
    """A save that cannot be opened. ``turn`` is the one up to which a copy of it could be, 0 if none could."""

    def __init__(self, what: str, where: Path, do: str, turn: int) -> None:
        copy = (
            f"What comes before is sound, up to turn {turn}: 'backchannel saves rescue {where}' makes a new save of it."
        )
        super().__init__(what, where, FILE_KEPT, f"{do} {copy}" if turn else do)
        self.path = where
        self.turn = turn


def reason_of(error: OSError) -> str:
    return _REASONS.get(error.errno or 0) or f"the system says '{error.strerror or error}'"


@contextmanager
def explained(what: str, where: object, kept: str, do: str) -> Iterator[None]:
    """An error of the system becomes a :class:`SaveProblem` with its reason."""
    try:
        yield
    except OSError as error:
        raise SaveProblem(f"{what}, because {reason_of(error)}", where, kept, do) from None


class MindProblem(Exception):  # noqa: N818 - it is told to the player, and nothing that was saved is lost
    """What a controller that somebody else wrote is or did wrong, as a sentence, and what was kept."""

    def __init__(self, what: str, kept: str = "") -> None:
        super().__init__(what, kept)
        self.what = what
        self.kept = kept

    def __str__(self) -> str:
        return f"{self.what} {self.kept}".rstrip()

    def keeping(self, kept: str) -> "MindProblem":
        return MindProblem(self.what, kept)


def kept_at(path: Path | None) -> str:
    """What becomes of a game that cannot go on."""
    if path is None:
        return "The game was not being saved."
    return f"The game is kept in {path}, as the last decision left it."
