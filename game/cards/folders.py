"""Where content lies, which files make up a scenario, and the digest that names what they say."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

OVERRIDE: Final = "BACKCHANNEL_CONTENT"
FRAME: Final = "scenario.yaml"
DIGEST_LETTERS: Final = 16


class ContentFile(NamedTuple):
    """``name`` is the path from the scenario's folder; ``raw`` is None if the file could not be read."""

    name: str
    path: Path
    raw: bytes | None


class Folder(NamedTuple):
    """A scenario's folder with all its files, and the lenses that lie beside the scenarios."""

    id: str
    path: Path
    files: tuple[ContentFile, ...]


def find_content() -> Path:
    """The content of a checkout, an editable install or a wheel; ``BACKCHANNEL_CONTENT`` names another."""
    if override := os.environ.get(OVERRIDE):
        return Path(override)
    package = Path(__file__).resolve().parent.parent
    packed = package / "_content"
    return packed if packed.is_dir() else package.parent / "content"


def scenario_folders(content: Path) -> tuple[Path, ...]:
    """The folders of all scenarios, by name."""
    try:
        found = sorted((content / "scenarios").iterdir())
    except OSError:
        return ()
    return tuple(path for path in found if (path / FRAME).is_file())


def open_folder(path: Path) -> Folder:
    """All files of the scenario in this folder, by name; those that nobody reads too, so that it can be said."""
    files = [*_files(path, path), *_files(path.parent.parent / "lenses", path.parent.parent)]
    return Folder(path.name, path, tuple(sorted(files)))


def _files(path: Path, root: Path) -> Iterator[ContentFile]:
    for parent, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            file = Path(parent, name)
            running_text = file.suffix == ".md" and file.parent.name == "briefing"
            if not name.startswith(".") and (running_text or file.suffix in (".yaml", ".yml")):
                yield ContentFile(file.relative_to(root).as_posix(), file, _bytes(file))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def digest_of(folder: Folder) -> str:
    """The same wherever the folder lies, in whatever order its files are listed, and with any line endings."""
    total = sha256()
    for file in folder.files:
        raw = (file.raw or b"").removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        total.update(f"{file.name}\0{len(raw)}\0".encode("utf-8", "surrogateescape"))
        total.update(raw)
    return total.hexdigest()[:DIGEST_LETTERS]
