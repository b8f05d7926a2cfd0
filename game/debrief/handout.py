"""Cards of a scenario for use in class: what each clause can say, and the events with their choices."""

from collections.abc import Iterator

from game.debrief.chapters import Block, Bullets, Chapter, Paragraph
from game.model.cards import Card
from game.model.scenario import Scenario
from game.telling.names import Names
from game.telling.orders import say_cost
from game.telling.prose import in_prose


def handout(scenario: Scenario) -> tuple[Chapter, ...]:
    """Clause cards, then event cards, each to be cut out."""
    about = (
        Paragraph("These cards are of a world that we wrote. They are no evidence about the war."),
        Paragraph(
            "Print single-sided and cut along the frames. The last line of an event card names its tags; cards that "
            "may distress somebody in the room can be left out."
        ),
    )
    clauses = tuple(_clauses(scenario))
    events = tuple(_event(scenario, card) for card in scenario.cards.values())
    return (
        Chapter("about", "How to use these", about),
        Chapter("clauses", "Clauses", (Paragraph("One card a clause, with the wordings that it can have."),)),
        *clauses,
        Chapter("events", "Events", (Paragraph("What may happen, and what may be done about it."),)),
        *events,
    )


def _clauses(scenario: Scenario) -> Iterator[Chapter]:
    names = Names(scenario)
    for key, clause in scenario.clauses.items():
        options = tuple(f"{option.label}: {' '.join(option.text.split())}" for option in clause.options.values())
        who = names.members(clause.stakeholders)
        blocks = (
            Paragraph(" ".join(clause.about.split())),
            Bullets(options, ordered=True),
            Paragraph(f"Has to be agreed by {who}.{' Officials need the leaders for it.' if clause.political else ''}"),
        )
        yield Chapter(f"clause-{key}", f"{names.number(key)} {clause.title}", blocks, part=True, sheet=True)


def _event(scenario: Scenario, card: Card) -> Chapter:
    blocks: list[Block] = [Paragraph(" ".join(card.text.split()))]
    if card.choices:
        blocks.append(Bullets(tuple(_choice(each.label, say_cost(each.cost)) for each in card.choices), ordered=True))
    else:
        blocks.append(Paragraph("News: nothing to decide."))
    told = [f"Sources: {', '.join(card.source)}" if card.source else "", f"as of {card.as_of}" if card.as_of else ""]
    told.append(f"tags: {', '.join(card.tags)}" if card.tags else "")
    last = "; ".join(filter(None, told))
    if last:
        blocks.append(Paragraph(f"{last}."))
    return Chapter(f"card-{card.id}", card.title, tuple(blocks), part=True, sheet=True)


def _choice(label: str, cost: str) -> str:
    return label if cost == "nothing" else f"{label} (costs {in_prose(cost)})"
