"""What is known of a party: what it says, what we believe, what was promised, what it last answered."""

from dataclasses import dataclass
from typing import Final

from game.model.clauses import Term
from game.model.groups import Step
from game.model.ids import ClauseId, OptionId, PartyId, Quantity
from game.model.views import MediatorView
from game.model.world import Estimate, Heard
from game.play.forecast import Chance, sign_today
from game.telling.names import Names
from game.telling.prose import decimal, in_prose, sentence, times

_TELLING: Final = 50
"""A band of more points than this is too wide for a word."""


@dataclass(frozen=True, slots=True)
class OptionEstimate:
    """What we believe a wording is worth to the party, 0 to 100, give or take ``band``."""

    id: OptionId
    label: str
    value: int
    band: int
    public: bool
    red_line: bool
    in_text: bool


@dataclass(frozen=True, slots=True)
class ClauseEstimate:
    """One clause from the party's side. ``weight``: its share in percent of what matters to it, as far as is known."""

    id: ClauseId
    title: str
    weight: int
    public: str
    options: tuple[OptionEstimate, ...]
    basis: str
    heard: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """``levels`` are (label, level with its word, quantity); ``sign_today`` a sentence with a band of chances."""

    party: PartyId
    header: tuple[str, ...]
    levels: tuple[tuple[str, str, Quantity], ...]
    clauses: tuple[ClauseEstimate, ...]
    promises: tuple[str, ...]
    answers: tuple[str, ...]
    sign_today: str
    sign_low: int
    sign_high: int


def dossier(view: MediatorView, names: Names, party: PartyId) -> Dossier:
    spec = view.scenario.parties[party]
    chance = sign_today(view, party)
    return Dossier(
        party=party,
        header=(
            f"{spec.name} ({spec.formal})",
            f"Wants {spec.wants}; fears {spec.fears}.",
            _refusals(view, party),
        ),
        levels=levels(view, names, party),
        clauses=tuple(_estimate(view, names, party, clause) for clause in by_weight(view, party)),
        promises=promises(view, names, party),
        answers=last_answers(view, names, party),
        sign_today=say_sign_today(view, names, chance),
        sign_low=chance.low,
        sign_high=chance.high,
    )


def say_sign_today(view: MediatorView, names: Names, chance: Chance) -> str:
    """``Would Moscow sign today? Unlikely, 24–48 %.``"""
    asked = sign_question(view, names.party(chance.party))
    return f"{asked} {say_chance(chance.low, chance.high)}."


def sign_question(view: MediatorView, who: str) -> str:
    """What the chance to sign is a chance of: until wordings stand in most clauses, a text that the party expects."""
    return f"Would {who} sign {'today' if _worded(view) else 'a text like the one it expects'}?"


def sign_label(view: MediatorView) -> str:
    """The same where there is room for a few words only."""
    return "would sign today?" if _worded(view) else "signs what it expects?"


def _worded(view: MediatorView) -> bool:
    return 2 * sum(state.option is not None for state in view.text.values()) > len(view.text)


def say_band(low: int, high: int) -> str:
    return f"{low}–{high} %" if low != high else f"{low} %"


def say_chance(low: int, high: int) -> str:
    """``Likely, 60–80 %``; where the band tells next to nothing, that it does."""
    if high - low > _TELLING:
        return f"We cannot say, {say_band(low, high)}; sounding it out would tell"
    return f"{chance_word(low, high)}, {say_band(low, high)}"


def chance_word(low: int, high: int) -> str:
    middle = (low + high) // 2
    words = ((90, "Almost certainly"), (65, "Likely"), (45, "An even chance"), (25, "Doubtful"), (8, "Unlikely"))
    return next((word for least, word in words if middle >= least), "Hardly")


def _refusals(view: MediatorView, party: PartyId) -> str:
    count = view.refusals.get(party, 0)
    return f"It has refused {times(count) if count else 'nothing'} so far."


