"""How content describes what the mediator can do, and the text form of an action.

Every action has a text form (``float russia line in-place``) that :func:`parse_action` reads back.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from functools import lru_cache

from game.model.actions import FORMS, Act, Action
from game.model.cards import Cost, Effect
from game.model.clauses import Term
from game.model.expressions import Expr
from game.model.groups import Format
from game.model.ids import ClauseId, OptionId, PartyId, VerbId


class Slot(Enum):
    """What an action still has to be told, in the order in which a player chooses."""

    PARTY = "party"
    CLAUSE = "clause"
    OPTION = "option"
    GROUP = "group"
    FORMAT = "format"
    MEMBERS = "members"
    TASKS = "tasks"
    TRACK = "track"
    TERMS = "terms"


class PledgeKind(Enum):
    THREAT = "threat"
    PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class Verb:
    """How content describes a verb.

    ``family`` is the heading under which a player finds it. ``parties`` are those it can be done to, ``effects``
    what it does, by party (None: the verb takes no party). A *public* act is known to all at once. A verb that is a
    ``pledge`` must be redeemed by one of ``redeemed_by`` within ``due`` turns, or it was idle.
    """

    id: VerbId
    label: str
    family: str
    about: str
    cost: Cost
    when: Expr | None
    unavailable: str
    parties: tuple[PartyId, ...]
    effects: Mapping[PartyId | None, tuple[Effect, ...]]
    public: bool
    pledge: PledgeKind | None
    redeemed_by: tuple[VerbId, ...]
    due: int
    source: tuple[str, ...]


def slots_of(verb: Verb) -> tuple[Slot, ...]:
    """What an action with this verb still needs, in order."""
    form = FORMS.get(verb.id)
    if form is None:
        return (Slot.PARTY,) if verb.parties else ()
    return tuple(Slot(field.name) for field in fields(form))


def action_text(action: Action) -> str:
    """The action as one line of words: its verb, then its fields in order."""
    if isinstance(action, Act):
        return action.verb if action.party is None else f"{action.verb} {action.party}"
    return " ".join([action.verb, *(_word(getattr(action, field.name)) for field in fields(action))])


@lru_cache(maxsize=1024)
def act_key(action: Action) -> str:
    """What counts as doing the same again: the verb and whom or what it is done to, not the details."""
    if isinstance(action, Act):
        return action_text(action)
    name = fields(action)[0].name if fields(action) else None
    return action.verb if name is None else f"{action.verb} {_word(getattr(action, name))}"


def _word(value: object) -> str:
    if isinstance(value, tuple):
        return "+".join(str(part) for part in value)
    return value.value if isinstance(value, Format) else str(value)


def parse_action(text: str) -> Action | None:
    """The action that :func:`action_text` wrote, or None if the words do not fit any."""
    verb, *words = text.split(" ")
    return build_action(VerbId(verb), tuple(words))


def build_action(verb: VerbId, words: tuple[str, ...]) -> Action | None:
    form = FORMS.get(verb)
    if form is None:
        return Act(verb, *map(PartyId, words)) if len(words) <= 1 else None
    slots = [Slot(field.name) for field in fields(form)]
    if len(slots) != len(words):
        return None
    values = [_value(slot, word) for slot, word in zip(slots, words, strict=True)]
    make: Callable[..., Action] = form
    return None if None in values else make(*values)


def _value(slot: Slot, word: str) -> object | None:
    if slot is Slot.FORMAT:
        return next((each for each in Format if each.value == word), None)
    if slot is Slot.TERMS:
        return parse_terms(word)
    if slot in (Slot.MEMBERS, Slot.TASKS):
        return tuple(word.split("+")) if word else ()
    return word


def parse_terms(word: str) -> tuple[Term, ...] | None:
    """``line=in-place+forces=low-ceiling`` as terms, or None."""
    pairs = [part.partition("=") for part in word.split("+")]
    if not all(clause and option for clause, _, option in pairs):
        return None
    return tuple(Term(ClauseId(clause), OptionId(option)) for clause, _, option in pairs)
