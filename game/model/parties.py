"""The parties: what they weigh, what they say, what they would take, and what they may do of their own accord."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from game.model.cards import Effect
from game.model.expressions import Expr
from game.model.ids import ClauseId, MoveId, OptionId, PartyId, Quantity
from game.model.record import record


@dataclass(frozen=True, slots=True)
class Slope:
    """``(quantity - zero) * per_100 / 100`` hundredths of value, kept within ``low`` and ``high``."""

    quantity: Quantity
    per_100: int
    zero: int
    low: int
    high: int
    label: str


@dataclass(frozen=True, slots=True)
class RedLine:
    """An option that the party will not sign, unless its home room has reached ``room`` (None: never)."""

    clause: ClauseId
    option: OptionId
    room: int | None


@dataclass(frozen=True, slots=True)
class Synergy:
    """``amount`` hundredths when every listed clause stands at one of its listed options."""

    needs: Mapping[ClauseId, tuple[OptionId, ...]]
    amount: int
    label: str


@dataclass(frozen=True, slots=True)
class Personality:
    """0 to 100 each; 50 is even-tempered.

    ``pride``: how much slights harden it; ``candour``: how much of its reasons it tells; ``firmness``: how
    slowly it comes down; ``caution``: how much it stalls rather than answers.
    """

    pride: int
    candour: int
    firmness: int
    caution: int


@dataclass(frozen=True, slots=True)
class Move:
    """Something a party may do by itself. ``appeal`` runs roughly 0 to 100, from that party's own view."""

    id: MoveId
    party: PartyId
    title: str
    when: Expr
    appeal: Expr
    effects: tuple[Effect, ...]
    public: bool
    rest: int
    tags: tuple[str, ...]
    source: tuple[str, ...]
    text: str


Worths = Mapping[ClauseId, Mapping[OptionId, int]]
"""What every option of every clause is worth, in hundredths."""

_WHOLE: Final = 10_000


@record
class Profile:
    """What a party wants. Weights are in basis points and sum to 10,000; option values run 0 to 100.

    ``worths`` and ``counts`` say the same in hundredths, worked out when they are first asked for.
    ``base`` is the value of no deal before anything has happened, in hundredths. ``expects`` is the value, 0 to
    100, at which the party counts a clause that is not settled yet. ``concessions`` is the value, in hundredths,
    that its public can see given away before the text cannot be sold at home, at home room 0.
    """

    weights: Mapping[ClauseId, int]
    values: Mapping[ClauseId, Mapping[OptionId, int]]
    expects: Mapping[ClauseId, int]
    base: int
    hope: int
    concessions: int
    _worths: dict[int, Worths] = field(default_factory=dict, init=False, repr=False, compare=False)
    _counts: dict[ClauseId, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def worths(self, promised: Mapping[ClauseId, tuple[OptionId, ...]], trusted: int) -> Worths:
        """What every option of every clause is worth when promises are trusted at so many basis points.

        Which options rest on a promise is the scenario's to say, and so always the same.
        """
        worths = self._worths.get(trusted)
        if worths is None:
            rows = {clause: self._row(clause, options, trusted) for clause, options in promised.items()}
            worths = self._worths[trusted] = {**self._plain(), **rows}
        return worths

    def _plain(self) -> Worths:
        if _WHOLE not in self._worths:
            self._worths[_WHOLE] = {clause: self._row(clause, (), _WHOLE) for clause in self.weights}
        return self._worths[_WHOLE]

    def _row(self, clause: ClauseId, promised: tuple[OptionId, ...], trusted: int) -> Mapping[OptionId, int]:
        share, values = self.weights[clause], self.values[clause]
        row = {option: share * value // 100 for option, value in values.items()}
        for option in promised:
            row[option] = share * values[option] * trusted // (100 * _WHOLE)
        return row

    def counts(self) -> Mapping[ClauseId, int]:
        """What every clause counts at while it is not settled."""
        if not self._counts:
            self._counts.update({clause: self.weights[clause] * value // 100 for clause, value in self.expects.items()})
        return self._counts


@dataclass(frozen=True, slots=True, eq=False)
class Party:
    """A party as the scenario describes it; its :class:`Profile` is the prior around which the seed draws.

    Compared by identity, like the scenario that it belongs to.
    """

    id: PartyId
    name: str
    formal: str
    tag: str
    glyph: str
    belligerent: bool
    leaders_channel: bool
    prior: Profile
    red_lines: tuple[RedLine, ...]
    public: Mapping[ClauseId, OptionId]
    no_deal: tuple[Slope, ...]
    deal: tuple[Slope, ...]
    synergies: tuple[Synergy, ...]
    squeezed_by: tuple[Quantity, ...]
    personality: Personality
    moves: tuple[Move, ...]
    wants: str
    fears: str
