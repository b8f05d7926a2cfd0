"""House rules 2 and 3: words claim no more than the intent, and an answer explains itself as far as candour goes."""

import pytest

from game.model.actions import CallConference, CallLeader, Carry, Float, Table
from game.model.clauses import Term
from game.model.events import Answer, Ask, Ground, Help, HelpKind, Question, Reason, Verdict
from game.model.ids import ClauseId, OptionId, PartyId, TrackId
from game.telling.answers import AnswerWords, Places, say_answer, say_help, voice
from tests.telling.games import EU, RU, UA, answer, names, played_games, replies, scenario

LINE = Term(ClauseId("line"), OptionId("in-place"))
FORCES = Term(ClauseId("forces"), OptionId("low-ceiling"))


def floated(party: PartyId, *terms: Term) -> Question:
    if len(terms) > 1:
        return Question(party, Ask.FLOAT, terms, Carry(party, terms))
    return Question(party, Ask.FLOAT, terms, Float(party, terms[0].clause, terms[0].option))


def said(question: Question, given: Answer, key: int = 1) -> AnswerWords:
    return say_answer(names(), scenario(), question, given, key)


@pytest.mark.parametrize("party", [RU, UA, EU])
@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("terms", [(LINE,), (LINE, FORCES)])
def test_every_party_has_words_for_every_verdict(party: PartyId, verdict: Verdict, terms: tuple[Term, ...]) -> None:
    question = floated(party, *terms)
    for key in range(12):
        words = said(question, answer(verdict, question), key)
        assert words.quote
        assert "{" not in words.quote + words.headline + "".join(words.reasons)
        assert names().party(party) in words.headline


@pytest.mark.parametrize("party", [RU, UA, EU])
@pytest.mark.parametrize("ground", list(Ground))
def test_every_ground_of_a_refusal_has_words(party: PartyId, ground: Ground) -> None:
    question = floated(party, LINE)
    words = said(question, answer(Verdict.REFUSE, question, ground))
    assert words.quote
    assert words.reasons


@pytest.mark.parametrize("ground", [Ground.VALUE, Ground.HOME, Ground.RED_LINE, Ground.NO_DEAL])
def test_whoever_declines_to_sign_says_so_in_its_own_voice(ground: Ground) -> None:
    question = Question(RU, Ask.SIGN, scenario().landing, CallConference())
    words = said(question, answer(Verdict.REFUSE, question, ground))
    assert words.headline == "Moscow does not sign."
    assert words.quote


def test_a_signature_under_duress_is_said_to_be_one() -> None:
    question = Question(UA, Ask.SIGN, scenario().landing, CallConference())
    forced = Answer(Verdict.ACCEPT, (Reason(Ground.VALUE, 200),), Help(HelpKind.NONE), 90, 300, imposed=True)
    words = said(question, forced)
    assert words.headline == "Kyiv signs, under duress."
    assert words.quote in scenario().words.voices[UA]["sign-grudging"]


def test_a_guarded_party_tells_one_reason_and_a_candid_one_two() -> None:
    reasons = (Reason(Ground.VALUE, -300, LINE.clause, LINE.option), Reason(Ground.HOPE, -100))
    given = Answer(Verdict.REFUSE, reasons, Help(HelpKind.NONE), 80, -300)
    assert scenario().parties[RU].personality.candour < 40 <= scenario().parties[UA].personality.candour
    assert len(said(floated(RU, LINE), given).reasons) == 1
    assert len(said(floated(UA, LINE), given).reasons) == 2


def test_a_term_that_brings_nothing_is_not_said_to_serve_anybody() -> None:
    given = Answer(Verdict.ACCEPT, (Reason(Ground.VALUE, 1, LINE.clause, LINE.option),), Help(HelpKind.NONE), 60, 10)
    assert said(floated(RU, LINE), given).reasons == (
        "It can live with a standstill without recognition in the line clause as part of the whole.",
    )


