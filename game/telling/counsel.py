"""Why an adviser would do what it advises: what stands in the way now, as far as the mediator knows it."""

from collections.abc import Mapping, Sequence
from typing import Final

from game.model.actions import (
    Act,
    Action,
    CallConference,
    CallLeader,
    Convene,
    Deliver,
    Float,
    Link,
    Promise,
    SoundOut,
    Table,
    Unite,
)
from game.model.clauses import Term
from game.model.ids import ClauseId, PartyId, Quantity
from game.model.views import MediatorView
from game.play.advisers import Advice, Slant
from game.telling.draft import missing_from
from game.telling.names import Names
from game.telling.prose import listing, possessive

_ON_THE_HOUSE: Final[Mapping[str, Sequence[str]]] = {
    "patience": (
        "Patience ({patience}) runs down by itself, turn by turn.",
        "A White House that tires walks away (patience {patience}).",
        "Nothing else that we do counts if the White House stops; patience stands at {patience}.",
    ),
    "credibility": (
        "Our word is worth what our credibility is ({credibility}).",
        "Threats and promises that nobody believes are noise; credibility stands at {credibility}.",
    ),
    "discipline": (
        "What leaks hardens everybody, and discipline is no better than {discipline}.",
        "We speak with more than one voice (discipline {discipline}).",
    ),
    "congress": (
        "A text has to be carried through Congress, where support stands at {congress}.",
        "Nobody believes a signature that Congress may undo (support {congress}).",
    ),
    "house": ("All that we do rests on our own house (discipline {discipline}, support in Congress {congress}).",),
    "moscow": ("Moscow trusts us too little ({moscow}) to move for us.",),
    "modesty": (
        "What they hold out for rises by itself when nobody tells them otherwise.",
        "The less they hope to get by waiting, the sooner they settle.",
    ),
    "progress": ("It moves the text, in the end.", "The text gains by it, if by a detour."),
    "certainty": ("We would see more clearly afterwards.",),
}
_ON_ALLIES: Final = (
    "{owner} trust in us stands at {trust}, and who doubts us discounts what we promise.",
    "Whoever feels passed over does not ratify; {owner} trust in us is {trust}.",
    "A guarantee is worth what {ally} believes of us (trust {trust}).",
)
_HOUSE: Final = ("discipline", "congress")
_SILENT: Final = "It is not much, but it is better than letting the turn pass."


def say_reason_for(view: MediatorView, names: Names, advice: Advice) -> str:
    """One sentence from what is known now. Phrases alternate from turn to turn."""
    turn = view.turn + list(Slant).index(advice.slant)
    match advice.action:
        case SoundOut(party, clause):
            return _on_sounding(view, names, (party, clause), turn)
        case Float(party, clause, option) | CallLeader(party, clause, option):
            return _on_asking(view, names, Term(clause, option), party)
        case Table(clause, option):
            return _on_asking(view, names, Term(clause, option), None)
        case Convene() | Unite() | CallConference() | Link() | Promise() | Deliver():
            return _on_process(view, names, advice.action)
        case _:
            return _on_measures(view, names, advice, turn)


def _on_sounding(view: MediatorView, names: Names, about: tuple[PartyId, ClauseId], turn: int) -> str:
    party, clause = about
    share, band = view.scenario.clauses[clause].importance, view.beliefs[about].band
    name, short = names.party(party), names.short(clause)
    return (
        f"The {short} clause is {share} % of the settlement, and we know {possessive(name)} mind only give or take "
        f"{band}.",
        f"What {name} would take in the {short} clause, {share} % of the settlement, we know only give or take {band}.",
        f"Before anybody puts the {short} clause to {name}: what we believe may be {band} points out.",
    )[turn % 3]


def _on_asking(view: MediatorView, names: Names, term: Term, party: PartyId | None) -> str:
    clause, state = view.scenario.clauses[term.clause], view.text[term.clause]
    weight = f"{clause.importance} % of the settlement"
    if state.option != term.option:
        if state.option is None:
            return f"The {clause.short} clause is {weight} and has no wording yet; this one could hold."
        return f"The wording that stands in the {clause.short} clause will not be taken by all; this one might."
    missing = missing_from(clause, state)
    others = [each for each in missing if each != party]
    if party is not None and not others:
        return f"Everybody else with a stake has taken it: {names.party(party)} settles {weight}."
    agreed = f"{names.members(state.agreed)} took it already; " if state.agreed else ""
    return f"{agreed}{names.members(missing)} still {'has' if len(missing) == 1 else 'have'} to, and it is {weight}."


