"""Plain data into shapes; what the shapes refuse is told in the author's words, with its place."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from game.cards.document import Data, Document, Path, Place
from game.cards.expressions import SyntaxFault
from game.cards.faults import Fault, quoted, suggest
from game.cards.grammar import Shape, kind_of
from game.cards.mentions import Part, parts, within

KEY = "[key]"
"""The last step of a path to a key that was refused, as against the value behind it."""


class Wrong(NamedTuple):
    """One thing that a shape refuses. ``type`` and ``context`` are the validator's."""

    document: Document
    part: Part
    path: Path
    type: str
    found: object
    context: Mapping[str, Any]

    @property
    def subject(self) -> str:
        """What is wrong, by its name in the file."""
        named = [step for step in self.path if isinstance(step, str) and step != KEY]
        if not self.path or isinstance(self.path[-1], str):
            return quoted(named[-1]) if named else "the file"
        return f"entry {self.path[-1] + 1} of {quoted(named[-1])}" if named else f"entry {self.path[-1] + 1}"

    def fault(self, code: str, message: str, hint: str = "", place: Place | None = None) -> Fault:
        if place is None:
            at_key = self.found is None or self.path[-1:] == (KEY,)
            path = tuple(step for step in self.path if step != KEY)
            place = self.document.key_place(path) if at_key else self.document.place(path)
        return self.document.fault(code, place, message, hint)


def shaped(
    document: Document, adapter: TypeAdapter[Any], part: Part, path: Path
) -> tuple[object | None, tuple[Fault, ...]]:
    """The data at ``path`` as its shape, or None and what is wrong with it."""
    data = at(document.data, path)
    try:
        return adapter.validate_python(data), ()
    except ValidationError as error:
        wrongs = [
            Wrong(document, part, (*path, *found["loc"]), found["type"], found["input"], found.get("ctx", {}))
            for found in error.errors(include_url=False)
        ]
        faults = _told(_without_echoes(wrongs, path), path)
        return None, tuple(fault for fault in faults if not _told_before(fault, document, path))


def _told_before(fault: Fault, document: Document, path: Path) -> bool:
    """Whether reading has said it: of the same place, or that some of the entry could not be read."""
    if fault.code in ("E102", "E106") and document.flawed(path):
        return True
    return any(fault.position == before.position for before in document.faults)


def at(data: Data, path: Path) -> Data:
    for step in path:
        data = data[step]  # type: ignore[index]
    return data


def _without_echoes(wrongs: list[Wrong], path: Path) -> list[Wrong]:
    """A misspelt field is also a missing one: only the first is told."""
    meant = {
        (*wrong.path[:-1], guess)
        for wrong in wrongs
        if wrong.type == "extra_forbidden" and (guess := suggest(str(wrong.path[-1]), fields_at(wrong, path)))
    }
    return [wrong for wrong in wrongs if wrong.type != "missing" or wrong.path not in meant]


def fields_at(wrong: Wrong, root: Path) -> tuple[str, ...]:
    """The author's names of the fields that may stand where the fault is."""
    shape: type[Shape] | None = within(wrong.part, wrong.path[len(root) : -1]).shape
    return tuple(parts(shape)) if shape else ()


def _told(wrongs: list[Wrong], root: Path) -> Iterator[Fault]:
    for wrong in wrongs:
        if wrong.type == "extra_forbidden":
            yield _unknown_field(wrong, fields_at(wrong, root))
        elif wrong.found is None and wrong.type != "missing":
            yield wrong.fault("E106", f"{wrong.subject} is empty", _wanted_hint(wrong))
        elif wrong.type == "syntax":
            yield _syntax(wrong)
        elif wrong.type == "refusal":
            yield _refusal(wrong)
        else:
            yield _TOLD.get(wrong.type, _odd)(wrong)


def _unknown_field(wrong: Wrong, known: tuple[str, ...]) -> Fault:
    name = str(wrong.path[-1])
    guess = suggest(name, known)
    hint = f"did you mean '{guess}'?" if guess else f"fields here: {', '.join(known)}"
    return wrong.fault("E101", f"unknown field {quoted(name)}", hint, wrong.document.key_place(wrong.path))


def _missing(wrong: Wrong) -> Fault:
    owner = wrong.path[:-1]
    return wrong.fault("E102", f"missing field {quoted(str(wrong.path[-1]))}", place=wrong.document.key_place(owner))


