"""What happened is told in reading order, from what the mediator can know, with what stands behind it."""

from game.contracts.building.shipped import shipped_setup, stages
from game.model.events import ClauseMoved, MoveMade, PartyAnswered
from game.model.ids import US, ClauseId, GroupId, Quantity
from game.model.scenario import Stage
from game.model.seats import PlanTurn
from game.play.match import TurnRecord
from game.rules.apply import apply
from game.rules.effects import rule
from game.telling.cables import Cable, turn_cables
from game.telling.ledger import turn_changes
from game.telling.prose import signed
from game.telling.slips import Slip, written
from game.telling.summaries import at_the_desk
from game.telling.transcript import whole_game
from game.telling.workings import meeting_notes
from tests.telling.games import names, played, played_games, scenario


def all_cables(policy: str, length: str = "class", seed: int = 1, world: str = "ripe") -> list[Cable]:
    match = played(policy, length, seed, world)
    return [cable for record in match.turns if record.digest for cable in turn_cables(match.game, record, names())]


def test_every_cable_says_something_and_names_its_turn() -> None:
    for match in played_games():
        for record in match.turns:
            for cable in turn_cables(match.game, record, names()):
                assert cable.text
                assert cable.turn == record.turn
                assert "{" not in cable.text
                assert all("{" not in why and why for why in cable.why)


def test_no_cable_is_one_of_last_resort() -> None:
    for match in played_games():
        for record in match.turns:
            assert "Other changes." not in [cable.text for cable in turn_cables(match.game, record, names())]


def test_what_soundings_teach_is_said_of_clauses_and_not_twice_alike() -> None:
    line, forces, assets = (ClauseId(each) for each in ("line", "forces", "assets"))
    slips = [Slip("move", "RU", "A sounding.", learnt=each) for each in ([line], [], [forces, assets, forces], [line])]
    told = [cable.text.removeprefix("A sounding.").strip() for cable in written(names(), 3, slips)]
    assert told == [
        "We now know better what it wants in the line clause.",
        "",
        "What it wants in the forces and assets clauses is clearer to us now.",
        "We have a better estimate now of what it wants in the line clause.",
    ]


def test_the_same_game_always_reads_the_same() -> None:
    match = played("statecraft", "class", 4)
    assert whole_game(match) == whole_game(match)


def test_every_answer_and_every_move_of_a_turn_is_told() -> None:
    match = played("statecraft", "class", 4)
    for record in match.turns:
        if record.digest:
            cables = turn_cables(match.game, record, names())
            moves = [event for event in record.events if isinstance(event, MoveMade)]
            answers = [event for event in record.events if isinstance(event, PartyAnswered)]
            told = "\n".join(f"{cable.text}\n{' '.join(cable.why)}" for cable in cables)
            for move in moves:
                spec = names().move(move.party, move.move)
                assert spec is not None
                assert spec.text.strip() in told
            assert all(names().party(answer.question.party) in told for answer in answers)


def test_a_partys_margin_is_nowhere_in_its_answer() -> None:
    """Beside quoted wordings an answer holds no digits at all, so no private number can slip through."""
    for match in played_games():
        for record in match.turns:
            for cable in turn_cables(match.game, record, names()):
                if cable.kind == "answer":
                    assert not any(letter.isdigit() for letter in cable.text)


def test_a_refusal_is_told_with_its_reason_and_what_would_help() -> None:
    refused = [cable for cable in all_cables("busy", "full", 2) if "refuses it" in cable.text]
    assert refused
    assert all(len(cable.why) >= 2 for cable in refused)


def test_groups_that_get_nothing_done_are_told_why() -> None:
    idle = [cable for cable in all_cables("passive") if cable.text.startswith("No progress in")]
    assert "The line clause waits for a wording in the text." in idle[0].why


def test_why_officials_got_so_far_is_told() -> None:
    for cable in all_cables("statecraft", "class", 4):
        if cable.text.startswith("Officials "):
            meetings = [why for why in cable.why if "points of detail a turn" in why]
            assert meetings
            assert all("in parallel rooms, with" in why or "in one room" in why for why in meetings)


