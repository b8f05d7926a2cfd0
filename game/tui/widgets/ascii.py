"""Every sign that the screens draw, in plain ASCII of the same width, for terminals whose font has nothing better."""

from typing import Final

_SIGNS: Final = "▲▼●■★◆○□◐█░▏│─›‹→←↑↓·–—−…“”‘’✓×±▸▾•▁▂▃▄▅▆▇"
_PLAIN: Final = "^vo#*+.-c#.||-><><^v|---~\"\"''x*~>v*_.:-=+*"
_TABLE: Final = str.maketrans(_SIGNS, _PLAIN)


def in_ascii(text: str) -> str:
    return text.translate(_TABLE)
