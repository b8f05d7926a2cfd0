"""Which rules a game is played by: a fingerprint of the sources that decide what comes out."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

_PROGRAM: Final = Path(__file__).resolve().parent.parent
_PACKAGES: Final = ("model", "rules", "minds")
_MODULES: Final = ("play/match.py", "play/autoplay.py", "play/digest.py")
_LETTERS: Final = 16


@cache
def rules_edition() -> str:
    """Equal for equal rules, wherever they lie and whatever their line endings; empty where there are no sources."""
    total = sha256()
    for path in _sources():
        try:
            text = path.read_bytes().replace(b"\r\n", b"\n")
        except OSError:
            return ""
        total.update(f"{path.relative_to(_PROGRAM).as_posix()}\0{len(text)}\0".encode())
        total.update(text)
    return total.hexdigest()[:_LETTERS]


def _sources() -> Iterator[Path]:
    for package in _PACKAGES:
        yield from sorted((_PROGRAM / package).rglob("*.py"))
    yield from (_PROGRAM / module for module in _MODULES)
