"""What we believe a party would take, in words. These are our estimates, never the party's own numbers."""

from typing import Final

from game.model.clauses import Term
from game.model.ids import ClauseId, PartyId
from game.model.world import Estimate
from game.telling.names import Names
from game.telling.prose import listing

_WORTH: Final = ((85, "what it wants"), (60, "good for it"), (40, "bearable"), (15, "bad for it"), (0, "unacceptable"))


def worth_word(value: int) -> str:
    """A word for what an option is worth to a party, from 0 to 100."""
    return next(word for least, word in _WORTH if value >= least)


def say_estimate(names: Names, party: PartyId, clause: ClauseId, estimate: Estimate) -> str:
    """One line: every wording of the clause with its estimated worth to the party, best first."""
    options = names.scenario.clauses[clause].options
    ranked = sorted(zip(options, estimate.values, strict=True), key=lambda pair: -pair[1])
    parts = [f"{names.option_in_prose(Term(clause, option))} {value}" for option, value in ranked]
    return (
        f"Worth to {names.party(party)} in the {names.short(clause)} clause, from 0 to 100, "
        f"give or take {estimate.band}: {listing(parts)}."
    )
