"""Links of the briefing book: every one leads somewhere, and whoever mistypes one is told where and what was meant."""

from pathlib import Path

import pytest

from game.cards.faults import Fault
from game.cards.library import check_path, load_scenario, render_all
from game.cards.links import links, page_name, unclosed
from game.contracts.building.shipped import shipped
from game.lab.claims import claims
from game.minds.policies import POLICIES
from tests.cards.small import NAME, spoilt, write

PAGE = f"scenarios/{NAME}/briefing/01-your-task.md"
GLOSSARY = f"scenarios/{NAME}/briefing/glossary.yaml"


def faults(folder: Path, changed: dict[str, str | bytes | None]) -> list[Fault]:
    return list(check_path(write(folder, changed)))


def told(folder: Path, changed: dict[str, str | bytes | None]) -> list[tuple[str, int, int, str, str]]:
    return [
        (fault.path.rsplit("/", 1)[-1], *fault.position, fault.code, fault.hint) for fault in faults(folder, changed)
    ]


def test_a_link_names_a_target_and_may_show_other_words() -> None:
    found = list(links("A [[ripeness]] in [bold] [[ party:russia|Moscow's\n  move ]]."))
    assert [(link.target, link.shown) for link in found] == [
        ("ripeness", "ripeness"),
        ("party:russia", "Moscow's move"),
    ]
    assert found[0].offset == 2


def test_treaty_brackets_are_no_links() -> None:
    assert list(links("[RU: once the rest of the Donbas is handed over]")) == []
    assert list(unclosed("[RU: a] [UA: b]")) == []


@pytest.mark.parametrize("text", ["[[ripeness", "[[ripeness]", "[[]]", "[[a|]]", "[[a|b|c]]"])
def test_what_is_no_whole_link_is_noticed(text: str) -> None:
    assert list(links(text)) == []
    assert list(unclosed(text)) == [0]


@pytest.mark.parametrize(
    ("written", "column", "guess"),
    [
        ("[[ripenes]]", 13, "did you mean 'ripeness'?"),
        ("[[moments of truth]]", 13, "before a colon stands one of: "),
        ("[[C77]]", 13, "did you mean 'C7'?"),
        ("[[party:rusia]]", 13, "did you mean 'party:russia'?"),
        ("[[page:your-tusk]]", 13, "did you mean 'page:your-task'?"),
        ("[[clause:lin]]", 13, "did you mean 'clause:line'?"),
        ("[[ripeness", 11, "write [[word]], or [[word|other words]]"),
    ],
)
def test_a_link_that_leads_nowhere_is_told_with_its_place_and_a_guess(
    tmp_path: Path, written: str, column: int, guess: str
) -> None:
    (fault,) = told(tmp_path, {PAGE: f"# Your task\n\nFind out: {written} is what counts.\n"})
    assert fault[:4] == ("01-your-task.md", 3, column, "E221")
    assert fault[4].startswith(guess)


def test_a_fault_in_a_folded_text_of_the_glossary_is_found_in_its_line(tmp_path: Path) -> None:
    changed = spoilt(GLOSSARY, "see a\n    [[way out]]", "see a\n    [[weigh out]]")
    (fault,) = told(tmp_path, changed)
    assert fault == ("glossary.yaml", 6, 7, "E221", "did you mean 'way out'?")


def test_see_also_is_checked_like_a_link(tmp_path: Path) -> None:
    (fault,) = told(tmp_path, spoilt(GLOSSARY, "see: [C1]", "see: [C1, stallmate]"))
    assert fault[0:4:3] == ("glossary.yaml", "E221")


@pytest.mark.parametrize("twin", ["Ripeness", "ri-peness", "Way-out"])
def test_two_headwords_of_one_name_are_a_fault(tmp_path: Path, twin: str) -> None:
    entry = f"- {{id: twin, word: {twin}, text: Again., here: Again.}}\n"
    changed: dict[str, str | bytes | None] = {GLOSSARY: _glossary() + entry}
    expected = [] if twin == "ri-peness" else ["E222"]
    assert [fault.code for fault in faults(tmp_path, changed)] == expected


