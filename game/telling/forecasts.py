"""What an act would probably bring, in sentences, before it is queued."""

from collections.abc import Iterator

from game.model.actions import (
    Act,
    Action,
    CallConference,
    CallLeader,
    Convene,
    Deliver,
    Link,
    Promise,
    SoundOut,
    Suspend,
    Unite,
)
from game.model.groups import Format, Step
from game.model.ids import ClauseId, PartyId
from game.model.views import MediatorView
from game.play.cautions import as_planned
from game.play.forecast import Chance, Forecast, forecast
from game.rules.options import trust_gap
from game.telling.cards import say_effect, say_effects, say_forecast_effects
from game.telling.dossier import say_chance
from game.telling.names import Names
from game.telling.orders import say_cost
from game.telling.prose import counted, in_prose, listing
from game.telling.standing import say_next_signature


def forecast_words(view: MediatorView, action: Action, plan: tuple[Action, ...] = ()) -> tuple[str, ...]:
    """Cost, chances with their bands, effects, and what the act may set off; one sentence each.

    ``plan`` are the acts that are carried out before it.
    """
    names, expected = Names(view.scenario), forecast(view, action, plan)
    view = as_planned(view, plan)
    return (
        f"Costs {say_cost(expected.cost)}.",
        *(_chance(names, chance, action) for chance in expected.chances),
        *_effects(view, names, expected, action),
        *_beyond(view, names, action),
        *expected.warnings,
    )


def _chance(names: Names, chance: Chance, action: Action) -> str:
    would = "sign" if isinstance(action, CallConference) else "agree"
    return f"Would {names.party(chance.party)} {would}? Our estimate: {in_prose(say_chance(chance.low, chance.high))}."


def _effects(view: MediatorView, names: Names, expected: Forecast, action: Action) -> Iterator[str]:
    seen = say_forecast_effects(names, expected.effects)
    if seen:
        yield f"Effect: {seen}."
    if isinstance(action, Act):
        verb = view.scenario.verbs[action.verb]
        hidden = [each for each in verb.effects.get(action.party, ()) if each.quantity not in view.known]
        told = [words for each in hidden if (words := say_effect(names, each))]
        unseen = [each for each in hidden if not say_effect(names, each)]
        if told:
            yield f"Probably: {', '.join(told)}."
        if unseen:
            yield f"Also {say_effects(names, unseen)}."


def _beyond(view: MediatorView, names: Names, action: Action) -> Iterator[str]:
    """What content says nothing of: what is learnt, freed, or risked."""
    match action:
        case SoundOut(party, clause):
            yield from _learnt(view, names, party, clause)
        case CallLeader(party, clause, _):
            if view.scenario.parties[party].leaders_channel and not view.text[clause].blessed:
                chance = view.length.call_clears + view.text[clause].tries * view.length.call_clears_more
                freed = f"that officials can then go on with the {names.short(clause)} clause"
                yield f"If it agrees, the chance {freed} is {min(100, chance)} %."
        case Promise() | Link() | Deliver() | Suspend():
            yield _of_step(view, names, action)
        case Unite(group):
            yield from _walk_out(view, view.groups[group].members)
        case Convene(_, Format.UNIFIED, members):
            yield from _walk_out(view, members)
        case CallConference():
            yield from say_next_signature(view.stage)
        case _:
            pass


def _of_step(view: MediatorView, names: Names, action: Promise | Link | Deliver | Suspend) -> str:
    """What a step of normalisation does, in words; its size is for the party to weigh."""
    party = view.scenario.tracks[action.track].party
    name = names.party(party)
    others = names.members(other for other in view.scenario.parties if other != party)
    match action:
        case Promise():
            return f"{name} counts it at half, for as long as we are believed; it wears off."
        case Link() if view.tracks[action.track].step is Step.LINKED:
            return "It is paid at signing."
        case Link():
            return f"It is paid at signing. {name} feels it as standing now, and {others} trust us a little less."
        case Deliver():
            return f"{name} is pleased and holds out for more, the leverage is spent, and {others} trust us less."
        case Suspend():
            return f"{name} trusts us less and feels its standing fall."


def _learnt(view: MediatorView, names: Names, party: PartyId, clause: ClauseId) -> Iterator[str]:
    """How vague our estimate is, and which other clauses of that party the sounding covers."""
    most, band = view.insight.sounding_band, view.beliefs[party, clause].band
    if band > most:
        yield f"We know this give or take {band}; afterwards give or take {most}."
    weights = view.scenario.parties[party].prior.weights
    vague = [other for other in weights if other != clause and view.beliefs[party, other].band > most]
    vague.sort(key=lambda other: -weights[other])
    others = [names.topic(other) for other in vague[: view.length.sounding_lists - 1]]
    if others:
        yield f"The envoy also asks about {listing(others)}."


def _walk_out(view: MediatorView, members: tuple[PartyId, ...]) -> Iterator[str]:
    gap = trust_gap(view, members)
    if gap:
        chance = gap * view.length.walk_out_per_mille // 10
        short = f"Trust is {counted(gap, 'point')} short of what one room needs"
        yield f"{short}: each turn they walk out at about {chance} %."
    else:
        yield "There is trust enough for one room."
