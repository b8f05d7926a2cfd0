"""Every name must name something; each kind of name is spoilt once in a scenario that is otherwise sound."""

from pathlib import Path

import pytest

from game.cards.library import check_path
from tests.cards.small import FILES, NAME, spoilt, write


def told(content: Path) -> list[str]:
    """The faults, with the file's name from the scenario's folder on."""
    home = f"{NAME}/"
    return [
        f"{fault.path.rpartition(home)[2] or fault.path}:{fault.position.line}:{fault.position.column} "
        f"{fault.code} {fault.message}"
        for fault in check_path(content)
    ]


def test_the_small_scenario_is_sound(tmp_path: Path) -> None:
    assert told(write(tmp_path)) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        # conditions
        ("cards/press.yaml", "turn >= 2", "trun >= 2", "3:9 E210 unknown name 'trun'"),
        ("cards/press.yaml", "turn >= 2", "left-1 >= 2", "3:9 E210 unknown name 'left-1'"),
        ("cards/press.yaml", "turn >= 2", "turn >= trust.rusia", "3:17 E201 unknown quantity 'trust.rusia'"),
        ("cards/press.yaml", "turn >= 2", "detail.lime >= 100", "3:9 E204 unknown clause 'lime'"),
        ("cards/press.yaml", "turn >= 2", "text.lime.bare", "3:9 E204 unknown clause 'lime'"),
        ("cards/press.yaml", "turn >= 2", "text.line.bare", "3:9 E205 unknown option 'bare' of the clause 'line'"),
        ("cards/press.yaml", "turn >= 2", "unified.nuclear", "3:9 E209 unknown group 'nuclear'"),
        ("cards/press.yaml", "turn >= 2", "track.territory > 0", "3:9 E209 unknown track 'territory'"),
        ("cards/press.yaml", "turn >= 2", "seen.leaks", "3:9 E202 unknown card 'leaks'"),
        ("cards/press.yaml", "turn >= 2", "refusals.europe", "3:9 E203 unknown party 'europe'"),
        ("cards/press.yaml", "flag.leak-hunt", "flag.hunt", "19:9 E206 no choice sets the flag 'hunt'"),
        ("moves/russia.yaml", "2 * stage", "2 * stages", "4:35 E210 unknown name 'stages'"),
        ("scenario.yaml", "trust.ukraine <= 1", "trust.kyiv <= 1", "14:11 E201 unknown quantity 'trust.kyiv'"),
        # effects and what follows
        ("cards/press.yaml", "discipline: +8", "disciplin: +8", "15:17 E201 unknown quantity 'disciplin'"),
        ("moves/russia.yaml", "detail.line", "detail.lines", "5:24 E201 unknown quantity 'detail.lines'"),
        ("actions.yaml", "trust.{party}", "trust.of.{party}", "E201 unknown quantity 'trust.of.russia'"),
        (
            "cards/press.yaml",
            "sets: leak-hunt",
            "sets: leak-hunt\n      clears: hunt",
            "17:15 E206 unknown flag 'hunt'",
        ),
        # sources and tags
        ("cards/press.yaml", "source: [C7]", "source: [C7, C77]", "6:16 E207 unknown source 'C77'"),
        ("worlds/ripe.yaml", "[C1, C6]", "[C1, C66]", "5:14 E207 unknown source 'C66'"),
        ("cards/press.yaml", "tags: [press]", "tags: [gossip]", "5:10 E214 unknown tag 'gossip'"),
        # parties
        ("parties/russia.yaml", "weights: {line", "weights: {lime", "E204 unknown clause 'lime'"),
        ("parties/russia.yaml", "{bare: 70", "{mare: 70", "17:15 E205 unknown option 'mare' of the clause 'ceasefire'"),
        (
            "parties/russia.yaml",
            "option: withdrawal",
            "option: retreat",
            "E205 unknown option 'retreat' of the clause 'line'",
        ),
        (
            "parties/russia.yaml",
            "line: in-place, ceasefire: 33",
            "line: inplace, ceasefire: 33",
            "E205 unknown option 'inplace'",
        ),
        ("parties/russia.yaml", "[bare, monitored]", "[bare, monitor]", "E205 unknown option 'monitor'"),
        ("parties/russia.yaml", "quantity: discipline", "quantity: order", "E201 unknown quantity 'order'"),
        ("parties/russia.yaml", "squeezed_by: [tempo]", "squeezed_by: [arms]", "E201 unknown quantity 'arms'"),
        # the frame, the actions, the worlds and the lenses
        (
            "scenario.yaml",
            "stakeholders: [russia, ukraine]",
            "stakeholders: [russia, kyiv]",
            "7:62 E203 unknown party 'kyiv'",
        ),
        ("scenario.yaml", "track: arctic", "track: artic", "E209 unknown track 'artic'"),
        ("scenario.yaml", "seen: all", "seen: [us, kyiv]", "E203 unknown seat 'kyiv'"),
        ("scenario.yaml", "bands: level", "bands: levels", "E218 unknown list of bands 'levels'"),
        ("scenario.yaml", "convened: [territory]", "convened: [teritory]", "E209 unknown group 'teritory'"),
        (
            "scenario.yaml",
            "promised: {ceasefire: [monitored]}",
            "promised: {ceasefire: [watched]}",
            "E205 unknown option 'watched'",
        ),
        ("clauses.yaml", "group: territory", "group: teritory", "E209 unknown group 'teritory'"),
        ("actions.yaml", "redeemed_by: [reassure]", "redeemed_by: [soothe]", "E213 unknown action 'soothe'"),
        ("actions.yaml", "parties: [russia]", "parties: [moscow]", "E203 unknown party 'moscow'"),
        ("worlds/ripe.yaml", "rates: {noise", "rates: {noises", "E218 unknown rate 'noises'"),
        (
            "worlds/ripe.yaml",
            "rates: {noise",
            "length: {patience: 150}\nrates: {noise",
            "E218 unknown number of a length 'patience'",
        ),
        ("worlds/ripe.yaml", "option: in-place", "option: bare", "E205 unknown option 'bare' of the clause 'line'"),
        ("worlds/ripe.yaml", "base: {russia", "base: {rusia", "6:8 E203 unknown party 'rusia'"),
        ("lenses/realist.yaml", "durability", "duration", "E218 unknown measure 'duration'"),
    ],
)
def test_a_name_that_names_nothing_is_told_where_it_stands(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    found = told(write(tmp_path, spoilt(file, old, new)))
    assert any(f"{file}:" in each and message in each for each in found), found


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("clauses.yaml", "importance: 50", "importance: 40", "E112 the clauses' importances add up to 90, not to 100"),
        ("parties/russia.yaml", "{line: 60,", "{line: 50,", "E112 the weights add up to 90, not to 100"),
        ("lenses/realist.yaml", "settlement: 60", "settlement: 61", "E112 the weights add up to 101, not to 100"),
        (
            "parties/russia.yaml",
            "{in-place: 50, withdrawal: 0}",
            "{in-place: 50}",
            "E102 'line' says nothing of withdrawal",
        ),
        ("parties/russia.yaml", ", ceasefire: 33", "", "E102 'expects' says nothing of ceasefire"),
        ("parties/russia.yaml", "low: -120", "low: 121", "E105 'low' is 121, above 'high', which is 120"),
        ("scenario.yaml", "landing: {line: in-place, ", "landing: {", "E102 'landing' says nothing of line"),
        ("scenario.yaml", "start: 50", "start: 500", "E105 'start' must be from 0 to 100, found 500"),
        ("scenario.yaml", "[50, high]", "[0, high]", "E105 the numbers of the bands 'level' must rise"),
        ("scenario.yaml", ", track: arctic, about", ", about", "E209 no group works on the track 'arctic'"),
        ("scenario.yaml", "id: small", "id: smaller", "1:5 E216 id 'smaller' is not the name of its folder"),
        (
            "scenario.yaml",
            "rates:\n",
            "information:\n  - {id: usual, label: Usual, about: As it is., lists: 100, bands: 90}\nrates:\n",
            "E105 'bands' of the level 'usual' must be 100, found 90",
        ),
        (
            "scenario.yaml",
            "rates:\n",
            "information:\n  - {id: bare, label: Bare, about: Little., lists: 50, bands: 500}\nrates:\n",
            "E105 'bands'",
        ),
        (
            "scenario.yaml",
            "rates:\n",
            "information:\n" + 2 * "  - {id: bare, label: Bare, about: Little., lists: 50, bands: 200}\n" + "rates:\n",
            "E208 the id 'bare' appears twice",
        ),
        ("worlds/ripe.yaml", "id: ripe", "id: riper", "1:5 E216 id 'riper' is not the name of its file"),
        ("actions.yaml", "- id: float\n", "- id: flote\n", "E102 the action 'float' is missing"),
        ("actions.yaml", "  family: any", "  family: any\n  parties: [russia]", "E109 the rules ask for what"),
        (
            "cards/press.yaml",
            "id: wrong-suspect",
            "id: readout-leaks",
            "17:7 E208 the id 'readout-leaks' appears twice",
        ),
        ("cards/press.yaml", "id: hunt", "id: own-it", "12:11 E208 the id 'own-it' appears twice"),
        ("clauses.yaml", "id: withdrawal", "id: in-place", "E208 the id 'in-place' appears twice"),
        ("scenario.yaml", "{id: congress", "{id: tempo", "E208 the id 'tempo' appears twice"),
        ("moves/ukraine.yaml", "id: ukraine-waits", "id: russia-waits", "1:7 E208 the id 'russia-waits' appears twice"),
        ("voices/russia.yaml", "{option}", "{optoin}", "2:13 E219 '{optoin}' is replaced by nothing"),
        ("voices/desk.yaml", "{option}", "option}", "E219 '}' is replaced by nothing"),
        ("actions.yaml", "  parties: [russia, ukraine]\n", "", "E201 'trust.{party}' is for actions with 'parties'"),
    ],
)
def test_what_does_not_add_up_or_is_there_twice_or_not_at_all_is_told(
    tmp_path: Path, file: str, old: str, new: str, message: str
) -> None:
    found = told(write(tmp_path, spoilt(file, old, new)))
    assert any(f"{file}:" in each and message in each for each in found), found


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("clauses.yaml", "1:1 E215 the file 'clauses.yaml' is missing"),
        ("voices/desk.yaml", "1:1 E215 the file 'voices/desk.yaml' is missing"),
        ("parties/ukraine.yaml", "5:19 E215 party 'ukraine' has no file 'parties/ukraine.yaml'"),
        ("voices/russia.yaml", "5:11 E215 party 'russia' has no file 'voices/russia.yaml'"),
        ("worlds/ripe.yaml", "1:1 E215 the folder 'worlds' holds no world"),
        ("lenses/realist.yaml", "1:1 E215 the folder 'lenses' holds no lens"),
    ],
)
def test_a_file_that_a_scenario_needs_is_missed(tmp_path: Path, file: str, message: str) -> None:
    name = file if file in FILES else f"scenarios/{NAME}/{file}"
    assert told(write(tmp_path, {name: None})) == [f"scenario.yaml:{message}"]


