"""The commands and their options."""

import re
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NoReturn

from game import __version__
from game.cli.codes import MEANINGS
from game.cli.lab_arguments import LAB_EXAMPLES, lab_options
from game.cli.problems import UsageProblem, meant
from game.cli.values import count, information, json_file, minds, saves_folder, seed, theme
from game.tui.start import THEME_NAMES

FORMS: Final = ("html", "markdown", "json")
SAVES_ACTS: Final = ("list", "delete", "export", "import", "rescue", "where", "forget")

_ABOUT: Final = """\
Backchannel: you are the US mediator, and look for one text that Russia, Ukraine and Europe can all sign,
sell at home and keep. Without a command, play."""

_EXAMPLES: Final = """\
examples:
  backchannel                                        the title screen
  backchannel play --length class --world ripe       eight turns, one lesson
  backchannel play --plain --length quick            five turns in lines of text, with no set-up menu
  backchannel play --information scant               the title screen, a mediator who knows less proposed
  backchannel play --continue                        go on with the newest game
  backchannel auto --policy statecraft --seed 7      a game played by a controller
  backchannel auto --mind russia=NAME --seed 7       the same against a mind that 'minds' lists
  backchannel lab --games 50 --policies all --worlds ripe,sceptic --length quick --json out.json
  backchannel check content/scenarios/one-last-effort/cards/leaks.yaml
  backchannel replay one-last-effort-class-7-1 --verify
  backchannel replay one-last-effort-class-7-1 --chair russia --turn 3
  backchannel replay one-last-effort-class-7-1 --branch-at 3
  backchannel saves delete one-last-effort-class-7-1
  backchannel minds --json
  backchannel report one-last-effort-class-7-1 --for student -o debrief.html
  backchannel export one-last-effort-class-7-1 --csv tables
  backchannel saves export one-last-effort-class-7-1 game.jsonl

"""


class _Parser(ArgumentParser):
    """Tells what is wrong in a sentence, and leaves printing and exit codes to the edge."""

    def error(self, message: str) -> NoReturn:
        said = message.removeprefix("argument ").rstrip(".")
        raise UsageProblem(f"{said[:1].upper()}{said[1:]}. '{self.prog} --help' shows how it goes.")


def parsed(arguments: Sequence[str]) -> Namespace:
    """The command and its options; ``command`` is always set. Raises :class:`UsageProblem`."""
    parser, commands = _parsers()
    words = list(arguments)
    first = words[0] if words else ""
    if not first or (first.startswith("-") and first not in ("-h", "--help", "--version")):
        words = ["play", *words]
    elif not first.startswith("-") and first not in commands:
        raise UsageProblem(f"There is no command '{first}'. {meant(first, commands)}")
    args, unknown = parser.parse_known_args(words)
    if unknown:
        _refuse(unknown[0], args.command, commands[args.command])
    return args


def _refuse(word: str, command: str, parser: ArgumentParser) -> NoReturn:
    if not word.startswith("-"):
        raise UsageProblem(f"'{word}' is one word too many for '{command}'. '{parser.prog} --help' shows how it goes.")
    option = word.partition("=")[0]
    known = re.findall(r"--[a-z-]+", parser.format_usage())
    raise UsageProblem(f"'{command}' has no option '{option}'. {meant(option, known)}")


