"""The verbs of the small scenario, and a way to write others."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from game.contracts.building.parties import ALLY, EAST, PARTIES, WEST
from game.model.actions import FORMS
from game.model.cards import Cost, Effect
from game.model.ids import PartyId, Quantity, VerbId
from game.model.verbs import PledgeKind, Verb

_COSTS: Final = {
    **dict.fromkeys(("sound-out", "float", "carry", "reassure", "warn"), Cost(envoys=1)),
    **dict.fromkeys(("convene", "unite", "table", "promise", "link", "deliver"), Cost(staff=1)),
    "call": Cost(president=1),
    "package": Cost(envoys=1, staff=1),
    "conference": Cost(president=1, staff=1),
    **dict.fromkeys(("assure-leader", "confer-standing", "offer-backstop", "public-address"), Cost(president=1)),
    **dict.fromkeys(("tighten-sanctions", "send-arms", "pause-assistance", "brief-congress", "empower"), Cost(staff=1)),
}
_THREATENED: Final = ("tighten-sanctions", "send-arms")


def small_verbs() -> Iterable[Verb]:
    for verb in FORMS:
        yield make_verb(verb)
    yield make_verb("reassure", PARTIES, {"trust.{party}": 4, "aspiration.{party}": -15})
    yield make_verb("assure-leader", (WEST, ALLY), {"trust.{party}": 6, "room.{party}": 3})
    yield make_verb("warn", (EAST,), {"trust.{party}": -3}, pledge=PledgeKind.THREAT, redeemed_by=_THREATENED, due=3)
    yield make_verb("tighten-sanctions", effects={"sanctions": 14, "trust.east": -4}, public=True)
    yield make_verb("send-arms", effects={"arms": 14, "trust.west": 3, "aspiration.west": 20}, public=True)
    yield make_verb("pause-assistance", effects={"assistance": -60, "trust.west": -12}, public=True)
    yield make_verb("confer-standing", effects={"standing": 14, "trust.west": -4}, public=True)
    yield make_verb("offer-backstop", effects={"backstop": 50, "trust.west": 5})
    yield make_verb("brief-congress", effects={"congress": 7, "patience": 2})
    yield make_verb("public-address", effects={"patience": 7, "aspiration.east": 30}, public=True)
    yield make_verb("one-message", effects={"discipline": 12})
    yield make_verb("hunt-leaks", effects={"discipline": 9, "capacity": -20})
    yield make_verb("empower", effects={"capacity": 50, "discipline": -4})


def make_verb(
    name: str,
    parties: tuple[PartyId, ...] = (),
    effects: Mapping[str, int] | None = None,
    public: bool = False,
    **changes: Any,
) -> Verb:
    """A verb as content would describe it; ``{party}`` in an effect's name stands for whom it is done to."""
    verb = Verb(
        id=VerbId(name),
        label=name,
        family="any",
        about=name,
        cost=_COSTS.get(name, Cost()),
        when=None,
        unavailable="Not now.",
        parties=parties,
        effects={
            party: tuple(
                Effect(Quantity(quantity.format(party=party)), amount, amount)
                for quantity, amount in (effects or {}).items()
            )
            for party in parties or (None,)
        },
        public=public,
        pledge=None,
        redeemed_by=(),
        due=0,
        source=("C1",),
    )
    redeemed = tuple(map(VerbId, changes.pop("redeemed_by", ())))
    return replace(verb, redeemed_by=redeemed, **changes)