def _on_process(view: MediatorView, names: Names, action: Action) -> str:
    match action:
        case Convene(group):
            spec = view.scenario.groups[group]
            mine = [each for each in view.scenario.clauses.values() if each.group == group]
            if spec.track is not None or not mine:
                return f"Groundwork on {names.track_in_prose(spec.track)} waits for people." if spec.track else _SILENT
            share, topics = sum(each.importance for each in mine), listing([names.topic(each.id) for each in mine])
            return f"Nobody works on {topics}, {share} % of the settlement; only a group makes detail."
        case Unite(group):
            return f"There is trust enough for one room, and {names.group_in_prose(group)} would work faster in it."
        case CallConference():
            return "The text is as ready as it will be; every week that it waits, somebody thinks better of it."
        case Link(track, clause):
            party = names.party(view.scenario.tracks[track].party)
            return f"It pays {party} for moving on {names.topic(clause)}, and not before it has signed."
        case Promise(track) | Deliver(track):
            return f"{names.party(view.scenario.tracks[track].party)} has been told to wait for long enough."
        case _:
            return _SILENT


def _on_measures(view: MediatorView, names: Names, advice: Advice, turn: int) -> str:
    """By what the adviser expects to gain most, unless the act says of itself that it lowers that."""
    stated = _stated(view, advice.action)
    leading = _leading(view, advice, stated)
    if leading == "allies":
        ally = _ally(view, advice.action, stated)
        return _ON_ALLIES[turn % len(_ON_ALLIES)].format(
            ally=names.party(ally), owner=possessive(names.party(ally)), trust=_level(view, names, f"trust.{ally}")
        )
    lines = _ON_THE_HOUSE.get(leading, (_SILENT,))
    moscow = next((party.id for party in view.scenario.parties.values() if party.leaders_channel), None)
    return lines[turn % len(lines)].format(
        **{each: _level(view, names, each) for each in ("patience", "credibility", "discipline", "congress")},
        moscow=_level(view, names, f"trust.{moscow}"),
    )


def _leading(view: MediatorView, advice: Advice, stated: Mapping[str, int]) -> str:
    """The key of the reason: a measure that grows, and of our house the part of it that the act raises."""
    for name in (name for name, amount in advice.change if amount > 0):
        parts = _HOUSE if name == "house" else (name,)
        moved = {part: _stated_of(view, part, stated) for part in parts}
        best = max(moved, key=lambda part: moved[part])
        if moved[best] > 0:
            return best
        if not any(moved.values()):
            return name
    raised = (key for key in ("patience", *_HOUSE, "credibility", "allies") if _stated_of(view, key, stated) > 0)
    return next(raised, "")


def _stated(view: MediatorView, action: Action) -> Mapping[str, int]:
    """What content says that the act does, seen or not."""
    if not isinstance(action, Act):
        return {}
    return {effect.quantity: effect.low for effect in view.scenario.verbs[action.verb].effects.get(action.party, ())}


def _stated_of(view: MediatorView, measure: str, stated: Mapping[str, int]) -> int:
    """By how much the act says that it raises a measure."""
    parties = view.scenario.parties.values()
    match measure:
        case "allies":
            return sum(stated.get(f"trust.{party.id}", 0) for party in parties if not party.leaders_channel)
        case "moscow":
            return sum(stated.get(f"trust.{party.id}", 0) for party in parties if party.leaders_channel)
        case "modesty":
            return -sum(stated.get(f"aspiration.{party.id}", 0) for party in parties)
        case _:
            return stated.get(measure, 0)


def _ally(view: MediatorView, action: Action, stated: Mapping[str, int]) -> PartyId:
    """Whom the act is done to, if to one of the allies, else whose trust it raises most, else who trusts us least."""
    allies = [party.id for party in view.scenario.parties.values() if not party.leaders_channel]
    done_to = action.party if isinstance(action, Act) else None
    if done_to is not None and done_to in allies:
        return done_to
    return min(allies, key=lambda party: (-stated.get(f"trust.{party}", 0), view.known[Quantity(f"trust.{party}")]))


def _level(view: MediatorView, names: Names, quantity: str) -> str:
    key = Quantity(quantity)
    return names.level(key, view.known[key]) if key in view.known else ""
