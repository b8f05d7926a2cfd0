"""How a mediator's controller reads its own view: what to aim at, who would grant it, what is missing."""

from collections.abc import Mapping
from functools import lru_cache

from game.model.clauses import LOCKED, Clause, Term, principle_agreed
from game.model.groups import GroupState
from game.model.ids import ClauseId, GroupId, OptionId, PartyId
from game.model.scenario import Scenario
from game.model.views import MediatorView, PartyView
from game.rules.groups import clauses_of_groups, most_detail
from game.rules.hearing import as_heard
from game.rules.negotiate import Scales
from game.rules.readiness import needed_detail
from game.rules.sight import suppose

_LOYALTY = 400
"""How much better another option must look before the text is changed."""

_SURE = 6
_BENEFIT_OF_DOUBT = 35
"""What each point of a band beyond a sounding's adds to a believed margin: rumour paints parties too stiff."""

_CROSSED = -5000
"""The margin that a red line counts as."""

_WILLING = 120
"""A believed margin beyond which more willingness makes an option no better."""


_GLAD = 10_000
"""The same for a clause that is had by itself: there the text as a whole is no reason to stop at willing."""


@lru_cache(maxsize=8)
def shut_options(scenario: Scenario) -> Mapping[ClauseId, tuple[OptionId, ...]]:
    """The options that are some party's red line whatever happens."""
    shut: dict[ClauseId, tuple[OptionId, ...]] = {}
    for party in scenario.parties.values():
        for line in party.red_lines:
            if line.room is None:
                shut[line.clause] = (*shut.get(line.clause, ()), line.option)
    return shut


