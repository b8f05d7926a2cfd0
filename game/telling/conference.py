"""The signing conference as a scene: the text clause by clause, then the parties one by one, then what came of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from game.model.clauses import Clause, ClauseState, Term
from game.model.events import Ask, ConferenceHeld, Event, PartyAnswered, QuantityChanged, Verdict
from game.model.ids import US, ClauseId, PartyId, Quantity
from game.model.ledger import Entry
from game.model.scenario import Stage
from game.model.world import World
from game.play.match import TurnRecord
from game.rules.apply import apply
from game.rules.ending import TRUCE_WEEKS
from game.rules.readiness import missing_detail
from game.telling.answers import say_answer
from game.telling.dispatches import say_conference
from game.telling.draft import agreed_words, detail_dots
from game.telling.ledger import can_read, say_entries
from game.telling.names import Names
from game.telling.prose import counted, exact, listing, sentence

_AT_ONCE: Final = frozenset(["conference-failed", "stage-reached"])


@dataclass(frozen=True, slots=True)
class PartySigns:
    """One party at the table. ``reasons`` and ``help`` as far as it tells them."""

    party: PartyId
    signs: bool
    headline: str
    quote: str
    reasons: tuple[str, ...]
    help: str | None


class Stance(Enum):
    """How a party listens to a clause that is read out."""

    AGREED = "has agreed"
    SILENT = "has not agreed"
    OVER = "settled over its head"
    STOPS = "stops here"
    NO_STAKE = "has no stake"


@dataclass(frozen=True, slots=True)
class ClauseRead:
    """A clause as it is read out. ``treaty`` is its wording in the text, ``detail`` three dots."""

    id: ClauseId
    title: str
    number: int
    treaty: str
    detail: str
    stances: tuple[tuple[PartyId, Stance], ...]


@dataclass(frozen=True, slots=True)
class ConferenceWords:
    """``clauses`` are read aloud first, one line each, and in full in ``read``; ``stops`` is the clause at which each
    unwilling party balks. ``missing`` is what a ready text would have had, ``costs`` what the outcome brings at once.
    """

    opening: str
    clauses: tuple[str, ...]
    read: tuple[ClauseRead, ...]
    parties: tuple[PartySigns, ...]
    stops: tuple[tuple[PartyId, ClauseId], ...]
    outcome: str
    missing: tuple[str, ...]
    costs: tuple[str, ...]
    signed: bool


def conference_words(names: Names, record: TurnRecord) -> ConferenceWords | None:
    """The conference of this turn; None if there was none."""
    found = ((at, event) for at, event in enumerate(record.events) if isinstance(event, ConferenceHeld))
    place, held = next(found, (0, None))
    if held is None:
        return None
    replies = [
        event for event in record.events[:place] if isinstance(event, PartyAnswered) and event.question.ask is Ask.SIGN
    ]
    stops = tuple(_stop(reply) for reply in replies if reply.answer.verdict is not Verdict.ACCEPT)
    halted = tuple((party, clause) for party, clause in stops if clause is not None)
    world = apply(record.first, record.events[:place])
    return ConferenceWords(
        opening=_opening(names, held),
        clauses=tuple(_clause_line(names, world, clause, halted) for clause in world.clauses),
        read=tuple(_read(names, world, clause, halted) for clause in world.clauses),
        parties=tuple(_party(names, reply, record.turn) for reply in replies),
        stops=halted,
        outcome=say_conference(names, held, record.first.turns),
        missing=tuple(_missing(names, world)),
        costs=tuple(_costs(names, held, record.events[place:])),
        signed=held.signature is not None,
    )


def _opening(names: Names, held: ConferenceHeld) -> str:
    what = "the final settlement" if held.stage is Stage.FINAL else "the framework agreement and a cease-fire"
    who = names.members(names.scenario.parties)
    return f"{who} sit down to sign {what}. The text is read out, clause by clause."


def _stop(reply: PartyAnswered) -> tuple[PartyId, ClauseId | None]:
    """The clause that weighs most against signing, if one does."""
    clause = next((reason.clause for reason in reply.answer.reasons if reason.clause is not None), None)
    return reply.question.party, clause


def _clause_line(names: Names, world: World, clause: ClauseId, halted: tuple[tuple[PartyId, ClauseId], ...]) -> str:
    state = world.clauses[clause]
    wording = "open" if state.option is None else names.option_in_prose(Term(clause, state.option))
    balks = [party for party, where in halted if where == clause]
    stop = f" Here {names.members(balks)} {'stops' if len(balks) == 1 else 'stop'}." if balks else ""
    return f"{names.number(clause)} {names.clause(clause)}: {wording}; {_backing(names, state)}.{stop}"


def _backing(names: Names, state: ClauseState) -> str:
    parts = [f"detail {exact(state.detail)} of 3"]
    if state.agreed:
        parts.append(agreed_words(names, state.agreed, state.private))
    if state.over:
        parts.append(names.over_heads(state.over))
    return listing(parts)


def _read(names: Names, world: World, clause: ClauseId, halted: tuple[tuple[PartyId, ClauseId], ...]) -> ClauseRead:
    state, spec = world.clauses[clause], names.scenario.clauses[clause]
    treaty = "" if state.option is None else spec.options[state.option].text.strip()
    stances = tuple((party, _stance(spec, state, party, (party, clause) in halted)) for party in names.scenario.parties)
    return ClauseRead(clause, spec.title, names.number(clause), treaty, detail_dots(state.detail), stances)


def _stance(spec: Clause, state: ClauseState, party: PartyId, stops: bool) -> Stance:
    if stops:
        return Stance.STOPS
    if party in state.over:
        return Stance.OVER
    if party in state.agreed:
        return Stance.AGREED
    return Stance.SILENT if party in spec.stakeholders else Stance.NO_STAKE


def _missing(names: Names, world: World) -> Iterator[str]:
    """How far the text fell short of what a conference asks."""
    for clause, short in missing_detail(names.scenario.clauses, world.clauses, world.stage).items():
        detail = world.clauses[clause].detail
        yield f"{names.clause(clause)}: detail {exact(detail)} of {exact(detail + short)}."


def _costs(names: Names, held: ConferenceHeld, after: Sequence[Event]) -> Iterator[str]:
    """What the mediator can see of what came of it at once."""
    moved = [event for event in after if isinstance(event, QuantityChanged) and event.cause.key in _AT_ONCE]
    shown = [event for event in moved if _is_shown(names, event.quantity)]
    entries = [Entry(event.quantity, event.now - event.was, event.cause) for event in shown]
    yield from (sentence(line) for line in say_entries(names, entries))
    if held.signature is None:
        yield "Each of the three now holds out for more."
    elif held.stage is Stage.FRAMEWORK:
        yield f"The guns fall silent. Nothing is settled until that has held for {counted(TRUCE_WEEKS, 'week')}."


def _is_shown(names: Names, quantity: Quantity) -> bool:
    """Meters that we can read; what we merely guess is said in words."""
    spec = names.scenario.quantities[quantity]
    return spec.unit == "meter" and can_read(spec, US)


def _party(names: Names, reply: PartyAnswered, turn: int) -> PartySigns:
    words = say_answer(names, reply.question, reply.answer, turn)
    return PartySigns(
        party=reply.question.party,
        signs=reply.answer.verdict is Verdict.ACCEPT,
        headline=words.headline,
        quote=words.quote,
        reasons=tuple(sentence(reason) for reason in words.reasons),
        help=words.help,
    )
