"""``saves``: the shelf as a list, and throwing away."""

from argparse import Namespace

from game.cli.arguments import STANDARD_OUTPUT
from game.cli.codes import FINE
from game.cli.output import write_json
from game.cli.problems import UsageProblem, meant
from game.play.saves import SaveTitle, Shelf, default_folder

_ACTS = ("list", "delete")


def run(args: Namespace) -> int:
    if args.what not in _ACTS:
        raise UsageProblem(f"'saves' cannot '{args.what}'. {meant(args.what, _ACTS)}")
    shelf = Shelf(default_folder(args.saves))
    return _delete(shelf, args) if args.what == "delete" else _list(shelf, args)


def _delete(shelf: Shelf, args: Namespace) -> int:
    if args.name is None:
        raise UsageProblem("Which save? 'backchannel saves' lists their names; then 'saves delete NAME'.")
    path = shelf.delete(args.name)
    if args.json != STANDARD_OUTPUT:
        print(f"Deleted: {path}")
    if args.json is not None:
        write_json(args.json, {"deleted": str(path)})
    return FINE


def _list(shelf: Shelf, args: Namespace) -> int:
    if args.name is not None:
        raise UsageProblem(f"'{args.name}' is one word too many for 'saves list'.")
    titles = shelf.list()
    if args.json != STANDARD_OUTPUT:
        print("\n".join(_table(titles)) if titles else f"No saves in {shelf.folder}.")
    if args.json is not None:
        write_json(args.json, {"folder": str(shelf.folder), "saves": [_in_figures(title) for title in titles]})
    return FINE


def _table(titles: tuple[SaveTitle, ...]) -> list[str]:
    width = max(len(title.name) for title in titles)
    return [f"{title.name:<{width}}  {_state(title)}" for title in titles]


def _state(title: SaveTitle) -> str:
    if title.problem:
        return f"cannot be opened. {title.problem}"
    state = f"{title.world}, turn {title.turn} of {title.turns}, {title.ending or 'in play'}"
    return ", ".join((state, *(f"{seat}={name}" for seat, name in title.minds)))


def _in_figures(title: SaveTitle) -> dict[str, object]:
    return {**title._asdict(), "path": str(title.path), "minds": dict(title.minds)}
