"""A journal holds exactly what was put in, and whatever is done to a line of it is noticed with its number."""

import json
from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.minds.policies import POLICIES
from game.model.events import Event
from game.model.seats import Decision, Request
from game.model.world import World
from game.play.codec import MalformedError, coder
from game.play.history import UnfoldableError, fold
from game.play.journal import glance, read, written
from game.play.lines import UNCHAINED, DamagedError, sound_lines
from game.play.records import Decided, Record, Rewound, Unread
from game.play.replay import verify
from game.play.session import Session
from tests.campaigns import sized
from tests.play.games import any_of, journal_of, mediators, play, recorded, setup, shelf

SHORT = 12
"""Records of the short journal that is spoilt below; about two turns."""


def short_journal() -> list[bytes]:
    return journal_of(recorded("statecraft", setup())[0][:SHORT]).splitlines(keepends=True)


def resealed(forms: list[dict[str, object]]) -> bytes:
    """Lines with checksums that fit, whatever they say."""
    lines, last = [], UNCHAINED
    for form in forms:
        text = json.dumps(form, separators=(",", ":"))[:-1]
        last = blake2b(text.encode(), key=last.encode(), digest_size=16).hexdigest()
        lines.append(f'{text},"sum":"{last}"}}\n')
    return "".join(lines).encode()


def forms() -> list[dict[str, object]]:
    return [{name: part for name, part in json.loads(line).items() if name != "sum"} for line in short_journal()]


def refused(raw: bytes) -> DamagedError:
    with pytest.raises(DamagedError) as caught:
        read(raw)
    return caught.value


@pytest.mark.campaign
@pytest.mark.parametrize("hint", [Event, Decision, Request, World, Record], ids=str)
@given(data=st.data())
def test_every_noun_comes_back_from_its_plain_form(hint: object, data: st.DataObject) -> None:
    value = data.draw(any_of(hint))
    form = json.loads(json.dumps(coder(hint).encode(value)))
    assert coder(hint).decode(form, {}) == value


@pytest.mark.parametrize("policy", POLICIES)
def test_a_whole_game_comes_back_from_its_journal(policy: str) -> None:
    records, _ = recorded(policy, setup())
    assert read(journal_of(records)).records == records


@pytest.mark.parametrize("policy", POLICIES)
def test_events_alone_rebuild_every_match_of_a_game(policy: str) -> None:
    records, matches = recorded(policy, setup("class", 8, "sealed"))
    for place, match in enumerate(matches):
        if place % 5 == 0 or place == len(matches) - 1:
            assert fold(records[: place + 1], matches[0].game).match == match


def test_a_journal_may_be_written_in_any_pieces() -> None:
    records, _ = recorded("statecraft", setup())
    head, last = written(records[:4], 0, UNCHAINED)
    tail, _ = written(records[4:], 4, last)
    assert (head + tail).encode() == journal_of(records)


@pytest.mark.campaign
def test_every_changed_byte_is_noticed_with_the_number_of_its_line() -> None:
    raw = b"".join(short_journal())
    for place in range(0, len(raw) - 1, sized(97, ci=11, full=1)):
        spoilt = raw[:place] + bytes([raw[place] ^ 0x01]) + raw[place + 1 :]
        assert refused(spoilt).line == raw[:place].count(b"\n") + 1, place


def test_a_missing_line_is_noticed() -> None:
    lines = short_journal()
    del lines[3]
    damage = refused(b"".join(lines))
    assert damage.line == 4
    assert "missing" in str(damage)


def test_moved_and_doubled_lines_are_noticed() -> None:
    lines = short_journal()
    assert refused(b"".join([*lines[:3], lines[4], lines[3], *lines[5:]])).line == 4
    assert refused(b"".join([*lines[:4], *lines[3:]])).line == 5


def test_a_line_of_another_game_does_not_fit() -> None:
    lines = short_journal()
    foreign = journal_of(recorded("statecraft", setup(seed=6))[0][:5]).splitlines(keepends=True)
    damage = refused(b"".join([*lines[:4], foreign[4], *lines[5:]]))
    assert damage.line == 5
    assert "changed after it was written" in str(damage)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b"{", "cut off before the game began"),
        (b"\n", "not a whole line"),
        (b"Dear diary\n", "not a whole line"),
        (b"\xff\xfe\x00\n", "not text"),
        (b"[" * 100_000 + b"\n", "not a whole line"),
    ],
)
def test_what_is_no_journal_is_refused_in_its_first_line(raw: bytes, reason: str) -> None:
    damage = refused(raw)
    assert damage.line == 1
    assert reason in str(damage)
    with pytest.raises(DamagedError):
        glance(raw)


