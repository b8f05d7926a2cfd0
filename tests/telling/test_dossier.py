"""A dossier sets what a party says beside what we believe, and holds nothing that only the party knows."""

from dataclasses import replace

from game.model.clauses import ClauseState, Term
from game.model.groups import Step, TrackState
from game.model.ids import ClauseId, OptionId, Quantity, TrackId, VerbId
from game.model.world import Heard, Pledge
from game.play.forecast import Chance
from game.telling.dossier import by_weight, chance_word, dossier, say_band, say_sign_today, sign_label
from tests.telling.games import EU, RU, UA, fresh, moments, names, played, scenario


def test_clauses_come_in_the_order_in_which_they_matter_to_the_party() -> None:
    view = fresh().mediator()
    weights = [clause.weight for clause in dossier(view, names(), RU).clauses]
    assert weights == sorted(weights, reverse=True)
    assert 98 <= sum(weights) <= 100
    assert by_weight(view, RU)[0] == "line"


def test_public_positions_and_red_lines_stand_beside_estimates() -> None:
    line = dossier(fresh().mediator(), names(), RU).clauses[0]
    assert line.public == "Hand-over and recognition"
    marked = {str(option.id): (option.public, option.red_line) for option in line.options}
    assert marked["recognition"] == (True, False)
    assert marked["withdrawal"] == (False, True)


def test_estimates_are_the_mediators_own_and_say_how_wide_they_are() -> None:
    match = played("busy", "quick", 4)
    for view in moments(match):
        for party in (RU, UA, EU):
            for clause in dossier(view, names(), party).clauses:
                belief = view.beliefs[party, clause.id]
                assert tuple(option.value for option in clause.options) == belief.values
                assert {option.band for option in clause.options} == {belief.band}
                assert clause.basis


def test_the_levels_are_those_that_we_can_read() -> None:
    view = fresh().mediator()
    found = {quantity for _, _, quantity in dossier(view, names(), UA).levels}
    assert found <= set(view.known)
    assert "strain.ukraine.manpower" in found
    assert "aspiration.ukraine" not in found


def test_a_reading_that_tells_nothing_yet_is_left_out() -> None:
    view, reading = fresh().mediator(), Quantity("reading.ukraine")
    for value, told in ((0, False), (4, False), (-60, True)):
        known = replace(view, known={**view.known, reading: value})
        assert (reading in {quantity for _, _, quantity in dossier(known, names(), UA).levels}) == told


def test_promises_threats_and_steps_are_listed() -> None:
    view = fresh().mediator()
    pledge = Pledge(VerbId("warn"), RU, threat=True, made=2, due=5)
    linked = TrackState(Step.LINKED, ClauseId("line"), 3)
    view = replace(view, pledges=(pledge,), tracks={**view.tracks, TrackId("nuclear"): linked})
    assert dossier(view, names(), RU).promises == (
        "Threat: deliver a warning, due by turn 5.",
        "Nuclear talks: linked to the line clause since turn 3.",
    )
    assert dossier(view, names(), UA).promises == ()


def test_the_last_answers_come_newest_first_with_what_was_asked_for() -> None:
    asked = Term(ClauseId("forces"), OptionId("low-ceiling"))
    heard = {
        (RU, ClauseId("line")): Heard(1, OptionId("in-place"), "refuse", None),
        (RU, ClauseId("assets")): Heard(4, OptionId("split"), "accept-if", asked),
    }
    words = dossier(replace(fresh().mediator(), heard=heard), names(), RU)
    assert words.answers == (
        "Turn 4: Moscow would take a split between the two sides, and asked for a low ceiling and range limits "
        "in the forces clause.",
        "Turn 1: Moscow refused a standstill without recognition.",
    )


def test_a_chance_is_a_band_with_a_word() -> None:
    chance = Chance(RU, 24, 48)
    empty, full = fresh().mediator(), played("statecraft", "class", 4).mediator()
    asked = "Would Moscow sign a text like the one it expects?"
    assert say_sign_today(empty, names(), chance) == f"{asked} Doubtful, 24–48 %."
    assert say_sign_today(full, names(), chance) == "Would Moscow sign today? Doubtful, 24–48 %."
    assert say_band(99, 99) == "99 %"
    assert [chance_word(low, low) for low in (0, 8, 25, 45, 65, 90)] == [
        "Hardly",
        "Unlikely",
        "Doubtful",
        "An even chance",
        "Likely",
        "Almost certainly",
    ]


def test_refusals_are_counted() -> None:
    view = fresh().mediator()
    assert "It has refused nothing so far." in dossier(view, names(), RU).header
    for count, words in ((1, "once"), (2, "twice"), (3, "3 times")):
        view = replace(view, refusals={**view.refusals, RU: count})
        assert f"It has refused {words} so far." in dossier(view, names(), RU).header
    assert scenario().parties[RU].wants in dossier(view, names(), RU).header[1]


def test_a_chance_over_an_empty_text_is_not_told_as_one_of_signing_today() -> None:
    """Until most clauses have a wording, what is weighed is a text like the one that the party expects."""
    view = fresh().mediator()
    assert sign_label(view) == "signs what it expects?"
    worded = {key: ClauseState(next(iter(spec.options)), tabled=True) for key, spec in scenario().clauses.items()}
    assert sign_label(replace(view, text=worded)) == "would sign today?"
