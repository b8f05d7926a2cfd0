"""Tables of figures, as a page in Markdown and as lines of text, and what a page says of how it was made."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from game.lab.intervals import Estimate
from game.lab.report import heading
from game.lab.study import Study

FULL = "full"


@dataclass(frozen=True, slots=True)
class Table:
    """``note`` stands between the title and the table."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """``about`` says what the page is for and ``rule`` how it counts; ``found`` are the verdicts, a line each."""

    title: str
    about: str
    rule: str
    found: Sequence[str]
    tables: Sequence[Table]


def markdown(study: Study, page: Page) -> str:
    """Nothing in it depends on when or where it was made."""
    return "\n".join(_markdown(study, page)) + "\n"


def _markdown(study: Study, page: Page) -> Iterator[str]:
    yield f"# {page.title}"
    yield ""
    yield f"{page.about} Made by"
    yield ""
    yield "```"
    yield command(study)
    yield "```"
    yield ""
    yield made_of(study)
    yield ""
    yield page.rule
    yield ""
    yield from (f"- {line}" for line in page.found)
    for table in page.tables:
        yield ""
        yield f"## {table.title}"
        yield ""
        if table.note:
            yield table.note
            yield ""
        yield _line(table.head)
        yield _line(["---"] * len(table.head))
        yield from map(_line, table.rows)


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def command(study: Study) -> str:
    plan = study.plan
    length = "" if plan.length == FULL else f" --length {plan.length}"
    informed = f" --information {plan.information}" if plan.information else ""
    name = plan.kind.value
    return (
        f"python -m game lab --{name} --games {plan.games} --seed {plan.seed}{length}{informed} "
        f"--markdown docs/{name}.md"
    )


def made_of(study: Study) -> str:
    plan = study.plan
    informed = f" with information '{plan.information}'" * bool(plan.information)
    return (
        f"Scenario `{plan.scenario}`, content `{plan.content}`; games of length {plan.length}{informed}, "
        f"{plan.games} for each\nof {len(plan.cells)} pairs of mediator and world, {study.played:,} in all, "
        f"seeds {plan.seed} to {plan.seed + plan.games - 1}."
    )


def text(study: Study, page: Page) -> str:
    return "\n".join(_text(study, page))


def _text(study: Study, page: Page) -> Iterator[str]:
    yield heading(study)
    for table in page.tables:
        yield ""
        yield table.title
        yield from columns([table.head, *table.rows])
    yield ""
    yield from page.found


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows with their columns below one another, two blanks apart."""
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    for row in rows:
        yield "  ".join(cell.replace("`", "").ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()


def percent(rate: Estimate) -> str:
    value, low, high = rate.scaled(100)
    return f"{value:.1f} % ({low:.1f}–{high:.1f})"


def change(found: Estimate) -> str:
    """A difference in points, with its sign; a star where its whole interval lies on one side of nothing."""
    star = " *" if found.low > 0 or found.high < 0 else ""
    return f"{found.value:+.1f} ({found.low:+.1f} to {found.high:+.1f}){star}"
