"""The scenario that a command names, and whether it offers what else the command names."""

import secrets
from pathlib import Path

from game.cli.output import notice
from game.cli.problems import UsageProblem, one_of
from game.model.ids import SEALED
from game.model.scenario import Scenario


def scenario_called(name: str) -> Scenario:
    """The scenario, if it can be played. Entries that were left out of it for their faults are told on stderr."""
    from game.cards.library import find_content, list_scenarios, load_scenario

    one_of("scenario", name, (title.id for title in list_scenarios()))
    loaded = load_scenario(name)
    if loaded.scenario is None:
        frame = [fault for fault in loaded.faults if not {"cards", "moves"} & set(Path(fault.path).parts)]
        first = next(iter(frame or loaded.faults))
        raise UsageProblem(
            f"The scenario '{name}' cannot be played: {first.path}:{first.position.line}: {first.message}. "
            f"'backchannel check {find_content()}' shows every fault."
        )
    if loaded.left_out:
        notice(f"Left out for their faults: {', '.join(loaded.left_out)}. 'backchannel check' says more.")
    return loaded.scenario


def draw_seed() -> int:
    """A seed that is easily copied out."""
    return secrets.randbelow(1_000_000_000)


def check_names(scenario: Scenario, world: str | None, length: str | None, information: str | None = None) -> None:
    if world is not None:
        one_of("world", world, (*scenario.worlds, SEALED))
    if length is not None:
        one_of("length", length, scenario.lengths)
    if information is not None:
        one_of("information level", information, scenario.information)
