"""Where games that began alike part ways, in words."""

from collections.abc import Sequence

from game.debrief.chapters import Block, Chapter, Paragraph, Table
from game.debrief.findings import Findings
from game.debrief.partings import Decision, Own, Parting, letters, partings
from game.debrief.words.events import say_milestone
from game.model.events import ChoiceTaken
from game.play.match import Match
from game.telling.dispatches import say_choice
from game.telling.names import Names
from game.telling.orders import say_action
from game.telling.prose import counted, listing

_HOW = (
    "Two games go together until one of them decides otherwise for the first time: another choice on a card, other "
    "acts, or the same acts in another order. Every decision here was the mediator's; what the parties did otherwise "
    "followed from it, or from luck."
)


def parted(games: Sequence[tuple[str, Findings]]) -> Chapter:
    matches = [found.match for _, found in games]
    names = Names(matches[0].game.scenario)
    rows = tuple(_row(names, matches[each.game], each) for each in partings(matches))
    head = ("Game", "Turn", "Parts from", "What it decided that they did not", "What followed in that turn")
    table: Block = Paragraph("They never parted.")
    if rows:
        table = Table("Where each game leaves the others", head, rows, (1,))
    return Chapter("partings", "Where they part ways", (Paragraph(_HOW), table))


def _row(names: Names, match: Match, parting: Parting) -> tuple[str, ...]:
    others = listing([letters(each) for each in parting.others])
    return (
        letters(parting.game),
        str(parting.turn),
        others,
        _decided(names, parting),
        _followed(names, match, parting),
    )


def _decided(names: Names, parting: Parting) -> str:
    if not parting.own:
        return "Nothing that they did not decide as well: it left out something, or kept another order."
    return " · ".join(_own(names, parting, each) for each in parting.own)


def _own(names: Names, parting: Parting, own: Own) -> str:
    """``Tighten sanctions (unlike B)``, if others of them did it too."""
    some = f" (unlike {listing([letters(each) for each in own.without])})" if own.without != parting.others else ""
    return _decision(names, own.decision) + some


def _decision(names: Names, decision: Decision) -> str:
    """``Float to Kyiv: …``, or ``“Card”: choice``."""
    return say_choice(names, decision).rstrip(".") if isinstance(decision, ChoiceTaken) else say_action(names, decision)


def _followed(names: Names, match: Match, parting: Parting) -> str:
    after = "" if parting.after is None else say_milestone(names, match, parting.after)
    if not parting.answers:
        return after or "Nobody was asked anything."
    return f"{parting.accepted} of {counted(parting.answers, 'answer')} accepted. {after}".strip()
