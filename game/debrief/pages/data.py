"""Findings as plain data: what JSON holds and what rows of comma-separated values are made of.

Ids are content's, values in hundredths of a point, chances in percent unless a name says per mille. docs/data.md lists
every column.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from game.debrief.chapters import Audience
from game.debrief.course import Reply, planned_turns
from game.debrief.findings import Findings
from game.debrief.offers import Turn
from game.debrief.partings import Decision, Parting, partings
from game.model.events import ActionTaken, ChoiceTaken, QuantityChanged, Verdict
from game.model.ids import US
from game.model.information import USUAL
from game.model.ledger import visible_to
from game.model.verbs import action_text

Cell = str | int | None
Row = Mapping[str, Cell]
Plain = str | int | None | Sequence["Plain"] | Mapping[str, "Plain"]

TABLES: Final = ("games", "turns", "acts", "answers", "changes")
"""The tables of an export, in the order in which docs/data.md describes them."""


def rows_of(found: Findings, name: str, table: str) -> Iterator[Row]:
    """The rows of one game in one table. ``name`` tells games apart."""
    match table:
        case "games":
            yield {"game": name, **_game(found)}
        case "turns":
            yield from ({"game": name, **row} for row in _turns(found))
        case "acts":
            yield from ({"game": name, **row} for row in _acts(found))
        case "answers":
            yield from ({"game": name, **row} for row in _answers(found))
        case _:
            yield from ({"game": name, **row} for row in _changes(found))


def columns_of(found: Findings, table: str) -> tuple[str, ...]:
    """The columns of a table, the same for all games of a scenario, whether it has rows or not."""
    scenario = found.match.game.scenario
    parties, clauses = list(scenario.parties), list(scenario.clauses)
    match table:
        case "games":
            return ("game", *_game(found))
        case "turns":
            spare = [f"{head}_{party}" for head in ("best_spare", "own_spare") for party in parties]
            levels = [f"{head}_{party}" for party in parties for head in ("nodeal", "surplus", "hope", "limit")]
            text = [f"{head}_{clause}" for clause in clauses for head in ("option", "detail")]
            meters = [_column(quantity) for quantity, spec in scenario.quantities.items() if visible_to(spec.seen, US)]
            return (
                "game",
                "turn",
                "zone",
                "best_least",
                *spare,
                "blank",
                "inside",
                "headline",
                *levels,
                *text,
                *meters,
            )
        case "acts":
            return ("game", "turn", "place", "verb", "act", "style", "public", "worn")
        case "answers":
            return (
                *("game", "turn", "party", "ask", "terms", "verdict", "accepted", "margin", "sureness", "instead"),
                *("reasons", "forecast_low", "forecast_high", "turned_by", "turned_what", "turned_amount"),
            )
        case _:
            return ("game", "turn", "place", "quantity", "was", "now", "source", "cause", "seen")


def _column(name: str) -> str:
    """A name that R and pandas take as it is."""
    return name.replace(".", "_").replace("-", "_")


def _game(found: Findings) -> Row:
    match, style = found.match, found.style
    setup = match.game.setup
    return {
        "scenario": setup.scenario,
        "content": match.game.scenario.digest,
        "world": setup.world,
        "true_world": match.game.truth.id,
        "length": setup.length,
        "information": setup.information or USUAL,
        "seed": setup.seed,
        "late": setup.late,
        "turns": match.game.length.turns,
        "turn": match.world.turn,
        "over": int(match.over),
        "ending": match.world.ending,
        "dictated": int(found.result.dictated),
        **{f"measure_{name}": value for name, value in found.result.measures.items()},
        **{f"score_{_column(lens)}": scored.total for lens, scored in found.lenses.items()},
        **{_column(name): value for name, value in found.facts.items() if "." not in name},
        **{f"acts_{name}": number for name, number in style.acts.items()},
        "acts_home": style.other,
    }


def _turns(found: Findings) -> Iterator[Row]:
    scenario = found.match.game.scenario
    for place, turn in enumerate(planned_turns(found.match)):
        zone, own = found.zones[place], found.places[place]
        row: dict[str, Cell] = {"turn": turn.turn, "zone": zone.count, "best_least": zone.least if zone.best else None}
        row |= {f"best_spare_{party}": zone.spare.get(party) for party in scenario.parties}
        row |= {f"own_spare_{party}": spare for party, spare in own.spare.items()}
        row |= {"blank": own.blank, "inside": int(own.inside), "headline": own.headline}
        for chair in found.chairs:
            level = chair.levels[place]
            named = {"nodeal": level.no_deal, "surplus": level.surplus, "hope": level.hope, "limit": level.limit}
            row |= {f"{head}_{chair.party}": value for head, value in named.items()}
        for clause, state in turn.world.clauses.items():
            row |= {f"option_{clause}": state.option, f"detail_{clause}": state.detail}
        for quantity, spec in scenario.quantities.items():
            if visible_to(spec.seen, US):
                row[_column(quantity)] = turn.world.quantities[quantity]
        yield row


def _acts(found: Findings) -> Iterator[Row]:
    styles = found.match.game.scenario.debrief.styles
    for turn in found.match.turns:
        done = [event for event in turn.events if isinstance(event, ActionTaken)]
        for place, event in enumerate(done, 1):
            verb = event.action.verb
            style = next((name for name, verbs in styles.items() if verb in verbs), "home")
            yield {
                "turn": turn.turn,
                "place": place,
                "verb": verb,
                "act": action_text(event.action),
                "style": style,
                "public": int(event.seen is None),
                "worn": event.worn,
            }


def _answers(found: Findings) -> Iterator[Row]:
    said = {(each.turn, each.action, each.party): each for each in found.shown}
    for reply in (reply for chair in found.chairs for reply in chair.answers):
        question, answer = reply.question, reply.answer
        shown = said.get((reply.turn, question.action, question.party))
        yield {
            "turn": reply.turn,
            "party": question.party,
            "ask": question.ask.value,
            "terms": "+".join(map(str, question.terms)),
            "verdict": answer.verdict.value,
            "accepted": int(answer.verdict is Verdict.ACCEPT),
            "margin": answer.margin,
            "sureness": answer.sureness,
            "instead": None if answer.instead is None else str(answer.instead),
            "reasons": _reasons(reply),
            "forecast_low": None if shown is None else shown.low,
            "forecast_high": None if shown is None else shown.high,
            **_turn(next((each.smallest for each in found.refusals if each.reply == reply), None)),
        }


def _reasons(reply: Reply) -> str:
    return "+".join(f"{each.ground.value}:{each.clause or '-'}:{each.weight}" for each in reply.answer.reasons)


def _turn(turn: Turn | None) -> Row:
    if turn is None:
        return {"turned_by": None, "turned_what": None, "turned_amount": None}
    what = turn.track or (None if turn.term is None else str(turn.term))
    return {"turned_by": turn.kind.value, "turned_what": what, "turned_amount": turn.amount}


def _changes(found: Findings) -> Iterator[Row]:
    for turn in found.match.turns:
        moved = [event for event in turn.events if isinstance(event, QuantityChanged)]
        for place, event in enumerate(moved, 1):
            yield {
                "turn": turn.turn,
                "place": place,
                "quantity": event.quantity,
                "was": event.was,
                "now": event.now,
                "source": event.cause.source.value,
                "cause": event.cause.key,
                "seen": int(visible_to(event.seen, US)),
            }


def data_of(found: Findings, audience: Audience) -> Mapping[str, Plain]:
    """A whole game for JSON. A student's has nothing that the parties kept to themselves."""
    told: dict[str, Plain] = {
        "note": "A world that we wrote; no evidence about the war.",
        "game": _public(found, audience),
    }
    if audience is not Audience.STUDENT:
        for table in TABLES[1:]:
            told[table] = [dict(row) for row in rows_of(found, "", table)]
        told["best_text"] = [[str(term) for term in zone.best] for zone in found.zones]
        told["roads"] = [_road(found, place) for place in range(len(found.roads))]
        told["odds_per_mille"] = _odds(found)
    told["milestones"] = [
        {"turn": each.turn, "kind": type(each.event).__name__, "weight": each.weight} for each in found.milestones
    ]
    told["questions"] = [each.id for each in found.questions]
    told["theory"] = [each.id for each in found.theory]
    if audience is not Audience.STUDENT:
        told["claims"] = [{"claim": each.claim, "speaks": each.speaks} for each in found.evidence]
    return told


