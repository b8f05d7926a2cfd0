"""What has been read before, kept in the platform's cache folder, so that a start need not read it again.

The shelf lies in the user's own cache folder and is trusted like the program itself. Whatever cannot be used is as
good as absent: a damaged or foreign entry is a miss, and so is a folder that cannot be written.
"""

import gc
import os
import pickle
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Final

OFF: Final = "BACKCHANNEL_NO_CACHE"
_SEAL: Final = 32  # bytes of a SHA-256
_UNUSABLE: Final = (
    pickle.PickleError,
    EOFError,
    AttributeError,
    ImportError,
    IndexError,
    KeyError,
    TypeError,
    ValueError,
)


def fetch(name: str, digest: str) -> object | None:
    """What was stored under the name for this digest, by this version of the program and of Python; or None."""
    if os.environ.get(OFF):
        return None
    try:
        stored = _place(name).read_bytes()
    except OSError:
        return None
    key = _key(digest)
    body = stored[len(key) + _SEAL :]
    if not stored.startswith(key) or sha256(body).digest() != stored[len(key) : len(key) + _SEAL]:
        return None
    return _unpacked(body)


class _Packer(pickle.Pickler):
    """Frozen slotted values come back in half the time that they take by themselves."""

    def reducer_override(self, value: object) -> Any:
        kind = type(value)
        if not is_dataclass(kind):
            return NotImplemented
        return _made, (kind, *(getattr(value, field.name) for field in fields(kind)))


def _made(kind: type, *values: object) -> object:
    made: object = object.__new__(kind)
    for put, value in zip(_slots(kind), values, strict=True):
        put(made, value)
    return made


@cache
def _slots(kind: type) -> tuple[Callable[[object, object], None], ...]:
    return tuple(getattr(kind, field.name).__set__ for field in fields(kind))


def _packed(value: object) -> bytes:
    stream = BytesIO()
    _Packer(stream, protocol=5).dump(value)
    return stream.getvalue()


def _unpacked(body: bytes) -> object | None:
    """The collector, which would run through thousands of new and living objects, waits meanwhile."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        found: object = pickle.loads(body)
    except _UNUSABLE:
        return None
    else:
        return found
    finally:
        if collecting:
            gc.enable()


def store(name: str, digest: str, value: object) -> None:
    """Replaces what was stored under the name; readers see the old or the new entry, never half of one."""
    if os.environ.get(OFF):
        return
    try:
        body = _packed(value)
    except (pickle.PicklingError, AttributeError, TypeError):
        return
    place = _place(name)
    draft = place.with_suffix(f".{os.getpid()}")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(_key(digest) + sha256(body).digest() + body)
        draft.replace(place)
    except OSError:
        _discard(draft)


def _discard(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        return


def _place(name: str) -> Path:
    return _folder() / f"{name}.pickle"


def _folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("backchannel", appauthor=False)


def _key(digest: str) -> bytes:
    return f"{digest} {sys.implementation.cache_tag} {_program()}\n".encode()


@cache
def _program() -> str:
    """Stands for the version of the program, in a checkout too: the sources of the nouns and of their builders."""
    package = Path(__file__).resolve().parent.parent
    total = sha256()
    for part in ("model", "cards"):
        for entry in sorted(os.scandir(package / part), key=lambda each: each.name):
            if entry.name.endswith(".py"):
                about = entry.stat()
                total.update(f"{entry.name} {about.st_size} {about.st_mtime_ns}\n".encode())
    return total.hexdigest()[:16]
