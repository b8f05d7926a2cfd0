"""A bare Textual application, as the yardstick for a cold start."""

from textual.app import App, ComposeResult
from textual.widgets import Header, Static


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Header()
        yield Static("bare application")


if __name__ == "__main__":
    Bare().run()
