"""The disk as saves see it: each method is one step of the system's, and nothing else changes a file of saves.

What stands above can so be tried on a disk that fails, or that loses what was not flushed when the power went.
"""

import errno
import os
import sys
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import fcntl

_OPEN: Final = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_FOLDER_FLUSH: Final = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF, errno.EACCES, errno.EPERM)
"""What a system says that cannot flush a folder, or does not let this user."""


class Disk:
    """Paths and file descriptors in, OSError out."""

    def read(self, path: Path) -> bytes:
        return path.read_bytes()

    def create(self, path: Path) -> int:
        """A new file. Raises FileExistsError if there is one of that name."""
        return os.open(path, _OPEN | os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)

    def open(self, path: Path, *, to_write: bool = True) -> int:
        return os.open(path, _OPEN | (os.O_RDWR if to_write else os.O_RDONLY))

    def close(self, file: int) -> None:
        os.close(file)

    def lock(self, file: int) -> bool | None:
        """False if another process has the file, None where there are no locks."""
        if sys.platform == "win32":
            return None
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True

    def size(self, file: int) -> int:
        return os.fstat(file).st_size

    def is_same(self, file: int, path: Path) -> bool:
        """Whether the open file is the one of this name. Raises FileNotFoundError if there is none."""
        mine, found = os.fstat(file), path.stat()
        return (mine.st_dev, mine.st_ino) == (found.st_dev, found.st_ino)

    def seek(self, file: int, place: int) -> None:
        os.lseek(file, place, os.SEEK_SET)

    def write(self, file: int, raw: bytes | memoryview) -> int:
        """The number of bytes that were written, which may be fewer."""
        return os.write(file, raw)

    def cut(self, file: int, size: int) -> None:
        os.ftruncate(file, size)

    def flush(self, file: int) -> None:
        os.fsync(file)

    def link(self, path: Path, name: Path) -> None:
        """A second name for a file. Raises FileExistsError if the name is taken."""
        if not hasattr(os, "link"):
            raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
        name.hardlink_to(path)

    def replace(self, path: Path, name: Path) -> None:
        path.replace(name)

    def remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    def make_folder(self, path: Path) -> None:
        path.mkdir(exist_ok=True)

    def remove_folder(self, path: Path) -> None:
        path.rmdir()

    def flush_folder(self, folder: Path) -> None:
        """So that names outlast a loss of power too, where the system can see to that."""
        if sys.platform == "win32":
            return
        try:
            file = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(file)
            finally:
                os.close(file)
        except OSError as error:
            if error.errno not in _NO_FOLDER_FLUSH:
                raise


now: Disk = Disk()
"""What the saves of this process lie on."""
