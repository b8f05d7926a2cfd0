"""The editors' schemas accept what the program accepts; a small checker of our own stands in for an editor."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from game.cards.faults import CODES
from game.cards.library import find_content
from game.cards.reader import read_text
from game.cards.schema import DIALECT, editor_settings, schemas, write_schemas
from game.cards.sheets import KINDS, kind_of_file
from tests.cards.small import FILES

TYPES = {"string": str, "array": list, "object": dict, "boolean": bool, "null": type(None)}


def wrong(data: Any, schema: Any, root: Any) -> list[str]:
    """Why the data does not fit: enough of the dialect for our own schemas."""
    if "$ref" in schema:
        return wrong(data, root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "anyOf" in schema:
        return [] if any(not wrong(data, each, root) for each in schema["anyOf"]) else [f"{data!r} fits no form"]
    if not has_type(data, schema.get("type")):
        return [f"{data!r} is no {schema['type']}"]
    if "enum" in schema and data not in schema["enum"]:
        return [f"{data!r} is not one of {schema['enum']}"]
    return [*wrong_scalar(data, schema), *wrong_inside(data, schema, root)]


def has_type(data: Any, wanted: Any) -> bool:
    names = wanted if isinstance(wanted, list) else [wanted] if wanted else []
    whole = isinstance(data, int) and not isinstance(data, bool)
    return not names or any(whole if name == "integer" else isinstance(data, TYPES[name]) for name in names)


def wrong_scalar(data: Any, schema: Any) -> list[str]:
    size = len(data) if isinstance(data, (str, list)) else 0
    most = schema.get("maxLength", schema.get("maxItems"))
    least = schema.get("minLength", schema.get("minItems", 0))
    found = []
    if (most is not None and size > most) or size < least:
        found.append(f"{data!r} has the wrong length")
    if isinstance(data, str) and "pattern" in schema and not re.search(schema["pattern"], data):
        found.append(f"{data!r} does not match")
    if isinstance(data, int) and not schema.get("minimum", data) <= data <= schema.get("maximum", data):
        found.append(f"{data!r} is out of range")
    return found


def wrong_inside(data: Any, schema: Any, root: Any) -> list[str]:
    if isinstance(data, list):
        return [each for item in data for each in wrong(item, schema.get("items", {}), root)]
    if not isinstance(data, dict):
        return []
    known, others = schema.get("properties", {}), schema.get("additionalProperties", {})
    found = [f"{name} is missing" for name in schema.get("required", []) if name not in data]
    for name, value in data.items():
        form = known.get(name, others)
        found += [f"{name} is unknown"] if form is False else wrong(value, form, root) if form is not True else []
    return found


def shipped() -> list[Path]:
    return [path for path in sorted(find_content().rglob("*.yaml")) if path.is_file()]


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.stem)
def test_shipped_content_fits_its_schema(path: Path) -> None:
    home = path.parent if path.parent.name not in ("scenarios", "one-last-effort") else path
    name = path.name if home is path else f"{home.name}/{path.name}"
    kind = kind_of_file(name)
    assert kind is not None
    schema = schemas()[kind.name]
    assert wrong(read_text(path.read_bytes(), name).data, schema, schema) == []


@pytest.mark.parametrize("code", ["E101", "E102", "E103", "E104", "E106", "E107", "E108", "E110", "E214"])
def test_what_a_shape_refuses_an_editor_marks(code: str) -> None:
    schema = schemas()["cards"]
    assert wrong(read_text(CODES[code].bad_file, "a.yaml").data, schema, schema)


def test_the_small_scenario_fits_too() -> None:
    for name, text in FILES.items():
        kind = kind_of_file(name.removeprefix("scenarios/small/"))
        if kind is not None and kind.annotation is not None:
            schema = schemas()[kind.name]
            assert wrong(read_text(text.encode(), name).data, schema, schema) == [], name


def test_a_schema_is_written_for_each_kind_of_file_and_goes_with_its_files(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "schemas")
    assert {path.name for path in written} == {f"{kind.name}.schema.json" for kind in KINDS if kind.annotation}
    assert all(json.loads(path.read_text())["$schema"] == DIALECT for path in written)
    assert editor_settings("schemas")["schemas/voice.schema.json"] == [
        "content/scenarios/*/voices/*.yaml",
        "!content/scenarios/*/voices/desk.yaml",
    ]
