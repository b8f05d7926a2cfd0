"""Events in the making. A batch reads as if what it holds had already happened."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from game.model.cards import Effect
from game.model.clauses import LOCKED, ClauseState
from game.model.events import ClauseMoved, ClauseTurn, Event, GroupChanged, QuantityChanged
from game.model.groups import GroupState
from game.model.ids import US, ClauseId, GroupId, PartyId, Quantity
from game.model.ledger import EVERYBODY, Cause, Seen, Source
from game.model.world import Game, World
from game.rules.dice import below

BOUNDED = Cause(Source.RULE, "bounded")
_DETAIL = "detail."
_HOPE = "aspiration."


class Batch:
    """Collects the events of one step. Every change of a quantity goes through :meth:`shift`.

    ``read`` gives the level of a quantity (all are in ``levels``), ``clause`` where a clause stands.
    """

    __slots__ = ("_groups", "_specs", "_text", "clause", "events", "game", "levels", "read", "world")

    def __init__(self, game: Game, world: World) -> None:
        self.game = game
        self.world = world
        self.events: list[Event] = []
        self._specs = game.scenario.quantities
        self.levels = {**world.quantities}
        self._text = {**world.clauses}
        self._groups: dict[GroupId, GroupState] = {}
        self.read: Callable[[Quantity], int] = self.levels.__getitem__
        self.clause: Callable[[ClauseId], ClauseState] = self._text.__getitem__

    def add(self, event: Event) -> None:
        self.events.append(event)
        if isinstance(event, GroupChanged):
            self._groups[event.group] = event.now

    def group(self, group: GroupId) -> GroupState:
        return self._groups.get(group) or self.world.groups[group]

    def shift(self, quantity: Quantity, amount: int, cause: Cause, seen: Seen = EVERYBODY) -> None:
        """Change a quantity within its bounds. ``seen`` narrows who learns of it; its own sight is the widest."""
        spec, was = self._specs[quantity], self.levels[quantity]
        now = was + amount
        now = spec.low if now < spec.low else spec.high if now > spec.high else now
        if now == was:
            return
        self.levels[quantity] = now
        visible = spec.seen if seen is None else seen if spec.seen is None else _both(seen, spec.seen)
        self.events.append(QuantityChanged(quantity, was, now, cause, visible))
        if quantity.startswith(_HOPE) and (seen is None or US in seen):
            self.shift(Quantity("guess." + quantity[len(_HOPE) :]), amount, cause, (US,))

    def move(self, clause: ClauseId, turn: ClauseTurn, now: ClauseState, cause: Cause, seen: Seen = EVERYBODY) -> None:
        was = self._text[clause]
        if was == now:
            return
        self._text[clause] = now
        self.events.append(ClauseMoved(clause, turn, was, now, cause, seen))

    def work(self, clause: ClauseId, amount: int, cause: Cause) -> None:
        """Change a clause's detail, in hundredths of a point."""
        was = self.clause(clause)
        detail = max(0, min(LOCKED, was.detail + amount))
        if detail != was.detail:
            turn = ClauseTurn.WORKED if detail > was.detail else ClauseTurn.REOPENED
            self.move(clause, turn, with_detail(was, detail), cause)

    def take(self, effects: Iterable[Effect], cause: Cause, percent: int = 100, seen: Seen = EVERYBODY) -> None:
        """Carry out effects of content at ``percent`` of their size; a small effect is never scaled to nothing."""
        for effect in effects:
            amount = effect.low
            if effect.high != effect.low:
                spread = effect.high - effect.low + 1
                amount += below(spread, self.game.seed, "effect", self.world.turn, cause.key, effect.quantity)
            amount = scaled(amount, percent)
            if effect.quantity.startswith(_DETAIL):
                self.work(ClauseId(effect.quantity[len(_DETAIL) :]), amount, cause)
            else:
                self.shift(effect.quantity, amount, cause, seen)


def _both(seen: tuple[PartyId, ...], own: tuple[PartyId, ...]) -> Seen:
    return tuple([seat for seat in seen if seat in own])


def scaled(amount: int, percent: int) -> int:
    if percent == 100 or amount == 0:
        return amount
    size = max(1, (abs(amount) * percent + 50) // 100)
    return size if amount > 0 else -size


def with_detail(was: ClauseState, detail: int) -> ClauseState:
    return ClauseState(
        was.option, was.agreed, was.over, detail, was.blessed, was.tries, tabled=was.tabled, private=was.private
    )


@lru_cache(maxsize=256)
def rule(name: str) -> Cause:
    """The cause of a change made by a rule; its words are the scenario's."""
    return Cause(Source.RULE, name)