def levels(view: MediatorView, names: Names, party: PartyId) -> tuple[tuple[str, str, Quantity], ...]:
    """Every quantity of this party's that we can read, trust first; a reading that tells nothing yet is left out."""
    mine = [
        quantity
        for quantity, spec in view.scenario.quantities.items()
        if party in quantity.split(".") and quantity in view.known
        if spec.unit != "hundredths" or decimal(view.known[quantity]) != decimal(0)
    ]
    return tuple((names.whole_quantity(each), names.level(each, view.known[each]), each) for each in mine)


def by_weight(view: MediatorView, party: PartyId) -> tuple[ClauseId, ...]:
    """The clauses in the order in which they matter to the party."""
    weights = view.scenario.parties[party].prior.weights
    return tuple(sorted(view.scenario.clauses, key=lambda clause: -weights[clause]))


def _estimate(view: MediatorView, names: Names, party: PartyId, clause: ClauseId) -> ClauseEstimate:
    spec, belief = view.scenario.parties[party], view.beliefs[party, clause]
    public = spec.public[clause]
    closed = {line.option for line in spec.red_lines if line.clause == clause}
    options = tuple(
        OptionEstimate(
            id=option,
            label=names.option(Term(clause, option)),
            value=value,
            band=belief.band,
            public=option == public,
            red_line=option in closed,
            in_text=view.text[clause].option == option,
        )
        for option, value in zip(view.scenario.clauses[clause].options, belief.values, strict=True)
    )
    heard = view.heard.get((party, clause))
    return ClauseEstimate(
        id=clause,
        title=names.clause(clause),
        weight=spec.prior.weights[clause] * 100 // sum(spec.prior.weights.values()),
        public=names.option(Term(clause, public)),
        options=options,
        basis=_basis(view, belief),
        heard="" if heard is None else say_heard(names, party, clause, heard),
    )


def _basis(view: MediatorView, belief: Estimate) -> str:
    """Where the estimate comes from, by how wide it still is."""
    if belief.band <= view.insight.sounding_band:
        return "known before the talks" if belief.turn == 0 else f"sounded out in turn {belief.turn}"
    if belief.band <= view.insight.hearsay_band:
        return "from its answers"
    return "from hearsay and what it says in public"


def say_heard(names: Names, party: PartyId, clause: ClauseId, heard: Heard) -> str:
    """``turn 3: refuses a standstill without recognition``."""
    term = names.option_in_prose(Term(clause, heard.option))
    verdict = heard.verdict
    words = {
        "accept": f"took {term}",
        "accept-if": f"would take {term}",
        "counter": f"did not take {term}",
        "refuse": f"refused {term}",
        "stall": f"gave no answer on {term}",
        "walk-out": f"walked out over {term}",
    }[verdict]
    asks = "" if heard.instead is None else f", and asked for {names.term(heard.instead)}"
    return f"turn {heard.turn}: {names.party(party)} {words}{asks}"


def promises(view: MediatorView, names: Names, party: PartyId) -> tuple[str, ...]:
    """What we have announced to the party and what we have used on it."""
    found = []
    for pledge in view.pledges:
        if pledge.party == party:
            kind = "Threat" if pledge.threat else "Promise"
            found.append(f"{kind}: {in_prose(names.verb(pledge.verb))}, due by turn {pledge.due}.")
    for key, track in view.tracks.items():
        if view.scenario.tracks[key].party == party and track.step is not Step.NONE:
            on = f" to the {names.short(track.clause)} clause" if track.clause is not None else ""
            found.append(sentence(f"{names.track(key)}: {track.step.word}{on} since turn {track.since}"))
    return tuple(found)


def last_answers(view: MediatorView, names: Names, party: PartyId) -> tuple[str, ...]:
    """What it last said on every clause on which it was asked, newest first."""
    heard = [(clause, each) for (who, clause), each in view.heard.items() if who == party]
    heard.sort(key=lambda pair: -pair[1].turn)
    return tuple(sentence(say_heard(names, party, clause, each)) for clause, each in heard)
