"""Packages with minds in them, as an installer leaves them: a module and the metadata that announces its minds."""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent

import pytest

from game.play.roster import Kind, offered

PARTY = """
    from game.minds.bargainer import Bargainer

    class Plain(Bargainer):
        '''Does what the built-in one does. And says so.'''
"""


def install(folder: Path, package: str, code: str, version: str = "1.0", **minds: Mapping[str, str]) -> Path:
    """Lay a package of this name into the folder; ``party`` and ``mediator`` map names to what the module holds."""
    module = package.replace("-", "_")
    (folder / f"{module}.py").write_text(dedent(code), encoding="utf-8")
    info = folder / f"{module}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n", encoding="utf-8")
    lines = [
        line
        for kind, offers in minds.items()
        for line in (f"[{Kind(kind).group}]", *(f"{name} = {module}:{what}" for name, what in offers.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    offered.cache_clear()
    return folder


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of packages, for this test alone, that are found by this process and those that it starts."""
    folder = tmp_path / "site"
    folder.mkdir()
    loaded = set(sys.modules)
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("PYTHONPATH", str(folder))
    offered.cache_clear()
    yield folder
    offered.cache_clear()
    for name in set(sys.modules) - loaded:
        if str(folder) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]
