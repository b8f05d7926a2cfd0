"""What is bargained over: a deal puts every issue at one of its options, and worths add up."""

from operator import getitem

Deal = tuple[int, ...]
"""The place of the chosen option, issue by issue."""

Worths = tuple[tuple[int, ...], ...]
"""What every option of every issue is worth to somebody, in any unit that all of that party's worths share."""


def worth_of(worths: Worths, deal: Deal) -> int:
    return sum(map(getitem, worths, deal))


def best_worth(worths: Worths) -> int:
    return sum([max(row) for row in worths])


def best_deal(worths: Worths) -> Deal:
    """The deal that is worth most; of equal options the first."""
    return tuple([row.index(max(row)) for row in worths])
