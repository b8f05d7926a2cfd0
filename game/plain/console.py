"""Lines in and lines out. No cursor is moved, nothing is coloured, nothing is wider than 79 columns."""

import sys
from collections.abc import Iterable
from io import TextIOWrapper
from textwrap import TextWrapper
from typing import Final, Protocol, TextIO
from unicodedata import normalize

from game.play.inert import inert_lines

WIDTH: Final = 79
_TIED: Final = "\N{NO-BREAK SPACE}"
_ASCII: Final = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "−": "-",
        "·": "-",
        "“": '"',
        "”": '"',
        "’": "'",
        "…": "...",
        "▲": "+",
        "▼": "-",
        "→": "->",
        "±": "+/-",
        "\N{REPLACEMENT CHARACTER}": "?",
    }
)


class InputEnded(Exception):  # noqa: N818 - it is no fault: nobody is there to play on
    """There is nobody at the other end any more."""


class Reader(Protocol):
    """Where lines come from, such as standard input."""

    def readline(self) -> str: ...

    def isatty(self) -> bool: ...


class Console:
    """``ascii_only``: whatever is written is folded to ASCII. Input that is piped in is written out again, so that
    the output reads as a conversation.
    """

    def __init__(self, reader: Reader, writer: TextIO, *, ascii_only: bool = False) -> None:
        self._reader = reader
        self._writer = writer
        self._ascii = ascii_only
        self._echo = not reader.isatty()

    def say(self, text: str = "", indent: int = 0, hang: int = 0) -> None:
        """One paragraph, wrapped; ``hang`` is the further indent of its later lines."""
        margin = " " * indent
        self._write(self._filled(text, margin, margin + " " * hang))

    def numbered(self, number: int | str, text: str) -> None:
        """``  3  text``, with later lines under the text."""
        label = f"{number:>3}  "
        self._write(self._filled(text, label, " " * len(label)))

    def heading(self, text: str, mark: str = "-") -> None:
        """An empty line, the heading, and a line under it."""
        plain = self._plain(text)
        self._write(f"\n{plain}\n{mark * min(WIDTH, len(plain))}\n")

    def lines(self, texts: Iterable[str], indent: int = 0) -> None:
        for text in texts:
            self.say(text, indent, 2)

    def read(self, prompt: str) -> str:
        """The next line of input, without the ends of it. Raises :class:`InputEnded`."""
        self._write(self._plain(f"\n{prompt} > "))
        self._writer.flush()
        line = self._reader.readline()
        if not line:
            self._write("\n")
            raise InputEnded
        typed = line.strip()
        if self._echo:
            self._write(self._plain(typed) + "\n")
        return typed

    def _filled(self, text: str, first: str, later: str) -> str:
        """The paragraph within the width; a number is not torn from its percent sign."""
        whole = self._plain(" ".join(text.split())).replace(" %", _TIED + "%")
        wrapper = TextWrapper(
            WIDTH, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False
        )
        return wrapper.fill(whole).replace(_TIED, " ") + "\n"

    def _write(self, text: str) -> None:
        self._writer.write(text)

    def _plain(self, text: str) -> str:
        safe = inert_lines(text)
        if not self._ascii:
            return safe
        return normalize("NFKD", safe.translate(_ASCII)).encode("ascii", "ignore").decode()


def standard_console() -> Console:
    """Standard input and output; folded to ASCII where the output cannot show more."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower()
    return Console(sys.stdin, sys.stdout, ascii_only="utf" not in encoding)
