"""Every sign that the screens draw, in plain ASCII of the same width, for terminals whose font has nothing better."""

from typing import Final

_SIGNS: Final = {
    "▲": "^", "▼": "v", "●": "o", "■": "#", "★": "*", "◆": "+", "○": ".", "□": "-", "◐": "o",
    "█": "#", "░": ".", "▏": "|", "│": "|", "─": "-", "›": ">", "‹": "<", "→": ">", "←": "<", "↑": "^", "↓": "v",
    "·": "|", "–": "-", "—": "-", "−": "-", "…": "~", "“": '"', "”": '"', "‘": "'", "’": "'", "⚠": "!", "✓": "x",
    "×": "x", "±": "~", "▸": ">", "▾": "v",
}  # fmt: skip
_TABLE: Final = str.maketrans(_SIGNS)


def in_ascii(text: str) -> str:
    return text.translate(_TABLE)
