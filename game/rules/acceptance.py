"""When to take what is offered: after Baarslag's combined conditions (AC_combi), with a look ahead.

An offer is taken if it leaves a party what it would ask for next, or, when no time is left, if it is better than
nothing and the others have done their part.
"""

from game.model.record import record


@record
class Prospect:
    """What a party has in view when it is asked.

    ``reserve``: below it nothing is taken. ``demand``: what it still asks for. ``next_bid``: what its own next bid is
    worth to it. ``last``: it will not have another turn. ``met``: the others have come towards it.
    """

    reserve: int
    demand: int
    next_bid: int
    last: bool
    met: bool


def acceptable(worth: int, prospect: Prospect) -> bool:
    if worth < prospect.reserve:
        return False
    return worth >= min(prospect.demand, prospect.next_bid) or (prospect.last and prospect.met)
