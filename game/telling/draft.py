"""The single negotiating text as a document: treaty wording, brackets, detail, and what holds each clause up."""

from dataclasses import dataclass

from game.model.clauses import Clause, ClauseState, Standing, jammed, standing_of
from game.model.events import Verdict
from game.model.groups import Step
from game.model.ids import ClauseId, OptionId, PartyId
from game.model.views import MediatorView
from game.telling.names import Names
from game.telling.prose import exact

FULL_DOT = "●"
HALF_DOT = "◐"
EMPTY_DOT = "○"


@dataclass(frozen=True, slots=True)
class DraftClause:
    """One clause as it stands. ``lines``: treaty wording first, then a line for each bracket.

    ``state`` is a word; ``detail`` three dots, ``points`` the same as a number of hundredths. ``jam``: only the
    leaders' channel helps. ``private`` are those of ``agreed_by`` that agreed in confidence, ``missing`` the
    stakeholders that have yet to agree, ``over`` those over whose head it was settled. ``linked`` are the tracks that
    are paid when it is signed.
    """

    id: ClauseId
    title: str
    number: int
    lines: tuple[str, ...]
    state: str
    detail: str
    points: int
    jam: bool
    agreed_by: tuple[PartyId, ...]
    private: tuple[PartyId, ...]
    missing: tuple[PartyId, ...]
    over: tuple[PartyId, ...]
    linked: tuple[str, ...]
    core: bool
    political: bool


def draft(view: MediatorView, names: Names) -> tuple[DraftClause, ...]:
    """The whole text, clause by clause in its order."""
    return tuple(_clause(view, names, clause) for clause in view.scenario.clauses.values())


def _clause(view: MediatorView, names: Names, clause: Clause) -> DraftClause:
    state = view.text[clause.id]
    return DraftClause(
        id=clause.id,
        title=clause.title,
        number=names.number(clause.id),
        lines=_lines(view, names, clause, state),
        state=names.standing(standing_of(clause, state)),
        detail=detail_dots(state.detail),
        points=state.detail,
        jam=jammed(clause, state),
        agreed_by=state.agreed,
        private=state.private,
        missing=missing_from(clause, state),
        over=state.over,
        linked=tuple(
            names.track(key)
            for key, track in view.tracks.items()
            if track.step is Step.LINKED and track.clause == clause.id
        ),
        core=clause.core,
        political=clause.political,
    )


def detail_dots(detail: int) -> str:
    """``●●○`` for two whole points of three; a point that is begun is half a dot."""
    whole, begun = divmod(min(detail, 300), 100)
    dots = FULL_DOT * whole + (HALF_DOT if begun else "")
    return dots + EMPTY_DOT * (3 - len(dots))


def missing_from(clause: Clause, state: ClauseState) -> tuple[PartyId, ...]:
    """The stakeholders that have neither agreed to the wording nor been overruled."""
    return tuple(party for party in clause.stakeholders if party not in state.agreed and party not in state.over)


def _lines(view: MediatorView, names: Names, clause: Clause, state: ClauseState) -> tuple[str, ...]:
    if state.option is None:
        return ("No wording stands in the text.", *_brackets(view, names, clause, clause.stakeholders))
    wording = clause.options[state.option].text.strip()
    if not state.tabled:
        known = names.members(state.agreed)
        wording = f"Not in the text yet; {known} would take, between us: {wording}"
    over = (f"[settled {names.over_heads(state.over)}]",) if state.over else ()
    return (wording, *_brackets(view, names, clause, missing_from(clause, state)), *over)


def _brackets(view: MediatorView, names: Names, clause: Clause, parties: tuple[PartyId, ...]) -> tuple[str, ...]:
    """``[RU: once the rest of the Donbas is handed over]``; parties that want the same share a bracket."""
    wanted: dict[tuple[OptionId, str], list[PartyId]] = {}
    for party in parties:
        terms = ", on a condition" if on_condition(view, clause.id, party) else ""
        wanted.setdefault((wants(view, clause.id, party), terms), []).append(party)
    return tuple(
        f"[{names.tags(parties)}: {clause.options[option].bracket}{terms}]"
        for (option, terms), parties in wanted.items()
    )


def wants(view: MediatorView, clause: ClauseId, party: PartyId) -> OptionId:
    """The wording that a party asks for: what it last named to us or took, if only on a condition, else what it
    says in public.
    """
    heard = view.heard.get((party, clause))
    if heard is not None:
        if heard.instead is not None and heard.instead.clause == clause:
            return heard.instead.option
        if heard.verdict in (Verdict.ACCEPT.value, Verdict.ACCEPT_IF.value):
            return heard.option
    return view.scenario.parties[party].public[clause]


def on_condition(view: MediatorView, clause: ClauseId, party: PartyId) -> bool:
    """Whether the party would take what it :func:`wants` only if something else is settled first."""
    heard = view.heard.get((party, clause))
    return heard is not None and heard.verdict == Verdict.ACCEPT_IF.value and wants(view, clause, party) == heard.option


def draft_line(each: DraftClause, names: Names) -> str:
    """What stands behind a clause, in one line."""
    parts = [each.state, f"detail {exact(each.points)} of 3"]
    if each.agreed_by:
        parts.append(agreed_words(names, each.agreed_by, each.private))
    if each.missing and each.state == names.standing(Standing.FLOATED):
        parts.append(f"missing {names.members(each.missing)}")
    if each.jam:
        parts.append("jammed: the leaders must settle the principle")
    parts += [f"linked: {track}" for track in each.linked]
    return "; ".join(parts)


def agreed_words(names: Names, agreed: tuple[PartyId, ...], private: tuple[PartyId, ...]) -> str:
    """``agreed by Moscow and Kyiv (Kyiv in confidence)``."""
    if private == agreed:
        return f"agreed by {names.members(agreed)} in confidence"
    quiet = f" ({names.members(private)} in confidence)" if private else ""
    return f"agreed by {names.members(agreed)}{quiet}"
