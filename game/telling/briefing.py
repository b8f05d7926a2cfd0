"""The pages of the briefing book, as content has them."""

from dataclasses import dataclass

from game.model.ids import WorldId
from game.model.scenario import Length, Scenario
from game.model.world import Setup
from game.telling.dates import turn_dates
from game.telling.names import Names
from game.telling.prose import DASH, counted, exact, in_prose, listing, sentence


@dataclass(frozen=True, slots=True)
class Page:
    """``body`` is in the small Markdown of the content: headings, bold words, lists."""

    id: str
    title: str
    body: str


def pages(scenario: Scenario) -> tuple[Page, ...]:
    """All pages in their order; the first is what a player reads before the first turn."""
    return tuple(_page(key, scenario.words.briefing[key]) for key in sorted(scenario.words.briefing))


def _page(key: str, text: str) -> Page:
    heading, _, body = text.strip().partition("\n")
    title = heading.lstrip("# ").strip() if heading.startswith("#") else key
    return Page(key, title, body.strip() if heading.startswith("#") else text.strip())


def say_start(scenario: Scenario, length: Length) -> tuple[str, ...]:
    """How a game of this length begins: its calendar and what has been set up."""
    names = Names(scenario)
    first = " ".join(turn_dates(length, 1).replace(DASH, " to ").split())
    groups = [in_prose(names.group(group)) for group in length.convened]
    ready = [f"{names.short(clause)} {exact(detail)}" for clause, detail in length.detail.items() if detail]
    lines = [f"{counted(length.turns, 'turn')} of {counted(length.weeks, 'week')}, the first from {first}."]
    lines.append(f"Groups that sit already: {listing(groups)}." if groups else "No group sits yet.")
    if ready:
        lines.append(sentence(f"Detail prepared, of 3: {', '.join(ready)}"))
    return tuple(lines)


def say_minds(scenario: Scenario, setup: Setup) -> tuple[str, ...]:
    """Who plays the parties, where it is not the built-in mind."""
    return tuple(f"{scenario.parties[seat].name} is played by the mind '{name}'." for seat, name in setup.minds)


def say_information(scenario: Scenario, setup: Setup) -> tuple[str, ...]:
    """How well the mediator is informed, where that is not as usual."""
    level = scenario.informed(setup.information)
    return (f"Information: {in_prose(level.label)}. {level.about.strip()}",) if setup.information else ()


def say_world(scenario: Scenario, world: WorldId) -> str:
    spec = scenario.worlds.get(world)
    if spec is None:
        return "One of the worlds, drawn by the seed; you learn which when the game is over."
    return spec.about.strip()
