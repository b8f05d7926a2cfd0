"""The stable ids of errors, each with a title, an explanation for authors, and an example that shows it.

E0xx reading the file · E1xx its shape · E2xx what it refers to · E3xx conditions and amounts.
An id keeps its meaning for good; a new fault takes a new id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CodeInfo:
    """``bad_example`` is a file with the fault, if written ``repeat`` times; empty if none can show it."""

    title: str
    explanation: str
    bad_example: str
    encoding: str = "utf-8"
    repeat: int = 1

    @property
    def bad_file(self) -> bytes:
        return (self.bad_example * self.repeat).encode(self.encoding)


GOOD_CARDS = """\
- id: readout-leaks
  title: The readout leaks
  when: turn >= 2
  weight: 3
  tags: [press]
  source: [C7]
  text: Two newspapers print the talking points of your last visit.
  choices:
    - id: own-it
      label: Confirm it
      effects: {trust.ukraine: +2, trust.russia: -4}
    - id: hunt
      label: Find the leak
      cost: {staff: 1}
      effects: {discipline: +8, congress: -3}
      sets: leak-hunt
- id: wrong-suspect
  title: The wrong suspect
  when: flag.leak-hunt
  tags: [press]
  source: [C7]
  text: The office that was searched turns out to be the wrong one.
  effects: {discipline: -3}
