"""Whatever is done to the bytes of a save, it opens where it stood or is refused with a reason, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.play import disk
from game.play.copies import rescue
from game.play.disk import Disk
from game.play.lines import sound_part
from game.play.opened import Opened
from game.play.saves import SaveProblem
from game.play.trouble import DamagedSave
from tests.campaigns import sized
from tests.play.games import journal_of, recorded, setup, shelf
from tests.play.small_games import saved, shelf_at

SMALL = 8 * 1024
"""Bytes of a save of which every single one is spoilt in a campaign."""

STEP = sized(29, ci=1, full=1)
SAMPLE = sized(40, ci=2_000, full=50_000)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    raw = saved(tmp_path_factory.mktemp("small"), 1).read_bytes()
    assert raw.count(b"\n") > 1
    assert len(raw) <= SMALL
    return raw


@pytest.fixture(scope="module")
def large() -> bytes:
    return journal_of(recorded("statecraft", setup())[0])


class Held(Disk):
    """A disk on which every file holds the same."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def read(self, path: Path) -> bytes:
        return self._raw


@pytest.fixture(autouse=True)
def _the_disk_again() -> Iterator[None]:
    yield
    disk.now = Disk()


def opened(path: Path, raw: bytes) -> Opened | SaveProblem:
    """What comes of a file that holds this; anything but a sentence goes on."""
    here = shelf_at(path.parent) if path.stem == "small" else shelf(path.parent)
    disk.now = Held(raw)
    try:
        return here.open(path)
    except SaveProblem as problem:
        return problem


def cuts(raw: bytes, step: int) -> Iterator[int]:
    ends = [place for place, byte in enumerate(raw, 1) if byte == 10]
    near = {end + by for end in ends for by in (-35, -2, -1, 0, 1)}
    yield from sorted(near & set(range(len(raw) + 1)) | set(range(0, len(raw) + 1, step)))


@pytest.mark.campaign
def test_a_small_save_cut_at_any_byte_stands_at_its_last_whole_line(small: bytes, tmp_path: Path) -> None:
    path = tmp_path / "small.jsonl"
    for cut in cuts(small, STEP):
        check_cut(small, cut, opened(path, small[:cut]))


@pytest.mark.campaign
def test_a_large_save_cut_anywhere_stands_at_its_last_whole_line(large: bytes, tmp_path: Path) -> None:
    path = tmp_path / "large.jsonl"
    for cut in range(0, len(large) + 1, max(1, len(large) // min(SAMPLE, 400))):
        check_cut(large, cut, opened(path, large[:cut]))


def check_cut(raw: bytes, cut: int, found: Opened | SaveProblem) -> None:
    first = raw.index(b"\n")
    if isinstance(found, SaveProblem):
        assert cut < first
        assert "cut off before the game began" in found.what or "it is empty" in found.what
        return
    assert cut >= first
    whole = raw[:cut].count(b"\n") + (raw[cut : cut + 1] == b"\n")
    assert found.journal.lines == whole
    assert bool(found.journal.torn) == any("was cut off" in notice for notice in found.notices)


@pytest.mark.campaign
def test_zeros_at_the_end_as_a_loss_of_power_leaves_them_are_cut_off(small: bytes, tmp_path: Path) -> None:
    path = tmp_path / "small.jsonl"
    for cut in cuts(small, 211):
        found = opened(path, small[:cut] + bytes(4096))
        if isinstance(found, Opened):
            assert found.journal.lines == small[:cut].count(b"\n") + (small[cut : cut + 1] == b"\n")
        else:
            assert cut < small.index(b"\n")


def spoilt(raw: bytes, step: int) -> Iterator[tuple[int, bytes]]:
    """Each single bit flipped, or every ``step``-th; and always those of the last bytes and of all line ends."""
    ends = {place * 8 + bit for place, byte in enumerate(raw) if byte == 10 for bit in range(8)}
    for place in sorted(ends | set(range(0, len(raw) * 8, step)) | set(range(len(raw) * 8 - 64, len(raw) * 8))):
        yield place // 8, raw[: place // 8] + bytes([raw[place // 8] ^ 1 << place % 8]) + raw[place // 8 + 1 :]


@pytest.mark.campaign
def test_any_bit_of_a_small_save_that_is_flipped_is_noticed_with_its_line(small: bytes, tmp_path: Path) -> None:
    path = tmp_path / "small.jsonl"
    for place, raw in spoilt(small, STEP * 8 + 1 if STEP > 1 else 1):
        check_spoilt(path, raw, small[:place].count(b"\n") + 1)


@pytest.mark.campaign
def test_any_bit_of_a_large_save_that_is_flipped_is_noticed_with_its_line(large: bytes, tmp_path: Path) -> None:
    path = tmp_path / "large.jsonl"
    for place, raw in spoilt(large, len(large) * 8 // SAMPLE):
        check_spoilt(path, raw, large[:place].count(b"\n") + 1)


def check_spoilt(path: Path, raw: bytes, line: int) -> None:
    found = opened(path, raw)
    assert isinstance(found, DamagedSave)
    assert f"damaged in line {line}: " in found.what
    assert bool(found.turn) == (line > 1)


def test_of_a_damaged_save_what_comes_before_is_made_into_a_new_one(tmp_path: Path) -> None:
    path = saved(tmp_path, 4)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([*lines[:3], lines[3].replace(b'"turn"', b'"tern"', 1), *lines[4:]]))
    before = path.read_bytes()
    here = shelf_at(tmp_path)
    found = opened_problem(path)
    assert f"up to turn {found.turn}: 'backchannel saves rescue {path}'" in found.do
    made = rescue(here, path.stem)
    assert made != path
    assert path.read_bytes() == before
    assert made.read_bytes() == sound_part(before)
    assert here.open(made).match.world.turn == found.turn


def opened_problem(path: Path) -> DamagedSave:
    with pytest.raises(DamagedSave) as caught:
        shelf_at(path.parent).open(path)
    return caught.value


def test_nothing_is_rescued_of_a_sound_save_or_of_what_is_none(tmp_path: Path) -> None:
    path = saved(tmp_path, 1)
    here = shelf_at(tmp_path)
    with pytest.raises(SaveProblem, match="Nothing is wrong"):
        rescue(here, path)
    path.write_bytes(b"Dear diary\n")
    with pytest.raises(SaveProblem, match="Nothing of the save can be rescued"):
        rescue(here, path)
