"""A party's answer in words. They are rendered from the intent and claim neither more nor less than it."""

from dataclasses import dataclass
from typing import Final

from game.model.clauses import Term
from game.model.events import Answer, Ask, Ground, Help, HelpKind, Question, Verdict
from game.model.ids import PartyId
from game.telling.grounds import say_reason
from game.telling.names import Names
from game.telling.prose import listing, sentence
from game.telling.voices import Chorus, Places, filled, voice

_CANDID: Final = 40
"""Candour from which a party tells both of its reasons rather than one."""

_GRUDGING: Final = 60
"""Sureness under which a signature is given with regret."""

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


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """``reasons`` are as many as the party tells, ``help`` is what it says would help, if anything would.

    All are sentences but ``brief``, which says the verdict alone and leaves what was asked to the line before it.
    ``quote`` is the party's own voice, without quotation marks; it may be empty, and so is ``sureness`` of an answer
    that leaves no doubt.
    """

    headline: str
    brief: str
    quote: str
    reasons: tuple[str, ...]
    help: str | None
    sureness: str


def say_answer(
    names: Names, question: Question, answer: Answer, turn: int, chorus: Chorus | None = None
) -> AnswerWords:
    """The answer as far as the party's candour tells it. ``turn`` and what was said before choose turns of phrase."""
    said = Chorus() if chorus is None or question.ask is Ask.SIGN else chorus
    candid = names.scenario.parties[question.party].personality.candour >= _CANDID
    told = answer.reasons[: 2 if candid else 1]
    return AnswerWords(
        headline=_headline(names, question, answer),
        brief=_brief(names, question, answer),
        quote=_quote(names, question, answer, (turn, said)),
        reasons=tuple(say_reason(names, question, reason, turn, said) for reason in told),
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


def _sureness(answer: Answer) -> str:
    if answer.verdict is Verdict.STALL:
        return "It has not made up its mind."
    if answer.sureness >= 90:
        return ""
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
    words = filled(template, places)
    return None if words is None else sentence(f"would help: {words}")


def _quote(names: Names, question: Question, answer: Answer, heard: tuple[int, Chorus]) -> str:
    """``heard``: the turn, and what was said before."""
    turn, chorus = heard
    first = 0 if question.ask is Ask.SIGN else names.number(question.terms[0].clause)
    places = Places(_place_words(names, question, answer), turn, first, len(question.terms) > 1)
    found = (voice(names, question.party, key, places, chorus) for key in _voice_keys(question, answer))
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
