"""What was ever saved opens as it was: saves of every form that journals have had, kept in ``corpus``."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.model.ids import CardId
from game.play.journal import read
from game.play.lines import UNCHAINED, sealed
from game.play.records import Decided
from game.play.saves import SaveProblem, Shelf
from game.play.session import Session
from tests.play.games import play, scenario, shelf
from tests.play.keeping import EXPECTED, corpus, facts

KEPT = corpus()
NOTED = json.loads(EXPECTED.read_text())


@pytest.fixture
def put(tmp_path: Path) -> Path:
    """Where a save of the corpus is laid out."""
    return tmp_path / "kept.jsonl"


def test_every_save_of_the_corpus_is_noted_and_every_note_has_its_save() -> None:
    assert KEPT.keys() == NOTED.keys()
    sets = {name.partition("/")[0] for name in KEPT}
    assert all({f"{each}/finished", f"{each}/torn", f"{each}/rewound"} <= KEPT.keys() for each in sets)


@pytest.mark.parametrize("name", KEPT)
def test_a_save_of_any_earlier_form_opens_as_it_was_left_and_goes_on(put: Path, name: str) -> None:
    put.write_bytes(KEPT[name])
    opened = shelf(put.parent).open(put)
    assert json.loads(json.dumps(facts(opened))) == NOTED[name]
    assert bool(opened.journal.torn) == name.endswith("torn")
    assert (opened.history.branch is not None) == name.endswith("branched")
    assert opened.rerun.startswith("It can")
    (title,) = shelf(put.parent).list()
    assert (title.turn, title.ending, title.problem) == (NOTED[name]["turn"], NOTED[name]["ending"], "")
    with Session.resume(opened) as session:
        play(session, 99)
        assert session.match.over
    assert shelf(put.parent).open(put).match == session.match


@pytest.mark.parametrize("name", [name for name in KEPT if name.startswith("6-")])
def test_a_save_that_notes_its_state_opens_even_if_content_has_lost_a_card_of_it(put: Path, name: str) -> None:
    put.write_bytes(KEPT[name])
    journal = read(KEPT[name])
    last = max(place for place, each in enumerate(journal.records) if isinstance(each, Decided) and each.world)
    later = {card for met in journal.mets[last:] for card in met.get(CardId, ())}
    lost = next(card for card in sorted(journal.met[CardId]) if card not in later)
    cards = {card: spec for card, spec in scenario().cards.items() if card != lost}
    opened = Shelf(put.parent, lambda _: replace(scenario(), cards=cards, digest="without it")).open(put)
    assert not opened.whole
    assert facts(opened)["patience"] == NOTED[name]["patience"]


def test_a_later_format_is_refused_with_the_version_that_wrote_it_and_left_alone(put: Path) -> None:
    lines, last = [], UNCHAINED
    for raw in KEPT["6-states/running"].splitlines():
        form = {key: part for key, part in json.loads(raw).items() if key != "sum"}
        form |= {"format": 2, "program": "3.0.0"} if form["n"] == 0 else {}
        line, last = sealed(json.dumps(form, separators=(",", ":")), last)
        lines.append(line)
    put.write_text("".join(lines))
    before = put.read_bytes()
    with pytest.raises(SaveProblem) as refused:
        shelf(put.parent).open(put)
    assert refused.value.what == (
        "The save cannot be read: it has format 2, written by version 3.0.0; this version of the game reads format 1"
    )
    assert "left as it is" in refused.value.kept
    assert "format 2" in shelf(put.parent).list()[0].problem
    assert put.read_bytes() == before
