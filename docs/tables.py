"""The tables in these pages, made from the program and its content: python -m docs.tables [--write].

Between ``<!-- table NAME -->`` and ``<!-- end -->`` a page holds what :data:`TABLES` makes. Without ``--write`` it is
only said which pages lag behind, and the exit code is 1 if any does.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from game.cards.cautions import WARNINGS
from game.cards.codes import ERRORS
from game.cards.grammar_cards import SENSITIVE, TAGS
from game.cards.library import load_scenario
from game.cards.lint import RULES
from game.cli.codes import MEANINGS
from game.model.cards import Cost
from game.model.ids import PartyId, WorldId
from game.model.ledger import Seen
from game.model.lessons import FACT_FAMILIES, FACTS
from game.model.parties import Profile
from game.model.scenario import QuantitySpec, Scenario
from game.model.world import Setup
from game.rules.deal import deal, first_world
from game.rules.negotiate import Scales, signing_case
from game.rules.sight import party_view
from game.tui.keymap import KEYS

PAGES = Path(__file__).resolve().parent
ROOT = PAGES.parent
MARK = re.compile(r"(<!-- table (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)

Row = Sequence[object]


def markdown(head: Row, rows: Iterable[Row]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(_cell(each) for each in line) + " |\n" for line in lines)


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|").replace("\n", " ")


def shipped() -> Scenario:
    loaded = load_scenario("one-last-effort", ROOT / "content")
    if loaded.scenario is None:
        raise SystemExit("The shipped scenario has faults; 'python -m game check content' tells which.")
    return loaded.scenario


def fault_codes(_: Scenario) -> str:
    found = ((f"`{code}`", info.title, info.explanation) for code, info in ERRORS.items())
    return markdown(("code", "fault", "what it means"), found)


def warning_codes(_: Scenario) -> str:
    """Only warnings that a rule gives."""
    given = ((code, info) for code, info in WARNINGS.items() if code in RULES)
    return markdown(("code", "warning", "what it means"), ((f"`{c}`", i.title, i.explanation) for c, i in given))


def tags(_: Scenario) -> str:
    rows = ((f"`{tag}`", about, "yes" if tag in SENSITIVE else "") for tag, about in TAGS.items())
    return markdown(("tag", "what it stands for", "sensitive"), rows)


def quantities(scenario: Scenario) -> str:
    rows = (
        (f"`{spec.id}`", spec.label, f"{spec.low}..{spec.high}", spec.start, _drift(spec), _seen(scenario, spec.seen))
        for spec in scenario.quantities.values()
    )
    return markdown(("quantity", "label", "range", "start", "returns to", "who can read it"), rows)


def _drift(spec: QuantitySpec) -> str:
    return "" if spec.rest is None else f"{spec.rest}, by {spec.pull}"


def _seen(scenario: Scenario, seen: Seen) -> str:
    if seen is None:
        return "everybody"
    names = [scenario.parties[seat].name if seat in scenario.parties else "you" for seat in seen]
    return ", ".join(names) or "nobody in play"


def actions(scenario: Scenario) -> str:
    rows = ((verb.label, verb.family, _cost(verb.cost), verb.about) for verb in scenario.verbs.values())
    return markdown(("act", "family", "cost", "what it is"), rows)


def _cost(cost: Cost) -> str:
    places = {"President": cost.president, "Envoy": cost.envoys, "Staff": cost.staff}
    return ", ".join(f"{number} {place}" for place, number in places.items() if number) or "none"


def weights(scenario: Scenario) -> str:
    parties = scenario.parties.values()
    rows = (
        (clause.title, clause.importance, *(_share(party.prior.weights[clause.id]) for party in parties))
        for clause in scenario.clauses.values()
    )
    return markdown(("clause", "importance for progress", *(party.name for party in parties)), rows)


def _share(basis_points: int) -> str:
    whole, part = divmod(basis_points, 100)
    return f"{whole}.{part:02}" if part else str(whole)


def values(scenario: Scenario) -> str:
    """``*`` marks the option of the text towards which the source argues."""
    landing = {term.clause: term.option for term in scenario.landing}
    rows = (
        (
            clause.title,
            f"`{option}`{'*' if landing[clause.id] == option else ''}",
            *(_value(scenario, party.prior, party.id, clause.id, option) for party in scenario.parties.values()),
        )
        for clause in scenario.clauses.values()
        for option in clause.options
    )
    return markdown(("clause", "option", *(party.name for party in scenario.parties.values())), rows)


def _value(scenario: Scenario, prior: Profile, party: PartyId, clause: str, option: str) -> str:
    value = next(options for key, options in prior.values.items() if key == clause)
    number = next(each for key, each in value.items() if key == option)
    line = any(each.clause == clause and each.option == option for each in scenario.parties[party].red_lines)
    return f"{number} (red line)" if line else str(number)


def no_deal(scenario: Scenario) -> str:
    rows = (
        (party.name, where, f"`{slope.quantity}`", slope.zero, _signed(slope.per_100), slope.low, slope.high)
        for party in scenario.parties.values()
        for where, slopes in (("no deal", party.no_deal), ("deal", party.deal))
        for slope in slopes
    )
    return markdown(("party", "enters", "quantity", "zero at", "for 100 points", "at least", "at most"), rows)


def _signed(number: int) -> str:
    return f"{number:+}"


def starts(scenario: Scenario) -> str:
    rows = (
        (party.name, party.prior.base, party.prior.hope, party.prior.concessions, party.personality.firmness)
        for party in scenario.parties.values()
    )
    return markdown(("party", "base `N`", "first `A`", "concessions", "firmness"), rows)


def rates(scenario: Scenario) -> str:
    rows = (
        (f"`{name}`", getattr(scenario.rates, name), meaning) for name, meaning in _meanings("rates", "class Rates")
    )
    return markdown(("rate", "value", "what it is"), rows)


def _meanings(module: str, start: str) -> Iterator[tuple[str, str]]:
    """The fields of a noun with the remarks beside them."""
    text = (ROOT / "game" / "model" / f"{module}.py").read_text(encoding="utf-8")
    for line in text[text.index(start) :].splitlines():
        if found := re.fullmatch(r"    (\w+): int(?:  # (.*))?", line):
            yield found[1], found[2] or ""


def lengths(scenario: Scenario) -> str:
    found = list(scenario.lengths.values())
    names = [name for name, _ in _meanings("scenario", "class Length:")]
    rows = ((f"`{name}`", *(getattr(each, name) for each in found)) for name in names)
    return markdown(("", *(each.label for each in found)), rows)


def information(scenario: Scenario) -> str:
    rows = (
        (f"`{level.id}`", level.about.strip(), f"{level.lists} %", f"{level.bands} %")
        for level in scenario.information.values()
    )
    return markdown(("level", "what it means", "lists", "bands"), rows)


def landing(scenario: Scenario) -> str:
    """The landing text before parties that are exactly as the priors say, at the start of a full game."""
    still = replace(scenario.rates, jitter_weight=0, jitter_value=0, jitter_base=0, jitter_hope=0)
    game = deal(replace(scenario, rates=still), Setup(scenario.id, WorldId("ripe"), "full", 0))
    world = first_world(game)
    rows = []
    for party in scenario.parties.values():
        scales = Scales(party_view(game, world, party.id))
        case = signing_case(scales, scenario.landing)
        deal_value = case.surplus + scales.no_deal
        numbers = (deal_value, scales.no_deal, case.surplus, scales.hope, case.limit)
        rows.append((party.name, *(f"{number / 100:.2f}" for number in numbers)))
    return markdown(("party", "`D`", "`N`", "`S`", "`A`", "signs from"), rows)


def worlds(scenario: Scenario) -> str:
    rows = ((f"`{world.id}`", world.about, ", ".join(world.source)) for world in scenario.worlds.values())
    return markdown(("world", "what it assumes", "claims"), rows)


def lenses(scenario: Scenario) -> str:
    rows = (
        (lens.label, ", ".join(f"{measure} {weight}" for measure, weight in lens.weights.items()))
        for lens in scenario.lenses.values()
    )
    return markdown(("lens", "percent of each measure"), rows)


def facts(_: Scenario) -> str:
    rows = [(f"`{name}`", about) for name, about in FACTS.items()]
    rows += [(f"`{family}.ID`", about) for family, about in FACT_FAMILIES.items()]
    return markdown(("fact", "what it is"), rows)


def exit_codes(_: Scenario) -> str:
    rows = (line.split(maxsplit=1) for line in MEANINGS.splitlines()[1:])
    return markdown(("code", "meaning"), rows)


def keys(_: Scenario) -> str:
    """What a player can put on other keys."""
    return markdown(("name", "usual keys"), ((f"`{name}`", f"`{pressed}`") for name, pressed in KEYS.items()))


TABLES: Mapping[str, Callable[[Scenario], str]] = {
    "keys": keys,
    "fault-codes": fault_codes,
    "warning-codes": warning_codes,
    "tags": tags,
    "quantities": quantities,
    "actions": actions,
    "weights": weights,
    "values": values,
    "slopes": no_deal,
    "starts": starts,
    "rates": rates,
    "lengths": lengths,
    "information": information,
    "landing": landing,
    "worlds": worlds,
    "lenses": lenses,
    "facts": facts,
    "exit-codes": exit_codes,
}


def renewed(text: str, scenario: Scenario) -> str:
    return MARK.sub(lambda found: found[1] + TABLES[found["name"]](scenario) + found[3], text)


def main(arguments: Sequence[str]) -> int:
    scenario, lagging = shipped(), []
    for page in (ROOT / "README.md", *sorted(PAGES.rglob("*.md"))):
        text = page.read_text(encoding="utf-8")
        fresh = renewed(text, scenario)
        if fresh != text:
            lagging.append(page.relative_to(ROOT).as_posix())
            if "--write" in arguments:
                page.write_text(fresh, encoding="utf-8")
    if lagging:
        done = "rewritten" if "--write" in arguments else "out of date; 'make docs' rewrites them"
        print(f"Tables {done}: {', '.join(lagging)}")
    return 1 if lagging and "--write" not in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
