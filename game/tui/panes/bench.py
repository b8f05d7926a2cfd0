"""The what-if bench as rows: the scratch copy, and every party with the text as it is and as it is tried."""

from collections.abc import Iterator
from typing import Final

from game.model.clauses import Term
from game.model.ids import ClauseId, OptionId
from game.play.bench import Scratch, Stand, lay_out, proposals, tried
from game.telling.bench import COUNTED, say_progress, say_sign, say_stand, say_unsold
from game.telling.dossier import say_band
from game.telling.orders import say_action
from game.telling.prose import counted, sentence
from game.tui.desk import Desk
from game.tui.widgets.marks import chance_bar, named
from game.tui.widgets.rows import BLANK, Row, heading, note, row, soft_text, words

_SCALE: Final = 16


def scratch_rows(desk: Desk, scratch: Scratch) -> Iterator[Row]:
    """A line for each clause: the wording on the bench, marked where it is not that of the text."""
    for key, clause in desk.scenario.clauses.items():
        option, differs = tried(desk.view, scratch, key), key in scratch
        wording = ("no wording", "$ink-soft") if option is None else (desk.names.option(Term(key, option)), "$ink")
        number = words((f"{desk.names.number(key)} ", "bold $brass"))
        shown = (wording[0], "bold $caution") if differs else wording
        place = soft_text(_place(desk, key, option, len(clause.options)))
        yield row((f"{clause.short.capitalize()}: ", "bold"), shown, lead=number, right=place, key=key)


def _place(desk: Desk, clause: ClauseId, option: OptionId | None, most: int) -> str:
    options = list(desk.scenario.clauses[clause].options)
    return f"{options.index(option) + 1 if option in options else '–'} of {most}"


def trial_rows(desk: Desk, scratch: Scratch) -> Iterator[Row]:
    """What each party would make of it, and what it would take to bring it about."""
    now, on_bench = lay_out(desk.view, {}), lay_out(desk.view, scratch)
    for was, stand in zip(now.stands, on_bench.stands, strict=True):
        yield from _stand_rows(desk, was, stand)
    yield row((say_progress(now, on_bench), "bold"))
    if on_bench.blanks:
        yield note(f"{counted(on_bench.blanks, 'clause')} without any wording.")
    yield note(COUNTED)
    if scratch:
        yield from (BLANK, heading("p would plan"))
        acts = proposals(desk.view, desk.plan, scratch)
        yield from (row(say_action(desk.names, each), lead=words(("• ", "$brass"))) for each in acts)
        if not acts:
            yield note("Nothing: none of it is to be had now, or the calendar is full.")


def _stand_rows(desk: Desk, was: Stand, stand: Stand) -> Iterator[Row]:
    moved = was.chance != stand.chance
    before = soft_text(f"  was {say_band(was.chance.low, was.chance.high)}") if moved else ""
    bar = chance_bar(stand.chance.low, stand.chance.high, _SCALE)
    yield row(named(desk.names, stand.party), right=words(bar))
    yield row("Would sign: ", (say_sign(stand), "bold"), before, lead="  ")
    parts = [say_stand(desk.names, stand), say_unsold(stand)]
    yield row(soft_text(sentence("; ".join(filter(None, parts)))), lead="  ")


def option_rows(desk: Desk, scratch: Scratch, clause: ClauseId) -> Iterator[Row]:
    """The wordings of the clause by number, the one on the bench and the one in the text marked."""
    for number, option in enumerate(desk.scenario.clauses[clause].options.values(), 1):
        on_bench = tried(desk.view, scratch, clause) == option.id
        in_text = desk.view.text[clause].option == option.id
        marks = " · ".join(
            filter(None, ("tried" if on_bench and not in_text else "", "in the text" if in_text else ""))
        )
        lead = words((f"{number} ", "bold $brass"))
        yield row((option.label, "bold" if on_bench else "$ink"), lead=lead, right=soft_text(marks))