def _glossary() -> str:
    from tests.cards.small import FILES

    return FILES[GLOSSARY]


def test_equal_ids_are_a_fault_as_everywhere(tmp_path: Path) -> None:
    entry = "- {id: ripeness, word: Another word, text: Again., here: Again.}\n"
    assert [fault.code for fault in faults(tmp_path, {GLOSSARY: _glossary() + entry})] == ["E208"]


def test_a_glossary_that_cannot_be_read_makes_no_link_wrong(tmp_path: Path) -> None:
    changed = {GLOSSARY: _glossary() + "- id: [\n", PAGE: "# Your task\n\n[[ripeness]] or [[anything]].\n"}
    assert "E221" not in {fault.code for fault in faults(tmp_path, changed)}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("until: {turn: 2}", "until: {turn: 2, acts: 1}", "E109"),
        ("until: {turn: 2}", "until: {}", "E109"),
        ("until: {turn: 2}", "until: {at: [kitchen]}", "E104"),
        ("until: {turn: 2}", "until: {planned: {verb: sound-outt}}", "E213"),
        ("until: {turn: 2}", "until: {planned: {verb: float, clause: line, option: in-plaice}}", "E205"),
        ("world: ripe", "world: rotten", "E211"),
        ("length: quick", "length: slow", "E104"),
    ],
)
def test_faults_of_the_guides_script_are_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    found = faults(tmp_path, spoilt(f"scenarios/{NAME}/briefing/guide.yaml", old, new))
    assert [fault.code for fault in found] == [code], render_all(found)


def test_what_became_of_an_unknown_claim_is_a_fault(tmp_path: Path) -> None:
    found = faults(tmp_path, spoilt(f"scenarios/{NAME}/briefing/claims.yaml", "id: C1", "id: C99"))
    assert [fault.code for fault in found] == ["E207"]


def test_the_small_book_is_loaded_with_everything_in_it(tmp_path: Path) -> None:
    scenario = load_scenario(NAME, write(tmp_path)).scenario
    assert scenario is not None
    words = scenario.words
    assert [word.word for word in words.glossary] == ["ripeness", "stalemate"]
    assert words.notes["C1"].tests == ("passive ripe",)
    assert words.guide is not None
    assert words.guide.steps[0].until.turn == 2


class TestTheShippedBook:
    def test_every_claim_says_what_became_of_it(self) -> None:
        words = shipped().words
        assert list(words.notes) == list(words.claims) == [f"C{number}" for number in range(1, 25)]

    def test_every_experiment_that_a_claim_names_is_one_of_the_suite(self) -> None:
        cells = {f"{claim.policy} {claim.world}" for claim in claims(tuple(POLICIES), tuple(shipped().worlds))}
        named = {test for note in shipped().words.notes.values() for test in note.tests}
        assert named <= cells

    def test_it_has_sixty_headwords_or_more_each_with_its_part_in_the_game(self) -> None:
        glossary = shipped().words.glossary
        assert len(glossary) >= 60
        assert all(word.text.endswith(".") and word.here.endswith(".") for word in glossary)

    def test_a_headword_takes_two_to_five_sentences(self) -> None:
        long = {word.word for word in shipped().words.glossary if len((word.text + word.here).split()) > 90}
        assert long == set()

    def test_the_first_page_names_first_what_is_not_on_the_table(self) -> None:
        first = shipped().words.briefing["01-your-task"].split("\n\n")[1]
        for each in ("justice", "accountability", "missing children", "life under occupation"):
            assert each in first

    def test_pages_are_linked_without_their_numbers(self) -> None:
        assert page_name("01-your-task") == "your-task"
        assert page_name("your-task") == "your-task"
