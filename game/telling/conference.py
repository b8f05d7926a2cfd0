"""The signing conference as a scene: the text clause by clause, then the parties one by one, then what came of it."""

from dataclasses import dataclass

from game.model.clauses import ClauseState, Term
from game.model.events import Ask, ConferenceHeld, PartyAnswered, Verdict
from game.model.ids import ClauseId, PartyId
from game.model.scenario import Stage
from game.model.world import World
from game.play.match import TurnRecord
from game.rules.apply import apply
from game.telling.answers import say_answer
from game.telling.dispatches import say_conference
from game.telling.draft import agreed_words
from game.telling.names import Names
from game.telling.prose import exact, listing, sentence


@dataclass(frozen=True, slots=True)
class PartySigns:
    """One party at the table. ``reasons`` and ``help`` as far as it tells them."""

    party: PartyId
    signs: bool
    headline: str
    quote: str
    reasons: tuple[str, ...]
    help: str | None


@dataclass(frozen=True, slots=True)
class ConferenceWords:
    """``clauses`` are read aloud first, one line each; ``stops`` is the clause at which each unwilling party balks."""

    opening: str
    clauses: tuple[str, ...]
    parties: tuple[PartySigns, ...]
    stops: tuple[tuple[PartyId, ClauseId], ...]
    outcome: str
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
        parties=tuple(_party(names, reply, record.turn) for reply in replies),
        stops=halted,
        outcome=say_conference(names, held, record.first.turns),
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
        parts.append(f"over the head of {names.members(state.over)}")
    return listing(parts)


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
