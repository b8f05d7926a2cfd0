"""How well the game's minds bargain on the neutral domain: python -m benchmarks.bargaining [--negotiations N]."""

import argparse
import gc
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from statistics import fmean

from game.lab.bargain.domain import PARTIES, ROUNDS, Case, case
from game.lab.bargain.measures import below_reserve, quality, understanding
from game.lab.bargain.protocols import Talks
from game.lab.bargain.trials import by_conceders, by_mediator, by_offers, gain_of_deviating, table
from game.minds.bargaining.manners import DEVIATIONS, MEASURED

_EARLY = 8
_SHARD = 2000


def timed(play: Callable[[Case], Talks], cases: Sequence[Case]) -> tuple[list[Talks], float]:
    """The talks, and how many a second of processor time."""
    gc.collect()
    began = time.process_time()
    talks = [play(each) for each in cases]
    return talks, len(cases) / max(1e-9, time.process_time() - began)


def line(name: str, value: float, bar: str, met: bool) -> str:
    return f"  {name:34} {value:9.4f}   {bar:10} {'met' if met else 'NOT MET'}"


def protocol_lines(cases: Sequence[Case]) -> Iterator[str]:
    """Each protocol beside the reference, which bargains by alternating offers in the same run."""
    plain, reference_rate = timed(by_conceders, cases)
    reference = quality([(each, talks.deal) for each, talks in zip(cases, plain, strict=True)])
    yield (
        f"reference, even conceders: agreement {reference.agreement:.3f}, Nash efficiency {reference.nash:.3f}, "
        f"to Pareto {reference.to_pareto:.3f}, {reference_rate:.0f} a second"
    )
    for name, play, least in (("alternating offers", by_offers, 0.70), ("mediated", by_mediator, 0.80)):
        talks, rate = timed(play, cases)
        found = quality([(each, one.deal) for each, one in zip(cases, talks, strict=True)])
        rounds = fmean(one.rounds for one in talks)
        ratio = found.nash / max(1e-9, reference.nash)
        yield f"{name}: {rounds:.1f} rounds; Nash efficiency {ratio:.1f} times the reference's"
        yield line("agreement", found.agreement, ">= 0.97", found.agreement >= 0.97)
        yield line("Nash efficiency", found.nash, f">= {least:.2f}", found.nash >= least)
        yield line("distance to Pareto", found.to_pareto, "<= 0.02", found.to_pareto <= 0.02)
        yield line("agreements below a reserve", found.below, "0", found.below == 0)
        yield line("negotiations a second", rate, ">= 300", rate >= 300)
        yield f"  {'speed, of the reference':34} {rate / max(1e-9, reference_rate):9.2f}"


def model_lines(cases: Sequence[Case]) -> Iterator[str]:
    rank = fmean(understanding(each, table(each, (MEASURED,) * PARTIES), _EARLY) for each in cases)
    yield f"the others understood, after {_EARLY} rounds of offers"
    yield line("rank correlation", rank, ">= 0.65", rank >= 0.65)


def deviation_lines(cases: Sequence[Case]) -> Iterator[str]:
    kept = [by_offers(each).deal for each in cases]
    yield "what one seat gains that deviates alone"
    for name, manner in DEVIATIONS.items():
        gain = gain_of_deviating(cases, kept, manner)
        yield line(name, gain, "<= 0.02", gain <= 0.02)


def broken(first: int, count: int) -> int:
    """How many of these cases end below somebody's reserve, under either protocol."""
    found = 0
    for seed in range(first, first + count):
        each = case(seed)
        found += below_reserve(each, by_offers(each).deal) + below_reserve(each, by_mediator(each).deal)
    return found


def reserve_lines(count: int, workers: int) -> Iterator[str]:
    starts = range(0, count, _SHARD)
    sizes = [min(_SHARD, count - start) for start in starts]
    with ProcessPoolExecutor(workers) as executor:
        found = sum(executor.map(broken, starts, sizes))
    yield f"the reserve's law, {count:,} cases under both protocols"
    yield line("agreements below a reserve", found, "0", found == 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--negotiations", type=int, default=500, help="cases for the table")
    parser.add_argument("--seed", type=int, default=0, help="the first case's seed")
    parser.add_argument("--reserves", type=int, default=0, help="cases for the reserve's law alone, e.g. 1000000")
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    cases = [case(seed) for seed in range(asked.seed, asked.seed + asked.negotiations)]
    print(f"{PARTIES} parties, {ROUNDS} rounds, {len(cases)} cases drawn from seeds {asked.seed} to {cases[-1].seed}")
    for lines in (protocol_lines(cases), model_lines(cases), deviation_lines(cases)):
        for each in lines:
            print(each, flush=True)
    if asked.reserves:
        for each in reserve_lines(asked.reserves, asked.workers):
            print(each, flush=True)


if __name__ == "__main__":
    main()
