"""A turn begins: where things stand, what came of the last turn, the news, and the cards that want a choice."""

from collections.abc import Iterator, Mapping

from game.model.ids import US, Quantity
from game.model.scenario import QuantitySpec
from game.model.seats import CardDecision, ChooseCard
from game.plain.prompt import Item
from game.plain.saving import submit
from game.plain.signing import show_conference
from game.plain.sitting import Sitting
from game.play.forecast import sign_today
from game.play.match import TurnRecord
from game.rules.score import progress
from game.rules.sight import mediator_view
from game.telling.cards import ChoiceWords, card_words
from game.telling.conference import conference_words
from game.telling.dates import header
from game.telling.dossier import say_chance, sign_question
from game.telling.groups import capacity_words
from game.telling.ledger import say_shift
from game.telling.prose import in_prose
from game.telling.summaries import at_the_desk


def show_morning(sitting: Sitting) -> None:
    """Once a turn: the heading, the last turn's results, this morning's news, the standing of things."""
    view = sitting.session.view
    if sitting.shown == view.turn:
        return
    sitting.shown, sitting.wire = view.turn, ()
    sitting.take_up_plan()
    sitting.console.heading(header(view), "=")
    last = sitting.session.last_turn()
    if last is not None:
        show_results(sitting, last)
    news = tuple(cable for cable in sitting.cables(sitting.running()) if cable.kind == "card")
    if news:
        sitting.console.heading("This morning")
        sitting.show_cables(news)
    show_standing(sitting)


def show_results(sitting: Sitting, record: TurnRecord) -> None:
    """What came of a turn, but for the news with which it began."""
    sitting.console.heading(f"What came of turn {record.turn}")
    scene = conference_words(sitting.names, record)
    if scene is not None:
        show_conference(sitting.console, sitting.names, scene)
    sitting.show_cables(tuple(cable for cable in sitting.cables(record) if cable.kind != "card"))


def show_standing(sitting: Sitting) -> None:
    """Progress, the meters with their words, and who would sign today."""
    view, names, console = sitting.session.view, sitting.names, sitting.console
    console.heading("Where things stand")
    console.say(f"{_progress(sitting)}. Stage: {names.stage(view.stage)}.")
    meters = [_meter(sitting, each) for each, spec in sitting.scenario.quantities.items() if _is_ours(spec)]
    console.say(f"{'. '.join(meters)}. {capacity_words(view)}.", 0, 2)
    for party in sitting.scenario.parties:
        chance = sign_today(view, party)
        trust = names.level(Quantity(f"trust.{party}"), view.known[Quantity(f"trust.{party}")])
        signs = f"{in_prose(sign_question(view, 'it'))} {in_prose(say_chance(chance.low, chance.high))}"
        console.say(f"{names.tag(party)} {names.party(party)}: trust in us {trust}; {signs}.", 0, 2)


def _progress(sitting: Sitting) -> str:
    """``Progress 6 of 100 (was 0)``."""
    now, last = progress(sitting.session.view).total, sitting.session.last_turn()
    was = now if last is None else progress(mediator_view(sitting.session.match.game, at_the_desk(last))).total
    return f"Progress {now} of 100" + ("" if was == now else f" (was {was})")


def _is_ours(spec: QuantitySpec) -> bool:
    return spec.seen == (US,) and spec.unit == "meter"


def _meter(sitting: Sitting, quantity: Quantity) -> str:
    """``Patience fair, 60 (was 65)``."""
    names, now = sitting.names, sitting.session.view.known[quantity]
    last = sitting.session.last_turn()
    was = now if last is None else at_the_desk(last).quantities[quantity]
    before = "" if was == now else f" (was {was})"
    return f"{names.quantity(quantity)} {names.level(quantity, now)}{before}"


def take_card(sitting: Sitting, request: ChooseCard) -> None:
    """Show the card and take a choice; the last item tells the sources and asks again."""
    words = card_words(sitting.scenario, request.card, request.choices)
    console = sitting.console
    console.heading(f"On your desk: {words.title}")
    console.say(words.text)
    items = [
        Item(choice.label + (f" (takes {choice.cost})" if choice.cost else ""), _notes(choice))
        for choice in words.choices
    ]
    sitting.prompt.place = "card"
    sitting.prompt.help = ("Each choice shows what it visibly does, and an adviser's word on it.",)
    while (chosen := sitting.prompt.choose([*items, Item("Show the sources of this card")])) == len(items):
        console.lines(words.sources, 5)
    before = sitting.session.view.known
    if submit(sitting, CardDecision(request.choices[chosen or 0])):
        taken = [cable for cable in sitting.cables(sitting.running()) if cable.kind == "card"]
        sitting.show_cables(tuple(taken[-1:]))
        console.lines(_shifts(sitting, before), 5)


def _shifts(sitting: Sitting, before: Mapping[Quantity, int]) -> Iterator[str]:
    """What the choice did to our own meters, which were shown before it."""
    known = sitting.session.view.known
    for quantity, spec in sitting.scenario.quantities.items():
        if _is_ours(spec) and before[quantity] != known[quantity]:
            yield f"{say_shift(sitting.names, quantity, before[quantity], known[quantity])}."


def _notes(choice: ChoiceWords) -> tuple[str, ...]:
    return tuple(filter(None, (f"Does: {choice.effects}.", choice.advice)))
