"""A party's answer in words. They are rendered from the intent and claim neither more nor less than it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from game.model.clauses import Term
from game.model.events import Answer, Ask, Ground, Help, HelpKind, Question, Reason, Verdict
from game.model.ids import PartyId
from game.model.scenario import Scenario
from game.rules.dice import draw
from game.telling.names import Names
from game.telling.prose import listing, sentence

_CANDID: Final = 40
"""Candour from which a party tells both of its reasons rather than one."""

_GRUDGING: Final = 60
"""Sureness under which a signature is given with regret."""

_AGAINST: Final = {
    Ground.VALUE: "{term} is worth less to it than what it counts on there",
    Ground.NO_DEAL: "going on without a text looks bearable to it",
    Ground.HOPE: "it still expects that more can be had",
    Ground.RED_LINE: "{term} is over one of its red lines",
    Ground.HOME: "the text asks more than it could sell at home",
    Ground.TRUST: "it discounts what rests on Washington's word",
    Ground.OVER_HEAD: "it resents what was settled over its head",
    Ground.PAYMENT: "what is paid beside the text is too little for it",
    Ground.PACKAGE: "the parts do not make a whole for it",
}
_FOR: Final = {
    Ground.VALUE: "{term} serves it better than what it counted on",
    Ground.NO_DEAL: "going on without a text looks worse to it",
    Ground.HOPE: "it has come down in what it holds out for",
    Ground.PAYMENT: "what is linked to the clause is paid for it",
    Ground.PACKAGE: "one part of the package pays for another",
    Ground.TRUST: "it trusts what rests on Washington's word",
    Ground.HOME: "it can sell the text at home",
}
_NO_GAIN: Final = 1
"""The weight of a term that is granted although it brings nothing."""

_AS_PART: Final = "it can live with {term} as part of the whole"
_HEADLINES: Final = {
    Verdict.ACCEPT: "{name} takes {terms}, ad referendum",
    Verdict.ACCEPT_IF: "{name} would take {terms} against {instead}",
    Verdict.COUNTER: "{name} does not take {terms} and offers {instead}",
    Verdict.REFUSE: "{name} refuses {terms}",
    Verdict.STALL: "{name} neither takes nor refuses {terms}",
    Verdict.WALK_OUT: "{name} walks out over {terms}",
}


_SHORT: Final = {
    Verdict.ACCEPT: "{name} takes it, ad referendum",
    Verdict.ACCEPT_IF: "{name} would take it on a condition",
    Verdict.COUNTER: "{name} does not take it and offers something else",
    Verdict.REFUSE: "{name} refuses it",
    Verdict.STALL: "{name} neither takes nor refuses it",
    Verdict.WALK_OUT: "{name} walks out over it",
}
_PREPOSITIONS: Final = ("in ", "on ", "for ", "with ", "of ", "about ", "into ")
_SINGULAR: Final = frozenset(["is", "was", "has", "does", "falls", "leaves", "seems"])


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """``reasons`` are as many as the party tells, ``help`` is what it says would help, if anything would.

    All are sentences but ``brief``, which says the verdict alone and leaves what was asked to the line before it.
    ``quote`` is the party's own voice, without quotation marks; it may be empty.
    """

    headline: str
    brief: str
    quote: str
    reasons: tuple[str, ...]
    help: str | None
    sureness: str


def say_answer(names: Names, scenario: Scenario, question: Question, answer: Answer, seed_key: int) -> AnswerWords:
    """The answer as far as the party's candour tells it. ``seed_key`` (a turn) picks among its turns of phrase."""
    candid = scenario.parties[question.party].personality.candour >= _CANDID
    told = answer.reasons[: 2 if candid else 1]
    return AnswerWords(
        headline=_headline(names, question, answer),
        brief=_brief(names, question, answer),
        quote=_quote(names, question, answer, seed_key),
        reasons=tuple(_reason(names, question, reason) for reason in told),
        help=say_help(names, question.party, answer.help),
        sureness=_sureness(answer),
    )


def _headline(names: Names, question: Question, answer: Answer) -> str:
    name = names.party(question.party)
    if question.ask is Ask.SIGN:
        if answer.verdict is Verdict.ACCEPT:
            return f"{name} signs{', under duress' if answer.imposed else ''}."
        return f"{name} does not sign."
    words = _HEADLINES[answer.verdict]
    if answer.instead is None and "{instead}" in words:
        words = _HEADLINES[Verdict.REFUSE]
    instead = _instead(names, question, answer.instead)
    return sentence(words.format(name=name, terms=names.terms(question.terms), instead=instead))


def _instead(names: Names, question: Question, term: Term | None) -> str:
    """What is offered or asked in return; the clause is named if it is another one."""
    if term is None:
        return ""
    same = [term.clause] == [each.clause for each in question.terms]
    return f"{names.option_in_prose(term)} instead" if same else names.term(term)


def _brief(names: Names, question: Question, answer: Answer) -> str:
    if question.ask is Ask.SIGN:
        return _headline(names, question, answer).rstrip(".")
    return _SHORT[answer.verdict].format(name=names.party(question.party))


