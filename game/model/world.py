"""The state of one game: what was fixed at its start (:class:`Game`) and what changes (:class:`World`)."""

from collections.abc import Callable, Mapping
from dataclasses import field

from game.model.actions import Action
from game.model.cards import FREE, Cost
from game.model.clauses import ClauseState, Term
from game.model.groups import GroupState, TrackState
from game.model.ids import (
    CardId,
    ChoiceId,
    ClauseId,
    GroupId,
    MoveId,
    OptionId,
    PartyId,
    Quantity,
    TrackId,
    VerbId,
    WorldId,
)
from game.model.information import Insight
from game.model.parties import Party, Profile, Slope
from game.model.rates import Rates
from game.model.record import record
from game.model.scenario import Length, Scenario, Stage, WorldSpec
from game.model.verbs import action_text


@record
class Setup:
    """What a player chooses; with the same content, it determines the game up to the decisions taken in it.

    ``late``: weeks of war that pass before the first turn while nobody negotiates; the number of turns stays.
    ``minds`` names who plays a party's seat, in the scenario's order, where it is not the built-in controller.
    ``information`` is the mediator's level of it, empty if that is the usual one.
    """

    scenario: str
    world: WorldId
    length: str
    seed: int
    late: int = 0
    minds: tuple[tuple[PartyId, str], ...] = ()
    information: str = ""


Test = Callable[["World"], int]
"""Reads off a moment of a game what a name in content stands for there."""

Check = Callable[[Mapping[str, int]], int]
"""A condition or expression of content, ready to be asked about the facts of a moment, by their names."""


@record
class Rulebook:
    """The scenario's conditions and expressions, compiled once for all its games.

    The conditions of verbs are asked about what the mediator can see; ``verb_names`` reads the facts that they name,
    ``readers`` those that all others name.
    """

    card_when: Mapping[CardId, Check]
    card_weight: Mapping[CardId, Check]
    choice_when: Mapping[tuple[CardId, ChoiceId], Check]
    move_when: Mapping[MoveId, Check]
    move_appeal: Mapping[MoveId, Check]
    verb_when: Mapping[VerbId, Check]
    verb_names: Mapping[str, Test]
    readers: Mapping[str, Test]
    collapse: Check


@record
class Game:
    """A game as dealt: the world that holds and each party's private profile, both drawn by the seed.

    ``rates`` and ``slopes`` are the scenario's as the world that holds has them; ``insight`` is what the mediator's
    level of information makes of the rates of belief. Two games are equal when they were
    dealt alike, even from scenarios that were read twice.
    """

    setup: Setup
    scenario: Scenario = field(compare=False)
    length: Length
    truth: WorldSpec = field(compare=False)
    rates: Rates
    profiles: Mapping[PartyId, Profile]
    slopes: Mapping[PartyId, tuple[Slope, ...]]
    insight: Insight
    book: Rulebook = field(compare=False)

    @property
    def seed(self) -> int:
        return self.setup.seed

    @property
    def sealed(self) -> bool:
        return self.setup.world != self.truth.id

    def party(self, party: PartyId) -> Party:
        return self.scenario.parties[party]


@record
class Estimate:
    """What the mediator believes a clause's options are worth to a party, 0 to 100, give or take ``band``."""

    values: tuple[int, ...]
    band: int
    turn: int


@record
class Pledge:
    """A promise or a threat made to a party. ``due`` is the turn by which it must be carried out."""

    verb: VerbId
    party: PartyId
    threat: bool
    made: int
    due: int


@record
class Signature:
    """A text that was signed: when, what it said, and what each signatory gained (hundredths over its limit).

    ``imposed`` names the parties that signed below their limit or over a red line.
    """

    turn: int
    stage: Stage
    terms: tuple[Term, ...]
    surplus: Mapping[PartyId, int]
    imposed: tuple[PartyId, ...]


BeliefKey = tuple[PartyId, ClauseId]


@record
class Heard:
    """The last thing a party told the mediator about a clause. ``instead`` is what it named in return."""

    turn: int
    option: OptionId
    verdict: str
    instead: Term | None


