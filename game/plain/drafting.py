"""The text at the desk: the whole draft, each clause in full, the what-if bench, and the draft as a file."""

from pathlib import Path

from game.model.ids import ClauseId
from game.plain.prompt import Item
from game.plain.sitting import Sitting
from game.play.bench import Scratch, proposals, tried, with_wording
from game.telling.bench import SCRATCH, say_proposals, trial_lines
from game.telling.clause_history import clause_history
from game.telling.document import document_name, draft_markdown
from game.telling.draft import draft, draft_line
from game.telling.orders import say_action
from game.telling.prose import listing
from game.telling.wordings import say_before, wordings


def look_at_text(sitting: Sitting) -> None:
    """The whole draft, clause by clause; brackets say who wants what. Then more, for whoever wants it."""
    console, view = sitting.console, sitting.session.view
    console.heading("The text")
    for clause in draft(view, sitting.names):
        kinds = [kind for kind, is_so in (("core", clause.core), ("political", clause.political)) if is_so]
        kind = f" ({listing(kinds)})" if kinds else ""
        console.say()
        console.say(f"{clause.number} {clause.title}{kind}: {draft_line(clause, sitting.names)}", 0, 2)
        console.lines(clause.lines, 4)
    items = [
        Item("See what each wording of a clause would do"),
        Item("See what a clause has been through"),
        Item("Try other wordings on a scratch copy"),
        Item("Write the draft to a file"),
    ]
    deeds = (_look_at_wordings, _look_at_history, _sit_at_bench, write_draft)
    while (chosen := sitting.prompt.choose(items, "More on the text", back=True)) is not None:
        deeds[chosen](sitting)


def _which_clause(sitting: Sitting) -> ClauseId | None:
    clauses = tuple(sitting.scenario.clauses)
    chosen = sitting.prompt.choose([Item(sitting.names.clause(each)) for each in clauses], "Which clause", back=True)
    return None if chosen is None else clauses[chosen]


def _look_at_wordings(sitting: Sitting) -> None:
    clause = _which_clause(sitting)
    if clause is None:
        return
    console = sitting.console
    console.heading(f"The wordings of: {sitting.names.clause(clause)}")
    console.say(
        "What each would be worth to a party, from 0 to 100, and whether it would take it now, as far as we know."
    )
    for each in wordings(sitting.session.view, sitting.names, clause, sitting.records()):
        console.say(f"{each.label}{' (stands in the text)' if each.in_text else ''}. {each.note}", 2, 2)
        console.lines((say_before(sitting.names, before) for before in each.before), 6)


def _look_at_history(sitting: Sitting) -> None:
    clause = _which_clause(sitting)
    if clause is None:
        return
    sitting.console.heading(f"What it has been through: {sitting.names.clause(clause)}")
    moved = clause_history(sitting.names, clause, sitting.records())
    sitting.console.lines(f"Turn {each.turn}: {each.what} ({each.why})" for each in moved)
    if not moved:
        sitting.console.say("Nothing has happened to it yet.")


def _sit_at_bench(sitting: Sitting) -> None:
    """Wordings tried one after another; leaving the bench clears it."""
    scratch: Scratch = {}
    view, console = sitting.session.view, sitting.console
    console.heading("What if?")
    console.say(SCRATCH)
    while True:
        console.lines(trial_lines(view, scratch), 2)
        items = [Item("Try a wording"), Item("Clear the scratch copy"), Item("Plan the differences")]
        chosen = sitting.prompt.choose(items, "At the bench", back=True)
        if chosen is None:
            return
        if chosen == 0:
            scratch = _tried_further(sitting, scratch)
        elif chosen == 1:
            scratch = {}
        elif _plan_differences(sitting, scratch):
            return


def _tried_further(sitting: Sitting, scratch: Scratch) -> Scratch:
    clause = _which_clause(sitting)
    if clause is None:
        return scratch
    options = tuple(sitting.scenario.clauses[clause].options.values())
    now = tried(sitting.session.view, scratch, clause)
    items = [Item(each.label + (" (as it is)" if each.id == now else ""), (each.note,)) for each in options]
    chosen = sitting.prompt.choose(items, "Which wording", back=True)
    return scratch if chosen is None else with_wording(sitting.session.view, scratch, clause, options[chosen].id)


def _plan_differences(sitting: Sitting, scratch: Scratch) -> bool:
    """Whether anything was planned."""
    acts = proposals(sitting.session.view, tuple(sitting.plan), scratch)
    if not acts:
        sitting.console.say(say_proposals(sitting.session.view, scratch))
        return False
    sitting.put((*sitting.plan, *acts))
    sitting.console.lines(f"Planned: {say_action(sitting.names, each)}." for each in acts)
    return True


def write_draft(sitting: Sitting) -> None:
    """As Markdown, beside the save or in the current folder."""
    save, view = sitting.session.path, sitting.session.view
    path = (save.parent if save else Path.cwd()) / document_name(save.stem if save else "draft", view.turn)
    try:
        path.write_text(draft_markdown(view, sitting.records()), encoding="utf-8")
    except OSError as error:
        sitting.console.say(f"The draft could not be written to {path}: {error.strerror}.")
    else:
        sitting.console.say(f"The draft is in {path}.")
