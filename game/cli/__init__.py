"""The command line: what is wrong with it or with its surroundings becomes a sentence and an exit code."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper

from game.cli.arguments import parsed
from game.cli.codes import CRASH, INTERRUPTED, READER_GONE, USAGE
from game.cli.problems import UsageProblem
from game.play.inert import inert, inert_lines
from game.play.trouble import MindProblem, SaveProblem, reason_of

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (see :mod:`game.cli.codes`)."""
    _replace_what_cannot_be_shown()
    try:
        code = _run(sys.argv[1:] if arguments is None else arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except (UsageProblem, SaveProblem, MindProblem) as problem:
        return _say(str(problem), USAGE)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _reader_gone()
    except OSError as error:
        _drop_output()
        where = f" ({inert(str(error.filename))})" if error.filename else ""
        return _say(f"This cannot be done, because {reason_of(error)}{where}.", USAGE)
    except Exception:  # noqa: BLE001 - the outermost edge: a fault of the program becomes a sentence and a log
        from game.cli.crash import log_crash

        return _say(log_crash(), CRASH)
    return code


def _run(arguments: Sequence[str]) -> int:
    """Each command is a module of this package, which is imported only when it is asked for."""
    args = parsed(arguments)
    run: Callable[[Namespace], int] = import_module(f"game.cli.{args.command}").run
    return run(args)


def _say(sentence: str, code: int) -> int:
    with suppress(OSError):
        print(f"backchannel: {inert_lines(sentence)}", file=sys.stderr)
    return code


def _replace_what_cannot_be_shown() -> None:
    """A terminal without UTF-8 gets question marks instead of an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and "utf" not in stream.encoding.lower():
            stream.reconfigure(errors="replace")


def _reader_gone() -> int:
    """Whoever read our output wants no more of it."""
    _drop_output()
    return READER_GONE


def _drop_output() -> None:
    """Nothing that is still waiting to be written may be tried again at exit."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