def _syntax(wrong: Wrong) -> Fault:
    fault: SyntaxFault = wrong.context["fault"]
    place = wrong.document.place_within(wrong.path, fault.offset, fault.width)
    return wrong.fault(fault.code, f"in {wrong.subject}: {fault.message}", fault.hint, place)


def _refusal(wrong: Wrong) -> Fault:
    context = wrong.context
    if field := context["field"]:
        place = wrong.document.key_place((*wrong.path, field))
        return wrong.fault(context["code"], f"{quoted(field)} {context['message']}", context["hint"], place)
    return wrong.fault(context["code"], f"{wrong.subject} {context['message']}", context["hint"])


def _type(wanted: str, code: str = "E103") -> Callable[[Wrong], Fault]:
    def told(wrong: Wrong) -> Fault:
        found = f"the text {quoted(wrong.found)}" if isinstance(wrong.found, str) else kind_of(wrong.found)
        return wrong.fault(code, f"{wrong.subject} must be {wanted}, found {found}", _type_hint(wrong))

    return told


def _type_hint(wrong: Wrong) -> str:
    if wrong.type == "string_type" and not isinstance(wrong.found, (list, dict)):
        return "put it in quotes if it is meant as text"
    if wrong.type == "tuple_type" and isinstance(wrong.found, str):
        return f"write [{wrong.found}]" if len(wrong.found) <= 40 and "\n" not in wrong.found else ""
    if wrong.type == "int_type" and isinstance(wrong.found, str) and wrong.found.replace(".", "", 1).isdecimal():
        return "numbers are whole and stand without quotes"
    return ""


def _wanted_hint(wrong: Wrong) -> str:
    empty = {"tuple_type": "an empty list is written []", "dict_type": "an empty mapping is written {}"}
    return empty.get(wrong.type, "")


def _words(wrong: Wrong) -> Fault:
    wanted = str(wrong.context["expected"]).replace("'", "")
    options = tuple(word for part in wanted.split(" or ") for word in part.split(", "))
    guess = suggest(wrong.found, options) if isinstance(wrong.found, str) else None
    found = quoted(wrong.found) if isinstance(wrong.found, str) else kind_of(wrong.found)
    hint = f"did you mean '{guess}'?" if guess else ""
    return wrong.fault("E104", f"{wrong.subject} must be {wanted}, found {found}", hint)


def _range(wrong: Wrong) -> Fault:
    low, high = wrong.context.get("ge"), wrong.context.get("le")
    limit = f"at least {low}" if low is not None else f"at most {high}"
    return wrong.fault("E105", f"{wrong.subject} must be {limit}, found {wrong.found}")


def _too_long(wrong: Wrong) -> Fault:
    most, length = wrong.context["max_length"], len(str(wrong.found).strip())
    return wrong.fault("E107", f"{wrong.subject} has {length} characters, at most {most} fit")


def _no_id(wrong: Wrong) -> Fault:
    found = str(wrong.found)
    hint = "an id has small letters, digits and hyphens, and begins with a letter"
    better = re.sub(r"[^a-z0-9]+", "-", found.lower()).strip("-0123456789")
    example = f"\nfor example '{better}'" if better and len(better) <= 40 else ""
    return wrong.fault("E108", f"{quoted(found)} is not an id", hint + example)


def _number_of_entries(wrong: Wrong) -> Fault:
    context = wrong.context
    least, most = context.get("min_length"), context.get("max_length")
    bound = f"at most {most}" if least is None else f"at least {least}"
    return wrong.fault("E110", f"{wrong.subject} has {context['actual_length']} entries; {bound} belong here")


def _empty(wrong: Wrong) -> Fault:
    return wrong.fault("E106", f"{wrong.subject} is empty")


def _odd(wrong: Wrong) -> Fault:
    return wrong.fault("E103", f"{wrong.subject} is not what belongs here, found {kind_of(wrong.found)}")


_TOLD: Mapping[str, Callable[[Wrong], Fault]] = {
    "missing": _missing,
    "string_type": _type("text"),
    "int_type": _type("a whole number"),
    "bool_type": _type("true or false", "E104"),
    "tuple_type": _type("a list"),
    "dict_type": _type("a mapping"),
    "model_type": _type("a mapping with fields"),
    "literal_error": _words,
    "greater_than_equal": _range,
    "less_than_equal": _range,
    "string_too_short": _empty,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _no_id,
    "too_short": _number_of_entries,
    "too_long": _number_of_entries,
}
