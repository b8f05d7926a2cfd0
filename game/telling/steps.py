"""Choosing an action step by step: family, verb, then slot by slot what it still needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Final

from game.model.actions import Action
from game.model.clauses import Term, standing_of
from game.model.groups import Format
from game.model.ids import ClauseId, GroupId, OptionId, PartyId, VerbId
from game.model.verbs import Slot, Verb, build_action, slots_of
from game.model.views import MediatorView
from game.rules.options import MOST_TASKS, MOST_TERMS, refusal
from game.telling.names import Names
from game.telling.orders import say_cost
from game.telling.prose import in_prose, listing

DONE: Final = "done"
"""The word that closes a package after two clauses."""

_TRIED: Final = 300
"""How many ways of completing a choice are tried before it is called closed."""

_QUESTIONS: Final = {
    Slot.PARTY: "Whom?",
    Slot.CLAUSE: "Which clause?",
    Slot.OPTION: "Which wording?",
    Slot.GROUP: "Which group?",
    Slot.FORMAT: "In which format?",
    Slot.MEMBERS: "Who sits in it?",
    Slot.TASKS: "On which clauses?",
    Slot.TRACK: "Which track?",
    Slot.TERMS: "Which clause belongs to the package?",
}


@dataclass(frozen=True, slots=True)
class VerbChoice:
    """``refusal`` says why nothing can be done with the verb now; None: it is open."""

    verb: VerbId
    label: str
    about: str
    cost: str
    refusal: str | None


@dataclass(frozen=True, slots=True)
class SlotChoice:
    """One thing that the next slot can hold. ``word`` is what is added to the words chosen so far."""

    word: str
    label: str
    note: str
    refusal: str | None


def families(view: MediatorView) -> tuple[tuple[str, str], ...]:
    """The headings under which verbs are found: (id, label), in content's order."""
    names = Names(view.scenario)
    found = dict.fromkeys(verb.family for verb in view.scenario.verbs.values())
    return tuple((family, names.family(family)) for family in found)


def verb_choices(view: MediatorView, family: str) -> tuple[VerbChoice, ...]:
    return tuple(
        VerbChoice(verb.id, verb.label, verb.about, say_cost(verb.cost), verb_refusal(view, verb.id))
        for verb in view.scenario.verbs.values()
        if verb.family == family
    )


def verb_refusal(view: MediatorView, verb_id: VerbId) -> str | None:
    """Why nothing can be done with the verb now; None if something can."""
    verb = view.scenario.verbs[verb_id]
    if not verb.cost.within(view.calendar):
        return "This turn's calendar has no room for it."
    return _closed(view, verb, ())


def slot_question(view: MediatorView, verb_id: VerbId, chosen: tuple[str, ...]) -> str:
    """What the next step asks."""
    slot, _ = _next_slot(view.scenario.verbs[verb_id], chosen)
    if slot is None:
        return ""
    if slot is Slot.TERMS and _terms_so_far(view.scenario.verbs[verb_id], chosen)[1]:
        return _QUESTIONS[Slot.OPTION]
    return _QUESTIONS[slot]


def slot_choices(view: MediatorView, verb_id: VerbId, chosen: tuple[str, ...]) -> tuple[SlotChoice, ...]:
    """What the next step offers, after the words chosen so far; empty when the action is complete.

    A package is chosen clause by clause and option by option, and closed by :data:`DONE` or by its third clause.
    """
    verb = view.scenario.verbs[verb_id]
    slot, _ = _next_slot(verb, chosen)
    if slot is None:
        return ()
    return tuple(
        SlotChoice(word, label, note, _closed(view, verb, (*chosen, word)))
        for word, label, note in _offers(view, verb, slot, chosen)
    )


def action_of(verb: Verb, chosen: tuple[str, ...]) -> Action | None:
    """The action that the words chosen in :func:`slot_choices` make, or None while they are not complete."""
    slots = slots_of(verb)
    if Slot.TERMS not in slots:
        return build_action(verb.id, chosen) if len(chosen) == len(slots) else None
    slot, _ = _next_slot(verb, chosen)
    if slot is not None:
        return None
    pairs, _ = _terms_so_far(verb, chosen)
    return build_action(verb.id, (*chosen[: len(slots) - 1], "+".join(map(str, pairs))))


def _next_slot(verb: Verb, chosen: tuple[str, ...]) -> tuple[Slot | None, int]:
    """The slot that is to be filled next, None if none is, and its place."""
    slots = slots_of(verb)
    for place, slot in enumerate(slots):
        if slot is Slot.TERMS:
            pairs, half = _terms_so_far(verb, chosen)
            closed = len(pairs) == MOST_TERMS or (chosen and chosen[-1] == DONE)
            return (None, place) if closed and not half else (slot, place)
        if place >= len(chosen):
            return slot, place
    return None, len(slots)


def _terms_so_far(verb: Verb, chosen: tuple[str, ...]) -> tuple[tuple[Term, ...], str]:
    """The terms of the package chosen so far, and the clause whose option is still to come."""
    words = [word for word in chosen[slots_of(verb).index(Slot.TERMS) :] if word != DONE]
    pairs = zip(words[::2], words[1::2], strict=False)
    terms = tuple(Term(ClauseId(clause), OptionId(option)) for clause, option in pairs)
    return terms, words[-1] if len(words) % 2 else ""


