"""Whether forecasts come true: python -m benchmarks.forecasts [--games N] [--world W] [--length L].

For every question that a mediator puts, the forecast that its player would have been shown is held against the answer.
Brier's score is the mean square of what it was off; the reference is a forecast of the same chance for everything.
"""

import argparse
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.cards.library import load_scenario
from game.minds.mind import MediatorMind
from game.minds.policies import POLICIES
from game.model.events import Verdict
from game.model.ids import US, WorldId
from game.model.scenario import Scenario
from game.model.seats import AnswerDecision, AnswerQuestion
from game.model.world import Setup
from game.play.autoplay import decide, mediate, party_minds
from game.play.forecast import forecast
from game.play.match import start, submit

_ASKING = ("statecraft", "random")


class Held(NamedTuple):
    """A forecast, in percent, and whether it came true."""

    low: int
    high: int
    came: bool

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 200


def held(scenario: Scenario, setup: Setup, mediator: MediatorMind) -> Iterator[Held]:
    """Every forecast of a game beside what came of it."""
    minds = party_minds(scenario)
    match = start(scenario, setup, fingerprints=False)
    while not match.over:
        request = match.waiting[0]
        if request.seat == US:
            match = submit(match, US, mediate(match, request, mediator))
            continue
        decision = decide(match, request, minds)
        assert decision is not None
        if isinstance(request, AnswerQuestion) and isinstance(decision, AnswerDecision):
            chances = forecast(match.mediator(), request.question.action).chances
            chance = next(each for each in chances if each.party == request.seat)
            yield Held(chance.low, chance.high, decision.answer.verdict is Verdict.ACCEPT)
        match = submit(match, request.seat, decision)


def brier(rows: Iterable[Held]) -> float:
    offs = [(row.middle - row.came) ** 2 for row in rows]
    return sum(offs) / len(offs)


def constant(rows: Iterable[Held]) -> float:
    """The score of whoever always names the share of all that came true."""
    came = [row.came for row in rows]
    share = sum(came) / len(came)
    return share * (1 - share)


def reliability(rows: Iterable[Held]) -> Iterator[tuple[int, int, float, float]]:
    """(from percent, forecasts, their mean, the percentage that came true) for every tenth that holds any."""
    tenths: dict[int, list[Held]] = {}
    for row in rows:
        tenths.setdefault(min(9, int(row.middle * 10)), []).append(row)
    for tenth, some in sorted(tenths.items()):
        mean = 100 * sum(row.middle for row in some) / len(some)
        yield 10 * tenth, len(some), mean, 100 * sum(row.came for row in some) / len(some)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--games", type=int, default=100)
    parser.add_argument("--world", default="ripe")
    parser.add_argument("--length", default="class")
    args = parser.parse_args()
    scenario = load_scenario("one-last-effort").scenario
    if scenario is None:
        raise SystemExit("The shipped scenario has faults: run 'python -m game check'.")
    rows: list[Held] = []
    for seed in range(args.games):
        setup = Setup(scenario.id, WorldId(args.world), args.length, seed)
        for policy in _ASKING:
            rows += held(scenario, setup, POLICIES[policy])
    score, reference = brier(rows), constant(rows)
    print(f"{len(rows)} forecasts in {2 * args.games} games of length {args.length}, world {args.world}")
    print(f"Brier score {score:.3f}; a constant forecast {reference:.3f}; ratio {score / reference:.2f}")
    for low, number, mean, came in reliability(rows):
        print(f"  {low:3}-{low + 10:<3} %  {number:6} forecasts, mean {mean:5.1f} %, came true {came:5.1f} %")


if __name__ == "__main__":
    main()