"""


def spoilt(good: str, bad: str) -> str:
    """The good cards with one passage spoilt."""
    return GOOD_CARDS.replace(good, bad, 1)


_READING = {
    "E001": CodeInfo(
        "not UTF-8",
        "Content files are UTF-8 text. A file saved in an older encoding loses its accents and dashes.",
        "- id: cafe\n  title: A walk to the café\n",
        encoding="cp1252",
    ),
    "E002": CodeInfo(
        "an alias or an anchor",
        "'&name' and '*name' copy parts of a YAML file. Content says everything where it stands. A text "
        "that begins with '*' or '&' needs quotes.",
        "- id: leak\n  tags: &press [press]\n- id: hunt\n  tags: *press\n",
    ),
    "E003": CodeInfo(
        "a tag",
        "'!name' gives a value a type of its own; content has none. A text that begins with '!' needs quotes.",
        "- id: leak\n  weight: !!int 3\n",
    ),
    "E004": CodeInfo(
        "a merge key",
        "'<<' pours one mapping into another. A few nested ones fill the memory of a computer, so none are read.",
        "- id: leak\n  <<: {once: true}\n",
    ),
    "E005": CodeInfo(
        "nested too deep",
        "Lists and mappings may stand inside one another up to 20 deep; no card needs half of that.",
        "- " + "[" * 21 + "]" * 21 + "\n",
    ),
    "E006": CodeInfo(
        "too many entries",
        "One file holds at most 50,000 keys and values. Split it by theme.",
        "- a\n",
        repeat=50_001,
    ),
    "E007": CodeInfo(
        "file too large",
        "One file holds at most one million bytes. Split it by theme.",
        "# a line of forty characters, and no more\n",
        repeat=25_000,
    ),
    "E008": CodeInfo(
        "a key appears twice",
        "Of two equal keys in one mapping the second would win without a word; so the first is kept and the "
        "second reported.",
        "- id: leak\n  title: A leak\n  title: The leak\n",
    ),
    "E009": CodeInfo(
        "a control, bidirectional or invisible character",
        "Such characters cannot be seen in an editor, and they can hide or reverse what a file says. They "
        "mostly come along with text copied from web pages and PDF files.",
        "- id: leak\n  title: A\u200b leak\n",
    ),
    "E010": CodeInfo(
        "a web page, not YAML",
        "The file is the page on which somebody shows the YAML file. Use the page's download or 'raw' link.",
        "<!DOCTYPE html>\n<html><body>press.yaml</body></html>\n",
    ),
    "E011": CodeInfo(
        "not YAML",
        "The line breaks the rules of YAML. Most often a text with ': ' in it needs quotes, a quote or a "
        "bracket is not closed, or a line is indented unlike its neighbours.",
        "- id: leak\n  title: The readout: a leak\n",
    ),
    "E012": CodeInfo(
        "file cannot be read",
        "The file is missing, is a folder, or may not be opened.",
        "",
    ),
    "E013": CodeInfo(
        "more than one document",
        "'---' begins another YAML document. A content file is one document.",
        "- id: leak\n---\n- id: hunt\n",
    ),
    "E014": CodeInfo(
        "a number too long",
        "Numbers have at most 15 digits. A longer one that is meant as text needs quotes.",
        "- id: leak\n  weight: 1234567890123456\n",
    ),
    "E015": CodeInfo(
        "a key that is no word",
        "Before the colon stands a word. A list or a mapping there is mostly a text with brackets or braces "
        "that lacks its quotes.",
        "- id: leak\n  {title}: The leak\n",
    ),
}

_SHAPE = {
    "E101": CodeInfo(
        "unknown field",
        "No field of this name belongs here. It may be misspelt, or indented under the wrong parent.",
        spoilt("effects:", "efects:"),
    ),
    "E102": CodeInfo("missing field", "A field that must be here is not.", spoilt("  title: The readout leaks\n", "")),
    "E103": CodeInfo(
        "wrong type",
        "Text stands where a number belongs, a single value where a list belongs, or the like. Numbers are "
        "whole; 1.5 is text, and so are yes, no and 12:30.",
        spoilt("staff: 1", "staff: one"),
    ),
    "E104": CodeInfo("not one of", "Only the words listed are allowed here.", spoilt("weight: 3", "once: maybe")),
    "E105": CodeInfo("out of range", "The number is lower or higher than is allowed here.", spoilt("-4", "-400")),
    "E106": CodeInfo("empty", "Something must stand here.", spoilt("title: The readout leaks", "title:")),
    "E107": CodeInfo(
        "text too long",
        "The text does not fit its place on a screen of 80 columns and 24 rows.",
        spoilt("Confirm it", "Confirm it " + "and brief everyone the same way " * 8),
    ),
    "E108": CodeInfo(
        "not an id",
        "An id has small letters, digits and hyphens, begins with a letter, and has no spaces.",
        spoilt("id: hunt", "id: Hunt the leak"),
    ),
    "E109": CodeInfo(
        "fields that exclude each other",
        "Of these fields only one may be given; each says what happens, and they would contradict each other.",
        spoilt("  choices:", "  effects: {tempo: +1}\n  choices:"),
    ),
    "E110": CodeInfo(
        "wrong number of entries",
        "The list has fewer or more entries than are allowed here.",
        spoilt("source: [C7]", "source: [C7, C1, C2, C3, C4, C5, C6, C8, C9, C10, C11, C12, C13]"),
    ),
    "E111": CodeInfo(
        "not a date",
        "A date is written year-month-day, such as 2025-12-03, and exists in the calendar.",
        spoilt("source: [C7]", "source: [C7]\n  as_of: 31 February"),
    ),
    "E112": CodeInfo(
        "numbers that do not add up",
        "Shares of a whole, such as the weights of a party, add up to 100.",
        "",
    ),
}

_REFERENCES = {
    "E201": CodeInfo("unknown quantity", "No quantity has this name.", spoilt("trust.ukraine: +2", "trust.ukrain: +2")),
    "E202": CodeInfo(
        "unknown card",
        "No card has this id in this scenario.",
        spoilt("sets: leak-hunt", "then: {card: wrong-suspects, in: 2..4}"),
    ),
    "E203": CodeInfo("unknown party", "No party has this id.", spoilt("turn >= 2", "refusals.rusia >= 2")),
    "E204": CodeInfo("unknown clause", "No clause of the text has this id.", spoilt("turn >= 2", "agreed.lines")),
    "E205": CodeInfo(
        "unknown option",
        "The clause has no option of this id.",
        spoilt("turn >= 2", "text.line.in-places"),
    ),
    "E206": CodeInfo(
        "unknown flag",
        "A condition reads a flag that no choice ever sets, so it is always off.",
        spoilt("when: flag.leak-hunt", "when: flag.leek-hunt"),
    ),
    "E207": CodeInfo("unknown source", "No claim or reference has this id.", spoilt("[C7]", "[C999]")),
    "E208": CodeInfo(
        "an id appears twice", "Two things of one kind have the same id.", spoilt("id: hunt", "id: own-it")
    ),
    "E209": CodeInfo(
        "unknown group or track",
        "No negotiating group and no bilateral track has this id.",
        spoilt("turn >= 2", "group.teritory"),
    ),
    "E210": CodeInfo(
        "unknown name in a condition",
        "Conditions know a closed list of names. A minus between two names needs a space on each side, as a "
        "hyphen may be part of a name.",
        spoilt("turn >= 2", "turns-turn < 2"),
    ),
    "E211": CodeInfo("unknown world", "No world of this scenario has this id.", ""),
    "E212": CodeInfo("unknown lens", "No lens has this id.", ""),
    "E213": CodeInfo("unknown action or move", "No action of the mediator and no move of a party has this id.", ""),
    "E214": CodeInfo("unknown tag", "Tags come from a closed list.", spoilt("[press]", "[pres]")),
    "E215": CodeInfo("missing file", "A file that every scenario needs is not in its folder.", ""),
    "E216": CodeInfo(
        "id unlike its folder or file",
        "The id of a scenario is the name of its folder; that of a party, a world or a lens is the name of its file.",
        "",
    ),
    "E217": CodeInfo(
        "a file that nothing reads",
        "Each kind of content has a folder or a file name of its own; this file has neither.",
        "",
    ),
    "E218": CodeInfo(
        "unknown rate, measure or list of bands",
        "The rules know no rate, an outcome no measure, or the scenario no list of bands of this name.",
        "",
    ),
    "E219": CodeInfo(
        "unknown placeholder",
        "A sentence may hold {clause}, {option} and a few others in braces, which the game replaces.",
        "",
    ),
    "E220": CodeInfo("unknown scenario", "No folder of this name lies among the scenarios.", ""),
    "E221": CodeInfo(
        "a link that leads nowhere",
        "Between '[[' and ']]' stands a headword of the glossary, a claim, or a kind and an id such as party:russia.",
        "",
    ),
    "E222": CodeInfo(
        "two headwords of one name",
        "A link could mean either. Headwords and their other forms differ in more than capitals and hyphens.",
        "",
    ),
}

_EXPRESSIONS = {
    "E301": CodeInfo(
        "not a condition",
        "A condition is made of whole numbers, names, + - *, < <= > >= == !=, and, or, not, and parentheses.",
        spoilt("turn >= 2", "turn => 2"),
    ),
    "E302": CodeInfo(
        "a decimal number",
        "Quantities are whole numbers, in conditions and in effects.",
        spoilt("turn >= 2", "turn >= 2.5"),
    ),
    "E303": CodeInfo(
        "a condition too deep or too long",
        "A condition has at most 50 levels of parentheses and operators and at most 1,000 characters.",
        spoilt("turn >= 2", "(" * 51 + "turn" + ")" * 51),
    ),
    "E304": CodeInfo(
        "two comparisons in a row",
        "'1 < turn < 5' means two comparisons; write them out: '1 < turn and turn < 5'.",
        spoilt("turn >= 2", "1 < turn < 5"),
    ),
    "E305": CodeInfo(
        "a range the wrong way round",
        "A range names the lower number first, such as 2..4 or -4..-2.",
        spoilt("sets: leak-hunt", "then: {card: wrong-suspect, in: 4..2}"),
    ),
    "E306": CodeInfo(
        "a number too long in a condition",
        "Numbers have at most 15 digits.",
        spoilt("turn >= 2", "turn >= 1234567890123456"),
    ),
}

ERRORS: Mapping[str, CodeInfo] = _READING | _SHAPE | _REFERENCES | _EXPRESSIONS
