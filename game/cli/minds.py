"""``minds``: what controllers there are, and which of them cannot be used."""

from argparse import Namespace
from collections.abc import Iterator
from textwrap import wrap
from typing import Final, NamedTuple

from game.cli.codes import FINE, FOUND
from game.cli.output import write_json
from game.cli.values import STANDARD_OUTPUT
from game.play.roster import Kind, Offer, about, made, offers
from game.play.trouble import MindProblem

_WIDE: Final = 100
_INDENT: Final = "    "


class Listed(NamedTuple):
    """``about`` is what its author says of it, ``problem`` why it cannot be used."""

    offer: Offer
    about: str
    problem: str


def run(args: Namespace) -> int:
    found = [_looked_at(each) for kind in reversed(Kind) for each in offers(kind)]
    if args.json != STANDARD_OUTPUT:
        print("\n".join(_table(found)))
    if args.json is not None:
        write_json(args.json, {"minds": [_in_figures(each) for each in found]})
    return FOUND if any(each.problem for each in found) else FINE


def _looked_at(offer: Offer) -> Listed:
    if offer.fault:
        return Listed(offer, "", f"{offer} cannot be chosen: {offer.fault}.")
    try:
        return Listed(offer, about(made(offer)), "")
    except MindProblem as problem:
        return Listed(offer, "", str(problem))


def _table(found: list[Listed]) -> Iterator[str]:
    width = max(len(each.offer.name) for each in found)
    for each in found:
        yield f"{each.offer.name:<{width}}  {each.offer.kind.value:<8}  {each.offer.release}"
        yield from wrap(each.problem or each.about, _WIDE, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _in_figures(each: Listed) -> dict[str, object]:
    return {
        "name": each.offer.name,
        "seat": each.offer.kind.value,
        "package": each.offer.package,
        "version": each.offer.version,
        "about": each.about,
        "problem": each.problem,
    }
