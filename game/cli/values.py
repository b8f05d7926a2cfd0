"""Options that several commands have, and the kinds of value that options take."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Final

from game.tui.start import THEME_NAMES

LARGEST_SEED: Final = 2**64 - 1
STANDARD_OUTPUT: Final = "-"
_MOST: Final = 1_000_000_000


def minds(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--mind",
        metavar="SEAT=NAME",
        action="append",
        help="who plays a party's seat, or 'all=NAME'; may be repeated; default: the built-in mind; "
        "'backchannel minds' lists them",
    )


def information(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--information",
        metavar="LEVEL",
        help="how much the mediator knows, the parties being the same: usual, ample or scant; default: usual",
    )


def saves_folder(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--saves", metavar="DIR", type=Path, help="the folder of saves; default: saves in a checkout, else yours"
    )


def json_file(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--json",
        metavar="FILE",
        nargs="?",
        const=STANDARD_OUTPUT,
        help="the result as JSON, in a file or on standard output, where nothing else is printed then",
    )


def theme(text: str) -> str:
    if text not in THEME_NAMES:
        raise ArgumentTypeError(f"'{text[:40]}' is no theme; there are {', '.join(THEME_NAMES)}")
    return text


def seed(text: str) -> int:
    return number(text, 0, LARGEST_SEED)


def count(text: str) -> int:
    return number(text, 1, _MOST)


def shard(text: str) -> tuple[int, int]:
    number, _, of = text.partition("/")
    if not (number.isascii() and of.isascii() and number.isdigit() and of.isdigit() and 1 <= int(number) <= int(of)):
        raise ArgumentTypeError(f"'{text[:40]}' is no part such as 1/4")
    return int(number), int(of)


def number(text: str, least: int, most: int) -> int:
    if not text.isascii() or not text.isdigit() or not least <= int(text[:30]) <= most:
        raise ArgumentTypeError(f"'{text[:40]}' is no whole number from {least} to {most}")
    return int(text)
