"""The what-if bench in words: what each party would make of the text with other wordings."""

from typing import Final

from game.model.clauses import Term
from game.model.views import MediatorView
from game.play.bench import Scratch, Stand, Trial, at_limit, lay_out, proposals
from game.telling.dossier import say_band, say_chance
from game.telling.names import Names
from game.telling.orders import say_action
from game.telling.prose import counted, decimal, in_prose, listing

SCRATCH: Final = "A scratch copy. Nobody hears of it, and the text stays as it is."
COUNTED: Final = (
    "Chances are of a text worked out as far as a signature asks; what stays open counts as each expects it. "
    "Distances from a limit are in points of value."
)

_JUST: Final = 150
"""Up to this middle of the range, in hundredths, a party is just over its limit, or just short of it."""


def say_stand(names: Names, stand: Stand) -> str:
    """Where the party's gain lies against what it would sign for: ``over its limit, +1.4 to +5.9``."""
    if stand.crossed is not None:
        return f"crosses its red line: {names.option_in_prose(stand.crossed)}"
    return f"{_side(stand)} its limit, {_plus(stand.low)} to {_plus(stand.high)}"


def _side(stand: Stand) -> str:
    """Which side of its limit the party is on, as far as the doubt lets anybody say."""
    if at_limit(stand):
        return "about at"
    middle = (stand.low + stand.high) // 2
    over = "over" if middle > 0 else "short of"
    if stand.low <= 0 <= stand.high:
        return f"more likely {over}"
    return f"just {over}" if abs(middle) <= _JUST else over


def _plus(hundredths: int) -> str:
    shown = decimal(hundredths)
    return f"+{shown}" if hundredths > 0 and shown != decimal(0) else shown


def say_sign(stand: Stand) -> str:
    """``likely, 60–80 %``."""
    return in_prose(say_chance(stand.chance.low, stand.chance.high))


def say_unsold(stand: Stand) -> str:
    return f"{decimal(stand.unsold)} more than it could sell at home" if stand.unsold else ""


def say_progress(now: Trial, tried: Trial) -> str:
    """``Progress 33 if all take it (now 28).``"""
    same = now.progress == tried.progress
    return f"Progress {tried.progress}." if same else f"Progress {tried.progress} if all take it (now {now.progress})."


def say_differences(names: Names, scratch: Scratch) -> str:
    """What differs from the text, in one line."""
    return listing([names.term(Term(clause, option)) for clause, option in scratch.items()]) or "nothing yet"


def trial_lines(view: MediatorView, scratch: Scratch) -> tuple[str, ...]:
    """The whole trial as sentences: first what is tried, then every party with the text and with the scratch copy."""
    names, now, tried = Names(view.scenario), lay_out(view, {}), lay_out(view, scratch)
    lines = [f"Tried on the scratch copy: {say_differences(names, scratch)}.", say_progress(now, tried)]
    for was, stand in zip(now.stands, tried.stands, strict=True):
        unsold = f"; {say_unsold(stand)}" if stand.unsold else ""
        before = "" if was == stand else f" With the text as it is: {say_band(was.chance.low, was.chance.high)}."
        told = f"{names.party(stand.party)}: {say_stand(names, stand)}{unsold}; would sign: {say_sign(stand)}."
        lines.append(told + before)
    if tried.blanks:
        lines.append(f"{counted(tried.blanks, 'clause')} without any wording.")
    return (*lines, COUNTED)


def say_proposals(view: MediatorView, scratch: Scratch) -> str:
    """What bringing the differences into the text would take, or why it cannot be done now."""
    acts = proposals(view, (), scratch)
    names = Names(view.scenario)
    if not acts:
        return "None of this can be put to anybody now."
    return "To bring it about: " + "; ".join(in_prose(say_action(names, each)) for each in acts) + "."
