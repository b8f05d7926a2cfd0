"""What the briefing book holds beside its pages: headwords, what became of each claim, and the guide's script."""

from dataclasses import dataclass

from game.model.ids import ClauseId, GroupId, LengthId, OptionId, PartyId, VerbId, WorldId


@dataclass(frozen=True, slots=True)
class Headword:
    """A word of the glossary. ``also`` are other forms under which links find it, ``here`` says what it does in the
    game, ``see`` are targets of links as they stand between ``[[`` and ``]]``."""

    id: str
    word: str
    also: tuple[str, ...]
    text: str
    here: str
    see: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """What a claim became in the game. ``tests`` are experiments, each a policy and a world: ``late-start ripe``."""

    became: str
    tested: str
    tests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WantedAct:
    """An act of the mediator's; what is None may be anything."""

    verb: VerbId
    party: PartyId | None = None
    clause: ClauseId | None = None
    option: OptionId | None = None
    group: GroupId | None = None


@dataclass(frozen=True, slots=True)
class Until:
    """When a step of the guide is done; exactly one is set.

    ``at`` names places of which the player is in one, ``planned`` an act that stands in the plan or has been carried
    out, ``opened`` what the player has looked into, ``turn`` the turn that has been reached, ``acts`` how many acts the
    plan holds at least.
    """

    at: tuple[str, ...] | None = None
    planned: WantedAct | None = None
    opened: str | None = None
    turn: int | None = None
    acts: int | None = None


@dataclass(frozen=True, slots=True)
class GuideStep:
    """``press`` are keys, and texts to type, in the app; ``type`` are lines in line mode. Both lead to ``until``."""

    id: str
    say: str
    press: tuple[str, ...]
    type: tuple[str, ...]
    until: Until


@dataclass(frozen=True, slots=True)
class GuideScript:
    """A first turn told step by step, in a game of this world, length and seed."""

    world: WorldId
    length: LengthId
    seed: int
    steps: tuple[GuideStep, ...]
