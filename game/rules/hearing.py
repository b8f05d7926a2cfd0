"""What an answer that was heard says of the margin behind it, now and some turns later."""

from collections.abc import Mapping

from game.model.clauses import Term
from game.model.events import Verdict
from game.model.ids import PartyId
from game.model.views import MediatorView

TYPICAL: Mapping[Verdict, int] = {
    Verdict.ACCEPT: 80,
    Verdict.ACCEPT_IF: -150,
    Verdict.STALL: -200,
    Verdict.COUNTER: -400,
    Verdict.REFUSE: -500,
    Verdict.WALK_OUT: -800,
}
"""The margin, in hundredths, that a verdict usually speaks for."""

_THAW = 120
"""How much a refusal says less for every fortnight since, in hundredths."""


def as_heard(view: MediatorView, party: PartyId, term: Term, margin: int) -> int:
    """The believed ``margin`` of a term, no better than what the party said to that very wording leaves it."""
    heard = view.heard.get((party, term.clause))
    if heard is None or heard.option != term.option or heard.verdict == Verdict.ACCEPT.value:
        return margin
    since = (view.turn - heard.turn) * view.length.pace // 100
    return min(margin, TYPICAL[Verdict(heard.verdict)] + _THAW * since)
