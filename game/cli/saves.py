"""``saves``: the shelf as a list, what goes out of it and comes in, and throwing away."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from game.cli.arguments import SAVES_ACTS
from game.cli.codes import FINE
from game.cli.output import tell, write_json
from game.cli.problems import UsageProblem, meant
from game.cli.values import STANDARD_OUTPUT
from game.play.inert import inert
from game.play.saves import SaveTitle, Shelf, default_folder

_WORDS: Final[Mapping[str, int]] = {"delete": 1, "rescue": 1, "import": 1, "export": 2}
"""How many words each act takes; the others take none."""


def run(args: Namespace) -> int:
    if args.what not in SAVES_ACTS:
        raise UsageProblem(f"'saves' cannot '{args.what}'. {meant(args.what, SAVES_ACTS)}")
    _check_words(args)
    if args.what in ("where", "forget"):
        from game.cli.belongings import forget_all, show_where

        return show_where(args) if args.what == "where" else forget_all(args)
    shelf = Shelf(default_folder(args.saves))
    return _list(shelf, args) if args.what == "list" else _ACTS[args.what](shelf, args)


def _check_words(args: Namespace) -> None:
    given = [word for word in (args.name, args.file) if word is not None]
    wanted = _WORDS.get(args.what, 0)
    if len(given) > wanted:
        raise UsageProblem(f"'{given[wanted]}' is one word too many for 'saves {args.what}'.")
    if len(given) < wanted:
        raise UsageProblem(_MISSING[args.what])


_MISSING: Final[Mapping[str, str]] = {
    "delete": "Which save? 'backchannel saves' lists their names; then 'backchannel saves delete NAME'.",
    "rescue": "Which save? 'backchannel saves' lists their names; then 'backchannel saves rescue NAME'.",
    "import": "Which file? It goes like 'backchannel saves import FILE'.",
    "export": "Which save, and where to? It goes like 'backchannel saves export NAME FILE'.",
}


def _delete(shelf: Shelf, args: Namespace) -> int:
    return _done(args, "deleted", shelf.delete(args.name))


def _export(shelf: Shelf, args: Namespace) -> int:
    from game.play.copies import export_save

    return _done(args, "exported", export_save(shelf, args.name, Path(args.file)))


def _import(shelf: Shelf, args: Namespace) -> int:
    from game.play.copies import import_save

    return _done(args, "imported", import_save(shelf, Path(args.name)))


def _rescue(shelf: Shelf, args: Namespace) -> int:
    from game.play.copies import rescue

    return _done(args, "rescued", rescue(shelf, args.name))


_ACTS: Final[Mapping[str, Callable[[Shelf, Namespace], int]]] = {
    "delete": _delete,
    "export": _export,
    "import": _import,
    "rescue": _rescue,
}


def _done(args: Namespace, what: str, path: Path) -> int:
    if args.json != STANDARD_OUTPUT:
        tell(f"{what.capitalize()}: {inert(str(path))}")
    if args.json is not None:
        write_json(args.json, {what: str(path)})
    return FINE


def _list(shelf: Shelf, args: Namespace) -> int:
    titles = shelf.list()
    if args.json != STANDARD_OUTPUT:
        tell("\n".join(_table(titles)) if titles else f"No saves in {shelf.folder}.")
    if args.json is not None:
        write_json(args.json, {"folder": str(shelf.folder), "saves": [_in_figures(title) for title in titles]})
    return FINE


def _table(titles: tuple[SaveTitle, ...]) -> list[str]:
    width = max(len(title.name) for title in titles)
    return [f"{inert(title.name):<{width}}  {_state(title)}" for title in titles]


def _state(title: SaveTitle) -> str:
    if title.problem:
        return f"cannot be opened. {title.problem}"
    left = f", left {title.branch_of} at turn {title.branch_turn}" if title.branch_of else ""
    state = f"{title.world}, turn {title.turn} of {title.turns}, {title.ending or 'in play'}{left}"
    informed = [f"information {title.information}"] if title.information else []
    return ", ".join((state, *informed, *(f"{seat}={name}" for seat, name in title.minds)))


def _in_figures(title: SaveTitle) -> dict[str, object]:
    return {**title._asdict(), "path": str(title.path), "minds": dict(title.minds)}