def _closed(view: MediatorView, verb: Verb, chosen: tuple[str, ...]) -> str | None:
    """Why nothing that begins with these words is to be had: the last reason met, or None."""
    reason = None
    for action in islice(_completions(view, verb, chosen), _TRIED):
        reason = refusal(view, action)
        if reason is None:
            return None
    return reason or "Nothing can be done there now."


def _completions(view: MediatorView, verb: Verb, chosen: tuple[str, ...]) -> Iterator[Action]:
    slot, _ = _next_slot(verb, chosen)
    if slot is None:
        action = action_of(verb, chosen)
        if action is not None:
            yield action
        return
    for word, _, _ in _offers(view, verb, slot, chosen):
        yield from _completions(view, verb, (*chosen, word))


Offer = tuple[str, str, str]
"""A word, its label and a note."""


def _offers(view: MediatorView, verb: Verb, slot: Slot, chosen: tuple[str, ...]) -> Iterator[Offer]:
    match slot:
        case Slot.PARTY | Slot.CLAUSE | Slot.GROUP | Slot.TRACK | Slot.FORMAT:
            yield from _whole_lists(view, verb, slot)
        case Slot.OPTION:
            yield from _options(view, ClauseId(chosen[-1]))
        case Slot.MEMBERS:
            yield from _memberships(view, GroupId(chosen[0]))
        case Slot.TASKS:
            yield from _taskings(view, GroupId(chosen[0]))
        case Slot.TERMS:
            yield from _package_offers(view, verb, chosen)


def _whole_lists(view: MediatorView, verb: Verb, slot: Slot) -> list[Offer]:
    """Slots whose offers do not depend on what was chosen before."""
    scenario, names = view.scenario, Names(view.scenario)
    if slot is Slot.PARTY:
        return [(party, names.party(party), names.formal(party)) for party in verb.parties or scenario.parties]
    if slot is Slot.CLAUSE:
        return [(clause, names.clause(clause), _clause_note(view, clause)) for clause in scenario.clauses]
    if slot is Slot.FORMAT:
        return [
            (Format.PARALLEL.value, "Parallel", "They meet apart; an envoy carries papers between them."),
            (Format.UNIFIED.value, "United", "One room: faster, if there is trust enough."),
        ]
    things = scenario.groups.values() if slot is Slot.GROUP else scenario.tracks.values()
    return [(thing.id, thing.title, thing.about) for thing in things]


def _clause_note(view: MediatorView, clause: ClauseId) -> str:
    names, state = Names(view.scenario), view.text[clause]
    word = names.standing(standing_of(view.scenario.clauses[clause], state))
    return word if state.option is None else f"{word}: {names.option_in_prose(Term(clause, state.option))}"


def _options(view: MediatorView, clause: ClauseId) -> Iterator[Offer]:
    for option in view.scenario.clauses[clause].options.values():
        yield option.id, option.label, option.note


def _memberships(view: MediatorView, group: GroupId) -> Iterator[Offer]:
    """The stakeholders first, then every other company."""
    names, spec = Names(view.scenario), view.scenario.groups[group]
    yield "+".join(spec.stakeholders), names.members(spec.stakeholders), "those who have a say in it"
    if spec.track is not None:
        return
    everybody = tuple(view.scenario.parties)
    for size in range(len(everybody), 0, -1):
        for members in combinations(everybody, size):
            if members != spec.stakeholders:
                yield "+".join(members), names.members(members), _company_note(names, spec.stakeholders, members)


def _company_note(names: Names, stakeholders: tuple[PartyId, ...], members: tuple[PartyId, ...]) -> str:
    absent = [party for party in stakeholders if party not in members]
    guests = [party for party in members if party not in stakeholders]
    parts = [f"without {names.members(absent)}" if absent else ""]
    parts.append(f"{names.members(guests)} as {'a guest' if len(guests) == 1 else 'guests'}" if guests else "")
    return "; ".join(filter(None, parts))


def _taskings(view: MediatorView, group: GroupId) -> Iterator[Offer]:
    names = Names(view.scenario)
    mine = [clause.id for clause in view.scenario.clauses.values() if clause.group == group]
    for size in range(1, min(MOST_TASKS, len(mine)) + 1):
        for tasks in combinations(mine, size):
            label = listing([in_prose(names.clause(task)) for task in tasks])
            yield "+".join(tasks), label[:1].upper() + label[1:], ""


def _package_offers(view: MediatorView, verb: Verb, chosen: tuple[str, ...]) -> Iterator[Offer]:
    terms, half = _terms_so_far(verb, chosen)
    if half:
        yield from _options(view, ClauseId(half))
        return
    names = Names(view.scenario)
    if len(terms) >= 2:
        yield DONE, "That is the package", names.terms(terms)
    taken = {term.clause for term in terms}
    for clause in view.scenario.clauses:
        if clause not in taken:
            yield clause, names.clause(clause), _clause_note(view, clause)
