"""How far a party comes down: by the clock, and by what the others have given.

After Faratin, Sierra and Jennings (1998): a time-dependent tactic, of which a behaviour-dependent one holds part back.
What is conceded is a share, in basis points, of the span from a party's best deal to its reserve; in a game, of that
from its first aspiration to the lowest.
"""

from typing import Final

from game.model.record import record

WHOLE: Final = 10_000
_TENTHS = 10


@record
class Manner:
    """How a party concedes.

    ``opening``: what it gives at once after its first bid, so that there is something to learn from. ``power``: how
    late the rest comes, in tenths (10: evenly, 50: as the fifth power of time). ``most``: what it has given at the
    end. ``reciprocity``: how much it keeps back of what it is ahead of another, in basis points, once that is more
    than the ``leeway``. ``to_closed``: the most it concedes to somebody who shows nothing of what else would do.
    """

    opening: int
    power: int
    most: int
    reciprocity: int
    leeway: int
    to_closed: int


def by_time(manner: Manner, done: int, whole: int) -> int:
    """The share conceded when ``done`` of ``whole`` rounds are over; nothing with the first bid."""
    if done <= 0:
        return 0
    rest = max(0, manner.most - manner.opening)
    return min(manner.opening, manner.most) + rest * _risen(min(done, whole), max(1, whole), manner.power) // WHOLE


def _risen(done: int, whole: int, tenths: int) -> int:
    """``(done / whole) ** (tenths / 10)`` in basis points, by proportion between whole powers."""
    power, part = divmod(tenths, _TENTHS)
    lower = WHOLE * int(pow(done, power)) // int(pow(whole, power))
    return lower - (lower - lower * done // whole) * part // _TENTHS


def in_return(share: int, theirs: int, reciprocity: int, leeway: int) -> int:
    """What is left of ``share`` towards somebody who has conceded ``theirs``.

    ``reciprocity`` and ``leeway`` are those of a :class:`Manner`.
    """
    ahead = share - leeway - theirs
    return share if ahead <= 0 else share - ahead * reciprocity // WHOLE


def conceded(best: int, reserve: int, demand: int) -> int:
    """The share of the span from ``best`` to ``reserve`` that whoever asks for ``demand`` has conceded."""
    return max(0, min(WHOLE, (best - demand) * WHOLE // max(1, best - reserve)))


def demand(best: int, reserve: int, share: int) -> int:
    """What is still asked for once ``share`` has been conceded; never less than the reserve, nor than before it."""
    span = max(0, best - reserve)
    return max(reserve, best - span * min(share, WHOLE) // WHOLE)
