"""What would have turned a refusal, against a search that tries everything."""

from dataclasses import replace

import pytest

from game.debrief.course import Reply, replies
from game.debrief.offers import Kind, Refusal, refusals, spare_if_taken
from game.minds.bargainer import Bargainer
from game.model.clauses import Term, principle_agreed
from game.model.events import Ask, Verdict
from game.model.ids import ClauseId, PartyId, Quantity
from game.play.match import Match
from game.rules.sight import party_view
from tests.campaigns import sized
from tests.debrief.recorded import game, games

LOOKED_AT = sized(6, ci=40, full=400)


def accepts(match: Match, reply: Reply, **changed: object) -> bool:
    """Whether the party accepts with the question, or a level, changed."""
    question = replace(reply.question, terms=changed.get("terms", reply.question.terms))
    levels = {**reply.world.quantities, **changed.get("levels", {})}
    view = party_view(match.game, replace(reply.world, quantities=levels), reply.question.party)
    return Bargainer().answer(view, question).verdict is Verdict.ACCEPT


def all_wordings(match: Match, reply: Reply) -> set[tuple[Kind, Term]]:
    """Every single wording, in place of one that was put or beside all, with which the party accepts."""
    question, found = reply.question, set()
    for clause, spec in match.game.scenario.clauses.items():
        beside = clause not in [each.clause for each in question.terms]
        if beside and not may_be_joined(match, reply, clause):
            continue
        for option in spec.options:
            term = Term(clause, option)
            others = tuple(each for each in question.terms if each.clause != clause)
            swapped = tuple(term if each.clause == clause else each for each in question.terms)
            open_ = term not in question.terms and not shut(match, question.party, term)
            if open_ and accepts(match, reply, terms=(*others, term) if beside else swapped):
                found.add((Kind.COMPANION if beside else Kind.OPTION, term))
    return found


def may_be_joined(match: Match, reply: Reply, clause: ClauseId) -> bool:
    """Whether the clause could have gone into one package with what was put."""
    settled = principle_agreed(match.game.scenario.clauses[clause], reply.world.clauses[clause])
    whole = reply.question.ask in (Ask.SIGN, Ask.CALL) or len(reply.question.terms) == 3
    return not settled and not whole


def shut(match: Match, party: PartyId, term: Term) -> bool:
    """Whether it is a red line of somebody else's."""
    others = [each for each in match.game.scenario.parties.values() if each.id != party]
    return any((line.clause, line.option) == (term.clause, term.option) for each in others for line in each.red_lines)


def missed(match: Match) -> tuple[Refusal, ...]:
    return refusals(match.game, replies(match))[:LOOKED_AT]


@pytest.mark.campaign
def test_no_wording_that_would_have_turned_it_is_missed_and_none_is_made_up() -> None:
    for match in games():
        for refusal in missed(match):
            wordings = {(turn.kind, turn.term) for turn in refusal.turns if turn.kind in (Kind.OPTION, Kind.COMPANION)}
            assert wordings == all_wordings(match, refusal.reply)


@pytest.mark.campaign
def test_a_level_is_the_least_that_would_have_done() -> None:
    """Tried one point after the other instead of by halves; aspirations in steps, being in hundredths."""
    for match in games():
        for refusal in missed(match):
            party = refusal.reply.question.party
            trust = Quantity(f"trust.{party}")
            now = refusal.reply.world.quantities[trust]
            slow = next(
                (by for by in range(1, 101 - now) if accepts(match, refusal.reply, levels={trust: now + by})), None
            )
            fast = next((turn.amount for turn in refusal.turns if turn.kind is Kind.TRUST), None)
            assert fast == slow
            hope, level = next(((t.amount, t.kind) for t in refusal.turns if t.kind is Kind.HOPE), (None, None))
            if level is not None and hope is not None:
                quantity = Quantity(f"aspiration.{party}")
                held = refusal.reply.world.quantities[quantity]
                assert accepts(match, refusal.reply, levels={quantity: held - hope})
                assert not accepts(match, refusal.reply, levels={quantity: held - hope + 1})


def test_what_is_named_first_asks_for_least() -> None:
    for match in games():
        for refusal in missed(match):
            kinds = [turn.kind in (Kind.OPTION, Kind.COMPANION, Kind.LINK, Kind.DETAIL) for turn in refusal.turns]
            assert kinds == sorted(kinds, reverse=True)
            spare = [turn.spare for turn, act in zip(refusal.turns, kinds, strict=True) if act]
            assert spare == sorted(spare)


def test_only_what_was_not_accepted_is_a_refusal_and_all_of_that_is() -> None:
    match = game("conference-spam", "seminar", "ripe", 2)
    said = replies(match)
    assert len(refusals(match.game, said)) == sum(r.answer.verdict is not Verdict.ACCEPT for r in said)


def test_a_question_that_was_accepted_leaves_what_the_party_said_that_it_leaves() -> None:
    match = game()
    taken = [r for r in replies(match) if r.answer.verdict is Verdict.ACCEPT and r.question.ask is not Ask.SIGN]
    assert taken
    for reply in taken:
        assert spare_if_taken(match.game, reply.world, reply.question) == reply.answer.margin
