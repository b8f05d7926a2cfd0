"""How the app looks and behaves, from what the player has set and what the command said for this run."""

from dataclasses import replace

from game.tui.keymap import accepted
from game.tui.settings import (
    Kept,
    Settings,
    changed,
    read_settings,
    settings_path,
    settings_values,
    with_value,
    write_settings,
)
from game.tui.start import StartOptions


class Wardrobe:
    """Keeps the settings. What the command said holds until the player changes that very thing."""

    def __init__(self, start: StartOptions) -> None:
        self.path = settings_path(start.config)
        kept = read_settings(self.path)
        self.settings = worn(kept, start)
        self._kept = kept.settings
        self.keymap, remarks = accepted(kept.settings.keys)
        self.remarks = (*kept.remarks, *remarks)
        self._trouble = ""

    def change(self, name: str) -> str:
        """Set the next value, and keep it. Returns why it cannot be kept, or nothing."""
        self.settings = changed(self.settings, name)
        self._kept = with_value(self._kept, name, settings_values(self.settings)[name])
        self._trouble = write_settings(self.path, self._kept)
        return self._trouble

    def told(self) -> tuple[str, ...]:
        """Where the settings lie, and what is wrong with them."""
        where = f"Kept in {self.path}." if self.path and not self._trouble else self._trouble
        return (*filter(None, (where,)), *self.remarks)


def worn(kept: Kept, start: StartOptions) -> Settings:
    """The settings for this run."""
    settings = kept.settings
    return replace(
        settings,
        theme=start.theme or settings.theme,
        motion=settings.motion and not start.no_motion,
        ascii=settings.ascii or start.ascii,
    )
