"""House rules 2 and 3: words claim no more than the intent, and an answer explains itself as far as candour goes."""

from collections.abc import Sequence

import pytest

from game.model.actions import CallConference, CallLeader, Carry, Float, Table
from game.model.clauses import Term
from game.model.events import (
    ActionTaken,
    Answer,
    Ask,
    Ground,
    Help,
    HelpKind,
    PartyAnswered,
    Question,
    Reason,
    Verdict,
)
from game.model.ids import ClauseId, OptionId, PartyId, TrackId
from game.telling.answers import AnswerWords, say_answer, say_help
from game.telling.cables import match_cables, turn_cables
from game.telling.dispatches import Hour, reaction, say_reply
from game.telling.voices import Chorus, Places, voice
from tests.telling.games import EU, RU, UA, answer, names, played, played_games, replies, scenario

LINE = Term(ClauseId("line"), OptionId("in-place"))
FORCES = Term(ClauseId("forces"), OptionId("low-ceiling"))


def floated(party: PartyId, *terms: Term) -> Question:
    if len(terms) > 1:
        return Question(party, Ask.FLOAT, terms, Carry(party, terms))
    return Question(party, Ask.FLOAT, terms, Float(party, terms[0].clause, terms[0].option))


def said(question: Question, given: Answer, key: int = 1) -> AnswerWords:
    return say_answer(names(), question, given, key)


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
    told = {said(floated(RU, LINE), given, turn).reasons[0] for turn in range(3)}
    assert len(told) == 3
    assert "It can live with a standstill without recognition in the line clause as part of the whole." in told
    assert not any("served" in reason or "a gain" in reason for reason in told)


@pytest.mark.parametrize("weight", [-600, -200, -20, 20, 200, 600])
@pytest.mark.parametrize("ground", [Ground.HOPE, Ground.NO_DEAL])
@pytest.mark.parametrize("terms", [(LINE,), (LINE, FORCES)])
def test_a_common_ground_is_told_in_several_ways_by_its_size(
    weight: int, ground: Ground, terms: tuple[Term, ...]
) -> None:
    if weight > 0 and ground is Ground.NO_DEAL:
        return
    verdict = Verdict.ACCEPT if weight > 0 else Verdict.REFUSE
    given = Answer(verdict, (Reason(ground, weight),), Help(HelpKind.NONE), 80, weight)
    told = {said(floated(RU, *terms), given, turn).reasons[0] for turn in range(6)}
    assert len(told) >= 3
    assert not any(" clauses is " in reason or " clauses does " in reason for reason in told)
    other = Answer(verdict, (Reason(ground, weight * 20),), Help(HelpKind.NONE), 80, weight)
    louder = {said(floated(RU, *terms), other, turn).reasons[0] for turn in range(6)}
    assert abs(weight) == 600 or not told & louder


class Witness(Chorus):
    """Notices a line that is said again within three turns although another of those that fit was not."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str, int]] = []
        self.faults: list[str] = []

    def pick(self, speaker: str, lines: Sequence[str], start: int, turn: int) -> str:
        line = super().pick(speaker, lines, start, turn)
        lately = {each for who, each, when in self.told if who == speaker and turn - when < 3}
        if line in lately and set(lines) - lately:
            self.faults.append(line)
        self.told.append((speaker, line, turn))
        return line


@pytest.mark.parametrize(("policy", "length", "seed"), [("statecraft", "class", 4), ("busy", "full", 2)])
def test_nobody_repeats_a_line_within_three_turns_while_there_is_another(policy: str, length: str, seed: int) -> None:
    match, witness = played(policy, length, seed), Witness()
    for record in match.turns:
        hour = Hour(record.turn, record.first, witness)
        for event in record.events:
            if isinstance(event, ActionTaken):
                reaction(names(), event.action, hour)
            elif isinstance(event, PartyAnswered):
                say_reply(names(), event, hour)
    assert len(witness.told) > 50
    assert not witness.faults


def test_cables_are_told_with_what_was_said_before_in_mind() -> None:
    match = played("busy", "full", 2)
    closed = [record for record in match.turns if record.digest]
    for place, record in enumerate(closed):
        told = match_cables(match, record, names())
        assert told == turn_cables(match.game, record, names(), match.turns[:place])
    assert any(match_cables(match, each, names()) != turn_cables(match.game, each, names()) for each in closed)


def test_a_chorus_takes_fresh_lines_first_and_then_the_one_said_longest_ago() -> None:
    chorus, lines = Chorus(), ("a", "b", "c")
    assert [chorus.pick("us", lines, 0, 1) for _ in range(4)] == ["a", "b", "c", "a"]
    assert chorus.pick("them", lines, 0, 1) == "a"
    assert chorus.pick("us", lines, 1, 2) == "b"
    assert chorus.pick("us", lines, 0, 3) == "c"
    assert [chorus.pick("us", lines, 0, 5) for _ in range(3)] == ["a", "b", "c"]
    assert chorus.pick("us", lines, 0, 9) == "a"


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
    words = {"option": "this and that", "clause": "line and forces", "ask_option": "these", "ask_clause": "assets"}
    for party in (RU, UA, EU):
        for kind in ("accept", "accept-if", "counter", "refuse-value", "refuse-nodeal", "refuse-over-head", "stall"):
            for turn in range(12):
                line = voice(names(), party, kind, Places(words, turn, many=True))
                assert "line and forces clause " not in line
                assert "this and that is" not in line
                assert not line.startswith("The line and forces")


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
    for sureness in (50, 71):
        given = Answer(Verdict.REFUSE, (Reason(Ground.HOPE, -1),), Help(HelpKind.NONE), sureness, -123)
        words = said(question, given)
        assert words.sureness
        assert not any(letter.isdigit() for letter in words.sureness + words.headline + "".join(words.reasons))
    certain = Answer(Verdict.REFUSE, (Reason(Ground.HOPE, -1),), Help(HelpKind.NONE), 98, -123)
    assert not said(question, certain).sureness


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
