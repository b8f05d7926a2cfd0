"""How a finished draft gets its name: the first that is free, taken from nobody, and there after a loss of power."""

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from game.play import disk
from game.play.trouble import MAY_BE_THERE, OTHER_PLACE, SaveProblem, reason_of

MARK: Final = ".backchannel."
DRAFT: Final = ".draft"
_NO_LINKS: Final = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)


@contextmanager
def folder_for(folder: Path) -> Iterator[None]:
    """The folder with all above it; what was made of them goes again if what it was made for fails."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        for each in reversed(missing):
            disk.now.make_folder(each)
        for each in reversed(missing or [folder]):
            disk.now.flush_folder(each.parent)
        yield
    except BaseException:
        with suppress(OSError):
            for each in missing:
                disk.now.remove_folder(each)
        raise


def settle(path: Path, what: str) -> None:
    """The new name outlasts a loss of power from here on; if that cannot be had, it goes again."""
    try:
        disk.now.flush_folder(path.parent)
    except OSError as error:
        try:
            disk.now.remove(path)
        except OSError:
            raise SaveProblem(f"{what}, because {reason_of(error)}", path, MAY_BE_THERE, OTHER_PLACE) from None
        raise


def placed(draft: Path, names: Iterable[Path]) -> Path:
    """The first free name, under which the draft now stands."""
    for path in names:
        if _linked(draft, path):
            return path
    raise FileExistsError(errno.EEXIST, "")


def _linked(draft: Path, path: Path) -> bool:
    """False if the name is taken."""
    try:
        disk.now.link(draft, path)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        return _renamed(draft, path)
    return True


def _renamed(draft: Path, path: Path) -> bool:
    """Where a file has one name only: whoever makes the guard of a name first may take the name."""
    guard = path.with_name(f"{MARK}{path.name}{DRAFT}")
    try:
        file = disk.now.create(guard)
    except FileExistsError:
        return False
    try:
        disk.now.lock(file)
        if path.exists():
            return False
        disk.now.replace(draft, path)
    finally:
        disk.now.close(file)
        with suppress(OSError):
            disk.now.remove(guard)
    return True
