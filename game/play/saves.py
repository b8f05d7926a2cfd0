"""The shelf on which a player's games lie, one journal a game."""

import os
import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final, NamedTuple

from game.model.scenario import Scenario
from game.model.world import Setup
from game.play import disk
from game.play.journal import glance
from game.play.lines import DamagedError
from game.play.opened import Content, Opened, read_journal, reopened
from game.play.records import Opening
from game.play.savefile import Pen, discard, make, put, sweep
from game.play.trouble import NOTHING_CHANGED, OTHER_FOLDER, SaveProblem, explained, reason_of

__all__ = ["Opened", "SaveProblem", "SaveTitle", "Shelf", "default_folder", "read_journal"]

SUFFIX: Final = ".jsonl"
_MOST_NAMES: Final = 100
"""Names that are tried for a new save, if others take them at the same time."""


class SaveTitle(NamedTuple):
    """A save as a list shows it. ``world`` as the player chose it; ``turns`` is the length in turns; ``written_as``
    the version of the program that began it; ``minds`` and ``information`` as in its setup. ``branch_of``
    is the name of the save that it left at ``branch_turn``. ``problem`` says why it cannot be opened, or is empty.
    """

    path: Path
    name: str
    scenario: str = ""
    world: str = ""
    length: str = ""
    seed: int = 0
    turn: int = 0
    turns: int = 0
    ending: str | None = None
    written_as: str = ""
    problem: str = ""
    minds: tuple[tuple[str, str], ...] = ()
    branch_of: str = ""
    branch_turn: int = 0
    information: str = ""


def shipped(scenario: str) -> Scenario | None:
    from game.cards.library import load_scenario

    return load_scenario(scenario).scenario


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of saves. ``content`` finds a scenario by its id."""

    folder: Path
    content: Content = shipped

    def list(self) -> tuple[SaveTitle, ...]:
        """All saves, the one with the newest decision first; none if there is no folder yet.

        What killed processes left half-made in the folder goes.
        """
        sweep(self.folder)
        return tuple(filter(None, map(_title, self.paths())))

    def newest_unfinished(self) -> SaveTitle | None:
        return next((title for title in self.list() if not title.ending and not title.problem), None)

    def open(self, save: Path | str) -> Opened:
        """The save of this name or path. Raises :class:`SaveProblem`."""
        return reopened(self.find(save), self.content)

    def delete(self, name: str) -> Path:
        """Remove a save of this folder, unless it is being played. Returns where it was."""
        path = self._named(name)
        discard(path)
        return path

    def make(self, opening: Opening) -> Pen:
        """A new journal in the folder, with a name that tells what it is."""
        return make(self.names_for(opening.setup), (opening,))

    def put(self, setup: Setup, raw: bytes) -> Path:
        """A journal that was written before, as another save in the folder."""
        return put(self.names_for(setup), raw)

    def names_for(self, setup: Setup) -> tuple[Path, ...]:
        """The first names for a game of this setup that no save has had so far."""
        stem = re.sub(r"[^a-z0-9]+", "-", f"{setup.scenario}-{setup.length}-{setup.seed}".lower()).strip("-")
        pattern = re.compile(rf"{re.escape(stem)}-(\d+)")
        taken = [int(found[1]) for path in self.paths() if (found := pattern.fullmatch(path.stem))]
        first = max(taken, default=0) + 1
        return tuple(self.folder / f"{stem}-{first + step}{SUFFIX}" for step in range(_MOST_NAMES))

    def find(self, save: Path | str) -> Path:
        """The file of this path, or of this name in the folder."""
        path = Path(save)
        if isinstance(save, Path) or path.name != save or path.is_file():
            return path
        return self._named(save)

    def _named(self, name: str) -> Path:
        names = {path.stem: path for path in self.paths()}
        path = names.get(name.removesuffix(SUFFIX))
        if path is None:
            close = get_close_matches(name, names, n=1)
            guess = f"Did you mean '{close[0]}'?" if close else "'backchannel saves' lists what there is."
            raise SaveProblem(f"There is no save called '{name}'", self.folder, NOTHING_CHANGED, guess)
        return path

    def paths(self) -> tuple[Path, ...]:
        """The saves by the time of their last decision, newest first."""
        with explained("The folder of saves cannot be read", self.folder, NOTHING_CHANGED, OTHER_FOLDER):
            try:
                with os.scandir(self.folder) as entries:
                    found = sorted(filter(None, map(_age_and_name, entries)))
            except FileNotFoundError:
                return ()
        return tuple(self.folder / name for _, name in reversed(found))


def _age_and_name(entry: os.DirEntry[str]) -> tuple[int, str] | None:
    """None for what is no save, or has gone in this moment."""
    try:
        is_save = entry.name.endswith(SUFFIX) and not entry.name.startswith(".") and entry.is_file()
        return (entry.stat().st_mtime_ns, entry.name) if is_save else None
    except FileNotFoundError:
        return None


_CHECKOUT: Final = Path(__file__).resolve().parents[2]


def default_folder(override: Path | str | None = None, checkout: Path = _CHECKOUT) -> Path:
    """Where saves lie: ``override``, or ``saves`` in a checkout that can be written, or the platform's data folder."""
    if override is not None:
        return Path(override)
    if (checkout / "pyproject.toml").is_file() and os.access(checkout, os.W_OK):
        return checkout / "saves"
    from platformdirs import user_data_path

    folder = user_data_path("backchannel", appauthor=False) / "saves"
    if not folder.is_absolute():
        raise SaveProblem(
            "There is no home folder to keep saves in", folder, NOTHING_CHANGED, "Name a folder with --saves."
        )
    return folder


def _title(path: Path) -> SaveTitle | None:
    """None for a save that has gone in this moment."""
    try:
        seen = glance(disk.now.read(path))
    except FileNotFoundError:
        return None
    except OSError as error:
        return SaveTitle(path, path.stem, problem=f"It cannot be read, because {reason_of(error)}.")
    except DamagedError as damage:
        return SaveTitle(path, path.stem, problem=f"Line {damage.line}: {damage}.")
    setup = seen.setup
    return SaveTitle(
        path=path,
        name=path.stem,
        scenario=setup.scenario,
        world=setup.world,
        length=setup.length,
        seed=setup.seed,
        turn=seen.turn,
        turns=seen.turns,
        ending=seen.ending,
        written_as=seen.program,
        minds=setup.minds,
        branch_of=seen.branch[0] if seen.branch else "",
        branch_turn=seen.branch[1] if seen.branch else 0,
        information=setup.information,
    )