def test_another_format_is_refused_as_such() -> None:
    first, *rest = forms()
    damage = refused(resealed([first | {"format": 7}, *rest]))
    assert damage.foreign
    assert "format 7" in str(damage)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"turn": "one"}, "turn: a whole number was expected, not 'one'"),
        ({"turn": 1.5}, "turn: a whole number was expected, not 1.5"),
        ({"turn": True}, "turn: a whole number was expected"),
        ({"turn": 10**25}, "turn: a whole number was expected"),
        ({"asked": "\x1b[2J"}, "asked: the text holds characters that cannot be shown"),
        ({"asked": "\ud800"}, "asked: the text holds characters that cannot be shown"),
        ({"stand": {"phase": "lunch"}}, "stand.phase: one of cards, plan, answers, moves, over was expected"),
        ({"events": [{"is": "Miracle"}]}, "events[0]: 'is' must name one of TurnBegan"),
        ({"events": [{"is": "TurnBegan"}]}, "events[0]: the field 'turn' is missing"),
        ({"events": {}}, "events: a list was expected, not a mapping"),
        ({"stand": {"phase": "plan", "mood": "sour"}}, "stand: there is no field 'mood'"),
        ({"is": ["Decided"]}, "'is' must name one of Opening, Decided, Rewound, Predicted, not a list"),
        ({"n": 5}, "it should be numbered 3"),
    ],
)
def test_malformed_data_with_a_checksum_that_fits_is_refused_with_its_place(
    change: dict[str, object], reason: str
) -> None:
    lines = forms()
    lines[3] = lines[3] | change
    damage = refused(resealed(lines))
    assert damage.line == 4
    assert reason in str(damage)


def test_what_a_later_version_adds_to_a_record_or_between_records_is_left_alone_and_kept(tmp_path: Path) -> None:
    lines = forms()
    noted = {"n": 3, "is": "Mood", "of": {"kyiv": "sour"}}
    later = [lines[0] | {"hosts": ["geneva"]}, *lines[1:3], noted, *(form | {"n": form["n"] + 1} for form in lines[3:])]
    raw = resealed(later)
    journal = read(raw)
    assert journal.beyond == ("Opening.hosts", "Mood")
    assert isinstance(journal.records[3], Unread)
    assert (glance(raw).turn, glance(resealed(later[:4])).turn) == (glance(b"".join(short_journal())).turn, 1)
    path = tmp_path / "later.jsonl"
    path.write_bytes(raw)
    opened = shelf(tmp_path).open(path)
    assert opened.match == recorded("statecraft", setup())[1][SHORT - 1]
    assert "noted what this one does not know (Opening.hosts, Mood)" in opened.notices[0]
    assert verify(opened).first_difference is None
    with Session.resume(opened) as session:
        play(session, 1)
    assert path.read_bytes().startswith(raw)
    assert shelf(tmp_path).open(path).match == session.match


def test_a_bottomless_line_with_a_checksum_that_fits_is_refused() -> None:
    text = '{"n":0,"is":' + "[" * 200_000
    total = blake2b(text.encode(), key=UNCHAINED.encode(), digest_size=16).hexdigest()
    assert "not a line of a journal" in str(refused(f'{text},"sum":"{total}"}}\n'.encode()))


def test_a_missing_field_is_named() -> None:
    with pytest.raises(MalformedError, match="'turn' is missing"):
        coder(Rewound).decode({"to": 3}, {})


@pytest.mark.campaign
def test_a_cut_at_any_byte_leaves_exactly_the_whole_lines_before_it() -> None:
    lines = short_journal()
    raw = b"".join(lines)
    ends = [len(b"".join(lines[: number + 1])) for number in range(len(lines))]
    near = {end + by for end in ends for by in (-36, -2, -1, 0, 1) if end + by <= len(raw)}
    for cut in sorted(near | set(range(0, len(raw) + 1, sized(7, ci=1, full=1)))):
        sound = sound_lines(raw[:cut])
        whole = sum(end - 1 <= cut for end in ends)  # a line that lacks no more than its line feed is whole
        assert (len(sound.texts), sound.size + sound.torn) == (whole, cut)


def test_a_glance_agrees_with_a_full_reading() -> None:
    records, matches = recorded("statecraft", setup())
    for place in mediators(matches):
        seen = glance(journal_of(records[: place + 1]))
        assert (seen.turn, seen.ending, seen.setup) == (matches[place].world.turn, None, setup())
    assert glance(journal_of(records)).ending == matches[-1].world.ending


def test_records_that_do_not_follow_on_one_another_are_refused() -> None:
    records, matches = recorded("statecraft", setup())
    game = matches[0].game
    for wrong in (records[0], Rewound(1, 99), records[-1]):
        with pytest.raises(UnfoldableError) as caught:
            fold((*records[:5], wrong), game)
        assert caught.value.number == 5
    with pytest.raises(UnfoldableError):
        fold(records[1:], game)


def test_every_decision_of_a_turn_is_there_and_its_end_has_the_digest() -> None:
    records, matches = recorded("statecraft", setup())
    digests = [record.digest for record in records if isinstance(record, Decided) and record.digest]
    assert digests == [turn.digest for turn in matches[-1].turns]
