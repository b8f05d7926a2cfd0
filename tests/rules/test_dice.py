"""Chance: a hash of the seed, the stream and the position, by RFC 7693 (BLAKE2), and nothing else."""

from collections.abc import Callable
from hashlib import blake2b
from itertools import pairwise, product
from statistics import fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.dice import bell, bells, below, draw, jitter, per_mille, spread
from tests.strategies import quickly, seeds

positions = st.lists(st.integers(-5, 50) | st.text("abc-.", max_size=6), max_size=3).map(tuple)
streams = st.sampled_from(["leak", "front", "card", "x"])


def test_the_hash_beneath_gives_the_known_answer_of_rfc_7693() -> None:
    """Appendix A of the RFC: BLAKE2b-512 of "abc"."""
    assert blake2b(b"abc").hexdigest().startswith("ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b7")


@given(seeds(), streams, positions)
@quickly(60)
def test_a_draw_is_the_first_eight_bytes_of_the_keyed_hash_of_its_stream_and_position(
    seed: int, stream: str, where: tuple[int | str, ...]
) -> None:
    keyed = blake2b(f"{stream}:{where}".encode(), key=seed.to_bytes(8, "big"), digest_size=64)
    assert draw(seed, stream, *where) == int.from_bytes(keyed.digest()[:8], "big")


@pytest.mark.parametrize(
    ("roll", "known"),
    [
        (lambda: draw(0, "front", 1), 11_324_136_240_005_991_171),
        (lambda: below(1000, 7, "leak", 3), 47),
        (lambda: bell(200, 1, "base", "russia"), -341),
        (lambda: bells(4, 60, 1, "value", "russia", "line"), (45, 102, -9, -38)),
        (lambda: spread(5, 10, 42, "strain", 2), (5, 4, 3, 6, 2)),
        (lambda: jitter(6, 2, 3, "sounding", 1), (0, 0, -1, -2, -2, 0)),
    ],
    ids=["draw", "below", "bell", "bells", "spread", "jitter"],
)
def test_these_draws_never_change(roll: Callable[[], object], known: object) -> None:
    """Old games are replayed by them; a change here makes every save come out otherwise."""
    assert roll() == known


def test_a_seed_may_be_any_whole_number() -> None:
    assert draw(-1, "x") == draw(2**64 - 1, "x")
    assert draw(2**64 + 3, "x") == draw(3, "x")


def test_streams_and_positions_and_seeds_are_told_apart() -> None:
    drawn = [draw(seed, stream, *at) for seed, stream, at in product((1, 2), ("a", "b"), ((), (1,), ("1",), (1, 2)))]
    assert len(set(drawn)) == len(drawn)


@given(seeds(), st.integers(1, 40), st.integers(1, 40))
@quickly(30)
def test_a_draw_more_in_one_stream_shifts_no_other_draw(seed: int, few: int, more: int) -> None:
    """Positions are named, never counted: whatever else is drawn, in whatever order, a draw stays what it was."""
    alone = [bell(100, seed, "front", turn) for turn in range(few)]
    for turn in range(more):
        draw(seed, "card", turn)
    assert [bell(100, seed, "front", turn) for turn in reversed(range(few))] == alone[::-1]


@given(seeds(), st.integers(1, 20), st.integers(1, 40))
@quickly(30)
def test_asking_for_more_values_at_a_position_leaves_the_first_ones_as_they_are(seed: int, few: int, more: int) -> None:
    assert bells(few + more, 50, seed, "x")[:few] == bells(few, 50, seed, "x")
    assert spread(few + more, 10, seed, "x")[:few] == spread(few, 10, seed, "x")


@pytest.mark.parametrize("deviation", [4, 60, 200])
def test_the_bell_has_mean_0_and_the_deviation_asked_for(deviation: int) -> None:
    """Over 4,000 draws the mean is within four standard errors, the deviation within five percent and rounding."""
    values = [bell(deviation, 1, "test", place) for place in range(4000)]
    assert abs(fmean(values)) < 4 * deviation / 4000**0.5
    assert abs(pstdev(values) - deviation) < deviation * 0.05 + 0.3


@given(seeds(), st.integers(0, 500), st.integers(0, 200))
@quickly(60)
def test_the_bell_never_goes_beyond_4_9_deviations(seed: int, deviation: int, place: int) -> None:
    assert abs(bell(deviation, seed, "x", place)) * 10 <= deviation * 49 + 5


def test_a_bell_without_deviation_is_silent() -> None:
    assert bells(20, 0, 5, "x") == (0,) * 20


def test_values_drawn_together_are_independent() -> None:
    """The correlation of neighbours over 500 groups of eight is within four standard errors of 0."""
    neighbours = [pair for place in range(500) for pair in pairwise(bells(8, 100, 3, "x", place))]
    correlation = fmean(a * b for a, b in neighbours) / 100**2
    assert abs(correlation) < 4 / len(neighbours) ** 0.5


@given(seeds(), st.integers(1, 10_000), st.integers(1, 40))
@quickly(40)
def test_even_draws_stay_below_their_limit(seed: int, limit: int, count: int) -> None:
    assert 0 <= below(limit, seed, "x") < limit
    values = spread(count, limit, seed, "x")
    assert len(values) == count
    assert all(0 <= value < limit for value in values)


@given(seeds(), st.integers(0, 10), st.integers(1, 64))
@quickly(40)
def test_jitter_stays_within_its_reach(seed: int, reach: int, count: int) -> None:
    values = jitter(count, reach, seed, "x")
    assert len(values) == count
    assert all(abs(value) <= reach for value in values)


def test_jitter_is_about_even_on_both_sides() -> None:
    values = [value for place in range(100) for value in jitter(64, 2, 1, "x", place)]
    assert abs(fmean(values)) < 0.1
    assert all(abs(values.count(value) - 1280) < 150 for value in (-2, -1, 0, 1, 2))


def test_even_draws_are_even() -> None:
    """6,000 throws of a die: the chi-square with 5 degrees of freedom stays under 20.5 (one in a thousand)."""
    throws = spread(6000, 6, 1, "die")
    squares = sum((throws.count(face) - 1000) ** 2 for face in range(6)) / 1000
    assert squares < 20.5


@pytest.mark.parametrize(("chance", "always"), [(0, False), (-5, False), (1000, True), (1500, True)])
def test_no_chance_never_comes_and_certainty_always(chance: int, always: bool) -> None:
    assert all(per_mille(chance, seed, "x") is always for seed in range(200))


def test_a_chance_comes_about_as_often_as_it_says() -> None:
    """150 in a thousand over 4,000 throws, within four standard errors."""
    hits = sum(per_mille(150, 1, "x", place) for place in range(4000))
    assert abs(hits - 600) < 4 * (4000 * 0.15 * 0.85) ** 0.5