def test_groups_met_at_the_rate_that_the_rules_gave_them() -> None:
    """What is said of a group's reach is never less than what it got done."""
    for match in played_games():
        for record in match.turns:
            worked: dict[GroupId, int] = {}
            for event in record.events:
                if isinstance(event, ClauseMoved) and event.cause == rule("detail-worked"):
                    group = scenario().clauses[event.clause].group
                    worked[group] = worked.get(group, 0) + event.now.detail - event.was.detail
            notes = meeting_notes(match.game, names(), record, worked) if worked else ()
            assert len(notes) == len(worked)
            for group, done in worked.items():
                note = next(note for note in notes if note.startswith(names().group(group)))
                reach = float(note.rpartition("up to ")[2].split()[0])
                assert done <= round(reach * 100), (record.turn, note)


def test_summaries_at_home_run_from_what_the_desk_showed_and_name_the_morning() -> None:
    """Together with what the morning did, they say the same as the panel of what moved."""
    patience, found = Quantity("patience"), 0
    for match in played_games():
        for record in match.turns:
            changes = {each.quantity: each for each in turn_changes(scenario(), record)} if record.digest else {}
            home = [each.text for each in turn_cables(match.game, record, names()) if each.text.startswith("At home: ")]
            if home and patience in changes:
                change, found = changes[patience], found + 1
                shown = at_the_desk(record).quantities[patience]
                moved = f"from {shown} to {change.now}" if shown != change.now else f"stays at {shown}"
                assert moved in home[-1]
                morning = f", after {signed(shown - change.was)} in the morning"
                assert shown == change.was or morning in home[-1]
    assert found > 20


def test_before_anything_is_sent_no_summary_tells_how_the_turn_ends() -> None:
    for match in stages("statecraft", shipped_setup("class")):
        if isinstance(match.waiting[0] if match.waiting else None, PlanTurn):
            running = TurnRecord(match.turns[-1].turn, match.turns[-1].first, match.events)
            assert not [each for each in turn_cables(match.game, running, names()) if each.text.startswith("At home")]


def test_what_moved_at_home_is_told_whatever_moved_it() -> None:
    """A turn in which anything of our own moved does not end where it began."""
    for match in played_games():
        for record in match.turns:
            changes = turn_changes(scenario(), record) if record.digest else ()
            ours = [each for each in changes if each.quantity in (Quantity("discipline"), Quantity("congress"))]
            texts = [each.text for each in turn_cables(match.game, record, names())]
            assert not ours or "At home the turn ends where it began." not in texts


def test_what_a_party_holds_out_for_is_told_net_and_not_at_all_once_all_have_signed() -> None:
    for match in played_games():
        for record in match.turns:
            after = apply(record.first, record.events)
            cables = turn_cables(match.game, record, names())
            moods = [each.text for each in cables if each.text.startswith("By our reading")]
            assert not moods or after.stage is not Stage.FINAL
            assert "0.0" not in " ".join(moods)
            for party in scenario().parties if moods else ():
                guess = Quantity(f"guess.{party}")
                change = after.quantities[guess] - record.first.quantities[guess]
                assert (names().party(party) in moods[0]) == (abs(change) >= 5)


def test_news_comes_first_and_the_ending_last() -> None:
    match = played("passive")
    first = turn_cables(match.game, match.turns[0], names())
    last = turn_cables(match.game, match.turns[-1], names())
    assert first[0].kind == "card"
    assert last[-1].text == "The game ends: talks frozen, something kept."


def test_acts_without_an_answer_share_one_cable() -> None:
    carried = [cable for cable in all_cables("statecraft", "class", 4) if cable.text.startswith("Carried out:")]
    turns = [cable.turn for cable in carried]
    assert len(turns) == len(set(turns))


def test_what_only_a_party_can_see_is_not_told() -> None:
    match = played("statecraft", "class", 4)
    for record in match.turns:
        told = " ".join(f"{each.text} {' '.join(each.why)}" for each in turn_cables(match.game, record, names()))
        assert "Resentment" not in told
        assert "Entrenchment" not in told


def test_tags_are_those_of_seats_or_of_a_source() -> None:
    tags = {names().tag(party) for party in (*scenario().parties, US)} | {"WAR", "PRESS"}
    assert {cable.tag for cable in all_cables("busy", "full", 2)} <= tags
