"""Spoilt content of every kind: whatever stands in a file, a check ends, and every fault has its place.

A thousand mutations of the shipped files in a normal run, ten thousand and more in a campaign; the seed is fixed,
so that a failure can be repeated by its number.
"""

import re
from collections.abc import Callable
from functools import cache
from random import Random

import pytest

from game.cards.assembly import examine, put_together, read_sheets
from game.cards.completeness import check_whole
from game.cards.document import Document
from game.cards.faults import CODES, Fault
from game.cards.folders import ContentFile, find_content, open_folder
from game.cards.references import check_sheet
from game.cards.sheets import Sheet, kind_of_file, read_sheet
from game.cards.vocabulary import Vocabulary, vocabulary
from tests.campaigns import sized

SEED = 20251203
RUNS = sized(1_000, ci=10_000, full=50_000)
BATCHES = 10
SCENARIO = "one-last-effort"

WORDS = (
    *("null", "~", "true", "-1", "0", "99999999999999", "1.5", "''", '""', "[]", "{}", "[[]]", "{a: {b: c}}"),
    *("2..4", "4..2", "turn >= ", "not", "flag.x", "trust.{party}", "{party}", "C99", "a" * 5_000, "(" * 200),
    *("*x", "&x", "!!int 3", "<<", "\u202e", "\ud83d", "\x00", "é", "停战", "\t", "\r"),
    *("-", ":", "#", "|", ">", "? x", "- - - x", "%TAG", "---", "..."),
)


def byte(text: bytes, random: Random) -> bytes:
    place = random.randrange(len(text))
    return random.choice(
        (
            text[:place] + bytes([random.randrange(256)]) + text[place + 1 :],
            text[:place] + text[place + random.randrange(1, 40) :],
            text[:place] + bytes([random.randrange(256)]) + text[place:],
            text[:place],
        )
    )


def line(text: bytes, random: Random) -> bytes:
    lines = text.split(b"\n")
    place, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(6):
        case 0:
            del lines[place]
        case 1:
            lines.insert(place, lines[other])
        case 2:
            lines[place], lines[other] = lines[other], lines[place]
        case 3:
            lines[place] = b" " * random.randrange(8) + lines[place].lstrip()
        case 4:
            lines[place] = lines[place].replace(b":", b"", 1)
        case _:
            lines[place] += b" " + random.choice(WORDS).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def key(text: bytes, random: Random) -> bytes:
    return replaced(rb"[\w.{}-]+(?=:[ \n])", text, random)


def value(text: bytes, random: Random) -> bytes:
    return replaced(rb"(?<=: )[^\n,}]+|(?<=- )[^\n:]+|(?<=\[)[^\n\]]+", text, random)


def replaced(pattern: bytes, text: bytes, random: Random) -> bytes:
    """One place that matches is given a word from the list, or what stands in another such place."""
    places = list(re.finditer(pattern, text))
    if not places:
        return byte(text, random)
    place = random.choice(places)
    new = random.choice(places)[0] if random.random() < 0.5 else random.choice(WORDS).encode("utf-8", "surrogatepass")
    return text[: place.start()] + new + text[place.end() :]


MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (byte, line, key, value)


@cache
def shipped() -> tuple[tuple[ContentFile, ...], tuple[Sheet, ...], Vocabulary]:
    folder = open_folder(find_content() / "scenarios" / SCENARIO)
    sheets, _ = read_sheets(folder)
    return folder.files, sheets, vocabulary(sheets)


def mutated(number: int) -> tuple[ContentFile, bytes]:
    """The file and what the numbered mutation makes of it: one edit, sometimes a few."""
    files, _, _ = shipped()
    random = Random(f"{SEED}/{number}")
    file = random.choice(files)
    text = file.raw or b""
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        text = random.choice(MUTATIONS)(text, random) if text else b""
    return file, text


def faults_of(file: ContentFile, text: bytes) -> tuple[Document, list[Fault]]:
    """The faults of the file among its unspoilt neighbours."""
    _, sheets, known = shipped()
    kind = kind_of_file(file.name)
    assert kind is not None
    sheet = read_sheet(kind, file.name, text, file.name)
    if kind.name in ("scenario", "clauses", "cards", "actions", "claims"):
        known = vocabulary([sheet if each.name == file.name else each for each in sheets])
    frame = [each for each in sheets if each.name == "scenario.yaml" and each.name != file.name]
    together = check_whole(SCENARIO, [sheet, *frame], known)
    return sheet.document, [
        *sheet.faults,
        *check_sheet(sheet, known),
        *(fault for fault in together if fault.path == file.name),
    ]


@pytest.mark.campaign
@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_mutation_of_content_breaks_the_check_and_every_fault_has_a_place(batch: int) -> None:
    for number in range(batch, RUNS, BATCHES):
        file, text = mutated(number)
        document, faults = faults_of(file, text)
        for fault in faults:
            context = (number, file.name, fault)
            line, column = fault.position
            assert fault.code in CODES, context
            assert 1 <= line <= max(1, len(document.lines)), context
            assert 1 <= column <= len(document.lines[line - 1] if document.lines else "") + 1, context
            assert fault.width >= 0, context
            assert fault.message, context
            assert document.render(fault).isprintable() or "\n" in document.render(fault), context


def test_a_scenario_that_is_built_from_spoilt_content_is_whole() -> None:
    """Nothing that the checks let pass makes the building of the nouns fail, or leaves a name that names nothing."""
    _, sheets, _ = shipped()
    folder = open_folder(find_content() / "scenarios" / SCENARIO)
    built = 0
    for number in range(0, RUNS, 20):
        file, text = mutated(number)
        kind = kind_of_file(file.name)
        assert kind is not None
        changed = tuple(
            read_sheet(kind, file.name, text, each.document.path) if each.name == file.name else each for each in sheets
        )
        scenario = put_together(folder, changed, tuple(examine(SCENARIO, changed))).scenario
        if scenario is not None:
            built += 1
            for card in scenario.cards.values():
                for sequel in (outcome.sequel for outcome in (card.outcome, *(each.outcome for each in card.choices))):
                    assert sequel is None or sequel.card in scenario.cards, number
    assert built


def test_most_mutations_are_noticed() -> None:
    """A check that finds nothing would pass the claim above; edits of running text may well be sound."""
    numbers = range(0, RUNS, 10)
    noticed = sum(bool(faults_of(*mutated(number))[1]) for number in numbers)
    assert noticed > len(numbers) // 3
