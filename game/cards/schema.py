"""JSON Schemas of the content files, from the shapes that check them, so that editors complete and mark as one types.

A schema knows fields, types and bounds; what a name stands for only ``check`` can tell.
"""

import json
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from game.cards.sheets import KINDS, FileKind, anatomy

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Mapping[str, dict[str, Any]]:
    """One schema for each kind of content file, by the kind's name."""
    return {kind.name: _schema(kind) for kind in KINDS if kind.annotation is not None}


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Writes ``<kind>.schema.json`` for every kind."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in schemas().items():
        written.append(folder / f"{name}.schema.json")
        written[-1].write_text(json.dumps(schema, indent=2) + "\n", encoding="utf-8")
    return tuple(written)


def editor_settings(folder: str) -> dict[str, list[str]]:
    """What the YAML extension of an editor calls ``yaml.schemas``: which schema goes with which files."""
    return {f"{folder}/{kind.name}.schema.json": _patterns(kind) for kind in KINDS if kind.annotation is not None}


def _patterns(kind: FileKind) -> list[str]:
    """A file that has a schema of its own is taken out of the pattern for its folder."""
    home = "content" if kind.name == "lens" else "content/scenarios/*"
    fixed = [each.pattern for each in KINDS if each is not kind and fnmatchcase(each.pattern, kind.pattern)]
    return [f"{home}/{kind.pattern}", *(f"!{home}/{pattern}" for pattern in fixed)]


def _schema(kind: FileKind) -> dict[str, Any]:
    one = _plain(anatomy(kind)[0].json_schema(by_alias=True))
    definitions = one.pop("$defs", {})
    whole = {"type": "array", "items": one} if kind.listed else one
    return {"$schema": DIALECT, "title": f"Backchannel {kind.name}", **whole, "$defs": definitions}


def _plain(schema: Any) -> Any:
    """Without titles that repeat a field's name, and without defaults that no author would write."""
    if isinstance(schema, list):
        return [_plain(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: _plain(value)
        for key, value in schema.items()
        if not (key == "title" and isinstance(value, str))
        and not (key == "default" and not isinstance(value, (bool, int, str)))
    }