_PRIVATE: Final = ("true_world", "turned", "zone_first", "zone_last", "zone_most", "best_first", "best_last")


def _public(found: Findings, audience: Audience) -> Row:
    hidden = () if audience is not Audience.STUDENT else _PRIVATE
    return {name: cell for name, cell in _game(found).items() if name not in hidden}


def _road(found: Findings, place: int) -> Plain:
    road = found.roads[place]
    fork = road.fork
    return {
        "turn": fork.turn,
        "left_out": None if fork.action is None else action_text(fork.action),
        "card": fork.card,
        "taken": fork.choice,
        "instead": fork.instead,
        "weight": fork.weight,
        "ending": road.result.ending,
        "settled": int(road.result.settled),
        "progress": road.result.progress,
        "durability": road.result.durability,
        "kept": road.kept,
        "acts": road.acts,
    }


def _odds(found: Findings) -> Plain:
    rolled = found.rolled
    if rolled is None:
        return None
    return [
        {"turn": o.turn, "settled": o.settled, "played": o.played, "low": o.chance.low, "high": o.chance.high}
        for o in rolled.odds
    ]


def partings_data(games: Sequence[tuple[str, Findings]]) -> Plain:
    """Where games that began alike part ways; each with its name."""
    names = [name for name, _ in games]
    return [
        {
            "game": names[each.game],
            "turn": each.turn,
            "from": [names[other] for other in each.others],
            "choices": [f"{one.card}/{one.choice}" for one in _decided(each) if isinstance(one, ChoiceTaken)],
            "acts": [action_text(one) for one in _decided(each) if not isinstance(one, ChoiceTaken)],
            "answers": each.answers,
            "accepted": each.accepted,
            "after": None if each.after is None else type(each.after.event).__name__,
        }
        for each in partings([found.match for _, found in games])
    ]


def _decided(parting: Parting) -> tuple[Decision, ...]:
    return tuple(each.decision for each in parting.own)
