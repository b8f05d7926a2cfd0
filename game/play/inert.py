"""Text from people and files, made harmless: what a terminal would obey, or what turns the reading, becomes a mark."""

import re
from typing import Final

UNSAFE: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
"""Characters, as in a class of a regular expression, that a terminal would obey or that no file can hold."""

_STEERING: Final = re.compile(f"[{UNSAFE}\t\n]")


def inert(text: str) -> str:
    """One line of text, each character of which only shows itself."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", text)


def inert_lines(text: str) -> str:
    """The same with its line feeds."""
    return "\n".join(map(inert, text.split("\n")))
