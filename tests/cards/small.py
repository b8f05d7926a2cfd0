"""A whole scenario in a few lines: two parties, two clauses, and the cards that the registry's examples spoil."""

from dataclasses import fields
from pathlib import Path

from game.cards.codes import GOOD_CARDS
from game.model.actions import FORMS
from game.model.rates import Rates
from game.model.scenario import Length

NAME = "small"

_NUMBERS = "\n".join(f"    {field.name}: 1" for field in fields(Length) if field.type is int)
_RATES = "\n".join(f"  {field.name}: 1" for field in fields(Rates))
_QUANTITIES = "\n".join(
    f"  - {{id: {name}, label: {name}, low: 0, high: 100, start: 50, seen: all, bands: level}}"
    for name in ("discipline", "congress", "tempo", "trust.russia", "trust.ukraine", "trust.russia.ukraine")
)

SCENARIO = f"""\
id: {NAME}
title: A small scenario
summary: Two parties and two clauses.
as_of: 2025-12-03
parties: [russia, ukraine]
groups:
  - {{id: territory, title: Territory, stakeholders: [russia, ukraine], about: The line.}}
  - {{id: arctic, title: Arctic, stakeholders: [russia], track: arctic, about: The far north.}}
tracks:
  - {{id: arctic, title: Arctic, party: russia, worth: 150, about: The far north.}}
landing: {{line: in-place, ceasefire: monitored}}
promised: {{ceasefire: [monitored]}}
monitored: {{ceasefire: [monitored]}}
collapse: trust.ukraine <= 1
bands:
  none: []
  level: [[0, low], [50, high]]
quantities:
{_QUANTITIES}
lengths:
  - id: quick
    label: Quick
    about: A short game.
    first_day: 2026-02-02
    convened: [territory]
    detail: {{line: 100}}
{_NUMBERS}
rates:
{_RATES}
"""

CLAUSES = "\n".join(
    f"""\
- id: {clause}
  title: {clause}
  short: {clause}
  group: territory
  political: true
  core: true
  importance: 50
  stakeholders: [russia, ukraine]
  about: What it is about.
  options:
    - {{id: {first}, label: {first}, text: The Parties agree., bracket: so, note: A note.}}
    - {{id: {second}, label: {second}, text: The Parties disagree., bracket: not so, note: A note.}}
"""
    for clause, first, second in (("line", "in-place", "withdrawal"), ("ceasefire", "bare", "monitored"))
)

ACTIONS = (
    "\n".join(
        f"""\
- id: {verb}
  label: {verb}
  family: any
  about: What it does.
  cost: {{staff: 1}}
  source: [C7]
"""
        for verb in FORMS
    )
    + """
- id: reassure
  label: Reassure
  family: any
  about: An envoy listens.
  parties: [russia, ukraine]
  effects: {"trust.{party}": +4, discipline: -1..0}
- id: warn
  label: Warn
  family: any
  about: A threat.
  parties: [russia]
  pledge: threat
  redeemed_by: [reassure]
  due: 3
"""
)


def _party(name: str, glyph: str) -> str:
    return f"""\
id: {name}
name: {name}
formal: the government
tag: {name[:2].upper()}
glyph: "{glyph}"
belligerent: true
leaders_channel: true
wants: rank
fears: a bad text
personality: {{pride: 50, candour: 50, firmness: 50, caution: 50}}
base: 6000
hope: 800
concessions: 1500
weights: {{line: 60, ceasefire: 40}}
values:
  line: {{in-place: 50, withdrawal: 0}}
  ceasefire: {{bare: 70, monitored: 55}}
expects: {{line: in-place, ceasefire: 33}}
public: {{line: withdrawal, ceasefire: bare}}
red_lines:
  - {{clause: line, option: withdrawal, room: 70}}
no_deal:
  - {{quantity: discipline, per_100: 300, zero: 48, low: -120, high: 120, label: how the war looks}}
synergies:
  - {{needs: {{line: [in-place], ceasefire: [bare, monitored]}}, amount: 120, label: both together}}
squeezed_by: [tempo]
"""