def test_a_file_that_nothing_reads_is_told_with_a_guess(tmp_path: Path) -> None:
    stray = {f"scenarios/{NAME}/card/press.yaml": "[]\n", f"scenarios/{NAME}/cards/press.yml": "[]\n"}
    write(tmp_path, {**stray})
    (first, second) = check_path(tmp_path)
    assert (first.code, first.hint) == ("E217", "did you mean 'cards/press.yaml'?")
    assert (second.code, second.hint) == ("E217", "did you mean 'cards/press.yaml'?")


def test_a_file_named_after_no_party_is_told(tmp_path: Path) -> None:
    write(tmp_path, {f"scenarios/{NAME}/moves/russa.yaml": "[]\n"})
    assert told(tmp_path) == [
        "moves/russa.yaml:1:1 E203 the file is named after 'russa', which is no party of the scenario"
    ]


def test_one_fault_does_not_make_the_names_beside_it_unknown(tmp_path: Path) -> None:
    broken = spoilt("clauses.yaml", "political: true", "political: often")
    assert [each.split()[1] for each in told(write(tmp_path, broken))] == ["E104"]


def test_a_file_that_cannot_be_read_does_not_make_its_names_unknown(tmp_path: Path) -> None:
    for file in ("scenario.yaml", "clauses.yaml", "actions.yaml", "claims.yaml", "cards/press.yaml"):
        found = told(write(tmp_path, {f"scenarios/{NAME}/{file}": "- [\n"}))
        assert {each.split()[1] for each in found} == {"E011"}, file
        write(tmp_path)


def test_a_flag_set_by_a_faulty_card_is_known(tmp_path: Path) -> None:
    broken = spoilt("cards/press.yaml", "title: The readout leaks", "tittle: The readout leaks")
    assert [each.split()[1] for each in told(write(tmp_path, broken))] == ["E101"]


def test_a_reference_in_words_is_no_claim(tmp_path: Path) -> None:
    named = spoilt("cards/press.yaml", "source: [C7]", "source: ['UN General Assembly, February 2023']")
    assert told(write(tmp_path, named)) == []
