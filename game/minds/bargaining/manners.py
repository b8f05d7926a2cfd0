"""Manners of conceding: the one that holds its own against all the others, and those it is measured against."""

from dataclasses import replace
from typing import Final

from game.rules.concession import WHOLE, Manner

MEASURED: Final = Manner(opening=1500, power=90, most=WHOLE, reciprocity=4850, leeway=1500, to_closed=2500)
"""Shows early what it can do without, comes down late, and gives little to those who give nothing."""

ANSWERING: Final = Manner(opening=0, power=20, most=WHOLE, reciprocity=0, leeway=0, to_closed=WHOLE)
"""Towards a mediator's texts: there is nobody whose concessions could be seen."""

_DEAF: Final = replace(MEASURED, reciprocity=0, leeway=0, to_closed=WHOLE)
"""Concedes by the clock alone."""

DEVIATIONS: Final = {
    "concedes evenly": replace(MEASURED, power=10),
    "concedes later": replace(MEASURED, power=100),
    "concedes at the very end": replace(_DEAF, opening=1000, power=300),
    "shows and gives nothing to the end": replace(_DEAF, opening=0, power=300),
    "holds at a tenth": replace(MEASURED, opening=1000, most=1000),
    "holds at a fifth": replace(MEASURED, opening=2000, most=2000),
    "keeps 30 % back": replace(MEASURED, opening=1050, most=7000),
    "keeps 15 % back": replace(MEASURED, opening=1275, most=8500),
    "shows half as much": replace(MEASURED, opening=750),
    "heeds nobody": _DEAF,
}
"""Ways in which one seat might hope to do better while the others keep to the measured manner."""