def _reason(names: Names, question: Question, reason: Reason) -> str:
    table = _FOR if reason.weight > 0 and reason.ground in _FOR else _AGAINST
    words = table[reason.ground]
    if reason.ground is Ground.VALUE and 0 < reason.weight <= _NO_GAIN:
        words = _AS_PART
    return sentence(words.format(term=_subject(names, question, reason)))


def _subject(names: Names, question: Question, reason: Reason) -> str:
    if reason.clause is not None and reason.option is not None:
        return names.term(Term(reason.clause, reason.option))
    return names.terms(question.terms) if question.ask is not Ask.SIGN else "the text"


def _sureness(answer: Answer) -> str:
    if answer.verdict is Verdict.STALL:
        return "It has not made up its mind."
    if answer.sureness >= 90:
        return "It is certain of this."
    return "It is fairly sure of this." if answer.sureness >= 70 else "It was close to answering otherwise."


def say_help(names: Names, party: PartyId, help_: Help) -> str | None:
    """``Would help: link nuclear talks to the line clause.``, or None when nothing would."""
    template = names.scenario.words.help.get(help_.kind.value)
    if help_.kind is HelpKind.NONE or template is None:
        return None
    places = {"party": names.party(party)}
    if help_.term is not None:
        option, clause = names.option_in_prose(help_.term), names.short(help_.term.clause)
        places |= {"option": option, "clause": clause, "ask_option": option, "ask_clause": clause}
    if help_.track is not None:
        places["track"] = names.track_in_prose(help_.track)
    words = _filled(template, places)
    return None if words is None else sentence(f"would help: {words}")


def _filled(template: str, places: Mapping[str, str]) -> str | None:
    """The template with its places filled; None if it has one for which there are no words."""
    needed = {part.split("}")[0] for part in template.split("{")[1:]}
    return template.format(**places) if needed <= places.keys() else None


@dataclass(frozen=True, slots=True)
class Places:
    """What goes into the places of a voice line. ``many``: it speaks of several clauses at once.

    ``key``, made of turn and clause, picks among the lines that fit, so that the same game always reads the same and
    neighbours differ.
    """

    words: Mapping[str, str]
    key: int
    many: bool = False


def _quote(names: Names, question: Question, answer: Answer, seed_key: int) -> str:
    first = 0 if question.ask is Ask.SIGN else names.number(question.terms[0].clause)
    places = Places(_place_words(names, question, answer), seed_key + first, len(question.terms) > 1)
    found = (voice(names, question.party, key, places) for key in _voice_keys(question, answer))
    return next(filter(None, found), "")


def _place_words(names: Names, question: Question, answer: Answer) -> dict[str, str]:
    if question.ask is Ask.SIGN:
        return {}
    places = {
        "option": listing([names.option_in_prose(term) for term in question.terms]),
        "clause": listing([names.short(term.clause) for term in question.terms]),
    }
    if answer.instead is not None:
        places["ask_option"] = names.option_in_prose(answer.instead)
        places["ask_clause"] = names.short(answer.instead.clause)
    return places


def _voice_keys(question: Question, answer: Answer) -> tuple[str, ...]:
    """The kinds of voice line that say this verdict on this ground, best first."""
    ground = answer.reasons[0].ground.value if answer.reasons else Ground.VALUE.value
    verdict = answer.verdict
    if question.ask is Ask.SIGN:
        if verdict is Verdict.ACCEPT:
            return ("sign-grudging" if answer.imposed or answer.sureness < _GRUDGING else "sign",)
        return (f"decline-sign-{ground}", "decline-sign-value")
    if question.ask is Ask.CALL and verdict is Verdict.ACCEPT:
        return ("call-agrees", "accept")
    if verdict is Verdict.REFUSE:
        on_the_phone = question.ask is Ask.CALL and ground != Ground.RED_LINE.value
        return ("call-declines" if on_the_phone else f"refuse-{ground}", "refuse-value")
    return (verdict.value,)


def voice(names: Names, party: PartyId, kind: str, places: Places) -> str:
    """One of the party's lines of this kind with its places filled, or nothing if none fits."""
    lines = names.scenario.words.voices.get(party, {}).get(kind, ())
    fit = [line for line in lines if _fits(line, places)]
    if not fit:
        return ""
    line = fit[(draw(0, "voice", party, kind) + places.key) % len(fit)]
    return (line.replace("{clause} clause", "{clause} clauses") if places.many else line).format(**places.words)


def _fits(line: str, places: Places) -> bool:
    """Every place can be filled, and for several clauses the grammar still agrees in number."""
    if _filled(line, places.words) is None:
        return False
    if not places.many:
        return True
    before, found, _ = line.partition("the {clause} clause")
    after = line.partition("{option} ")[2].split(" ", 1)[0]
    return after not in _SINGULAR and (not found or before.endswith(_PREPOSITIONS))


def voice_on_clause(names: Names, party: PartyId, kind: str, term: Term, key: int) -> str:
    """A line about one clause and one of its options."""
    words = {"option": names.option_in_prose(term), "clause": names.short(term.clause)}
    return voice(names, party, kind, Places(words, key + names.number(term.clause)))
