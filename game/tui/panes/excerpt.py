"""A clause as it stands before anybody has moved: what the title shows of a scenario."""

from game.model.scenario import Scenario
from game.telling.names import Names
from game.tui.widgets.marks import bracketed
from game.tui.widgets.rows import Row, row, words


def excerpt_rows(scenario: Scenario) -> list[Row]:
    """The first clause with the bracket that each of its stakeholders asks for in public."""
    names = Names(scenario)
    clause = next(iter(scenario.clauses.values()))
    wanted = [(party, clause.options[scenario.parties[party].public[clause.id]]) for party in clause.stakeholders]
    lines = [f"[{names.tag(party)}: {option.bracket}]" for party, option in wanted]
    head = row((clause.title, "bold"), lead=words(("1 ", "bold $brass")))
    return [head, *(Row(bracketed(names, line), lead=words("  ")) for line in lines)]
