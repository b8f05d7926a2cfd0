"""Where the results of ``lab`` go. Targets are checked before the first game: an hour of play must not end in one."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli.output import write_json
from game.cli.problems import UsageProblem
from game.cli.values import STANDARD_OUTPUT
from game.play.trouble import reason_of

if TYPE_CHECKING:
    from game.lab.plan import Kind, Part, Plan
    from game.lab.report import Report

_SUFFIXES = {"json": (".json",), "csv": (".csv",), "markdown": (".md",), "plot": (".png", ".svg")}


def check_targets(args: Namespace, kind: "Kind") -> None:
    """Raises :class:`UsageProblem` if some result could not be made or written."""
    from game.lab.pictures import check_pictures
    from game.lab.plan import Kind

    if args.markdown is not None and kind in (Kind.STUDY, Kind.SWEEP, Kind.SENSITIVITY):
        raise UsageProblem(
            "--markdown writes a page: it needs --claims, --calibration, --explanations, --acts or --styles."
        )
    if args.plot is not None and kind not in (Kind.SWEEP, Kind.SENSITIVITY):
        raise UsageProblem("--plot draws a sweep or a sensitivity: it needs --sweep or --sensitivity.")
    for name, suffixes in _SUFFIXES.items():
        target = getattr(args, name)
        if target is not None and target != STANDARD_OUTPUT:
            _check_target(name, Path(target), suffixes)
    if args.plot is not None:
        check_pictures()


def _check_target(name: str, path: Path, suffixes: tuple[str, ...]) -> None:
    kinds = " or ".join(suffixes)
    if name == "plot" and path.suffix not in suffixes:
        raise UsageProblem(f"--plot draws {kinds} files: give '{path}' one of these endings.")
    if path.exists() and path.suffix not in suffixes:
        raise UsageProblem(
            f"'{path}' exists and is no {kinds} file, so it is not overwritten. Name another file after --{name}."
        )
    if not path.parent.is_dir():
        raise UsageProblem(f"There is no folder '{path.parent}' to write '{path.name}' to.")


def shard_file(args: Namespace, plan: "Plan", part: "Part") -> str:
    """Where a part goes: to the file that ``--json`` names, else to one named by the plan."""
    if args.csv or args.markdown or args.plot:
        raise UsageProblem(
            "A part has nothing to show yet: give --csv, --markdown and --plot to 'backchannel lab --merge'."
        )
    if args.json is not None:
        return str(args.json)
    return f"lab-{plan.digest[:8]}-{part.number}-of-{part.of}.json"


def write_results(args: Namespace, report: "Report") -> None:
    """Write whatever was asked for. A page needs all the games, so there is none after an interruption."""
    from game.lab.report import sheet

    if args.json is not None:
        write_json(args.json, report.data)
    if args.csv is not None:
        _write(Path(args.csv), sheet(report))
    if args.markdown is not None and report.page is not None:
        _write(Path(args.markdown), report.page)
    if args.plot is not None and report.draw is not None and report.rows:
        report.draw(Path(args.plot))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageProblem(f"The result cannot be written to '{path}', because {reason_of(error)}.") from None
