"""What we believe a party would take, in words. These are our estimates, never the party's own numbers."""

from typing import Final

from game.model.clauses import Term
from game.model.world import BeliefKey, Estimate
from game.telling.names import Names
from game.telling.prose import DASH, listing

_WORTH: Final = ((85, "what it wants"), (60, "good for it"), (40, "bearable"), (15, "bad for it"), (0, "unacceptable"))


def worth_word(value: int) -> str:
    """A word for what an option is worth to a party, from 0 to 100."""
    return next(word for least, word in _WORTH if value >= least)


def say_estimate(names: Names, about: BeliefKey, now: Estimate, was: Estimate) -> str:
    """One line: the range in which every wording of the clause is worth to the party, and was thought to be; best
    first.
    """
    party, clause = about
    options = names.scenario.clauses[clause].options
    ranked = sorted(zip(options, now.values, was.values, strict=True), key=lambda each: -each[1])
    parts = [
        f"{names.option_in_prose(Term(clause, option))} {_range(value, now.band)} (was {_range(before, was.band)})"
        for option, value, before in ranked
    ]
    return (
        f"Worth to {names.party(party)} in the {names.short(clause)} clause, from 0 to 100, "
        f"give or take {now.band} (was {was.band}): {listing(parts)}."
    )


def _range(value: int, band: int) -> str:
    """``58–66``, within 0 and 100."""
    return f"{max(0, value - band)}{DASH}{min(100, value + band)}"
