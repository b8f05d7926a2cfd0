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
    last: bool = False
    met: bool = False


def least_taken(prospect: Prospect) -> int:
    """The least worth at which an offer is taken."""
    if prospect.last and prospect.met:
        return prospect.reserve
    return least_in_time(prospect.reserve, prospect.demand, prospect.next_bid)


def least_in_time(reserve: int, demand: int, next_bid: int) -> int:
    """The same while there is time left."""
    least = demand if demand < next_bid else next_bid
    return least if least > reserve else reserve


def acceptable(worth: int, prospect: Prospect) -> bool:
    return worth >= least_taken(prospect)
