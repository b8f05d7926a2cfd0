"""A bare Textual application, as the yardstick: with nothing in it, or with ``--list`` a list to move through."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import Header, OptionList, Static


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Header()
        yield Static("bare application")


class Listing(Bare):
    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield OptionList(*(f"line {number}" for number in range(30)))


if __name__ == "__main__":
    (Listing if "--list" in sys.argv else Bare)().run()
