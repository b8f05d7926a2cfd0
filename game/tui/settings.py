"""What a player has set, in a file of the platform's folder for settings. Nothing here stops a game from being played.

The file is TOML, so that keys can be changed by hand; what is wrong in it is told in a sentence and left out.
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from game.play.trouble import reason_of
from game.tui.start import COLOURS, THEME_NAMES

FILE: Final = "settings.toml"
_MOST: Final = 65_536
"""Bytes; no settings are longer."""

_HEAD: Final = "# Settings of Backchannel. Keys are changed under [keys]; docs/players.md lists their names.\n"
_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {"theme": THEME_NAMES, "colours": COLOURS}
_SWITCHES: Final = ("motion", "ascii", "confirm_send", "confirm_rewind", "ask_predictions")


@dataclass(frozen=True, slots=True)
class Settings:
    """``keys`` holds, by the name of what is done, the keys that do it, with commas."""

    theme: str = THEME_NAMES[0]
    colours: str = COLOURS[0]
    motion: bool = True
    ascii: bool = False
    confirm_send: bool = True
    confirm_rewind: bool = True
    ask_predictions: bool = True
    keys: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kept:
    """Settings as they were found; ``remarks`` are sentences on what was wrong."""

    settings: Settings
    remarks: tuple[str, ...] = ()


def settings_path(folder: Path | None) -> Path | None:
    """The file in ``folder``, or in the platform's; None where there is no home to have one in."""
    if folder is None:
        from platformdirs import user_config_path

        folder = user_config_path("backchannel", appauthor=False)
    return folder / FILE if folder.is_absolute() else None


def read_settings(path: Path | None) -> Kept:
    if path is None:
        return Kept(Settings())
    try:
        with path.open("rb") as stream:
            raw = stream.read(_MOST + 1)
    except FileNotFoundError:
        return Kept(Settings())
    except (OSError, ValueError) as error:
        return Kept(Settings(), (f"Your settings cannot be read, because {_reason(error)} ({path}).",))
    return _understood(raw, path)


def _reason(error: OSError | ValueError) -> str:
    return reason_of(error) if isinstance(error, OSError) else "the name of the file is not one"


def _understood(raw: bytes, path: Path) -> Kept:
    from tomllib import TOMLDecodeError, loads

    try:
        if len(raw) > _MOST:
            return _set_aside(path)
        found: dict[str, object] = loads(raw.decode("utf-8"))
    except (TOMLDecodeError, UnicodeDecodeError, RecursionError):
        return _set_aside(path)
    settings, remarks = Settings(), list[str]()
    for name, value in found.items():
        if name == "keys" and isinstance(value, dict):
            settings = replace(settings, keys={str(key): str(each) for key, each in value.items()})
        elif (name in _SWITCHES and isinstance(value, bool)) or (
            isinstance(value, str) and value in _CHOICES.get(name, ())
        ):
            settings = with_value(settings, name, value)
        else:
            remarks.append(f"The setting '{_short(name)}' is not one, or has no such value; it is left out.")
    return Kept(settings, tuple(remarks))


def _short(name: str) -> str:
    return "".join(each for each in name if each.isprintable())[:40]


def _set_aside(path: Path) -> Kept:
    """Keep the damaged file under another name, so that the next change does not destroy it."""
    aside = path.with_name(f"{path.name}.damaged")
    try:
        path.replace(aside)
    except OSError:
        return Kept(Settings(), (f"Your settings cannot be understood; the usual ones are in force ({path}).",))
    return Kept(
        Settings(), (f"Your settings could not be understood. They lie in {aside}; the usual ones are in force.",)
    )


_CHANGES: Final[Mapping[str, Callable[[Settings, str], Settings]]] = {
    "theme": lambda settings, value: replace(settings, theme=value),
    "colours": lambda settings, value: replace(settings, colours=value),
}
_TURNS: Final[Mapping[str, Callable[[Settings, bool], Settings]]] = {
    "motion": lambda settings, on: replace(settings, motion=on),
    "ascii": lambda settings, on: replace(settings, ascii=on),
    "confirm_send": lambda settings, on: replace(settings, confirm_send=on),
    "confirm_rewind": lambda settings, on: replace(settings, confirm_rewind=on),
    "ask_predictions": lambda settings, on: replace(settings, ask_predictions=on),
}


def with_value(settings: Settings, name: str, value: str | bool) -> Settings:
    """One of them set."""
    return _TURNS[name](settings, value) if isinstance(value, bool) else _CHANGES[name](settings, value)


def changed(settings: Settings, name: str) -> Settings:
    """The next value of a choice, or the other one of a switch."""
    values = settings_values(settings)
    if name in _SWITCHES:
        return with_value(settings, name, values[name] is False)
    offered = _CHOICES[name]
    return with_value(settings, name, offered[(offered.index(str(values[name])) + 1) % len(offered)])


def settings_values(settings: Settings) -> dict[str, str | bool]:
    """Everything but the keys, by name."""
    return {
        "theme": settings.theme,
        "colours": settings.colours,
        "motion": settings.motion,
        "ascii": settings.ascii,
        "confirm_send": settings.confirm_send,
        "confirm_rewind": settings.confirm_rewind,
        "ask_predictions": settings.ask_predictions,
    }


def as_toml(settings: Settings) -> str:
    values = settings_values(settings).items()
    lines = [f"{name} = {str(value).lower() if isinstance(value, bool) else _quoted(value)}" for name, value in values]
    keys = [f"{_quoted(name)} = {_quoted(each)}" for name, each in settings.keys.items()]
    return "\n".join((_HEAD, *lines, "", "[keys]", *keys)) + "\n"


def _quoted(text: str) -> str:
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def write_settings(path: Path | None, settings: Settings) -> str:
    """Write them whole or not at all. Returns why it could not be done, in a sentence, or nothing."""
    if path is None:
        return "There is no home folder to keep settings in; they hold until you leave."
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(as_toml(settings))
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        _forget(draft)
        return f"Your settings cannot be kept, because {reason_of(error)} ({path.parent}); they hold until you leave."
    return ""


def _forget(draft: Path) -> None:
    try:
        draft.unlink(missing_ok=True)
    except OSError:
        return
