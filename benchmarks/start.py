"""Cold start to the title screen, beside a bare Textual application: python -m benchmarks.start [--runs N]."""

import argparse
import os
import statistics
import sys
import tempfile

from benchmarks.terminal import seconds_until

_BARE = ([sys.executable, "-m", "benchmarks.bare"], "bare application")
_GAME = ([sys.executable, "-m", "game", "play"], "New game")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    times: dict[str, list[float]] = {"bare": [], "title": []}
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        for command, text in (_BARE, _GAME):
            seconds_until(command, text, environment)
        for _ in range(runs):
            times["bare"].append(seconds_until(*_BARE, environment))
            times["title"].append(seconds_until(*_GAME, environment))
    ratios = [title / bare for bare, title in zip(times["bare"], times["title"], strict=True)]
    bare, title = statistics.median(times["bare"]), statistics.median(times["title"])
    print(f"bare Textual application {bare * 1000:.0f} ms, title screen {title * 1000:.0f} ms, medians of {runs}")
    print(f"ratio run by run: median {statistics.median(ratios):.2f}, from {min(ratios):.2f} to {max(ratios):.2f}")


if __name__ == "__main__":
    main()
