"""What controllers there are: the built-in ones, and those that installed packages offer by entry points.

Packages are asked only when a name is not built in, because looking through all that is installed takes time.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, partial
from typing import Any, Final

from game import __version__
from game.minds.bargainer import Bargainer
from game.minds.mind import MediatorMind, PartyMind
from game.minds.policies import POLICIES
from game.play.blame import blamed, one_line
from game.play.trouble import MindProblem

OURS: Final = "backchannel"
BUILT_IN: Final = "bargainer"
"""The mind that plays a party's seat unless another is named."""

_NAME: Final = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*")
_LONGEST: Final = 40
_RESERVED: Final = ("all",)


class Kind(Enum):
    """Which seat a mind is for."""

    PARTY = "party"
    MEDIATOR = "mediator"

    @property
    def group(self) -> str:
        """The group of entry points under which packages offer them."""
        return f"backchannel.{self.value}_minds"

    @property
    def questions(self) -> tuple[str, ...]:
        """The methods that a mind of this kind has."""
        return ("answer", "move") if self is Kind.PARTY else ("choose", "plan")


@dataclass(frozen=True, slots=True)
class Offer:
    """A mind by name. ``package`` and ``version`` say where it comes from. ``fault``: why it cannot be chosen.

    ``load`` gives a mind, a class or function that makes one, or raises whatever its author let happen.
    """

    name: str
    kind: Kind
    package: str
    version: str
    load: Callable[[], Any] = field(compare=False)
    fault: str = ""

    @property
    def built_in(self) -> bool:
        return self.package == OURS

    @property
    def release(self) -> str:
        return f"{self.package} {self.version}"

    def __str__(self) -> str:
        return f"The mind '{self.name}' of the package {self.release}"


def offer(kind: Kind, name: str) -> Offer:
    """The mind of this name. Raises :class:`MindProblem` if there is none, or more than one."""
    mine = _built_in(kind).get(name)
    if mine is not None:
        return mine
    found = [each for each in offered(kind) if each.name == name and not each.fault]
    if not found:
        raise MindProblem(f"There is no mind called '{name}' for a {kind.value}'s seat: its package is not installed.")
    if len(found) > 1:
        packages = " and ".join(each.package for each in found)
        raise MindProblem(f"More than one package offers a mind called '{name}': {packages}. Remove one of them.")
    return found[0]


def names(kind: Kind) -> tuple[str, ...]:
    """Those that can be chosen, the built-in ones first."""
    return (*_built_in(kind), *dict.fromkeys(each.name for each in offered(kind) if not each.fault))


def offers(kind: Kind) -> tuple[Offer, ...]:
    """All minds for such a seat, the built-in ones first, faulty ones too."""
    return (*_built_in(kind).values(), *offered(kind))


@cache
def _built_in(kind: Kind) -> Mapping[str, Offer]:
    minds: Mapping[str, Any] = POLICIES if kind is Kind.MEDIATOR else {BUILT_IN: Bargainer()}
    return {name: Offer(name, kind, OURS, __version__, partial(minds.get, name)) for name in minds}


@cache
def offered(kind: Kind) -> tuple[Offer, ...]:
    """What installed packages offer, by name. They are looked through once in each process."""
    from importlib.metadata import entry_points

    found = [
        Offer(each.name, kind, each.dist.name, each.dist.version, each.load, _fault(kind, each.name))
        for each in entry_points(group=kind.group)
        if each.dist is not None
    ]
    return tuple(sorted(found, key=lambda each: (each.name, each.package)))


def _fault(kind: Kind, name: str) -> str:
    if name in _built_in(kind):
        return "its name is that of a built-in mind"
    if not _NAME.fullmatch(name) or len(name) > _LONGEST or name in _RESERVED:
        return f"its name must be small letters and digits, joined by '-', '_' or '.', at most {_LONGEST}"
    return ""


def party_mind(name: str) -> PartyMind:
    """A mind of this name for a party's seat. Raises :class:`MindProblem`."""
    mind: PartyMind = made(offer(Kind.PARTY, name))
    return mind


def mediator_mind(name: str) -> MediatorMind:
    """A mind of this name for the mediator's seat. Raises :class:`MindProblem`."""
    mind: MediatorMind = made(offer(Kind.MEDIATOR, name))
    return mind


def made(chosen: Offer) -> Any:
    """A mind as its package makes it, anew each time if it makes them. Raises :class:`MindProblem`."""
    with blamed(f"{chosen} cannot be loaded"):
        found = chosen.load()
        makes = isinstance(found, type) or (bool(_lacking(chosen, found)) and callable(found))
        mind = found() if makes else found
    lacking = _lacking(chosen, mind)
    if lacking:
        raise MindProblem(f"{chosen} is no mind for a {chosen.kind.value}'s seat: it has no method '{lacking}'.")
    return mind


def _lacking(chosen: Offer, found: Any) -> str:
    """A method that a mind of this kind needs and this one has not."""
    return next((each for each in chosen.kind.questions if not callable(getattr(found, each, None))), "")


def about(mind: Any) -> str:
    """The first sentence of what its author says about it, or nothing."""
    kind = type(mind)
    said = one_line((kind.__doc__ or "").split("\n\n")[0])
    if said.startswith(f"{kind.__name__}("):
        return ""
    first, stop, _ = said.partition(". ")
    return f"{first}{stop.rstrip()}"
