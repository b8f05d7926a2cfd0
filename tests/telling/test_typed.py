"""What a player types is understood if it can mean only one thing; otherwise it is said what is missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model.verbs import action_text, parse_action
from game.rules.candidates import candidates
from game.telling.typed import parse_typed
from tests.telling.games import moments, played, scenario


@pytest.mark.parametrize(
    ("typed", "action"),
    [
        ("sound out moscow line", "sound-out russia line"),
        ("Sound out the Kremlin on the line of contact", "sound-out russia line"),
        ("sound ru line", "sound-out russia line"),
        ("table line in place", "table line in-place"),
        ("float kyiv guarantees snapback", "float ukraine guarantees monitored-snapback"),
        ("reassure Europe", "reassure europe"),
        ("link nuclear to line of contact", "link nuclear line"),
        ("convene economy", "convene economy parallel russia+ukraine+europe"),
        ("convene guarantees united kyiv and moscow", "convene guarantees unified russia+ukraine"),
        ("task guarantees alignment and forces", "task guarantees alignment+forces"),
        ("carry moscow line in place, forces low", "carry russia line=in-place+forces=low-ceiling"),
        ("call the kremlin line in place", "call russia line in-place"),
        ("conference", "conference"),
        ("sign", "conference"),
        ("call the signing conference", "conference"),
        ("Convene sanctions and reconstruction", "convene economy parallel russia+ukraine+europe"),
        ("Table a standstill without recognition in the line clause", "table line in-place"),
        (
            "Float to Kyiv: armed neutrality with an EU path in the alignment clause",
            "float ukraine alignment armed-neutrality",
        ),
        ("hunt", "hunt-leaks"),
        ("send arms to Kyiv", "send-arms"),
    ],
)
def test_names_ids_titles_and_beginnings_are_understood(typed: str, action: str) -> None:
    read = parse_typed(scenario(), typed)
    assert read.problem is None
    assert read.action == parse_action(action)


def test_every_wording_and_every_group_goes_by_what_the_screen_calls_it() -> None:
    for clause in scenario().clauses.values():
        for option in clause.options.values():
            for typed in (f"table {clause.short} {option.label}", f"table {clause.title} {option.label}"):
                assert parse_typed(scenario(), typed).action == parse_action(f"table {clause.id} {option.id}"), typed
    for group in scenario().groups.values():
        assert parse_typed(scenario(), f"recess {group.title}").action == parse_action(f"recess {group.id}")


@pytest.mark.parametrize(
    ("typed", "problem", "completion"),
    [
        ("", "Say which act.", "sound out"),
        ("sound out", "Say which party.", "sound out Kyiv"),
        ("table line", "Say which wording.", "table line a standstill without recognition"),
        ("pause", "'pause' could be more than one act.", "pause intelligence"),
        ("soundd moscow", "There is no act called 'soundd' here. Did you mean sound out?", "sound out"),
        ("tabel line", "There is no act called 'tabel' here. Did you mean table?", "table"),
        (
            "float moscow forces ceiling",
            "'ceiling' could be more than one wording.",
            "float Moscow forces a low ceiling and range limits",
        ),
        ("assure moscow", "Assure a leader: Kyiv or Europe.", "assure leader Kyiv"),
        ("warn the president's office", "Deliver a warning: Moscow.", "warn Moscow"),
        ("task territory", "Say which clause.", "task territory line"),
        ("task territory forces", "Task territory: line.", "task territory line"),
    ],
)
def test_what_is_missing_or_unclear_is_said_with_ways_to_go_on(typed: str, problem: str, completion: str) -> None:
    read = parse_typed(scenario(), typed)
    assert read.action is None
    assert read.problem is not None
    assert read.problem.startswith(problem)
    assert completion in read.completions


def test_a_slip_of_the_finger_gets_a_guess() -> None:
    assert "Did you mean Moscow?" in (parse_typed(scenario(), "sound out moscwo line").problem or "")


def test_words_left_over_are_not_swallowed() -> None:
    assert parse_typed(scenario(), "table line in-place tomorrow").problem == (
        "'tomorrow' is left over; the act was complete before it."
    )


def test_the_text_form_of_every_act_that_is_to_be_had_reads_back() -> None:
    for view in [*moments(played("busy", "quick", 4))][:2]:
        for action in candidates(view):
            assert parse_typed(scenario(), action_text(action)).action == action


def test_completions_lead_on() -> None:
    for line in parse_typed(scenario(), "float").completions:
        assert parse_typed(scenario(), line).problem == "Say which clause."


@pytest.mark.parametrize("typed", ["", "float kyiv guarantees", "carry moscow line", "convene", "link", "task economy"])
def test_whatever_is_offered_can_be_typed(typed: str) -> None:
    offered = parse_typed(scenario(), typed).completions
    assert offered
    for line in offered:
        read = parse_typed(scenario(), line)
        assert read.problem is None or read.problem.startswith("Say which")


def test_a_group_is_given_none_but_its_own_clauses() -> None:
    for group in scenario().groups.values():
        mine = [clause.short for clause in scenario().clauses.values() if clause.group == group.id]
        if mine:
            offered = parse_typed(scenario(), f"task {group.id}").completions
            assert [line.rsplit(" ", 1)[-1] for line in offered] == mine


def test_the_act_is_told_as_soon_as_it_is_clear() -> None:
    assert parse_typed(scenario(), "carry").verb == "carry"
    assert parse_typed(scenario(), "pause").verb is None


@given(st.text(max_size=60))
def test_nothing_that_can_be_typed_breaks_the_reading(typed: str) -> None:
    read = parse_typed(scenario(), typed)
    assert (read.action is None) == (read.problem is not None)
