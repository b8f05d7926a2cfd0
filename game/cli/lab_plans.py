"""From the options of ``lab`` to what is to be played."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import TYPE_CHECKING

from game.cli.offers import draw_seed
from game.cli.output import notice
from game.cli.problems import UsageProblem, meant, one_of, some_of
from game.cli.seats import check_policies, policies_called, seats_called
from game.minds.policies import POLICIES, STYLES
from game.model.ids import SEALED
from game.model.information import as_set_up
from game.model.scenario import Scenario

if TYPE_CHECKING:
    from game.lab.numbers import ModelNumber
    from game.lab.plan import CellKey, Kind, Plan


def plan_of(args: Namespace, scenario: Scenario) -> "Plan":
    """Raises :class:`UsageProblem` if the options do not make one."""
    from game.lab.plan import Plan, packages_of

    if args.shard and args.shard[1] > args.games:
        raise UsageProblem(f"{args.games} games cannot be cut into {args.shard[1]} parts. Ask for more --games.")
    kind, cells = _kind_and_cells(args, scenario)
    minds = seats_called(args.mind, scenario)
    check_policies(scenario, (key.policy for key in cells))
    return Plan(
        kind=kind,
        scenario=scenario.id,
        content=scenario.digest,
        length=args.length,
        games=args.games,
        seed=_seed(args, kind),
        cells=cells,
        minds=minds,
        packages=packages_of(cells, minds),
        information=as_set_up(args.information),
    )


def _kind_and_cells(args: Namespace, scenario: Scenario) -> "tuple[Kind, tuple[CellKey, ...]]":
    from game.lab.plan import CellKey, Kind

    if args.claims:
        return Kind.CLAIMS, _claims_cells(args, scenario)
    if args.sweep is not None:
        return Kind.SWEEP, _sweep_cells(args, scenario)
    if args.sensitivity is not None:
        return Kind.SENSITIVITY, _sensitivity_cells(args, scenario)
    for kind, cells in _fixed().items():
        if getattr(args, kind.value):
            _nothing_chosen(args, kind)
            return kind, cells(scenario)
    policies, worlds = _policies(args, "all"), _worlds(args, scenario)
    return Kind.STUDY, tuple(CellKey(policy, world) for policy, world in product(policies, worlds))


def _fixed() -> "Mapping[Kind, Callable[[Scenario], tuple[CellKey, ...]]]":
    """The studies whose mediators and worlds are theirs to choose."""
    from game.lab.acts import acts_cells
    from game.lab.calibration import calibration_cells
    from game.lab.explanations import explanations_cells
    from game.lab.plan import Kind
    from game.lab.styles import styles_cells

    return {
        Kind.CALIBRATION: lambda scenario: calibration_cells((*scenario.worlds, SEALED)),
        Kind.EXPLANATIONS: lambda scenario: explanations_cells(tuple(scenario.worlds)),
        Kind.ACTS: acts_cells,
        Kind.STYLES: lambda scenario: styles_cells(tuple(scenario.worlds)),
    }


def _nothing_chosen(args: Namespace, kind: "Kind") -> None:
    if args.policies is not None or args.worlds is not None:
        raise UsageProblem(f"--{kind.value} fixes policies and worlds: leave --policies and --worlds out.")


def _seed(args: Namespace, kind: "Kind") -> int:
    """A plain study draws one; whatever others may want to repeat or to share begins at 1."""
    from game.lab.claims import SEED
    from game.lab.plan import Kind

    if args.seed is not None:
        return int(args.seed)
    if kind is not Kind.STUDY:
        return SEED
    if args.shard:
        raise UsageProblem("The parts of a study need the same seeds: give all of them the same --seed.")
    seed = draw_seed()
    notice(f"The first game has seed {seed}.")
    return seed


def _policies(args: Namespace, usual: str) -> tuple[str, ...]:
    return policies_called(usual if args.policies is None else args.policies)


def _worlds(args: Namespace, scenario: Scenario) -> tuple[str, ...]:
    asked = "ripe" if args.worlds is None else args.worlds
    return some_of("world", asked, (*scenario.worlds, SEALED), scenario.worlds)


_KEY = "statecraft,pressure-only"
"""The policies whose figures a change of the model is held against."""


def _claims_cells(args: Namespace, scenario: Scenario) -> "tuple[CellKey, ...]":
    from game.lab.claims import LENGTH, cells_of, claims

    if args.policies is not None or args.worlds is not None or args.length != LENGTH:
        raise UsageProblem("--claims fixes policies, worlds and length: leave --policies, --worlds and --length out.")
    if as_set_up(args.information):
        raise UsageProblem("--claims are judged at the usual information: leave --information out.")
    ideas = tuple(policy for policy in POLICIES if policy not in STYLES)
    table = claims(ideas, tuple(scenario.worlds))
    return tuple(key for key in cells_of(table) if key.policy in POLICIES and key.world in scenario.worlds)


def _sweep_cells(args: Namespace, scenario: Scenario) -> "tuple[CellKey, ...]":
    from game.lab.parameters import parameters
    from game.lab.sweep import sweep_cells, swept

    name, equals, text = args.sweep.partition("=")
    if not equals:
        raise UsageProblem(f"'--sweep {args.sweep}' names no range. It goes like --sweep rate.noise=0..120:20.")
    known = parameters(scenario, args.length)
    number, values = known[_number_called(name, known)], swept(text)
    if not number.low <= values[0] <= values[-1] <= number.high:
        raise UsageProblem(f"'{name}' can be set from {number.low} to {number.high}, and is {number.value}.")
    return sweep_cells(_policies(args, _KEY), _worlds(args, scenario), name, values)


def _number_called(name: str, known: Mapping[str, object]) -> str:
    if name in known:
        return name
    guess = meant(name, known) if len(name) > 1 else "Known: "
    hint = guess if guess.startswith("Did") else "'backchannel lab --parameters' lists them."
    raise UsageProblem(f"The model has no number called '{name}'. {hint}")


def _sensitivity_cells(args: Namespace, scenario: Scenario) -> "tuple[CellKey, ...]":
    from game.lab.parameters import parameters
    from game.lab.sensitivity import sensitivity_cells

    chosen = dict(_chosen(args.sensitivity, parameters(scenario, args.length)))
    cells = sensitivity_cells(_policies(args, _KEY), _worlds(args, scenario), chosen)
    if not any(key.changes for key in cells):
        raise UsageProblem("None of these numbers can be changed by a fifth: they are 0.")
    notice(f"{len(chosen)} numbers, {len(cells)} cells of {args.games} games.")
    return cells


def _chosen(asked: str, known: "Mapping[str, ModelNumber]") -> "Iterator[tuple[str, ModelNumber]]":
    """The numbers of these names, and those whose names begin so up to a dot."""
    if asked == "all":
        yield from known.items()
        return
    words = tuple(word.strip() for word in asked.split(",") if word.strip())
    families = dict.fromkeys(
        ".".join(name.split(".")[:depth]) for name in known for depth in range(1, name.count(".") + 2)
    )
    for word in words:
        one_of("number", word, families)
    for name, number in known.items():
        if any(name == word or name.startswith(f"{word}.") for word in words):
            yield name, number