def test_answers_on_neighbouring_clauses_do_not_echo_each_other() -> None:
    alignment = Term(ClauseId("alignment"), OptionId("deferred"))
    one, other = (
        said(floated(RU, term), answer(Verdict.ACCEPT, floated(RU, term))).quote for term in (LINE, alignment)
    )
    assert one.split()[:2] != other.split()[:2]


def test_a_condition_is_named_with_its_clause() -> None:
    question = floated(RU, LINE)
    words = said(question, answer(Verdict.ACCEPT_IF, question))
    assert words.headline == (
        "Moscow would take a standstill without recognition in the line clause "
        "against a legally binding halt in the enlargement clause."
    )


def test_an_offer_on_the_same_clause_does_not_name_it_twice() -> None:
    other = Term(LINE.clause, OptionId("special-zone"))
    given = Answer(Verdict.COUNTER, (Reason(Ground.VALUE, -90),), Help(HelpKind.NONE), 80, -90, other)
    assert said(floated(RU, LINE), given).headline.endswith("and offers a special zone in the Donbas instead.")


def test_the_leaders_channel_has_its_own_words() -> None:
    question = Question(RU, Ask.CALL, (LINE,), CallLeader(RU, LINE.clause, LINE.option))
    assert said(question, answer(Verdict.ACCEPT, question)).quote in scenario().words.voices[RU]["call-agrees"]
    assert said(question, answer(Verdict.REFUSE, question)).quote in scenario().words.voices[RU]["call-declines"]
    over = answer(Verdict.REFUSE, question, Ground.RED_LINE)
    assert "call" not in said(question, over).quote


def test_a_line_is_chosen_by_the_turn_and_always_alike() -> None:
    question = floated(RU, LINE)
    given = answer(Verdict.ACCEPT, question)
    quotes = [said(question, given, turn).quote for turn in range(20)]
    assert quotes == [said(question, given, turn).quote for turn in range(20)]
    assert len(set(quotes)) > 2


def test_for_a_package_only_lines_that_agree_in_number_are_used() -> None:
    words = {"option": "this and that", "clause": "line and forces"}
    for key in range(30):
        line = voice(names(), EU, "refuse-value", Places(words, key, many=True))
        assert "line and forces clause " not in line
        assert "this and that is" not in line


@pytest.mark.parametrize(
    ("help_", "words"),
    [
        (Help(HelpKind.OPTION, LINE), "Would help: put a standstill without recognition into the line clause."),
        (Help(HelpKind.ASK, FORCES), "Would help: first settle the forces clause as a low ceiling and range limits."),
        (Help(HelpKind.LINK, LINE, TrackId("nuclear")), "Would help: link nuclear talks to the line clause."),
        (Help(HelpKind.TRUST), "Would help: gain more trust from Moscow, then ask again."),
        (Help(HelpKind.NONE), None),
        (Help(HelpKind.OPTION), None),
    ],
)
def test_help_is_one_thing_that_somebody_can_do(help_: Help, words: str | None) -> None:
    assert say_help(names(), RU, help_) == words


def test_sureness_is_a_word_and_never_the_number_behind_it() -> None:
    question = floated(RU, LINE)
    for sureness in (50, 71, 98):
        given = Answer(Verdict.REFUSE, (Reason(Ground.HOPE, -1),), Help(HelpKind.NONE), sureness, -123)
        words = said(question, given)
        assert words.sureness
        assert not any(letter.isdigit() for letter in words.sureness + words.headline + "".join(words.reasons))


def test_all_answers_of_whole_games_are_told_without_gaps() -> None:
    for match in played_games():
        for turn, event in replies(match):
            words = said(event.question, event.answer, turn)
            assert words.quote, (event.question.ask, event.answer.verdict)
            assert words.reasons
            assert words.headline.endswith(".")


def test_a_table_answer_in_brief_says_the_verdict_alone() -> None:
    question = Question(UA, Ask.TABLE, (LINE,), Table(LINE.clause, LINE.option))
    assert said(question, answer(Verdict.STALL, question)).brief == "Kyiv neither takes nor refuses it"
