"""Why a party answered as it did, from the grounds that its intent names and as strongly as it names them."""

from typing import Final

from game.model.clauses import Term
from game.model.events import Ask, Ground, Question, Reason
from game.rules.dice import draw
from game.telling.names import Names
from game.telling.prose import sentence
from game.telling.voices import Chorus

_AGAINST: Final = {
    Ground.VALUE: "it sets less value on {term} than on what it counts on there",
    Ground.NO_DEAL: "going on without a text looks bearable to it",
    Ground.HOPE: "it still expects that more can be had",
    Ground.RED_LINE: "it has a red line that rules out {term}",
    Ground.HOME: "the text asks more than it could sell at home",
    Ground.TRUST: "it discounts what rests on Washington's word",
    Ground.OVER_HEAD: "it resents what was settled over its head",
    Ground.UNMET: "it has moved further than the others, and waits for them",
    Ground.PAYMENT: "what is paid beside the text is too little for it",
    Ground.DETAIL: "too much of the text is a headline, and nothing has been worked out by which it could be held",
}
_FOR: Final = {
    Ground.VALUE: "it is better served by {term} than by what it counted on",
    Ground.NO_DEAL: "going on without a text looks worse to it",
    Ground.HOPE: "what it holds out for does not stand in the way",
    Ground.PAYMENT: "what is linked to the clause is paid for it",
    Ground.TRUST: "it trusts what rests on Washington's word",
    Ground.HOME: "it can sell the text at home",
}
"""What is said of a ground for which content has no wordings."""

_NO_GAIN: Final = 1
"""The weight of a term that is granted although it brings nothing."""

_SIZES: Final = ((500, "much"), (200, "some"), (0, "little"))
"""Weights, in hundredths of a point of value, from which a ground is told as a strong or a middling one."""


def say_reason(names: Names, question: Question, reason: Reason, turn: int, chorus: Chorus) -> str:
    """One sentence, in one of content's wordings for the ground and its size."""
    table = _FOR if reason.weight > 0 and reason.ground in _FOR else _AGAINST
    kind, plain = _kind(reason, favourable=table is _FOR), (table[reason.ground],)
    wordings = _wordings(names, f"{kind}-{_size(reason)}") or _wordings(names, kind) or plain
    if question.ask is Ask.SIGN:
        wordings = plain
    first = reason.clause or question.terms[0].clause
    start = draw(0, "reason", question.party, reason.ground.value) + turn + names.number(first)
    chosen = chorus.pick(f"{question.party} reason", wordings, start, turn)
    return sentence(chosen.format(term=_subject(names, question, reason), clause=_where(names, question, reason)))


def _kind(reason: Reason, *, favourable: bool) -> str:
    if not favourable:
        return f"against-{reason.ground.value}"
    no_gain = reason.ground is Ground.VALUE and reason.weight <= _NO_GAIN
    return "for-part" if no_gain else f"for-{reason.ground.value}"


def _size(reason: Reason) -> str:
    return next(size for least, size in _SIZES if abs(reason.weight) >= least)


def _wordings(names: Names, kind: str) -> tuple[str, ...]:
    """Content's wordings of a kind: ``for-value-1``, ``for-value-2``, …"""
    phrases = names.scenario.words.reasons
    return tuple(text for key, text in phrases.items() if key.rpartition("-")[0] == kind)


def _subject(names: Names, question: Question, reason: Reason) -> str:
    if reason.clause is not None and reason.option is not None:
        return names.term(Term(reason.clause, reason.option))
    return names.terms(question.terms) if question.ask is not Ask.SIGN else "the text"


def _where(names: Names, question: Question, reason: Reason) -> str:
    """``the line clause``, ``the line and forces clauses``."""
    return names.clauses([term.clause for term in question.terms] if reason.clause is None else [reason.clause])
