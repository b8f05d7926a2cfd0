"""East, West and the ally of the small scenario: what they weigh, say and will not sign."""

from collections.abc import Mapping
from typing import Final

from game.model.clauses import Term
from game.model.ids import ClauseId, OptionId, PartyId, Quantity
from game.model.parties import Party, Personality, Profile, RedLine, Slope, Synergy

EAST: Final = PartyId("east")
WEST: Final = PartyId("west")
ALLY: Final = PartyId("ally")
PARTIES: Final = (EAST, WEST, ALLY)

BORDER: Final = ClauseId("border")
PACT: Final = ClauseId("pact")
TRUCE: Final = ClauseId("truce")
AID: Final = ClauseId("aid")

VALUES: Final[Mapping[str, Mapping[str, tuple[int, int, int]]]] = {
    "border": {"withdraw": (0, 100, 100), "freeze": (50, 60, 65), "cede": (100, 0, 0)},
    "pact": {"treaty": (0, 100, 80), "shield": (60, 70, 80), "nothing": (100, 0, 20)},
    "truce": {"bare": (80, 20, 40), "watched": (60, 80, 90)},
    "aid": {"full": (20, 90, 90), "shared": (60, 70, 80), "none": (100, 0, 30)},
}
"""What each option is worth to East, West and the ally, 0 to 100."""

WEIGHTS: Final[Mapping[str, tuple[int, int, int]]] = {
    "border": (4000, 3000, 2000),
    "pact": (3000, 4000, 4000),
    "truce": (1000, 2000, 1000),
    "aid": (2000, 1000, 3000),
}
"""Basis points, by clause, for East, West and the ally; each party's sum to 10,000."""

LANDING: Final = tuple(
    Term(ClauseId(clause), OptionId(option))
    for clause, option in (("border", "freeze"), ("pact", "shield"), ("truce", "watched"), ("aid", "shared"))
)
_PUBLIC: Final = {
    EAST: ("cede", "nothing", "bare", "none"),
    WEST: ("withdraw", "treaty", "watched", "full"),
    ALLY: ("withdraw", "shield", "watched", "full"),
}


def small_party(party: PartyId) -> Party:
    return Party(
        id=party,
        name=party.capitalize(),
        formal=f"the government of {party}",
        tag=party[:2].upper(),
        glyph="o",
        belligerent=party != ALLY,
        leaders_channel=party == EAST,
        prior=_prior(party),
        red_lines=_RED_LINES[party],
        public={clause: OptionId(name) for clause, name in zip(_clause_ids(), _PUBLIC[party], strict=True)},
        no_deal=_NO_DEAL[party],
        deal=_DEAL[party],
        synergies=_SYNERGIES[party],
        squeezed_by=(Quantity("assistance"),) if party == WEST else (),
        personality=Personality(pride=50, candour=50, firmness=50, caution=0),
        moves=(),
        wants="peace",
        fears="war",
    )


def _clause_ids() -> tuple[ClauseId, ...]:
    return tuple(map(ClauseId, VALUES))


def _prior(party: PartyId) -> Profile:
    place = PARTIES.index(party)
    values = {
        ClauseId(clause): {OptionId(option): worth[place] for option, worth in options.items()}
        for clause, options in VALUES.items()
    }
    return Profile(
        weights={ClauseId(clause): weights[place] for clause, weights in WEIGHTS.items()},
        values=values,
        expects={term.clause: values[term.clause][term.option] for term in LANDING},
        base={EAST: 5000, WEST: 6000, ALLY: 6500}[party],
        hope=400,
        concessions=3000,
    )


def _line(clause: str, option: str, room: int | None = None) -> RedLine:
    return RedLine(ClauseId(clause), OptionId(option), room)


_RED_LINES: Final = {
    EAST: (_line("border", "withdraw"), _line("pact", "treaty")),
    WEST: (_line("border", "cede", 70), _line("pact", "nothing")),
    ALLY: (_line("border", "cede"),),
}
_NO_DEAL: Final = {
    EAST: (
        Slope(Quantity("sanctions"), -300, 40, -200, 100, "sanctions"),
        Slope(Quantity("outlook.east"), 700, 50, -300, 300, "the war"),
    ),
    WEST: (
        Slope(Quantity("assistance"), 500, 100, -500, 0, "assistance"),
        Slope(Quantity("outlook.west"), 700, 50, -300, 300, "the war"),
    ),
    ALLY: (Slope(Quantity("strain.ally.economy"), -600, 40, -200, 120, "budgets"),),
}
_DEAL: Final = {EAST: (Slope(Quantity("standing"), 300, 20, -60, 240, "standing"),), WEST: (), ALLY: ()}
_SYNERGIES: Final = {
    EAST: (),
    WEST: (Synergy({PACT: (OptionId("shield"),), TRUCE: (OptionId("watched"),)}, 100, "a shield that sees"),),
    ALLY: (),
}