@record
class World:
    """One moment of a game. Only :func:`game.rules.apply.apply` makes a new one.

    ``quantities`` keeps the scenario's order. ``acts`` and ``moves`` hold the turn in which a verb or move was
    last used; ``seen`` how often a card came; ``due`` the cards that a chain will bring, by turn; ``flags`` the
    turn in which each was set; ``refusals`` each party's refusals so far; ``acted`` this turn's actions and ``spent``
    what a card took from its calendar. ``truce`` counts the weeks for which a
    cease-fire has held, or is None.
    """

    turn: int
    turns: int
    season: str
    stage: Stage
    quantities: Mapping[Quantity, int]
    clauses: Mapping[ClauseId, ClauseState]
    groups: Mapping[GroupId, GroupState]
    tracks: Mapping[TrackId, TrackState]
    beliefs: Mapping[BeliefKey, Estimate]
    heard: Mapping[BeliefKey, Heard]
    acts: Mapping[str, int]
    moves: Mapping[MoveId, int]
    seen: Mapping[CardId, int]
    due: Mapping[CardId, int]
    flags: Mapping[str, int]
    refusals: Mapping[PartyId, int]
    acted: tuple[Action, ...] = ()
    spent: Cost = FREE
    pledges: tuple[Pledge, ...] = ()
    signed: tuple[Signature, ...] = ()
    barred_until: int = 0
    truce: int | None = None
    ending: str | None = None


def world_lines(world: World) -> list[str]:
    """The world as lines of text, one fact a line: the scenario's things in its order, memories sorted."""
    lines = [f"turn {world.turn} of {world.turns} {world.season}", f"stage {world.stage.name.lower()}"]
    lines += [f"{name} {value}" for name, value in world.quantities.items()]
    lines += [f"clause {clause} {clause_line(state)}" for clause, state in world.clauses.items()]
    lines += [f"group {group} {group_line(state)}" for group, state in world.groups.items()]
    lines += [
        f"track {track} {state.step.word} {state.clause or '-'} since {state.since} work {state.work}"
        for track, state in world.tracks.items()
    ]
    lines += [
        f"belief {party} {clause} {belief.values} +-{belief.band} turn {belief.turn}"
        for (party, clause), belief in world.beliefs.items()
    ]
    lines += [
        f"heard {party} {clause} {heard.option} {heard.verdict} {heard.instead or '-'} turn {heard.turn}"
        for (party, clause), heard in sorted(world.heard.items(), key=lambda item: item[0])
    ]
    return lines + _memory_lines(world)


def _memory_lines(world: World) -> list[str]:
    lines: list[str] = []
    for label, memory in (
        ("act", world.acts),
        ("move", world.moves),
        ("seen", world.seen),
        ("due", world.due),
        ("flag", world.flags),
        ("refusals", world.refusals),
    ):
        lines += [f"{label} {key} {value}" for key, value in sorted(memory.items())]
    lines += [f"acted {action_text(action)}" for action in world.acted]
    lines.append(f"spent {world.spent.president} {world.spent.envoys} {world.spent.staff}")
    for pledge in world.pledges:
        kind = "threat" if pledge.threat else "promise"
        lines.append(f"pledge {kind} {pledge.verb} {pledge.party} {pledge.made}-{pledge.due}")
    for signature in world.signed:
        terms = "+".join(map(str, signature.terms))
        surplus = " ".join(f"{party}:{value}" for party, value in signature.surplus.items())
        imposed = ",".join(signature.imposed) or "-"
        lines.append(f"signed {signature.turn} {signature.stage.name.lower()} {terms} {surplus} imposed {imposed}")
    lines.append(f"barred-until {world.barred_until}")
    lines.append(f"truce {'-' if world.truce is None else world.truce}")
    lines.append(f"ending {world.ending or '-'}")
    return lines


def clause_line(state: ClauseState) -> str:
    return (
        f"{state.option or '-'} agreed {','.join(state.agreed) or '-'} over {','.join(state.over) or '-'} "
        f"detail {state.detail} blessed {int(state.blessed)} tries {state.tries} tabled {int(state.tabled)} "
        f"private {','.join(state.private) or '-'}"
    )


def group_line(state: GroupState) -> str:
    if not state.convened:
        return f"- resumes {state.resumes}"
    return (
        f"{state.format.value} {','.join(state.members) or '-'} tasks {','.join(state.tasks) or '-'} "
        f"resumes {state.resumes}"
    )
