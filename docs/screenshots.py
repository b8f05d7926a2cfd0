"""The pictures in these pages, taken of the running app: python -m docs.screenshots.

The game in them is played by a controller up to the turn shown, so that anybody can take the same pictures again.
"""

import asyncio
import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from game.cards.library import load_scenario
from game.minds.policies import POLICIES
from game.model.ids import WorldId
from game.model.seats import PlanTurn
from game.model.world import Setup
from game.play.autoplay import mediate
from game.play.saves import Shelf
from game.play.session import Session
from game.tui.app import Backchannel
from game.tui.start import StartOptions

IMAGES = Path(__file__).resolve().parent / "images"
SEED, TURN = 7, 4
PICTURES: Mapping[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "situation-room": ((120, 40), ()),
    "dossier": ((120, 40), ("p",)),
    "act": ((120, 40), ("a", *"float", "enter", *"kyiv", "enter", *"forces", "enter", "down")),
    "front": ((120, 40), ("f",)),
    "curves": ((120, 40), ("h",)),
    "small": ((80, 24), ()),
}
"""For each picture the size of the terminal, and the keys pressed in the situation room."""

FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""The pictures name a font that a reader may have; they do not fetch one from elsewhere."""

PADDED = re.compile(r'x="([\d.]+)"([^>]*) textLength="([\d.]+)"([^>]*)>((?:&#160;)+)(?=[^<])')
CELL = 12.2
"""Width of a character in the picture."""


def play_on(folder: Path) -> None:
    """A game in its fourth turn, at the moment at which the mediator plans."""
    scenario = load_scenario("one-last-effort").scenario
    if scenario is None:
        raise SystemExit("The shipped scenario has faults; 'python -m game check' tells which.")
    setup = Setup(scenario.id, WorldId("ripe"), "class", SEED)
    with Session.begin(scenario, setup, Shelf(folder)) as session:
        while session.request and not (isinstance(session.request, PlanTurn) and session.match.world.turn == TURN):
            session.submit(mediate(session.match, session.request, POLICIES["statecraft"]))


async def picture(folder: Path, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    app = Backchannel(StartOptions(saves=folder, resume=True, config=folder))
    async with app.run_test(size=size) as pilot:
        while type(app.screen).__name__ != "RoomScreen":
            await pilot.pause(0.2)
            if type(app.screen).__name__ == "MorningScreen":
                await pilot.press("enter")
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.3)
        await pilot.pause(0.5)
        return PADDED.sub(unpadded, FONTS.sub("", app.export_screenshot(title="Backchannel")))


def unpadded(text: re.Match[str]) -> str:
    """Some viewers swallow blanks at the beginning of a text; where it begins says as much."""
    blanks = text[5].count(";") * CELL
    return f'x="{float(text[1]) + blanks:.1f}"{text[2]} textLength="{float(text[3]) - blanks:.1f}"{text[4]}>'


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    for name, (size, keys) in PICTURES.items():
        with TemporaryDirectory() as folder:
            play_on(Path(folder))
            path = IMAGES / f"{name}.svg"
            path.write_text(asyncio.run(picture(Path(folder), size, keys)) + "\n", encoding="utf-8")
            print(path.relative_to(IMAGES.parents[1]))


if __name__ == "__main__":
    main()
