"""An app that looks and behaves as its player has set it."""

from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from game.tui.graceful import GracefulApp
from game.tui.start import StartOptions
from game.tui.themes import NIGHT, SIXTEEN_COLOURS, every_theme, theme_name
from game.tui.wardrobe import Wardrobe

if TYPE_CHECKING:
    from game.tui.screens.settings import SettingsScreen

_FULL: Final = "truecolor"
_INDEXED: Final = "256"
_SIXTEEN: Final = "standard"
"""How many colours a terminal has, in the framework's words."""


class DressedApp(GracefulApp):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "change_theme", "Another theme", show=False, id="app.theme"),
    ]

    def __init__(self, start: StartOptions) -> None:
        super().__init__()
        self.wardrobe = Wardrobe(start)
        self._colours = _FULL
        self._remarks = self.wardrobe.remarks
        self.dress()
        if self.wardrobe.keymap:
            self.set_keymap(self.wardrobe.keymap)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return NIGHT.variables

    def show_in(self, colours: str | None) -> None:
        """Themes for a terminal of so many colours, in the framework's words for them."""
        self._colours = colours or _FULL
        self.dress()

    def dress(self) -> None:
        """Look and move as the settings say."""
        settings = self.wardrobe.settings
        sixteen, indexed = self._colours == _SIXTEEN, self._colours == _INDEXED
        name = SIXTEEN_COLOURS.name if sixteen else theme_name(settings.theme, settings.colours, indexed=indexed)
        if name not in self.available_themes:
            for each in (SIXTEEN_COLOURS, *every_theme(indexed=indexed)):
                self.register_theme(each)
        self.theme = name
        self.set_class(sixteen, "-sixteen")
        self.set_class(settings.ascii, "-ascii")
        if not settings.motion:
            self.animation_level = "none"

    def remarks(self) -> tuple[str, ...]:
        """What was wrong with the settings as they were found; told once."""
        remarks, self._remarks = self._remarks, ()
        return remarks

    def action_change_theme(self) -> None:
        self.change_setting("theme")
        if self._colours == _SIXTEEN:
            self.tell("This terminal shows sixteen colours; there is one theme for it.")

    def change_setting(self, name: str) -> None:
        """The next value of a setting, at once on the screen, and kept if it can be."""
        trouble = self.wardrobe.change(name)
        if name == "motion" and self.wardrobe.settings.motion:
            self.animation_level = "full"
        self.dress()
        for each in self.screen.walk_children():
            each.refresh()
        if trouble:
            self.tell(trouble)

    def open_settings(self) -> None:
        from game.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen(self.wardrobe.settings, self.wardrobe.told))

    def on_predict_screen_stopped_asking(self) -> None:
        if self.wardrobe.settings.ask_predictions:
            self.change_setting("ask_predictions")

    def on_settings_screen_changed(self, message: "SettingsScreen.Changed") -> None:
        self.change_setting(message.name)
        message.screen.put(self.wardrobe.settings)
