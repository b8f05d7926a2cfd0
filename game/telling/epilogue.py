"""Which of content's closing lines are said of a finished game."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from game.model.clauses import DETAILED, ClauseState, Term, principle_agreed
from game.model.events import ConferenceHeld
from game.model.ids import ClauseId, OptionId, PartyId
from game.model.scenario import Stage
from game.model.world import Game, World
from game.play.match import Match
from game.rules.outcome import Outcome
from game.rules.trust import in_washington
from game.telling.names import Names

_AS_THEY_STOOD: Final = Term(ClauseId("line"), OptionId("in-place"))
_LEFT_IN_ORDER: Final = ("frozen", "white-house-leaves")
"""Endings without a signed text after which the drafts can be taken up again."""

_EXCHANGES: Final = ClauseId("humanitarian")


@dataclass(frozen=True, slots=True)
class _Close:
    """A finished game seen from its end."""

    game: Game
    world: World
    result: Outcome
    conferences: tuple[ConferenceHeld, ...]

    @property
    def signed(self) -> bool:
        return bool(self.world.signed)

    def declined(self, stage: Stage) -> tuple[PartyId, ...]:
        """Who did not sign when a conference for this stage last failed; nobody if none failed or one has succeeded."""
        if self.world.stage >= stage:
            return ()
        held = (event for event in self.conferences if event.stage is stage and event.signature is None)
        return next((event.declined for event in reversed(tuple(held))), ())

    @property
    def refused(self) -> tuple[PartyId, ...]:
        """Who stood in the way of the next stage when it was last to be signed."""
        return self.declined(Stage.FINAL if self.signed else Stage.FRAMEWORK)

    @property
    def mean_detail(self) -> int:
        """In hundredths, over all clauses."""
        return sum(state.detail for state in self.world.clauses.values()) // len(self.world.clauses)

    @property
    def headings(self) -> bool:
        """Whether some clause of the text is not worked out."""
        return any(state.detail < DETAILED for state in self.world.clauses.values())

    @property
    def line(self) -> OptionId | None:
        terms = self.world.signed[-1].terms if self.world.signed else ()
        return next((term.option for term in terms if term.clause == _AS_THEY_STOOD.clause), None)

    @property
    def exchange(self) -> ClauseState | None:
        """The clause on exchanges, if its principle is agreed."""
        state = self.world.clauses.get(_EXCHANGES, ClauseState())
        clause = self.game.scenario.clauses.get(_EXCHANGES)
        return state if clause is not None and principle_agreed(clause, state) else None

    @property
    def exchanged(self) -> bool:
        return self.exchange is not None and self.exchange.detail >= DETAILED

    @property
    def anything_agreed(self) -> bool:
        return any(state.agreed for state in self.world.clauses.values())

    @property
    def overruled(self) -> bool:
        """Whether a clause was settled over the head of the belligerent without the leaders' channel."""
        mine = [p.id for p in self.game.scenario.parties.values() if p.belligerent and not p.leaders_channel]
        return any(party in state.over for state in self.world.clauses.values() for party in mine)

    @property
    def outsiders(self) -> tuple[tuple[PartyId, ClauseState], ...]:
        """Those who do not fight, beside each clause of theirs that is agreed."""
        clauses = self.game.scenario.clauses.values()
        agreed = [each for each in clauses if principle_agreed(each, self.world.clauses[each.id])]
        outside = [party.id for party in self.game.scenario.parties.values() if not party.belligerent]
        return tuple(
            (party, self.world.clauses[clause.id])
            for clause in agreed
            for party in outside
            if party in clause.stakeholders
        )

    @property
    def everybody_in(self) -> bool:
        """Whether those who do not fight agreed to whatever was agreed and concerns them."""
        return all(party in state.agreed for party, state in self.outsiders)

    def trust(self, *, leaders: bool) -> int:
        """Trust in Washington of the belligerent with, or without, the leaders' channel."""
        found = (p for p in self.game.scenario.parties.values() if p.belligerent and p.leaders_channel == leaders)
        return next((self.world.quantities[in_washington(party.id)] for party in found), 50)


_SAID: Final[Mapping[str, Callable[[_Close], bool]]] = {
    "conference-failed": lambda end: not end.signed and bool(end.refused),
    "final-conference-failed": lambda end: end.signed and end.result.settled and bool(end.refused),
    "stopped-short": lambda end: end.result.ending == "frozen" and not end.refused,
    "line-kept": lambda end: end.line == _AS_THEY_STOOD.option,
    "line-moved": lambda end: end.line not in (None, _AS_THEY_STOOD.option),
    "europe-in": lambda end: end.signed and end.everybody_in,
    "europe-heard": lambda end: end.result.ending in _LEFT_IN_ORDER and bool(end.outsiders) and end.everybody_in,
    "europe-out": lambda end: end.anything_agreed and not end.everybody_in,
    "kyiv-overruled": lambda end: end.overruled,
    "detail-thin": lambda end: end.signed and end.mean_detail < DETAILED,
    "detail-part": lambda end: end.signed and end.mean_detail >= DETAILED and end.headings,
    "detail-full": lambda end: end.signed and end.mean_detail >= 250 and not end.headings,
    "exchange-done": lambda end: end.exchanged,
    "exchange-part": lambda end: end.exchange is not None and not end.exchanged,
    "exchange-not": lambda end: end.exchange is None,
    "trust-moscow-high": lambda end: end.trust(leaders=True) >= 45,
    "trust-kyiv-low": lambda end: end.trust(leaders=False) < 30,
    "alliance-strong": lambda end: end.result.measures["alliance"] >= 60,
    "alliance-weak": lambda end: end.result.measures["alliance"] < 40,
    "fighting-weeks-ended": lambda end: end.result.weeks_ended > 0,
}
"""When each line of content's epilogue is true of a game. Lines that content leaves out are not said."""


def closing_lines(match: Match, result: Outcome) -> tuple[str, ...]:
    """What is true of the finished game, in content's order."""
    lines = match.game.scenario.words.epilogue
    events = (event for record in match.turns for event in record.events)
    held = tuple(event for event in events if isinstance(event, ConferenceHeld))
    end = _Close(match.game, match.world, result, held)
    said = [text for key, text in lines.items() if key in _SAID and _SAID[key](end)]
    places = {"weeks": result.weeks_ended, "declined": Names(match.game.scenario).members(end.refused)}
    return tuple(text.format(**places).strip() for text in said)