def _parsers() -> tuple[ArgumentParser, Mapping[str, ArgumentParser]]:
    parser = _Parser(
        prog="backchannel",
        description=_ABOUT,
        epilog=_EXAMPLES + MEANINGS,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"backchannel {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    made = {
        name: commands.add_parser(
            name,
            help=about,
            description=f"{about[:1].upper()}{about[1:]}.",
            epilog=f"{_examples_of(name)}\n\n{MEANINGS}",
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        for name, about in _COMMANDS.items()
    }
    _play_options(made["play"])
    _auto_options(made["auto"])
    lab_options(made["lab"])
    _check_options(made["check"])
    _replay_options(made["replay"])
    _saves_options(made["saves"])
    json_file(made["minds"])
    _report_options(made["report"])
    _export_options(made["export"])
    return parser, made


_COMMANDS: Final = {
    "play": "play a game; the title screen unless told otherwise",
    "auto": "let a controller play one game, without a screen",
    "lab": "let controllers play many games, and count",
    "check": "look for faults in content",
    "replay": "show a saved game as text, run it again, or start anew from one of its turns",
    "saves": "list, hand out, take in, rescue or delete saved games; find and delete all that is yours",
    "minds": "list the minds that can play a seat: built-in ones and those of installed packages",
    "report": "write the debrief of a game, or of several that began alike, as a file",
    "export": "write games as tables for R, pandas or a spreadsheet",
}


def _examples_of(command: str) -> str:
    lines = [line for line in _EXAMPLES.splitlines() if line.startswith(f"  backchannel {command} ")]
    return "\n".join(["examples:", *lines]) + (LAB_EXAMPLES if command == "lab" else "")


def _game_options(parser: ArgumentParser, world: str | None, length: str | None) -> None:
    parser.add_argument("--scenario", metavar="ID", default="one-last-effort", help="default: one-last-effort")
    parser.add_argument(
        "--world", metavar="W", default=world, help=f"what is true about the war; default: {world or 'sealed'}"
    )
    parser.add_argument("--length", metavar="L", default=length, help="quick, class, seminar or full; default: full")
    information(parser)
    parser.add_argument("--seed", metavar="N", type=seed, help="the same seed deals the same game; default: drawn")


def _play_options(parser: ArgumentParser) -> None:
    _game_options(parser, world=None, length=None)
    minds(parser)
    parser.add_argument(
        "--plain", action="store_true", help="lines of text with numbered choices, for any terminal or pipe"
    )
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--ascii", action="store_true", help="draw with plain characters only")
    parser.add_argument("--no-motion", action="store_true", help="show things at once that would come in by and by")
    parser.add_argument("--theme", metavar="NAME", type=theme, help=", ".join(THEME_NAMES))
    saves_folder(parser)
    parser.add_argument("--continue", dest="resume", action="store_true", help="go on with the newest unfinished game")
    parser.add_argument(
        "--open", metavar="FILE", help="go on with this save, a file or a name from 'backchannel saves'"
    )


def _auto_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--policy", metavar="P", default="statecraft", help="who mediates, see 'backchannel minds'; default: statecraft"
    )
    _game_options(parser, world="ripe", length="full")
    minds(parser)
    json_file(parser)
    parser.add_argument("--save", metavar="FILE", type=Path, help="write the game's journal to a new file")


def _check_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "path",
        metavar="PATH",
        type=Path,
        nargs="?",
        help="a content root, a scenario's folder or one file; default: the shipped content",
    )
    json_file(parser)


def _replay_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "save", metavar="FILE", nargs="+", help="a file, or a name from 'backchannel saves'; several to verify"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--verify", action="store_true", help="run it again and name the first turn and seat that differ")
    what.add_argument("--turn", metavar="N", type=count, help="show this turn alone")
    what.add_argument("--branch-at", metavar="N", type=count, help="make a new save that stands at the start of turn N")
    parser.add_argument(
        "--chair", metavar="SEAT", help="what this seat knew: us, a party, or above for everything; default: us"
    )
    saves_folder(parser)
    json_file(parser)


def _saves_options(parser: ArgumentParser) -> None:
    parser.add_argument("what", metavar="WHAT", nargs="?", default="list", help=" | ".join(SAVES_ACTS))
    parser.add_argument("name", metavar="NAME", nargs="?", help="the save, or the file to import")
    parser.add_argument("file", metavar="FILE", nargs="?", help="where to export to")
    parser.add_argument("--all", action="store_true", help="with forget: every file of yours that the game has made")
    parser.add_argument("--yes", action="store_true", help="with forget: delete without asking")
    saves_folder(parser)
    json_file(parser)


def _report_options(parser: ArgumentParser) -> None:
    parser.add_argument(
        "games", metavar="SAVE", nargs="*", help="files, or names from 'backchannel saves'; several are compared"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="default: NAME-debrief.html here; - is standard output")
    parser.add_argument("--as", dest="form", metavar="FORM", choices=FORMS, help=f"{', '.join(FORMS)}; else by FILE")
    parser.add_argument(
        "--for",
        dest="audience",
        choices=("student", "teacher"),
        help="a student's has nothing that the parties kept to themselves; default: teacher, or student while in play",
    )
    parser.add_argument("--with-rollouts", action="store_true", help="turning points, by playing on from every turn")
    parser.add_argument("--lucks", metavar="N", type=count, default=24, help="how often from each; default: 24")
    parser.add_argument("--cards", action="store_true", help="cards of the scenario to print for class, and no debrief")
    parser.add_argument("--scenario", metavar="ID", default="one-last-effort", help="of --cards")
    saves_folder(parser)


def _export_options(parser: ArgumentParser) -> None:
    parser.add_argument("games", metavar="SAVE", nargs="+", help="files, or names from 'backchannel saves'")
    parser.add_argument("--csv", metavar="DIR", type=Path, help="a folder for one file a table")
    parser.add_argument("--json", metavar="FILE", help="all tables in one file; - is standard output")
    saves_folder(parser)
