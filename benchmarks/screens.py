"""The app in a real pseudo-terminal, beside a bare Textual application: python -m benchmarks.screens [--runs N].

From the start to the situation room of a game that is gone on with, from a key to its repaint, memory, and bytes for
each movement of the cursor. Public applications are measured in the same run where they are installed.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.played import saved_game
from benchmarks.terminal import watched

_KEYS = ("down", "up") * 5
_MILLI = 1000


@dataclass(frozen=True, slots=True)
class Program:
    """``text`` stands on its screen when it is ready; ``before`` are pressed then, without being measured."""

    name: str
    command: tuple[str, ...]
    text: str
    before: tuple[str, ...] = ()


@dataclass(slots=True)
class Figures:
    """Seconds, seconds, mebibytes and bytes, run by run or key by key."""

    start: list[float] = field(default_factory=list)
    key: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    sent: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Medians:
    start: float
    key: float
    memory: float
    sent: float


PUBLIC: Sequence[Program] = (
    Program("posting", ("posting",), "Collection", ("escape",)),
    Program("harlequin", ("harlequin",), "Query"),
    Program("toolong", ("tl", "FILE"), "line 199"),
    Program("frogmouth", ("frogmouth", "FILE"), "line 2"),
)
"""What can be installed from the public index and is written with the same framework."""


def measure(program: Program, environment: Mapping[str, str], figures: Figures) -> None:
    with watched(program.command, environment) as running:
        figures.start.append(running.seconds_until(program.text))
        running.settle()
        for key in program.before:
            running.press(key)
        for key in _KEYS:
            pressed = running.press(key)
            if pressed.sent:
                figures.key.append(pressed.seconds)
                figures.sent.append(pressed.sent)
        figures.memory.append(running.memory())


def starts(program: Program, environment: Mapping[str, str]) -> bool:
    """Whether it comes up at all; a first run also fills the caches."""
    try:
        measure(program, environment, Figures())
    except TimeoutError:
        print(f"{program.name:<28} does not come up here, so it is not measured")
        return False
    return True


def medians(figures: Figures) -> Medians:
    key, sent = figures.key or [0.0], figures.sent or [0]
    median = statistics.median
    return Medians(median(figures.start), median(key), median(figures.memory), median(sent))


def installed(folders: Sequence[Path], text: Path) -> Iterator[Program]:
    """The public applications that are here, ready to be started; for the others, a word that they are not."""
    path = os.pathsep.join((*map(str, folders), str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    for each in PUBLIC:
        found = shutil.which(each.command[0], path=path)
        if found is None:
            print(f"{each.name:<28} not installed, so it is not measured")
        else:
            rest = [str(text) if word == "FILE" else word for word in each.command[1:]]
            yield Program(each.name, (found, *rest), each.text, each.before)


def report(name: str, found: Medians) -> None:
    keys = (
        f"key {found.key * _MILLI:5.1f} ms   {found.sent:6.0f} bytes a key" if found.sent else "answers no cursor key"
    )
    print(f"{name:<28} start {found.start * _MILLI:5.0f} ms   memory {found.memory:5.0f} MiB   {keys}")


def judge(ours: Medians, bare: Medians) -> bool:
    """Print each figure against its bar; whether all are met."""
    rows = (
        ("start to the room, times bare", ours.start / bare.start, 2.5),
        ("key to repaint, ms above bare", (ours.key - bare.key) * _MILLI, 30.0),
        ("memory, times bare", ours.memory / bare.memory, 1.6),
        ("bytes a cursor key", ours.sent, 8000.0),
    )
    for label, figure, bar in rows:
        print(f"{label:<32} {figure:8.2f}   bar {bar:g}   {'met' if figure <= bar else 'NOT MET'}")
    return all(figure <= bar for _, figure, bar in rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--apps", type=Path, action="append", default=[], help="a folder with public applications")
    args = parser.parse_args()
    python = sys.executable
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        environment |= {f"XDG_{name}_HOME": f"{home}/{name}" for name in ("CONFIG", "CACHE", "DATA", "STATE")}
        environment["LC_ALL"] = "C.UTF-8"
        saves, text = Path(home, "saves"), Path(home, "lines.md")
        saved_game(saves)
        text.write_text("\n\n".join(f"line {number}" for number in range(1, 200)), encoding="utf-8")
        play = (python, "-m", "game", "play", "--saves", str(saves))
        bare = Program("bare application", (python, "-m", "benchmarks.bare", "--list"), "line 20")
        room = Program("situation room", (*play, "--continue"), "m Menu")
        programs = [bare, room, *installed(args.apps, text)]
        ready = [each for each in programs if starts(each, environment)]
        figures = {each.name: Figures() for each in ready}
        for _ in range(args.runs):
            for each in ready:
                measure(each, environment, figures[each.name])
    found = {name: medians(taken) for name, taken in figures.items()}
    print(f"medians of {args.runs} runs, {len(_KEYS)} keys in each")
    for name, middle in found.items():
        report(name, middle)
    return 0 if judge(found[room.name], found[bare.name]) else 1


if __name__ == "__main__":
    sys.exit(main())
