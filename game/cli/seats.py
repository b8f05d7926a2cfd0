"""Which minds a command names, for the mediator's seat and for the parties'."""

from collections.abc import Iterable, Sequence

from game.cli.problems import UsageProblem, one_of, some_of
from game.minds.policies import POLICIES
from game.model.ids import PartyId, WorldId
from game.model.scenario import Scenario
from game.model.world import Setup
from game.play.roster import BUILT_IN, Kind, names
from game.play.seating import mediator, seated_minds

Seats = tuple[tuple[PartyId, str], ...]
"""As in a setup: the seats that are not played by the built-in mind."""

EVERY_SEAT = "all"


def policy_called(word: str) -> str:
    """Packages are looked through only for a name that is not built in."""
    if word in POLICIES:
        return word
    known = names(Kind.MEDIATOR)
    if word not in known and word in names(Kind.PARTY):
        raise UsageProblem(f"'{word}' is a mind for a party's seat, not for the mediator's: --mind takes it.")
    return one_of("policy", word, known)


def policies_called(words: str) -> tuple[str, ...]:
    """Names with commas; ``all`` are the built-in ones, so that it means the same everywhere."""
    if words == "all":
        return tuple(POLICIES)
    named = [policy_called(word.strip()) for word in words.split(",") if word.strip()]
    return some_of("policy", ",".join(named), named or POLICIES, POLICIES)


def check_policies(scenario: Scenario, policies: Iterable[str]) -> None:
    """Whether each can be made, before a game is begun with it. Raises :class:`MindProblem`."""
    for policy in dict.fromkeys(policies):
        mediator(scenario, policy)


def seats_called(words: Sequence[str] | None, scenario: Scenario) -> Seats:
    """What ``SEAT=NAME`` words come to; ``all`` is for every seat that no other word names.

    Raises :class:`UsageProblem`, or :class:`MindProblem` for a mind that cannot be used.
    """
    named: dict[str, str] = {}
    for word in words or ():
        seat, equals, name = word.partition("=")
        if not equals:
            raise UsageProblem(
                f"'--mind {word}' names no seat. It goes like --mind {next(iter(scenario.parties))}=NAME."
            )
        one_of("party", seat, (*scenario.parties, EVERY_SEAT))
        if seat in named:
            raise UsageProblem(f"'--mind {word}': the seat '{seat}' is given away already, to '{named[seat]}'.")
        named[seat] = _mind_called(name)
    chosen = ((seat, named.get(seat, named.get(EVERY_SEAT, BUILT_IN))) for seat in scenario.parties)
    seats = tuple((seat, name) for seat, name in chosen if name != BUILT_IN)
    _check(scenario, seats)
    return seats


def _mind_called(name: str) -> str:
    if name == BUILT_IN:
        return name
    known = names(Kind.PARTY)
    if name not in known and name in names(Kind.MEDIATOR):
        raise UsageProblem(f"'{name}' is a mind for the mediator's seat, not for a party's: --policy takes it.")
    return one_of("mind", name, known)


def _check(scenario: Scenario, seats: Seats) -> None:
    """Whether each of them can be made, before a game is begun with it."""
    if seats:
        seated_minds(scenario, Setup(scenario.id, WorldId(""), "", 0, minds=seats))
