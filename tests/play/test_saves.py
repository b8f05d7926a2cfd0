"""A save is made whole or not at all, belongs to one process at a time, and loses nothing that was acknowledged."""

import errno
import fcntl
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from game import __version__
from game.model.ids import CardId, Quantity
from game.play import disk
from game.play.disk import Disk
from game.play.lines import sound_lines
from game.play.records import Decided, Opening
from game.play.savefile import take
from game.play.saves import SaveProblem, Shelf, default_folder, read_journal
from game.play.session import Session
from game.play.trouble import reason_of
from tests.campaigns import sized
from tests.play.games import journal_of, play, recorded, scenario, setup, shelf

CUTS = sized(60, ci=1_000, full=10_000)


def problem(call: object, *args: object) -> SaveProblem:
    assert callable(call)
    with pytest.raises(SaveProblem) as caught:
        call(*args)
    return caught.value


def begun(folder: Path, decisions: int = 0) -> Path:
    """A save after so many decisions of the mediator, closed."""
    with Session.begin(scenario(), setup(), shelf(folder)) as session:
        play(session, decisions)
        assert session.path is not None
        return session.path


@contextmanager
def nothing_longer_than(size: int) -> Iterator[None]:
    """No file may grow beyond so many bytes, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.campaign
def test_a_save_cut_at_any_byte_opens_at_its_last_whole_decision_and_says_so(tmp_path: Path) -> None:
    records, matches = recorded("statecraft", setup())
    raw = journal_of(records[:20])
    ends = [place for place, byte in enumerate(raw, 1) if byte == 10]
    near = {cut for end in ends for cut in (end - 2, end - 1, end, end + 1) if cut <= len(raw)}
    path = tmp_path / "cut.jsonl"
    for cut in sorted(near | set(range(ends[0], len(raw), max(1, len(raw) // CUTS)))):
        path.write_bytes(raw[:cut])
        if cut < ends[0] - 1:
            assert "cut off before the game began" in str(problem(shelf(tmp_path).open, path))
            continue
        opened = shelf(tmp_path).open(path)
        whole = sum(end - 1 <= cut for end in ends)
        assert opened.match == matches[whole - 1]
        torn = cut not in ends and cut + 1 not in ends
        assert ["was cut off" in notice for notice in opened.notices] == [True] * torn
        assert path.read_bytes() == raw[:cut], "opening writes nothing"


def test_a_repaired_save_goes_on_as_if_it_had_never_been_cut(tmp_path: Path) -> None:
    whole = begun(tmp_path, 9).read_bytes()
    for cut in (len(whole) - 1, len(whole) - 30, whole.rindex(b"\n", 0, -1) + 5):
        path = tmp_path / f"cut-{cut}.jsonl"
        path.write_bytes(whole[:cut])
        with Session.resume(shelf(tmp_path).open(path)) as session:
            play(session, 1)
        assert path.read_bytes().startswith(whole), "what the parties decide again is what they had decided"
        assert sound_lines(path.read_bytes()).torn == 0


def test_damage_is_refused_with_its_line_and_the_file_is_kept(tmp_path: Path) -> None:
    path = begun(tmp_path, 5)
    lines = path.read_bytes().splitlines(keepends=True)
    spoilt = b"".join([*lines[:2], lines[2].replace(b'"turn":1', b'"turn":2', 1), *lines[3:]])
    path.write_bytes(spoilt)
    said = problem(shelf(tmp_path).open, path.stem)
    assert "damaged in line 3" in said.what
    assert path.read_bytes() == spoilt


def test_empty_and_foreign_files_are_listed_and_refused_with_a_reason(tmp_path: Path) -> None:
    for name, raw in (("empty", b""), ("notes", b"Dear diary\n"), ("torn", b'{"n":0,"is":"Opening"')):
        (tmp_path / f"{name}.jsonl").write_bytes(raw)
    (tmp_path / "readme.txt").write_text("not a save")
    titles = shelf(tmp_path).list()
    assert {title.name for title in titles if title.problem} == {"empty", "notes", "torn"}
    assert len(titles) == 3
    for title in titles:
        assert title.name in str(problem(shelf(tmp_path).open, title.name))
    assert shelf(tmp_path).newest_unfinished() is None


def test_two_sessions_never_write_one_game(tmp_path: Path) -> None:
    with Session.begin(scenario(), setup(), shelf(tmp_path)) as first:
        assert first.path is not None
        opened = shelf(tmp_path).open(first.path)
        assert "played elsewhere" in problem(Session.resume, opened).what
        assert "played elsewhere" in problem(shelf(tmp_path).delete, first.path.name).what
        play(first, 1)
    with Session.resume(shelf(tmp_path).open(first.path)) as second:
        play(second, 1)


def test_a_save_that_went_on_after_it_was_opened_must_be_opened_again(tmp_path: Path) -> None:
    path = begun(tmp_path, 1)
    early = shelf(tmp_path).open(path)
    with Session.resume(shelf(tmp_path).open(path)) as session:
        play(session, 1)
    assert problem(Session.resume, early).do == "Open it again."


def test_a_second_writer_where_there_are_no_locks_is_noticed(tmp_path: Path) -> None:
    with Session.begin(scenario(), setup(), shelf(tmp_path)) as session:
        assert session.path is not None
        with session.path.open("ab") as other:
            other.write(b"{}")
        assert "else has written" in problem(play, session, 1).what


def test_a_save_that_vanishes_or_is_replaced_is_noticed(tmp_path: Path) -> None:
    with Session.begin(scenario(), setup(), shelf(tmp_path)) as session:
        assert session.path is not None
        raw = session.path.read_bytes()
        session.path.unlink()
        assert "it is not there" in problem(play, session, 1).what
        session.path.write_bytes(raw)
        assert "taken the place" in problem(play, session, 1).what


def test_on_a_full_disk_the_decision_is_not_taken_and_the_game_can_go_on(tmp_path: Path) -> None:
    with Session.begin(scenario(), setup(), shelf(tmp_path)) as session:
        play(session, 2)
        assert session.path is not None
        before, raw = session.match, session.path.read_bytes()
        with nothing_longer_than(len(raw) + 100):
            said = problem(play, session, 1)
        assert "may not grow" in said.what
        assert session.match is before
        assert session.path.read_bytes() == raw, "no half line stays behind"
        play(session, 1)
        assert session.match is not before
        with nothing_longer_than(len(raw)):
            session.play_unsaved()
            play(session, 3)
    assert session.path is None
    assert len(shelf(tmp_path).list()) == 1


def test_a_new_save_on_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    with nothing_longer_than(1000):
        problem(Session.begin, scenario(), setup(), shelf(tmp_path))
    assert list(tmp_path.iterdir()) == []


class Lockless(Disk):
    """A disk whose system knows no locks."""

    def lock(self, file: int) -> None:
        return None


def test_what_a_killed_process_left_is_swept_away_but_nothing_that_is_in_use(tmp_path: Path) -> None:
    (tmp_path / ".backchannel.7-1.draft").write_text("{")
    (tmp_path / ".mine.draft").write_text("not the game's")
    held = tmp_path / ".backchannel.8-1.draft"
    with held.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        shelf(tmp_path).list()
        assert sorted(path.name for path in tmp_path.iterdir()) == [held.name, ".mine.draft"]
    begun(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".mine.draft", "one-last-effort-quick-5-1.jsonl"]


def test_where_there_are_no_locks_only_an_old_draft_is_swept_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "now", Lockless())
    for name, age in ((".backchannel.7-1.draft", 7200), (".backchannel.8-1.draft", 0)):
        (tmp_path / name).write_text("{")
        about = (tmp_path / name).stat()
        os.utime(tmp_path / name, (about.st_atime, about.st_mtime - age))
    shelf(tmp_path).list()
    assert [path.name for path in tmp_path.iterdir()] == [".backchannel.8-1.draft"]


def test_every_reason_of_the_system_is_said_in_plain_words() -> None:
    assert reason_of(OSError(errno.ENOSPC, "No space left on device")) == "the disk is full"
    assert "strange" in reason_of(OSError(9999, "strange"))


def test_a_folder_that_cannot_be_made_is_a_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = problem(Session.begin, scenario(), setup(), shelf(tmp_path / "file" / "saves"))
    assert "part of the path is a file" in said.what
    assert "Nothing was changed." in str(said)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to the superuser")
def test_a_read_only_folder_and_file_are_clear_sentences(tmp_path: Path) -> None:
    path = begun(tmp_path, 1)
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    assert "permission is missing" in problem(Session.begin, scenario(), setup(), shelf(tmp_path)).what
    opened = shelf(tmp_path).open(path)
    assert "permission is missing" in problem(Session.resume, opened).what
    play(Session.resume(opened, saved=False), 1)


def test_names_tell_what_a_save_is_and_never_meet(tmp_path: Path) -> None:
    names = [begun(tmp_path).name for _ in range(3)]
    assert names == [f"one-last-effort-quick-5-{number}.jsonl" for number in (1, 2, 3)]
    shelf(tmp_path).delete(names[0])
    assert begun(tmp_path).name == "one-last-effort-quick-5-4.jsonl", "the name of a deleted game is not used again"


def test_the_list_has_the_newest_decision_first(tmp_path: Path) -> None:
    paths = [begun(tmp_path, decisions) for decisions in (1, 4, 2)]
    for age, path in zip((2, 1, 3), paths, strict=True):
        os.utime(path, ns=(10**18 - age, 10**18 - age))
    titles = shelf(tmp_path).list()
    assert [title.path for title in titles] == [paths[1], paths[0], paths[2]]
    newest = shelf(tmp_path).newest_unfinished()
    assert newest is not None
    assert (newest.path, newest.world, newest.turn, newest.turns, newest.ending) == (paths[1], "ripe", 3, 5, None)


def test_a_finished_game_is_listed_with_its_ending_and_not_continued(tmp_path: Path) -> None:
    begun(tmp_path, 99)
    (title,) = shelf(tmp_path).list()
    assert title.ending == recorded("statecraft", setup())[1][-1].world.ending
    assert shelf(tmp_path).newest_unfinished() is None


def test_only_saves_of_the_folder_can_be_deleted(tmp_path: Path) -> None:
    outside = tmp_path / "keep.jsonl"
    outside.write_text("")
    here = shelf(tmp_path / "saves")
    begun(here.folder)
    for name in ("../keep", "../keep.jsonl", str(outside), "", ".", "one-last-effort-quick-5"):
        problem(here.delete, name)
    assert "Did you mean 'one-last-effort-quick-5-1'?" in problem(here.delete, "one-last-efort-quick-5-1").do
    here.delete("one-last-effort-quick-5-1")
    assert outside.exists()
    assert here.list() == ()


def test_a_shelf_without_a_folder_is_empty(tmp_path: Path) -> None:
    assert shelf(tmp_path / "none").list() == ()


def test_changed_content_opens_as_recorded_and_says_so(tmp_path: Path) -> None:
    path = begun(tmp_path, 6)
    today = Shelf(tmp_path, lambda _: replace(scenario(), digest="another"))
    opened = today.open(path)
    assert opened.content_changed
    assert "content has changed" in opened.notices[0]
    assert opened.match.turns == shelf(tmp_path).open(path).match.turns
    with Session.resume(opened) as session:
        play(session, 99)
        assert session.match.over
    assert today.open(path).match.over


def test_content_that_lost_a_name_refuses_the_save_and_names_it(tmp_path: Path) -> None:
    path = begun(tmp_path, 6)
    drawn = sorted(read_journal(path).met[CardId])[0]
    cards = {name: card for name, card in scenario().cards.items() if name != drawn}
    said = problem(Shelf(tmp_path, lambda _: replace(scenario(), cards=cards)).open, path)
    assert f"the card '{drawn}'" in said.what
    without = replace(scenario(), lengths={})
    assert "the length 'quick'" in problem(Shelf(tmp_path, lambda _: without).open, path).what
    assert "cannot be loaded" in problem(Shelf(tmp_path, lambda _: None).open, path).what


def test_content_that_lost_a_card_opens_the_save_from_the_state_noted_after_it(tmp_path: Path) -> None:
    path = begun(tmp_path, 6)
    drawn = sorted(name for name in read_journal(path).met[CardId] if scenario().cards[CardId(name)].choices)[0]
    cards = {name: card for name, card in scenario().cards.items() if name != drawn}
    today = replace(scenario(), cards=cards, digest="another")
    opened = Shelf(tmp_path, lambda _: today).open(path)
    whole = shelf(tmp_path).open(path).match.world
    assert not opened.whole
    assert "cannot be told from its start" in opened.notices[0]
    assert opened.rerun.startswith("It cannot be run again")
    assert (opened.match.world.turn, opened.match.world.quantities) == (whole.turn, whole.quantities)
    with Session.resume(opened) as session:
        play(session, 99)
    again = Shelf(tmp_path, lambda _: today).open(path)
    assert again.match == session.match


def test_content_with_one_quantity_more_has_it_as_it_is_dealt(tmp_path: Path) -> None:
    path = begun(tmp_path, 2)
    added = replace(scenario().quantities[Quantity("patience")], id=Quantity("stamina"), start=44)
    more = replace(scenario(), quantities={**scenario().quantities, added.id: added}, digest="another")
    opened = Shelf(tmp_path, lambda _: more).open(path)
    assert opened.whole
    assert opened.match.world.quantities[added.id] == 44


def test_content_that_lost_what_the_game_goes_on_with_refuses_the_save_and_names_it(tmp_path: Path) -> None:
    path = begun(tmp_path, 2)
    lost, *others = scenario().tracks
    fewer = replace(scenario(), tracks={track: scenario().tracks[track] for track in others}, digest="another")
    said = problem(Shelf(tmp_path, lambda _: fewer).open, path)
    assert f"names the track '{lost}'" in said.what
    assert f"version {__version__}" in said.do


def test_a_state_that_does_not_follow_from_what_happened_is_refused_by_the_rules_that_wrote_it(tmp_path: Path) -> None:
    records, _ = recorded("statecraft", setup())
    place = next(place for place, each in enumerate(records) if isinstance(each, Decided) and each.world)
    closing = records[place]
    assert isinstance(closing, Decided)
    spoilt = replace(closing, events=closing.events[:-1])
    path = tmp_path / "game.jsonl"
    path.write_bytes(journal_of((*records[:place], spoilt, *records[place + 1 :])))
    assert f"in line {place + 1}: what happened does not lead" in problem(shelf(tmp_path).open, path).what
    first = records[0]
    assert isinstance(first, Opening)
    other = replace(first, rules="other")
    path.write_bytes(journal_of((other, *records[1:place], spoilt, *records[place + 1 :])))
    opened = shelf(tmp_path).open(path)
    assert not opened.whole
    assert opened.match.world == recorded("statecraft", setup())[1][-1].world


def test_saves_lie_where_they_are_asked_for_then_in_a_checkout_then_with_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert default_folder(tmp_path / "mine") == tmp_path / "mine"
    (tmp_path / "pyproject.toml").write_text("")
    assert default_folder(checkout=tmp_path) == tmp_path / "saves"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert default_folder(checkout=tmp_path / "installed") == tmp_path / "data" / "backchannel" / "saves"


def test_closing_twice_does_no_harm_and_a_closed_save_takes_nothing(tmp_path: Path) -> None:
    path = begun(tmp_path)
    pen = take(path, read_journal(path))
    pen.close()
    pen.close()
    problem(pen.append, ())
