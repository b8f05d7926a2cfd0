"""The check that a claim which the published page has passing does not begin to fail."""

import json
from pathlib import Path

import pytest

from docs.kept import PAGE, broken, failing_in, main

PUBLISHED = PAGE.read_text(encoding="utf-8")


def claims() -> list[dict[str, str]]:
    """The table of the page, as ``lab --claims --json`` would give it."""
    rows = [line.strip("| ").split(" | ") for line in PUBLISHED.splitlines() if line.startswith("| `")]
    return [
        {
            "policy": policy.strip("`"),
            "world": world.strip("`"),
            "must": must,
            "found": found,
            "verdict": verdict.split(",")[0],
        }
        for policy, world, must, found, verdict in (
            row for row in rows if len(row) == 5 and row[4][:4] in ("pass", "fail")
        )
    ]


def test_the_page_counts_as_many_failures_as_are_found_in_it() -> None:
    assert f" {len(failing_in(PUBLISHED))} fail, " in PUBLISHED


def test_what_fails_in_the_page_may_fail_and_nothing_else() -> None:
    known = failing_in(PUBLISHED)
    for each in claims():
        worse = list(broken([each | {"verdict": "fail"}], known))
        assert bool(worse) is (each["verdict"] == "pass"), each
        assert list(broken([each | {"verdict": "pass"}], known)) == []


def test_a_failure_is_named_and_ends_with_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "claims.json"
    file.write_text(json.dumps({"claims": claims()}), encoding="utf-8")
    assert main([str(file)]) == 0
    capsys.readouterr()
    file.write_text(json.dumps({"claims": [each | {"verdict": "fail"} for each in claims()]}), encoding="utf-8")
    assert main([str(file)]) == 1
    assert "passive in ripe passed in claims.md, and fails: settles 0 %: " in capsys.readouterr().out


def test_a_page_without_a_table_is_no_excuse() -> None:
    with pytest.raises(ValueError, match="No table of claims"):
        failing_in("# Claims\n")
