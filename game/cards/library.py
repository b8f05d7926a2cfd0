"""The door to content: finds it, loads a scenario, checks files, lists what can be played.

Past this door content is trusted, and nothing looks at it twice: every id in a loaded scenario names something, each
party has a value for each option, sums are right, conditions parse and ask for known names only. Not promised is that
a card can ever fire or that the game is any good; that is for :mod:`game.cards.lint`.

The module imports neither YAML nor pydantic before something has to be parsed, which a cached load does not.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from game.cards import shelf
from game.cards.folders import FRAME, digest_of, find_content, open_folder, scenario_folders
from game.model.scenario import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.cards.faults import Fault

__all__ = ["Loaded", "ScenarioTitle", "check_path", "find_content", "list_scenarios", "load_scenario", "render_all"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """``scenario`` is None if a file that it cannot do without is faulty; else the game can be played.

    ``left_out`` names the cards and moves that are missing from it because they are faulty. ``faults`` are those of
    all files, by place.
    """

    scenario: Scenario | None
    faults: "tuple[Fault, ...]"
    left_out: tuple[str, ...] = ()


class ScenarioTitle(NamedTuple):
    id: str
    title: str
    summary: str


def load_scenario(scenario_id: str, content: Path | None = None) -> Loaded:
    """The scenario of this id. One without any fault is kept on the shelf for the next time."""
    root = find_content() if content is None else content
    path = root / "scenarios" / scenario_id
    if path not in scenario_folders(root):
        from game.cards.inspection import unknown_scenario

        return Loaded(None, (unknown_scenario(scenario_id, root),))
    folder = open_folder(path)
    digest = digest_of(folder)
    kept = shelf.fetch(scenario_id, digest)
    if isinstance(kept, Scenario):
        return Loaded(kept, ())
    from game.cards.assembly import assemble

    loaded = Loaded(*assemble(folder))
    if loaded.scenario is not None and not loaded.faults:
        shelf.store(scenario_id, digest, loaded.scenario)
    return loaded


def check_path(path: Path) -> "tuple[Fault, ...]":
    """The faults of a folder of content, of a scenario's folder, or of one file among its neighbours."""
    from game.cards.inspection import inspect

    return inspect(path)


def render_all(faults: "Iterable[Fault]") -> str:
    """The faults as text with the lines they are about."""
    from game.cards import inspection

    return inspection.render_all(faults)


def list_scenarios(content: Path | None = None) -> tuple[ScenarioTitle, ...]:
    """The scenarios that can be offered, by folder; a title that cannot be read is the folder's name."""
    folders = scenario_folders(find_content() if content is None else content)
    frames = [(folder.name, (folder / FRAME).read_bytes()) for folder in folders]
    digest = sha256(repr(frames).encode()).hexdigest()
    kept = shelf.fetch("titles", digest)
    if isinstance(kept, tuple):
        return kept
    from game.cards.inspection import title_of

    titles = tuple(ScenarioTitle(name, *title_of(raw, name)) for name, raw in frames)
    shelf.store("titles", digest, titles)
    return titles
