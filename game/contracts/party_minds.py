"""The contract of a party's mind: it decides from its view alone, explains itself, signs nothing unflagged that it must
not sign, and plays whole games."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import ClassVar

from game.contracts.building.moments import opened
from game.contracts.building.shipped import shipped, shipped_setup
from game.contracts.building.situations import Situation, helped, situations
from game.contracts.watching import guarded_party
from game.minds.mind import PartyMind
from game.minds.policies import POLICIES
from game.model.clauses import Term
from game.model.events import Answer, Ask, HelpKind, Question, Verdict
from game.model.ids import US
from game.model.scenario import Scenario
from game.model.seats import ChooseMove, MoveOffer
from game.model.views import PartyView
from game.model.world import Setup
from game.play.autoplay import advance, mediate
from game.play.match import Match, start, submit
from game.rules.negotiate import Scales, kept_to_itself, signing_case
from game.telling.answers import say_answer
from game.telling.names import Names

Case = tuple[Situation, Answer]

_ANSWERED: dict[type, tuple[Case, ...]] = {}
"""What the mind of each suite answered, because most tests look at all of it."""


class PartyMindContract:
    """Subclass it, name the ``mind``; ``count`` situations are tried, of the shipped scenario unless overridden."""

    mind: ClassVar[PartyMind]
    count: ClassVar[int] = 600

    @staticmethod
    def match() -> Match:
        """The game whose moments the mind is put into."""
        return opened(shipped(), shipped_setup("class"))

    def cases(self, *verdicts: Verdict) -> Sequence[Case]:
        """The mind's answers, to all questions or those that ended in one of these verdicts."""
        kind = type(self)
        if kind not in _ANSWERED:
            found = situations(self.match().game, self.count)
            _ANSWERED[kind] = tuple((situation, self.mind.answer(*situation)) for situation in found)
        answered = _ANSWERED[kind]
        return [case for case in answered if not verdicts or case[1].verdict in verdicts]

    def test_the_same_view_and_question_get_the_same_answer(self) -> None:
        """Whatever was asked in between, and whether or not it is the same object."""
        for situation, given in reversed(self.cases()):
            assert self.mind.answer(*situation) == given
        situation, given = self.cases()[0]
        party = {id(situation.view.party): situation.view.party}
        assert self.mind.answer(*deepcopy(situation, party)) == given

    def test_a_view_is_left_as_it_was(self) -> None:
        for situation, _ in self.cases()[:40]:
            before = repr(situation)
            self.mind.answer(*situation)
            assert repr(situation) == before

    def test_what_it_decides_is_taken_in_a_game(self) -> None:
        """As when it is chosen by name: of the right kind, and such that a journal can hold it."""
        scenario = self.match().game.scenario
        for situation, given in self.cases():
            seated = guarded_party(self.mind, situation.view.party.id, scenario)
            assert seated.answer(*situation) == given

    def test_every_answer_can_be_put_into_words(self) -> None:
        names = Names(self.match().game.scenario)
        for situation, given in self.cases():
            words = say_answer(names, situation.question, given, situation.view.turn)
            assert words.headline, situation.question
            assert words.reasons, situation.question

    def test_it_plays_whole_games_in_every_seat_and_the_same_game_again(self) -> None:
        """Opposite the policy that does everything the source asks for."""
        match = self.match()
        for seed in (1, 2):
            setup = replace(match.game.setup, seed=seed)
            game, again = (_played(self.mind, match.game.scenario, setup) for _ in range(2))
            assert game.over
            assert game.digest == again.digest

    def test_every_answer_has_a_reason_that_weighs_something(self) -> None:
        """Rule 3 of the house: a verdict, the two reasons that weighed most."""
        for situation, given in self.cases():
            assert 1 <= len(given.reasons) <= 2, situation.question
            assert 0 not in [reason.weight for reason in given.reasons], situation.question

    def test_sureness_runs_from_0_to_100(self) -> None:
        for situation, given in self.cases():
            assert 0 <= given.sureness <= 100, situation.question

    def test_a_margin_of_0_or_more_goes_with_a_yes_or_a_bluff_and_with_nothing_else(self) -> None:
        for situation, given in self.cases():
            if situation.question.ask is not Ask.SIGN:
                assert (given.margin >= 0) is (given.verdict is Verdict.ACCEPT or given.bluff), situation.question

    def test_a_bluff_is_bounded_names_a_price_and_is_for_envoys_alone(self) -> None:
        """At a table and before a leader it is never tried; more than the bound is never risked."""
        for situation, given in self.cases():
            if given.bluff:
                assert (situation.question.ask, given.verdict) == (Ask.FLOAT, Verdict.ACCEPT_IF), situation.question
                assert 0 <= given.margin < kept_to_itself(situation.view), situation.question

    def test_a_condition_or_a_counter_names_what_it_wants_and_no_other_answer_does(self) -> None:
        naming = (Verdict.ACCEPT_IF, Verdict.COUNTER)
        for situation, given in self.cases():
            assert (given.instead is not None) is (given.verdict in naming), situation.question

    def test_a_condition_is_on_another_clause_and_a_counter_on_the_same(self) -> None:
        for situation, given in self.cases(Verdict.ACCEPT_IF, Verdict.COUNTER):
            asked = {term.clause: term.option for term in situation.question.terms}
            assert given.instead is not None
            same = given.instead.clause in asked
            assert same is (given.verdict is Verdict.COUNTER), situation.question
            assert asked.get(given.instead.clause) != given.instead.option

    def test_nothing_is_asked_for_that_another_party_is_known_never_to_sign(self) -> None:
        for situation, given in self.cases():
            for wanted in (given.instead, given.help.term if given.help.kind is HelpKind.OPTION else None):
                if wanted is not None:
                    assert wanted.option not in situation.view.closed.get(wanted.clause, ()), situation.question

    def test_nothing_is_asked_for_that_is_over_its_own_red_line(self) -> None:
        for situation, given in self.cases(Verdict.ACCEPT_IF, Verdict.COUNTER):
            assert given.instead is not None
            assert Scales(situation.view).red_line(given.instead) is None

    def test_a_signature_is_never_conditional(self) -> None:
        for situation, given in self.cases():
            if situation.question.ask is Ask.SIGN:
                assert given.verdict in (Verdict.ACCEPT, Verdict.REFUSE)

    def test_a_price_traded_in_one_package_turns_the_answer(self) -> None:
        """A condition means what it says: with the clause and option that it names, the answer is yes."""
        for situation, given in self.cases(Verdict.ACCEPT_IF):
            traded = _with_terms(situation, *situation.question.terms, given.instead)
            assert self.mind.answer(*traded).verdict is Verdict.ACCEPT, situation.question

    def test_a_counter_is_taken_when_it_is_put(self) -> None:
        """In place of the wording on the same clause, and but for the noise that belongs to another question: it is
        within three deviations of a yes."""
        for situation, given in self.cases(Verdict.COUNTER):
            assert given.instead is not None
            other = given.instead
            put = _with_terms(situation, *(other if t.clause == other.clause else t for t in situation.question.terms))
            assert self.mind.answer(*put).margin >= -3 * situation.view.rates.noise, situation.question

    def test_what_would_help_raises_the_chance(self) -> None:
        """Rule 3 of the house. Trust and room by ten points, resentment and hopes by half a point."""
        for situation, given in self.cases():
            after = helped(situation, given.help)
            if after is not None and given.verdict is not Verdict.ACCEPT:
                assert chance(self.mind, *after) > chance(self.mind, *situation), (situation.question, given.help)

    def test_no_option_over_a_red_line_is_taken_while_nobody_squeezes(self) -> None:
        for situation, _ in self.cases(Verdict.ACCEPT):
            if not situation.view.squeeze:
                assert Scales(situation.view).crossed(situation.question.terms) is None, situation.question

    def test_it_signs_nothing_below_its_limit_or_over_a_red_line_while_nobody_squeezes(self) -> None:
        for situation, given in self.cases(Verdict.ACCEPT):
            if situation.question.ask is Ask.SIGN and not situation.view.squeeze:
                case = signing_case(Scales(situation.view), situation.question.terms)
                assert case.surplus >= case.limit
                assert case.crossed is None
                assert case.unsold == 0
                assert not given.imposed

    def test_what_it_signs_under_a_squeeze_below_its_free_limit_is_flagged_as_imposed(self) -> None:
        """Below the limit that it would have without the cut, or over a red line."""
        for situation, given in self.cases(Verdict.ACCEPT):
            if situation.question.ask is Ask.SIGN and situation.view.squeeze:
                case = signing_case(Scales(situation.view), situation.question.terms)
                assert given.imposed == case.imposed, situation.question

    def test_it_makes_only_moves_that_are_offered_and_the_same_from_the_same_view(self) -> None:
        for situation, _ in self.cases()[:60]:
            moves = situation.view.party.moves
            offers = tuple(MoveOffer(move.id, 20 + 15 * place) for place, move in enumerate(moves[:6]))
            request = ChooseMove(situation.view.party.id, offers)
            made = self.mind.move(situation.view, request)
            assert made == self.mind.move(situation.view, request)
            assert made.move is None or made.move in [offer.move for offer in offers]

    def test_it_makes_no_move_when_none_is_offered(self) -> None:
        view = self.cases()[0][0].view
        assert self.mind.move(view, ChooseMove(view.party.id, ())).move is None


def _played(mind: PartyMind, scenario: Scenario, setup: Setup) -> Match:
    """A whole game in which it has every party's seat."""
    minds = {seat: guarded_party(mind, seat, scenario) for seat in scenario.parties}
    match = advance(start(scenario, setup), minds)
    while not match.over:
        match = advance(submit(match, US, mediate(match, match.waiting[0], POLICIES["statecraft"])), minds)
    return match


def _with_terms(situation: Situation, *terms: Term | None) -> Situation:
    """The same question with other terms."""
    asked = tuple(term for term in terms if term is not None)
    return situation._replace(question=replace(situation.question, terms=asked))


def chance(mind: PartyMind, view: PartyView, question: Question) -> tuple[bool, int, int]:
    """What grows with the chance of a yes: the verdict, how little keeps it from being sold at home, the margin."""
    given = mind.answer(view, question)
    unsold = signing_case(Scales(view), question.terms).unsold if question.ask is Ask.SIGN else 0
    return given.verdict is Verdict.ACCEPT, -unsold, given.margin
