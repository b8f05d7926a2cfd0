"""Putting acts into the plan: step by step, or typed in one line; each with its forecast before it is queued."""

from game.model.actions import Action
from game.model.ids import VerbId
from game.plain.expecting import remind
from game.plain.prompt import Item
from game.plain.sitting import Sitting
from game.rules.options import plan_refusals
from game.telling.acts import (
    VerbChoice,
    action_of,
    families,
    parse_typed,
    say_action,
    say_cost,
    slot_choices,
    slot_question,
    verb_choices,
    verb_refusal,
)
from game.telling.advisers import advice_lines, say_advice, say_standing
from game.telling.forecasts import forecast_words
from game.telling.learning import kept_for_later, shown_to_newcomers
from game.telling.predictions import SCALE, say_forecast_tally, say_tally
from game.telling.prose import counted, in_prose

_MOST_COMPLETIONS = 8


def act_by_steps(sitting: Sitting) -> None:
    """Heading, verb, object, option; 0 goes one step back at each."""
    while True:
        view = sitting.planning_view()
        headings = [each for each in families(view) if _shown_verbs(sitting, each[0])]
        later = 0 if sitting.everything else kept_for_later(view)
        more = [Item(f"Show all acts, {later} more")] if later else []
        items = [*(Item(label) for _, label in headings), *more]
        chosen = sitting.prompt.choose(items, "What kind", back=True)
        if chosen is None:
            return
        if chosen == len(headings):
            sitting.everything = True
        elif _choose_verb(sitting, headings[chosen][0]):
            return


def _shown_verbs(sitting: Sitting, family: str) -> list[VerbChoice]:
    """The acts under a heading; for a newcomer those that are for the turn."""
    view = sitting.planning_view()
    found = verb_choices(view, family)
    return [each for each in found if sitting.everything or shown_to_newcomers(view, each.verb)]


def _choose_verb(sitting: Sitting, family: str) -> bool:
    """Whether the player is through with acting for now."""
    verbs = _shown_verbs(sitting, family)
    items = [Item(f"{verb.label} (costs {verb.cost})", (verb.about,), verb.refusal) for verb in verbs]
    while (chosen := sitting.prompt.choose(items, "Which act", back=True)) is not None:
        action = _choose_slots(sitting, verbs[chosen].verb)
        if action is not None:
            consider(sitting, action)
            return True
    return False


def _choose_slots(sitting: Sitting, verb: VerbId) -> Action | None:
    """Fill the verb's slots one by one; None if the player steps back before the first.

    A slot that leaves no choice is filled without asking.
    """
    view, words = sitting.session.view, list[str]()
    asked: list[int] = []
    while offered := slot_choices(view, verb, tuple(words)):
        if len(offered) == 1 and offered[0].refusal is None:
            words.append(offered[0].word)
            continue
        items = [Item(each.label, (each.note,) if each.note else (), each.refusal) for each in offered]
        chosen = sitting.prompt.choose(items, slot_question(view, verb, tuple(words)).rstrip("?"), back=True)
        if chosen is not None:
            asked.append(len(words))
            words.append(offered[chosen].word)
        elif asked:
            del words[asked.pop() :]
        else:
            return None
    return action_of(sitting.scenario.verbs[verb], tuple(words))


def act_in_words(sitting: Sitting, typed: str) -> None:
    """One typed line: an act to consider. What it lacks is asked for until the act is complete or let be."""
    while True:
        read = parse_typed(sitting.scenario, typed)
        if read.action is not None:
            consider(sitting, read.action)
            return
        closed = None if read.verb is None else verb_refusal(sitting.planning_view(), read.verb)
        if read.verb is not None and closed is not None:
            sitting.console.say(f"{sitting.names.verb(read.verb)} is not to be had now: {in_prose(closed)}")
            return
        sitting.console.say(read.problem or "That is not an act.")
        if len(read.completions) > _MOST_COMPLETIONS:
            sitting.console.say("You could type: " + "; ".join(read.completions[:_MOST_COMPLETIONS]) + " ...", 2, 2)
            return
        chosen = sitting.prompt.choose([Item(each) for each in read.completions], "Which of these", back=True)
        if chosen is None:
            return
        typed = read.completions[chosen]


def consider(sitting: Sitting, action: Action) -> None:
    """Show what the act would bring, and queue it if the player wants to."""
    view, console = sitting.session.view, sitting.console
    console.say()
    console.say(f"{say_action(sitting.names, action)}.")
    reasons = plan_refusals(view, (*sitting.plan, action))
    if reasons:
        before = " What is planned counts only once it has been carried out." if sitting.plan else ""
        console.lines((f"It cannot be planned now.{before}", *reasons), 2)
        return
    console.lines(forecast_words(view, action, tuple(sitting.plan)), 2)
    if sitting.prompt.choose([Item("Put it into the plan"), Item("Leave it")]) == 0:
        sitting.put((*sitting.plan, action))
        planned = counted(len(sitting.plan), "act")
        console.say(f"Planned: {planned} so far. Left of the calendar: {say_cost(sitting.left())}.")
        remind(sitting)


def ask_advisers(sitting: Sitting) -> None:
    """What the advisers would do now, each with its record; a number puts an act before the player."""
    console, view = sitting.console, sitting.session.view
    console.heading("The advisers")
    console.say("They look ahead from what we know, and can be wrong as we can.")
    while advice := sitting.session.advice():
        items = [Item(say_advice(view, each)) for each in advice]
        chosen = sitting.prompt.choose([*items, Item("How far they were right")], "Which advice", back=True)
        if chosen is None:
            return
        if chosen < len(advice):
            consider(sitting, advice[chosen].action)
        else:
            show_records(sitting)
    console.lines(advice_lines(view, ()))


def show_records(sitting: Sitting) -> None:
    """How far the advisers, the forecasts and the player were right."""
    session = sitting.session
    sitting.console.lines(map(say_standing, session.standings()), 2)
    tallies = (say_forecast_tally(session.forecast_tally()), say_tally("Your predictions", session.own_tally()), SCALE)
    sitting.console.lines(tallies, 2)
