"""How the mediator went about it, in numbers: facilitating, formulating, manipulating.

After Touval and Zartman, and Bercovitch: a mediator carries what the parties say, gives talks and text a shape, or uses
its own weight. Which act counts as what is content.
"""

from collections.abc import Mapping

from game.debrief.course import turns_of
from game.model.cards import FREE, Cost
from game.model.events import ActionTaken
from game.model.ids import VerbId
from game.model.record import record
from game.play.match import Match


@record
class Style:
    """Acts by style in content's order, each with what they cost; and every act by its verb. ``other``: acts of no
    style, such as keeping order at home.
    """

    acts: Mapping[str, int]
    cost: Mapping[str, Cost]
    other: int
    verbs: Mapping[VerbId, int]
    public: int

    @property
    def total(self) -> int:
        return sum(self.acts.values())

    def share(self, style: str) -> int:
        """Percent of all acts that have a style, halves up."""
        return (200 * self.acts[style] + self.total) // (2 * self.total) if self.total else 0


def style_of(match: Match) -> Style:
    """Counted over acts that were carried out, not over plans."""
    scenario = match.game.scenario
    done = [event for record in turns_of(match) for event in record.events if isinstance(event, ActionTaken)]
    verbs: dict[VerbId, int] = {}
    for event in done:
        verbs[event.action.verb] = verbs.get(event.action.verb, 0) + 1
    styles = scenario.debrief.styles
    cost = dict.fromkeys(styles, FREE)
    for style, named in styles.items():
        for event in done:
            if event.action.verb in named:
                cost[style] = cost[style].plus(scenario.verbs[event.action.verb].cost)
    acts = {style: sum(verbs.get(verb, 0) for verb in named) for style, named in styles.items()}
    public = sum(event.seen is None for event in done)
    return Style(acts, cost, len(done) - sum(acts.values()), verbs, public)
