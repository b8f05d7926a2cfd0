"""The text reads like a draft treaty: wording first, what is disputed in brackets, marked with who wants it."""

from dataclasses import replace

from game.model.clauses import ClauseState, Term
from game.model.groups import Step, TrackState
from game.model.ids import ClauseId, OptionId, TrackId
from game.model.views import MediatorView
from game.model.world import Heard
from game.telling.document import draft_markdown
from game.telling.draft import DraftClause, detail_dots, draft, draft_line
from tests.telling.games import EU, RU, UA, fresh, names, played, scenario

LINE = ClauseId("line")
IN_PLACE = OptionId("in-place")
ALIGNMENT, DEFERRED = ClauseId("alignment"), OptionId("deferred")


def with_line(state: ClauseState) -> MediatorView:
    view = fresh().mediator()
    return replace(view, text={**view.text, LINE: state})


def line(view: MediatorView) -> DraftClause:
    return draft(view, names())[0]


def test_an_open_clause_shows_what_each_stakeholder_says_in_public() -> None:
    clause = line(fresh().mediator())
    assert clause.state == "open"
    assert clause.lines == (
        "No wording stands in the text.",
        "[RU: once territory is handed over and recognised]",
        "[UA: after withdrawal of all Russian forces]",
    )


def test_parties_that_want_the_same_share_a_bracket() -> None:
    view = fresh().mediator()
    heard = {(party, ALIGNMENT): Heard(1, DEFERRED, "accept", None) for party in (UA, EU)}
    alignment = draft(replace(view, heard=heard), names())[1]
    assert alignment.lines[1:] == (
        "[RU: neutral and outside the Union]",
        "[UA EU: its membership of alliances being left for later]",
    )


def test_a_floated_wording_shows_the_bracket_of_whoever_is_missing() -> None:
    clause = line(with_line(ClauseState(IN_PLACE, (UA,), tabled=True)))
    assert clause.state == "floated"
    assert clause.lines[0].startswith("The Parties shall cease fire along the line of contact")
    assert clause.lines[1:] == ("[RU: once territory is handed over and recognised]",)
    assert clause.missing == (RU,)
    assert draft_line(clause, names()) == "floated; detail 0 of 3; agreed by Kyiv; missing Moscow"


def test_a_wording_that_is_only_on_file_is_not_shown_as_text() -> None:
    clause = line(with_line(ClauseState(IN_PLACE, (UA,))))
    assert clause.lines[0].startswith("Not in the text yet; Kyiv would take, between us:")


def test_a_bracket_holds_what_the_party_last_asked_for() -> None:
    view = with_line(ClauseState(IN_PLACE, (UA,), tabled=True))
    asked = Heard(2, IN_PLACE, "counter", Term(LINE, OptionId("hand-over")))
    clause = line(replace(view, heard={(RU, LINE): asked}))
    assert clause.lines[1] == "[RU: once the rest of the Donbas is handed over]"


def test_a_bracket_holds_what_the_party_would_take_on_a_condition() -> None:
    view = with_line(ClauseState(IN_PLACE, (UA,), tabled=True))
    asked = Heard(2, IN_PLACE, "accept-if", Term(ClauseId("assets"), OptionId("returned")))
    clause = line(replace(view, heard={(RU, LINE): asked}))
    assert clause.lines[1] == "[RU: without recognition of any change of border, on a condition]"


def test_a_consent_in_confidence_is_marked() -> None:
    clause = line(with_line(ClauseState(IN_PLACE, (RU, UA), tabled=True, private=(UA,))))
    assert draft_line(clause, names()) == "floated; detail 0 of 3; agreed by Moscow and Kyiv (Kyiv in confidence)"
    clause = line(with_line(ClauseState(IN_PLACE, (UA,), private=(UA,))))
    assert "agreed by Kyiv in confidence; missing Moscow" in draft_line(clause, names())


def test_a_clause_settled_over_a_head_says_whose() -> None:
    clause = line(with_line(ClauseState(IN_PLACE, (RU,), (UA,), 100, tabled=True)))
    assert clause.state == "agreed in principle"
    assert clause.lines[-1] == "[settled over the head of Kyiv]"
    assert clause.over == (UA,)


def test_a_jam_is_marked_and_a_link_is_named() -> None:
    view = with_line(ClauseState(IN_PLACE, (RU, UA), (), 100, tabled=True))
    view = replace(view, tracks={**view.tracks, TrackId("nuclear"): TrackState(Step.LINKED, LINE, 2)})
    clause = line(view)
    assert clause.jam
    assert draft_line(clause, names()) == (
        "agreed in principle; detail 1 of 3; agreed by Moscow and Kyiv; "
        "jammed: the leaders must settle the principle; linked: Nuclear talks"
    )


def test_what_was_paid_is_no_longer_linked() -> None:
    view = with_line(ClauseState(IN_PLACE, (RU, UA), (), 300, blessed=True, tabled=True))
    view = replace(view, tracks={**view.tracks, TrackId("nuclear"): TrackState(Step.DELIVERED, LINE, 2)})
    assert line(view).linked == ()
    assert line(view).state == "locked"


def test_detail_is_three_dots_of_which_one_that_is_begun_is_half() -> None:
    assert [detail_dots(detail) for detail in (0, 99, 100, 285, 300)] == ["○○○", "◐○○", "●○○", "●●◐", "●●●"]


def test_the_whole_draft_exports_as_a_document() -> None:
    match = played("statecraft", "class", 4)
    text = draft_markdown(match.mediator())
    agreed = sum(clause.state not in ("open", "floated") for clause in draft(match.mediator(), names()))
    assert text.startswith(f"# Draft agreement\n\n{agreed} clauses of 9 agreed")
    assert [part.split("\n")[0] for part in text.split("\n## ")[1:]] == [
        f"Article {number}. {clause.title}" for number, clause in enumerate(scenario().clauses.values(), 1)
    ]
