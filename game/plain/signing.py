"""The signing conference as it goes: the text is read out, it is put to one party after another, then what follows."""

from game.plain.console import Console
from game.telling.conference import ConferenceWords, PartySigns
from game.telling.names import Names


def show_conference(console: Console, names: Names, scene: ConferenceWords) -> None:
    console.heading("The signing conference")
    console.say(scene.opening)
    console.say()
    for clause in scene.clauses:
        console.say(clause, 2, 2)
    console.say()
    console.say("The text has been read. It is put to one party after another.")
    for place, party in enumerate(scene.parties, 1):
        _show_answer(console, names, party, f"{place} of {len(scene.parties)}")
    _show_outcome(console, scene)


def _show_answer(console: Console, names: Names, party: PartySigns, place: str) -> None:
    console.say()
    console.say(f"{place}. The text is put to {names.party(party.party)}.")
    console.say(party.headline + (f" “{party.quote}”" if party.quote else ""), 2)
    console.lines((*party.reasons, *([party.help] if party.help else [])), 4)


def _show_outcome(console: Console, scene: ConferenceWords) -> None:
    console.say()
    console.say(f"All have answered. {scene.outcome}")
    console.lines(scene.costs, 2)
    if scene.missing and not scene.signed:
        console.say("What the text still lacked:", 2)
        console.lines(scene.missing, 4)
    console.say()
