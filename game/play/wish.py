"""What a player asked for on the command line, for a face that takes it up at once."""

from dataclasses import dataclass

from game.model.ids import PartyId
from game.play.saves import Opened, Shelf


@dataclass(frozen=True, slots=True)
class Wish:
    """Ids that are given here exist. What is None was not asked for: the face asks, draws or takes what is usual.

    ``shelf`` is None if saves have no place to go; ``notices``, shown once, then say why. ``opened`` is a save to go on
    with at once. ``minds`` are as in a setup.
    """

    scenario: str
    world: str | None = None
    length: str | None = None
    seed: int | None = None
    shelf: Shelf | None = None
    opened: Opened | None = None
    notices: tuple[str, ...] = ()
    minds: tuple[tuple[PartyId, str], ...] = ()
    information: str | None = None