MOVES = """\
- id: {party}-waits
  title: Waits
  when: turn >= 2
  appeal: 40 + trust.{party} - 2 * stage
  effects: {{tempo: -1, detail.line: +10}}
  public: true
  rest: 4
  tags: [diplomacy]
  source: [C1]
  text: Nothing is said.
"""

WORLD = """\
id: ripe
label: Ripe
about: The argument holds.
hint: Officials ask about detail.
source: [C1, C6]
base: {russia: 900}
slopes:
  - {party: russia, quantity: discipline, percent: 30}
start: {tempo: 5}
rates: {noise: 80}
values:
  - {party: russia, clause: line, option: in-place, by: -20}
"""

ENDINGS = """\
endings:
  - id: frozen
    title: Frozen
    text: It stops.
    outlook: {high: Good., fair: Fair., low: Low., poor: Poor.}
lines:
  line-kept: The line was kept.
"""

GLOSSARY = """\
- id: ripeness
  word: ripeness
  also: [way out]
  text: >
    When both sides suffer in a [[stalemate]] and see a
    [[way out]].
  here: "What the [[world:ripe|worlds]] are about; see [[clause:line]] and [[page:your-task]]."
  see: [C1]
- {id: stalemate, word: stalemate, text: Nobody moves., here: "[[party:russia]] does not."}
"""

CLAIM_NOTES = """\
- id: C1
  became: A [[stalemate]].
  tested: Not at all.
  tests: [passive ripe]
"""

GUIDE = """\
world: ripe
length: quick
seed: 1
steps:
  - id: send
    say: Send the turn.
    press: [enter]
    type: [send]
    until: {turn: 2}
"""

LENS = """\
id: realist
label: Realist
about: Order and power.
weights: {settlement: 60, durability: 40}
"""

FILES = {
    f"scenarios/{NAME}/scenario.yaml": SCENARIO,
    f"scenarios/{NAME}/clauses.yaml": CLAUSES,
    f"scenarios/{NAME}/actions.yaml": ACTIONS,
    f"scenarios/{NAME}/parties/russia.yaml": _party("russia", "▲"),
    f"scenarios/{NAME}/parties/ukraine.yaml": _party("ukraine", "●"),
    f"scenarios/{NAME}/moves/russia.yaml": MOVES.format(party="russia"),
    f"scenarios/{NAME}/moves/ukraine.yaml": MOVES.format(party="ukraine"),
    f"scenarios/{NAME}/cards/press.yaml": GOOD_CARDS,
    f"scenarios/{NAME}/worlds/ripe.yaml": WORLD,
    f"scenarios/{NAME}/voices/desk.yaml": "reasons: {leak: a leak}\nhelp: {option: 'put {option} in'}\n",
    f"scenarios/{NAME}/voices/russia.yaml": "accept:\n  - 'Yes to {option}.'\n",
    f"scenarios/{NAME}/voices/ukraine.yaml": "accept:\n  - 'Yes to {option}.'\n",
    f"scenarios/{NAME}/endings.yaml": ENDINGS,
    f"scenarios/{NAME}/claims.yaml": "".join(f"C{number}: A claim.\n" for number in range(1, 25)),
    f"scenarios/{NAME}/briefing/01-your-task.md": "# Your task\n\nFind a text.\n",
    f"scenarios/{NAME}/briefing/glossary.yaml": GLOSSARY,
    f"scenarios/{NAME}/briefing/claims.yaml": CLAIM_NOTES,
    f"scenarios/{NAME}/briefing/guide.yaml": GUIDE,
    "lenses/realist.yaml": LENS,
}


def write(content: Path, changed: dict[str, str | bytes | None] | None = None) -> Path:
    """The small scenario as files below ``content``, with some files changed or, if None, left out."""
    for name, text in ({**FILES, **(changed or {})}).items():
        if text is not None:
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return content


def spoilt(file: str, old: str, new: str) -> dict[str, str | bytes | None]:
    """A change for :func:`write`: one passage of one file replaced."""
    name = file if file in FILES else f"scenarios/{NAME}/{file}"
    assert old in FILES[name], f"{old!r} is not in {name}"
    return {name: FILES[name].replace(old, new, 1)}
