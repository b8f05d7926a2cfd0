"""What an author reads: for every documented fault its bad example, checked as the cards of a small scenario.

The messages are kept in ``__snapshots__``; whoever changes a wording reads them there.
"""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from game.cards.faults import CODES, Fault
from game.cards.library import check_path, load_scenario, render_all
from game.cards.lint import RULES
from tests.cards.small import NAME, spoilt, write

EXAMPLES = [code for code, info in CODES.items() if info.bad_example and (code.startswith("E") or code in RULES)]

ELSEWHERE = {
    "E112": ("parties/russia.yaml", "{line: 60,", "{line: 50,"),
    "E213": ("actions.yaml", "redeemed_by: [reassure]", "redeemed_by: [re-assure]"),
    "E216": ("worlds/ripe.yaml", "id: ripe", "id: ripened"),
    "E218": ("lenses/realist.yaml", "durability", "duration"),
    "E219": ("voices/russia.yaml", "{option}", "{opinion}"),
    "E221": ("briefing/glossary.yaml", "[[stalemate]]", "[[stallmate]]"),
    "E222": ("briefing/glossary.yaml", "word: stalemate", "word: Ripeness"),
    "W412": ("worlds/ripe.yaml", "id: ripe", "id: ripened"),
}
"""Faults that cards cannot have."""

WORDS_OF_OURS = (
    "pydantic",
    "Traceback",
    "NoneType",
    "dict",
    "tuple",
    "None",
    "True",
    "False",
    "bool",
    "object",
)


@pytest.fixture(autouse=True)
def among_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKCHANNEL_NO_CACHE", "1")
    monkeypatch.chdir(tmp_path)


def faults_of(code: str) -> tuple[Fault, ...]:
    if code in ELSEWHERE:
        write(Path(), spoilt(*ELSEWHERE[code]))
    else:
        write(Path(), {f"scenarios/{NAME}/cards/press.yaml": CODES[code].bad_file})
    return check_path(Path())


@pytest.mark.parametrize("code", [*EXAMPLES, *ELSEWHERE])
def test_each_bad_example_has_its_fault_and_reads_well(code: str, snapshot: SnapshotAssertion) -> None:
    faults = faults_of(code)
    text = render_all(faults)
    assert code in {fault.code for fault in faults}
    assert not [word for word in WORDS_OF_OURS if word in text]
    assert text == snapshot


def test_a_missing_file_and_one_that_nothing_reads_are_told(snapshot: SnapshotAssertion) -> None:
    write(Path(), {f"scenarios/{NAME}/voices/russia.yaml": None, f"scenarios/{NAME}/voice/russia.yaml": "{}\n"})
    assert render_all(check_path(Path())) == snapshot


def test_an_unknown_scenario_is_told(snapshot: SnapshotAssertion) -> None:
    assert render_all(load_scenario("tiny", write(Path("content"))).faults) == snapshot


def test_every_code_is_documented() -> None:
    """Those without an example here are told of in games that are played, or of files that cannot be opened."""
    from game.cards import assembly, completeness, inspection, lint, references, shaping, sums

    modules = (assembly, completeness, inspection, lint, references, shaping, sums)
    text = "".join(Path(module.__file__ or "").read_text(encoding="utf-8") for module in modules)
    used = {word for word in text.replace('"', " ").split() if len(word) == 4 and word[1:].isdigit()}
    assert used - set(CODES) == set()