class Reading:
    """One turn's reading of the view; the scales of the parties are supposed once."""

    __slots__ = ("_aims", "_all", "_margins", "_scales", "_unsettled", "view")

    def __init__(self, view: MediatorView) -> None:
        self.view = view
        self._scales: dict[PartyId, Scales] = {}
        self._all: list[Scales] = []
        self._margins: dict[tuple[PartyId, ClauseId], Mapping[OptionId, int]] = {}
        self._aims: dict[ClauseId, OptionId] = {}
        self._unsettled: list[Clause] | None = None

    def scales(self, party: PartyId) -> Scales:
        scales = self._scales.get(party)
        if scales is None:
            scales = self._scales[party] = Scales(suppose(self.view, party))
        return scales

    def supposed(self, party: PartyId) -> PartyView:
        return self.scales(party).view

    def margin(self, party: PartyId, term: Term) -> int:
        """The believed margin by which the party would grant the term; a red line counts as far below."""
        return self._margins_of(party, term.clause)[term.option]

    def _margins_of(self, party: PartyId, clause: ClauseId) -> Mapping[OptionId, int]:
        key = (party, clause)
        margins = self._margins.get(key)
        if margins is None:
            margins = self._margins[key] = self._believed(party, clause)
        return margins

    def _believed(self, party: PartyId, clause: ClauseId) -> Mapping[OptionId, int]:
        scales, heard = self.scales(party), self.view.heard.get((party, clause))
        doubt = max(0, self.view.beliefs[party, clause].band - _SURE) * _BENEFIT_OF_DOUBT
        margins = {**scales.margins(clause)}
        if doubt:
            margins = {option: margin + doubt for option, margin in margins.items()}
        if heard is not None:
            said = Term(clause, heard.option)
            margins[said.option] = as_heard(self.view, party, said, margins[said.option])
        for option in scales.red_lines(clause):
            margins[option] = _CROSSED
        return margins

    def safe(self, clause: Clause, term: Term, enough: int) -> bool:
        """Whether every stakeholder would grant the term with so much to spare, without the benefit of any doubt."""
        state = self.view.text[clause.id]
        agreed = state.agreed if state.option == term.option else ()
        asked = [party for party in clause.stakeholders if party not in agreed]
        return all(min(self.margin(party, term), self.scales(party).margin(term)) >= enough for party in asked)

    def aim(self, clause: Clause) -> Term:
        """The option to work for: willingly taken by all if there is one, and then best for the worst-off."""
        if clause.id not in self._aims:
            self._aims[clause.id] = self._best_option(clause)
        return Term(clause.id, self._aims[clause.id])

    def _best_option(self, clause: Clause) -> OptionId:
        state = self.view.text[clause.id]
        shut = shut_options(self.view.scenario).get(clause.id, ())
        best, willing, comfort = next(iter(clause.options)), -10_000, 0
        most = _WILLING if not clause.separable else _GLAD
        asked = [self._margins_of(party, clause.id) for party in clause.stakeholders]
        left = [(each.surplus - each.counted[clause.id], each.worths[clause.id]) for each in self._everybody()]
        for option in clause.options:
            if option in shut:
                continue
            if option == state.option and not self._unwanted(clause, option):
                least = min(most, self._least(clause, option) + _LOYALTY)
            else:
                least = min([most, *[margins[option] for margins in asked]])
            if least < willing:
                continue
            worst_off = min([without + worths[option] for without, worths in left])
            if least > willing or worst_off > comfort:
                best, willing, comfort = option, least, worst_off
        return best

    def _unwanted(self, clause: Clause, option: OptionId) -> bool:
        """Whether some stakeholder's last word on the clause was a no to just this option."""
        heard = [self.view.heard.get((party, clause.id)) for party in clause.stakeholders]
        return any(each is not None and each.option == option and each.verdict != "accept" for each in heard)

    def _everybody(self) -> list[Scales]:
        if not self._all:
            self._all = [self.scales(party) for party in self.view.scenario.parties]
        return self._all

    def least(self, clause: Clause, term: Term) -> int:
        """The believed margin of the least willing stakeholder that has not agreed to the term yet; 0 if all have."""
        return self._least(clause, term.option)

    def _least(self, clause: Clause, option: OptionId) -> int:
        state = self.view.text[clause.id]
        agreed = state.agreed if state.option == option else ()
        asked = [party for party in clause.stakeholders if party not in agreed]
        return min([self._margins_of(party, clause.id)[option] for party in asked], default=0)

    def agreed(self, clause: Clause) -> bool:
        return principle_agreed(clause, self.view.text[clause.id])

    def unsettled(self) -> list[Clause]:
        if self._unsettled is None:
            self._unsettled = [clause for clause in self.view.scenario.clauses.values() if not self.agreed(clause)]
        return self._unsettled

    def needed_detail(self, clause: Clause) -> int:
        """What the next conference asks of the clause."""
        return needed_detail(clause, self.view.stage)

    def work(self, group: GroupId) -> tuple[ClauseId, ...]:
        """The group's clauses that still need detail and can take it as they stand, the least advanced first."""
        found = [
            clause
            for clause in self._clauses(group)
            if self._detail(clause) < min(self.needed_detail(clause), self._most(clause))
        ]
        found.sort(key=lambda clause: self._detail(clause) - self.needed_detail(clause))
        return tuple(clause.id for clause in found)

    def _clauses(self, group: GroupId) -> tuple[Clause, ...]:
        return clauses_of_groups(self.view.scenario)[group]

    def _detail(self, clause: Clause) -> int:
        return self.view.text[clause.id].detail

    def _most(self, clause: Clause) -> int:
        return most_detail(clause, self.view.text[clause.id])

    def done(self, group: GroupId) -> bool:
        """Whether the group has nothing left to do for the next conference."""
        return all(
            self._detail(clause) >= self.needed_detail(clause) and self.agreed(clause)
            for clause in self._clauses(group)
        )

    def finished(self, group: GroupId) -> bool:
        """Whether officials can do nothing more at all on the group's clauses."""
        return all(self._detail(clause) >= LOCKED for clause in self._clauses(group))

    def sitting(self) -> dict[GroupId, GroupState]:
        return {group: state for group, state in self.view.groups.items() if state.convened}
