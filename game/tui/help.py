"""What ``?`` says about each screen, and the keys that work everywhere."""

from collections.abc import Mapping
from typing import Final

HERE: Final[Mapping[str, tuple[str, str]]] = {
    "title": (
        "The title",
        "Go on with your last game, begin a new one, or open any that you have saved. Every decision is saved the "
        "moment you take it, so you can leave at any time.",
    ),
    "new": (
        "A new game",
        "Length decides how many turns the year has, the world what is true about the war. In a sealed game you learn "
        "the world only at the end. Information decides how much you know of the parties at the start and how exact it "
        "is, and changes nothing about them. The seed fixes what the parties privately want: the same seed and the "
        "same decisions make the same game.",
    ),
    "briefing": (
        "The briefing",
        "Who you are, what you can do, what is not on the table, and how this game begins. It is in the briefing book "
        "as well.",
    ),
    "room": (
        "The situation room",
        "Read the cables, look at parties and text, then plan the turn: press a for each act, up to what the calendar "
        "holds, and Enter to send it. Acts are carried out in their order, which comma and full stop change. Nothing "
        "happens before you send. R takes a whole turn back (the game is then "
        "marked as explored). With w, or a click on a meter in the head of the screen, you learn why it stands where "
        "it does.",
    ),
    "act": (
        "Choosing an act",
        "Choose what to do, to whom, and how; letters narrow each list, digits take one of the first nine, Backspace "
        "goes a step back. You can also type the whole act in one line. Beside the list stands what the act may set "
        "off, what it costs and what is likely to come of it; of an act that is not to be had now, why not. A chance "
        "is given as a band, because we do not know what the party truly wants.",
    ),
    "advisers": (
        "The advisers",
        "Four advisers look ahead from what we know, each with what it cares for most, and each can be wrong. A number "
        "plans what one of them says. A record counts how often its advice, when you followed it, went as it had said.",
    ),
    "card": (
        "An event",
        "Something has happened that needs your decision. Each choice shows what it costs and what can be foreseen. "
        "With Esc you can look around the situation room first; the event waits.",
    ),
    "parties": (
        "Dossiers",
        "For every clause: what the party says in public, and the range in which we believe each wording's worth to "
        "it lies, from 0 to 100. Soundings narrow a range; time widens it. A red line is an option it will not sign.",
    ),
    "text": (
        "The text",
        "Words in dispute stand in brackets, marked with who wants them. Three dots show how far officials have "
        "worked a clause out; an exclamation mark says that only leaders can carry it further. Beside it, for the "
        "clause that you point at: what each wording would be worth to every party, as far as we know, whether it "
        "would take it now, what it has said of it, and what the clause has been through. With w you try other "
        "wordings on a scratch copy; with e the draft is written to a file.",
    ),
    "bench": (
        "What if?",
        "A scratch copy of the text. Try other wordings, with the arrows or by number, and see how far each party "
        "would be over or short of what it signs for, as far as we know. Nobody hears of it. With p the differences "
        "go on the plan: as a package where groups sit, else to their tables, else with an envoy; r clears the copy.",
    ),
    "groups": (
        "Working groups",
        "Groups make detail. Parallel ones need an envoy to shuttle between them; united ones are faster, need trust "
        "and can break up. A stakeholder who is left out will not ratify; a guest without a stake slows the work.",
    ),
    "meters": (
        "Meters",
        "How high everything stands that we can see, and turn by turn what moved it, with the amounts that make up "
        "each change. A cause that a party keeps to itself appears as something we cannot see.",
    ),
    "leverage": (
        "Leverage",
        "What is in force, what has been promised or threatened, and which steps of normalisation are linked to a "
        "clause. A threat that nothing follows costs credibility; so does a promise that is not kept.",
    ),
    "front": (
        "The front",
        "A sketch of where the line runs and what has changed hands, to scale in size and not in place. The "
        "heavier the fighting, the more marks on the line; each lamp is a twentieth of the energy grid. Nothing here "
        "can be spent or bought. On the right stands what the war does, in words and turn by turn.",
    ),
    "curves": (
        "Curves",
        "How what you can see has gone from turn to turn, each curve named where it ends, with its last value in "
        "words. What a party holds out for is our guess at the time, and a guess can be wrong.",
    ),
    "cables": (
        "Cables",
        "Everything that was reported, the newest turn first. Type to search; Enter opens why a line came about.",
    ),
    "morning": (
        "Morning cables",
        "What the turn brought. On the right stands every meter that moved, with the amounts that make up the change. "
        "What a party keeps to itself appears as something we cannot see.",
    ),
    "conference": (
        "The signing conference",
        "A party signs if the text serves it better than no text, crosses none of its red lines and can be sold at "
        "home. If one declines, the conference has failed.",
    ),
    "ending": (
        "The end",
        "What became of your effort. The measures describe the result; a lens is one judgement of what they are worth.",
    ),
    "settings": (
        "Settings",
        "Enter, Space or an arrow gives the next value; everything takes effect at once and is kept for the next time. "
        "What the command line said holds for this run. Keys are changed in the file itself, under [keys].",
    ),
    "debrief": (
        "The debrief",
        "What happened, why, and what it does not prove, in sections. Enter or → goes into a section; there → and ← go "
        "from link to link, and Enter opens the briefing book at one. With e or m the whole of it is written to a file "
        "beside the save.",
    ),
    "saves": (
        "Saved games",
        "All your games, the latest first. Enter goes on with one; a finished game opens at its end. With r a game is "
        "read again turn by turn, and can be left at any of its turns for another way.",
    ),
    "replay": (
        "Replay",
        "A game turn by turn. Once it is over you can also read what each party saw and knew, and everything from "
        "above. With b a new game begins at the start of the turn you are reading; the old one stays as it is.",
    ),
}

EVERYWHERE: Final = (
    ("↑, ↓", "Move, or scroll"),
    ("Page up, Page down", "Scroll by a page"),
    ("Home, End", "To the first or the last line"),
    ("Tab, Shift+Tab", "From pane to pane"),
    ("Enter", "Choose, send, go on; y too where there is a question"),
    ("Esc", "Back; n too where there is a question"),
    ("?, F1", "Help for the screen you are on, and the briefing book"),
    ("F2", "Another theme"),
    ("Ctrl+P", "Say what to do: an act in words, or a place to go to"),
    ("Ctrl+Q", "Leave; every decision is already saved"),
)
"""(keys, what they do), in every screen."""
