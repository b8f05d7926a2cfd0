"""The turn as planned: the calendar, the acts queued, and what happens when it is sent."""

from textual.content import Content

from game.model.actions import Action
from game.play.forecast import Forecast
from game.play.pencil import before
from game.rules.options import verb_of
from game.telling.acts import say_action, say_cost
from game.telling.forecasts import forecast_words
from game.telling.ledger import say_amount
from game.telling.predictions import say_prediction
from game.telling.standing import still_needed
from game.tui.desk import Desk
from game.tui.widgets.marks import calendar, chance_bar, chance_words, named
from game.tui.widgets.rows import BLANK, Row, heading, note, row, soft_text, words

_LABEL = 11
_SCALE = 20
_BAND = 9


def plan_rows(desk: Desk) -> list[Row]:
    """What is planned, and what a signing conference still needs."""
    return [*planned_rows(desk), BLANK, *signing_rows(desk)]


def planned_rows(desk: Desk) -> list[Row]:
    """The calendar, and the acts that are queued with what is expected of them."""
    rows = calendar_rows(desk)
    rows.append(BLANK)
    if not desk.plan:
        rows.append(note("Nothing is planned yet. Press a for an act, Enter to send the turn."))
    for place, action in enumerate(desk.plan):
        cost = soft_text(free_or(say_cost(verb_of(desk.scenario, action).cost)))
        number = words((f"{place + 1} ", "bold $brass"))
        rows.append(row(say_action(desk.names, action), lead=number, right=cost, key=str(place)))
        rows += [note(say_prediction(desk.names, p), lead="  ") for p in desk.predictions if p.action == action]
    if desk.plan:
        order = "; , and . bring it forward or back in the order." if len(desk.plan) > 1 else "."
        rows.append(note(f"x takes the one you point at out again, u the last{order}"))
    return rows


def signing_rows(desk: Desk) -> list[Row]:
    missing = still_needed(desk.view)
    if not missing:
        return [heading("A signing conference can be called.")]
    return [heading("Before a signing conference"), *(note(reason, lead="• ") for reason in missing)]


def free_or(cost: str) -> str:
    """The cost in a list, where ``nothing`` would read oddly."""
    return "free" if cost == "nothing" else cost


def calendar_rows(desk: Desk) -> list[Row]:
    """What is left of the turn's places."""
    return [
        row(places, lead=soft_text(label.ljust(_LABEL))) for label, places in calendar(desk.view.calendar, desk.left)
    ]


def calendar_line(desk: Desk) -> Content:
    """The same on one line, for the head of a screen."""
    kinds = calendar(desk.view.calendar, desk.left)
    return Content("   ").join([words(soft_text(f"{label} "), places) for label, places in kinds])


def forecast_rows(desk: Desk, action: Action) -> list[Row]:
    """What the act may set off, what it costs and would probably bring, as far as the mediator can tell."""
    seen = desk.forecast(action)
    rows = [row((say_action(desk.names, action), "bold"))]
    rows += [row(warning, lead=words(("! ", "bold $caution"))) for warning in seen.warnings]
    rows += cost_rows(seen)
    rows += _chance_rows(desk, seen)
    rows += _effect_rows(desk, seen)
    return rows + _beyond_rows(desk, action, seen)


def cost_rows(seen: Forecast) -> list[Row]:
    rows = [row(say_cost(seen.cost), lead=soft_text("Cost".ljust(_LABEL)))]
    if seen.worn < 100:
        rows.append(row((f"{seen.worn} % of its effect left", "$caution"), lead=soft_text("Worn".ljust(_LABEL))))
    return rows


def _chance_rows(desk: Desk, seen: Forecast) -> list[Row]:
    if not seen.chances:
        return []
    rows = [BLANK, heading("Would they grant it?")]
    for chance in seen.chances:
        scale = chance_bar(chance.low, chance.high, _SCALE)
        band = words(scale, (chance_words(chance).rjust(_BAND), "bold"))
        rows.append(row(named(desk.names, chance.party), right=band))
    return rows


def _effect_rows(desk: Desk, seen: Forecast) -> list[Row]:
    if not seen.effects:
        return []
    rows = [BLANK, heading("What it does, as far as we can see")]
    for quantity, amount in seen.effects:
        spec = desk.scenario.quantities[quantity]
        good = spec.good * amount
        style = "$good" if good > 0 else "$bad" if good < 0 else "$ink"
        rows.append(row(desk.names.whole_quantity(quantity), right=(say_amount(spec, amount), f"bold {style}")))
    return rows


def _beyond_rows(desk: Desk, action: Action, seen: Forecast) -> list[Row]:
    """The sentences that follow cost, chances and effects: what is hidden, learnt, freed or risked."""
    told = forecast_words(desk.view, action, before(desk.plan, action))
    first = 1 + len(seen.chances) + bool(seen.effects)
    beyond = told[first : len(told) - len(seen.warnings)]
    return [BLANK, *(row(sentence) for sentence in beyond)] if beyond else []


def send_rows(desk: Desk) -> list[Row]:
    """What is about to be sent, and what stays unused."""
    rows = [
        row(say_action(desk.names, action), lead=words((f"{place + 1} ", "bold $brass")))
        for place, action in enumerate(desk.plan)
    ]
    rows = rows or [row("Nothing is planned: the turn passes without an act of yours.")]
    unused = say_cost(desk.left)
    if unused != "nothing":
        rows += [BLANK, note(f"Unused: {unused}.")]
    return rows
