"""Where games part ways, against a comparison of every pair of them by hand."""

from game.debrief.chapters import Table
from game.debrief.gathering import gathered
from game.debrief.partings import partings
from game.model.events import ActionDropped, ActionTaken, ChoiceTaken, PartyAnswered, Verdict
from game.play.match import Match
from tests.debrief.recorded import broken_off, findings, game, untouched

POLICIES = ("statecraft", "hint-follower", "pressure-only", "words-only", "statecraft")


def together() -> list[Match]:
    return [game(policy, "quick", "ripe", 5) for policy in POLICIES]


def script(match: Match) -> list[list[str]]:
    """What was decided, turn by turn, in words."""
    return [
        [str(e) for e in turn.events if isinstance(e, ChoiceTaken)]
        + [str(e.action) for e in turn.events if isinstance(e, ActionTaken | ActionDropped)]
        for turn in match.turns
    ]


def first_difference(one: Match, other: Match) -> int | None:
    pairs = zip(script(one), script(other), strict=False)
    return next((turn for turn, (mine, theirs) in enumerate(pairs, 1) if mine != theirs), None)


def test_every_pair_of_games_parts_once_and_in_the_first_turn_that_differs() -> None:
    matches = together()
    found = partings(matches)
    for place, one in enumerate(matches):
        for at, other in enumerate(matches):
            turns = [each.turn for each in found if each.game == place and at in each.others]
            first = None if place == at else first_difference(one, other)
            assert turns == ([] if first is None else [first])


def test_what_a_game_decided_by_itself_is_what_the_others_did_not() -> None:
    matches = together()
    scripts = [script(match) for match in matches]
    for each in partings(matches):
        mine = scripts[each.game][each.turn - 1]
        for own in each.own:
            said = str(own.decision)
            assert said in mine
            assert set(own.without) <= set(each.others)
            for other in each.others:
                fewer = scripts[other][each.turn - 1].count(said) < mine.count(said)
                assert (other in own.without) <= fewer
        answers = [e for e in matches[each.game].turns[each.turn - 1].events if isinstance(e, PartyAnswered)]
        assert each.answers == len(answers)
        assert each.accepted == sum(e.answer.verdict is Verdict.ACCEPT for e in answers)


def test_a_game_that_goes_on_where_another_was_left_does_not_part_from_it() -> None:
    whole, short = game("statecraft", "class", "ripe", 1), broken_off()
    assert [each for each in partings([whole, short]) if each.turn < short.world.turn] == []
    assert partings([untouched(), untouched()]) == ()


def test_the_class_report_says_where_games_part_and_which_were_taken_back() -> None:
    games = [(policy, findings(match)) for policy, match in zip(POLICIES, together(), strict=True)]
    chapters = {chapter.id: chapter for chapter in gathered(games, [1])}
    tables = {key: [b for b in chapter.blocks if isinstance(b, Table)] for key, chapter in chapters.items()}
    parted = tables["partings"][0].rows
    assert {row[0] for row in parted} == set("ABCDE")
    assert all(row[3] and row[4] for row in parted)
    assert [row[3] for row in tables["frame"][0].rows] == ["no", "yes: explored", "no", "no", "no"]
    claims = games[0][1].match.game.scenario.words.claims
    assert all(row[1] == " ".join(claims[row[0]].split()) for row in tables["claims"][0].rows)
