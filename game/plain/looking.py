"""Looking around the desk: parties, text, groups, leverage, cables. Nothing here costs time."""

from game.model.groups import Step
from game.model.ids import PartyId, Quantity
from game.plain.prompt import Item
from game.plain.sitting import Sitting
from game.play.past import past_of
from game.telling.courses import Chart, charts, course_lines, turn_by_turn, war_charts
from game.telling.dates import turn_dates
from game.telling.dossier import ClauseEstimate, Dossier, dossier, promises
from game.telling.estimates import worth_word
from game.telling.front import front_lines
from game.telling.groups import group_line, waits_for
from game.telling.ledger import say_reasons, say_shift, turn_changes
from game.telling.prose import in_prose, sentence
from game.telling.standing import say_next_signature, still_needed
from game.telling.tracks import track_line

_LEVERS = ("sanctions", "arms", "assistance", "intelligence", "backstop", "standing")


def look_at_party(sitting: Sitting) -> None:
    """One party's dossier after another, until the player steps back."""
    parties = tuple(sitting.scenario.parties)
    items = [
        Item(f"{sitting.names.tag(party)} {sitting.names.party(party)}, {sitting.names.formal(party)}")
        for party in parties
    ]
    while (chosen := sitting.prompt.choose(items, "Which party", back=True)) is not None:
        _show_dossier(sitting, dossier(sitting.session.view, sitting.names, parties[chosen]))


def _show_dossier(sitting: Sitting, words: Dossier) -> None:
    console = sitting.console
    title, *rest = words.header
    console.heading(title)
    console.lines((*rest, words.sign_today))
    console.say()
    past = past_of(sitting.session.match)
    console.lines(f"{label}: {level}{turn_by_turn(past, each)}." for label, level, each in words.levels)
    console.say()
    console.say("What each wording is worth to it, from 0 to 100, as far as we know. Heaviest clauses first.")
    for clause in words.clauses:
        _show_estimate(sitting, clause)
    for title, lines in (("Between us", words.promises), ("What it last told us", words.answers)):
        if lines:
            console.say()
            console.say(f"{title}:")
            console.lines(lines, 2)


def _show_estimate(sitting: Sitting, clause: ClauseEstimate) -> None:
    console = sitting.console
    console.say(f"{clause.title}: {clause.weight} % of what matters to it; {clause.basis}.", 2, 2)
    for option in sorted(clause.options, key=lambda each: -each.value):
        marks = [
            "says this in public" if option.public else "",
            "red line" if option.red_line else "",
            "stands in the text" if option.in_text else "",
        ]
        notes = "".join(f"; {mark}" for mark in marks if mark)
        worth = f"{option.value}, give or take {option.band} ({worth_word(option.value)})"
        console.say(f"{option.label}: {worth}{notes}", 6, 2)


def look_at_missing(sitting: Sitting) -> None:
    """What is to be signed next, and what still stands between the text and that."""
    view = sitting.session.view
    sitting.console.heading("What a signing conference still needs")
    sitting.console.lines(say_next_signature(view.stage))
    sitting.console.lines(still_needed(view) or ("Nothing is missing: it can be called.",), 2)


def look_at_groups(sitting: Sitting) -> None:
    """Who sits where, how far they are, and what each clause waits for."""
    console, view, names = sitting.console, sitting.session.view, sitting.names
    console.heading("Working groups")
    for group in sitting.scenario.groups:
        console.say(sentence(group_line(view, names, group)), 0, 2)
        if view.groups[group].convened:
            mine = [clause for clause in sitting.scenario.clauses.values() if clause.group == group]
            waits = [words for clause in mine if (words := waits_for(names, clause.id, view.text[clause.id]))]
            console.lines((sentence(words) for words in waits), 4)


def look_at_leverage(sitting: Sitting) -> None:
    """What is in force, what was promised, linked, given or threatened."""
    console, view, names = sitting.console, sitting.session.view, sitting.names
    console.heading("Leverage")
    for lever in map(Quantity, _LEVERS):
        if lever in view.known:
            console.say(f"{names.quantity(lever)}: {names.level(lever, view.known[lever])}.")
    console.say()
    console.say("Steps of normalisation:")
    console.lines((track_line(view, names, track) for track in sitting.scenario.tracks), 2)
    pledged = [line for party in sitting.scenario.parties for line in _pledges(sitting, party)]
    console.say()
    console.lines(pledged or ("No threat or promise is open.",))


def _pledges(sitting: Sitting, party: PartyId) -> list[str]:
    view, names = sitting.session.view, sitting.names
    steps = {key for key, state in view.tracks.items() if state.step is not Step.NONE}
    titles = {names.track(key) for key in steps}
    mine = [line for line in promises(view, names, party) if line.partition(":")[0] not in titles]
    return [f"{names.party(party)}: {in_prose(line)}" for line in mine]


def look_at_cables(sitting: Sitting) -> None:
    """This morning's cables again, or those of an earlier turn."""
    sitting.prompt.place = "cables"
    match = sitting.session.match
    records = [record for record in reversed(match.turns) if record.digest]
    items = [Item("This morning's, again")]
    items += [Item(f"Turn {record.turn}, {turn_dates(match.game.length, record.turn)}") for record in records]
    while (chosen := sitting.prompt.choose(items, "Which cables", back=True)) is not None:
        old = sitting.wire if chosen == 0 else sitting.cables(records[chosen - 1])
        sitting.wire = ()
        sitting.show_cables(old)


def look_at_changes(sitting: Sitting) -> None:
    """Every meter that moved in the last turn, with each of its causes."""
    record = sitting.session.last_turn()
    sitting.console.heading("What moved in the last turn, and why")
    for each in () if record is None else turn_changes(sitting.scenario, record):
        shift = say_shift(sitting.names, each.quantity, each.was, each.now)
        sitting.console.say(f"{shift}: {say_reasons(sitting.names, each.entries)}.", 0, 2)
    if record is None:
        sitting.console.say("No turn has been played yet.")


def look_at_front(sitting: Sitting) -> None:
    """The war beside the talks, in words, and how it has gone turn by turn."""
    session = sitting.session
    sitting.console.heading("The front")
    sitting.console.lines(front_lines(session.view, sitting.names, session.last_turn()))
    _show_charts(sitting, war_charts(past_of(session.match), sitting.names))


def look_at_curves(sitting: Sitting) -> None:
    """Whatever can be seen, turn by turn."""
    sitting.console.heading("Turn by turn")
    _show_charts(sitting, charts(past_of(sitting.session.match), sitting.names))


def _show_charts(sitting: Sitting, found: tuple[Chart, ...]) -> None:
    for title, lines in course_lines(found):
        sitting.console.say()
        sitting.console.say(f"{title}, as each turn began:")
        sitting.console.lines(lines, 2)
