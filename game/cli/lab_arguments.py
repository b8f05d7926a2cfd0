"""The options of the lab."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Final

from game.cli.values import count, information, json_file, minds, seed, shard

LAB_EXAMPLES: Final = """
  backchannel lab --claims --games 200 --workers 2 --markdown claims.md
  backchannel lab --calibration --games 100 --markdown calibration.md
  backchannel lab --explanations --games 20
  backchannel lab --acts --games 50 --workers 2 --csv acts.csv
  backchannel lab --styles --games 200
  backchannel lab --parameters
  backchannel lab --sweep length.patience=40..100:10 --games 200 --plot patience.svg
  backchannel lab --sensitivity rate,length --games 200 --csv effects.csv
  backchannel lab --claims --games 1000 --shard 1/4 --json part-1.json
  backchannel lab --merge part-1.json part-2.json part-3.json part-4.json
  backchannel lab --claims --games 1000 --dask tcp://host:8786
  backchannel lab --games 200 --policies statecraft --mind russia=NAME"""
"""More of them than the overview has room for."""


def lab_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--games", metavar="N", type=count, default=100, help="games for each policy and world; default: 100"
    )
    parser.add_argument(
        "--policies",
        metavar="A,B",
        help="names with commas, or all, which are the built-in ones; default: all, or those whose figures are key",
    )
    minds(parser)
    parser.add_argument("--worlds", metavar="A,B", help="names with commas, or all; default: ripe")
    parser.add_argument("--scenario", metavar="ID", default="one-last-effort", help="default: one-last-effort")
    parser.add_argument("--length", metavar="L", default="full", help="quick, class, seminar or full; default: full")
    information(parser)
    parser.add_argument("--seed", metavar="N", type=seed, help="of the first game; default: drawn, or 1 below")
    _lab_experiments(parser)
    _lab_players(parser)
    json_file(parser)
    parser.add_argument("--csv", metavar="FILE", help="the result as comma-separated values")
    parser.add_argument("--markdown", metavar="FILE", help="the claims, or a study that has one, as a page")
    parser.add_argument("--plot", metavar="FILE", help="a sweep or a sensitivity as a picture, .png or .svg")


_STUDIES: Final = {
    "calibration": "hold every forecast that a player would have been shown against what came of it",
    "explanations": "grant the reasons that parties state, and see whether that turns their answers",
    "acts": "what each act adds, done once more and forbidden, and that none settles anything alone",
    "styles": "whether different ways to mediate succeed, and how different they are",
}
"""Studies that have a page of their own, of fixed mediators and worlds."""


def _lab_experiments(parser: ArgumentParser) -> None:
    what = parser.add_argument_group("instead of a plain study").add_mutually_exclusive_group()
    what.add_argument("--claims", action="store_true", help="judge the claims that the model has to meet")
    for name, about in _STUDIES.items():
        what.add_argument(f"--{name}", action="store_true", help=about)
    what.add_argument("--sweep", metavar="NAME=A..B[:STEP]", help="take one number of the model through a range")
    what.add_argument(
        "--sensitivity",
        metavar="NAMES",
        nargs="?",
        const="all",
        help="every number, or those whose names begin so, 20 %% lower and higher, one at a time",
    )
    what.add_argument("--parameters", action="store_true", help="list the numbers of the model and what they are")
    what.add_argument("--merge", metavar="FILE", nargs="+", type=Path, help="put the parts of a study together")


def _lab_players(parser: ArgumentParser) -> None:
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--workers", metavar="N", type=count, default=1, help="processes at a time; default: 1")
    who.add_argument("--dask", metavar="ADDRESS", help="play on the Dask cluster with this scheduler")
    parser.add_argument(
        "--shard", metavar="I/N", type=shard, help="play the I-th of N parts, and write it for --merge to --json FILE"
    )
