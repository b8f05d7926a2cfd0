"""What lay on the table: the mediator's style, the zone of agreement, and each party's chair, in words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from game.debrief.chairs import Chair
from game.debrief.chapters import Audience, Block, Bullets, Chapter, Figure, Paragraph, Series, Shape, Table
from game.debrief.course import Reply
from game.debrief.findings import Findings
from game.debrief.words.answers import points, say_put, say_reasons
from game.model.clauses import Term
from game.model.ids import ClauseId, OptionId
from game.telling.names import Names
from game.telling.orders import say_action, say_cost
from game.telling.prose import counted, decimal, exact, in_prose, listing, sentence

_STYLES: Final = (
    "After Touval and Zartman, and Bercovitch: a mediator facilitates (carries and asks), formulates (gives talks and "
    "text a shape) or manipulates (uses its own weight). Which act counts as what is listed in the content; acts at "
    "home count as none."
)


def style(found: Findings) -> Chapter:
    told = found.style
    rows = tuple(
        (name.capitalize(), str(number), f"{told.share(name)} %", say_cost(told.cost[name]))
        for name, number in told.acts.items()
    )
    rows = (*rows, ("At home", str(told.other), "", ""))
    picture = Figure(
        title="Your acts by style",
        about=f"Bars: {listing([f'{name} {number}' for name, number in told.acts.items()])}.",
        shape=Shape.BARS,
        series=(Series("acts", tuple(enumerate(told.acts.values()))),),
        across="style",
        upwards="acts",
        low=0,
        high=max(told.acts.values(), default=0),
        ticks=tuple(name.capitalize() for name in told.acts),
    )
    public = f"Of {counted(sum(told.verbs.values()), 'act')}, {told.public} were public at once."
    names = Names(found.match.game.scenario)
    often = sorted(told.verbs.items(), key=lambda each: -each[1])[:5]
    most = listing([f"{in_prose(names.verb(verb))} ({number})" for verb, number in often])
    usual = (Paragraph(f"Most often: {most}."),) if often else ()
    head = ("Style", "Acts", "Share", "Cost in the calendar")
    return Chapter(
        "style",
        "Your style",
        (Paragraph(_STYLES), picture, Table("Acts by style", head, rows, (1, 2)), Paragraph(public), *usual),
    )


_ZONE: Final = (
    "Over every text that can be written with these clauses: which of them would all three have signed of their own "
    "will, had every clause been worked out, and which serves the worst-served best. Nobody at the table could know it."
)


def zone(found: Findings) -> Chapter:
    names, zones = Names(found.match.game.scenario), found.zones
    if not zones:
        return Chapter("zone", "The zone of agreement", (Paragraph("No turn was closed."),))
    blocks: list[Block] = [Paragraph(f"{_ZONE} There are {zones[0].texts:,} such texts."), _zone_picture(found)]
    blocks += [_zone_table(names, found), *_best(names, found)]
    return Chapter("zone", "The zone of agreement, and your text", tuple(blocks))


def _zone_picture(found: Findings) -> Figure:
    best = tuple((zone.turn, zone.least) for zone in found.zones)
    yours = tuple((place.turn, min(place.spare.values())) for place in found.places)
    told = ", ".join(
        f"turn {turn}: best {points(value)}, yours {points(own)}"
        for (turn, value), (_, own) in zip(best, yours, strict=True)
    )
    return Figure(
        title="How much the worst-served party had to spare, over the limit from which it signs",
        about=f"Two lines by turn, for the best text there was and for yours. Below 0 somebody does not sign. {told}.",
        shape=Shape.LINES,
        series=(Series("best text there was", best), Series("your text", yours)),
        across="turn",
        upwards="points of value",
        scale=100,
    )


def _zone_table(names: Names, found: Findings) -> Table:
    parties = list(found.match.game.scenario.parties)
    rows = tuple(
        (
            str(zone.turn),
            f"{zone.count:,}",
            points(zone.least),
            *(points(place.spare[party]) for party in parties),
            "inside" if place.inside else f"{place.blank} open" if place.blank else "outside",
            decimal(place.headline),
        )
        for zone, place in zip(found.zones, found.places, strict=True)
    )
    head = (
        *("Turn", "Texts all would sign", "Best text, worst served"),
        *(f"Yours, {names.party(party)}" for party in parties),
        *("Your text", "It lacked for want of detail"),
    )
    numbers = (0, 1, 2, *range(3, 3 + len(parties)), 4 + len(parties))
    return Table("As each turn was planned; points over the limit from which a party signs", head, rows, numbers)


def _best(names: Names, found: Findings) -> Iterator[Block]:
    """The best text of the turn in which most could have been had, beside the one that stood at the end."""
    best = max(found.zones, key=lambda zone: (zone.least, -zone.turn))
    if not best.best:
        yield Paragraph("In no turn was there a text without somebody's red line that all could sell at home.")
        return
    now = {clause: state.option for clause, state in found.match.world.clauses.items()}
    spare = listing([f"{names.party(party)} {points(value)}" for party, value in best.spare.items()])
    yield Paragraph(f"The most could have been had in turn {best.turn}, with this text; it left {spare}.")
    rows = tuple(
        (names.clause(term.clause), names.option(term), _wording(names, term.clause, now)) for term in best.best
    )
    yield Table(f"The best text of turn {best.turn}", ("Clause", "There", "Yours at the end"), rows)


def _wording(names: Names, clause: ClauseId, options: Mapping[ClauseId, OptionId | None]) -> str:
    option = options[clause]
    return "open" if option is None else names.option(Term(clause, option))


def chairs(found: Findings, audience: Audience) -> tuple[Chapter, ...]:
    """The same game from each party's chair."""
    about = (
        "What each party wanted, could see, weighed and did. Weights are percent of what matters to it, values 0 to "
        "100, margins and levels points of value."
        if audience is not Audience.STUDENT
        else "What each party said, and did of its own accord. What it wanted is to be argued about."
    )
    parts = tuple(_chair(found, chair, audience) for chair in found.chairs)
    return (Chapter("chairs", "From the other chairs", (Paragraph(about),)), *parts)


def _chair(found: Findings, chair: Chair, audience: Audience) -> Chapter:
    names = Names(found.match.game.scenario)
    spec = found.match.game.scenario.parties[chair.party]
    blocks: list[Block] = [Paragraph(f"Wants {spec.wants}; fears {spec.fears}.")]
    if audience is not Audience.STUDENT:
        blocks += [_wanted(names, chair), _levels(chair), Paragraph(_saw(names, chair))]
    blocks += [*_answers(names, chair, audience), *_moves(names, chair)]
    return Chapter(f"chair-{chair.party}", f"From the chair of {names.formal(chair.party)}", tuple(blocks), part=True)


def _wanted(names: Names, chair: Chair) -> Table:
    profile, spec = chair.profile, names.scenario.parties[chair.party]
    lines = {(line.clause, line.option) for line in spec.red_lines}
    rows = []
    for clause in sorted(profile.weights, key=lambda each: -profile.weights[each]):
        values = profile.values[clause]
        told = [
            f"{names.option(Term(clause, option))} {value}{' (red line)' if (clause, option) in lines else ''}"
            for option, value in values.items()
        ]
        public = names.option(Term(clause, spec.public[clause]))
        rows.append((names.clause(clause), f"{exact(profile.weights[clause])} %", public, " · ".join(told)))
    head = ("Clause", "Weight", "What it said in public", "What each wording was worth to it")
    return Table("What it truly wanted, by weight", head, tuple(rows), (1,))


def _levels(chair: Chair) -> Table:
    rows = tuple(
        (str(each.turn), decimal(each.no_deal), points(each.surplus), decimal(each.hope), decimal(each.limit))
        for each in chair.levels
    )
    head = ("Turn", "No deal was worth", "Text as it expected it, over that", "It held out for", "It would sign from")
    return Table("How it saw its own position, in points of value", head, rows, (0, 1, 2, 3, 4))


def _saw(names: Names, chair: Chair) -> str:
    alone = listing([in_prose(names.whole_quantity(each)) for each in chair.alone])
    counts = Counter(in_prose(say_action(names, each)) for each in chair.hidden)
    hidden = [f"{act} (×{number})" if number > 1 else act for act, number in counts.items()]
    never = f"Of your {counted(chair.acts, 'act')} it never learnt of {len(chair.hidden)}"
    told = f"{never}: {'; '.join(hidden)}." if hidden else f"{never}."
    return f"It could see what you could not: {alone}. {told}" if alone else told


def _answers(names: Names, chair: Chair, audience: Audience) -> Iterator[Block]:
    teacher = audience is not Audience.STUDENT
    rows = tuple(_answer(names, reply, teacher=teacher) for reply in chair.answers)
    head = ("Turn", "What was put", "Answer", *(("Margin",) if teacher else ()), "Why")
    if rows:
        caption = f"What it was asked, and {'how it weighed it' if teacher else 'what it said'}"
        yield Table(caption, head, rows, (0, 3) if teacher else (0,))


def _answer(names: Names, reply: Reply, *, teacher: bool) -> tuple[str, ...]:
    why = " ".join(say_reasons(names, reply, weights=teacher))
    cells = (str(reply.turn), say_put(names, reply), names.verdict(reply.answer.verdict))
    return (*cells, points(reply.answer.margin), why) if teacher else (*cells, why)


def _moves(names: Names, chair: Chair) -> Iterator[Block]:
    moves = [(each.turn, names.move(chair.party, each.move.move)) for each in chair.moves]
    told = tuple(sentence(f"Turn {turn}: it {in_prose(move.title)}") for turn, move in moves if move is not None)
    yield Paragraph("Of its own accord:" if told else "It did nothing of its own accord.")
    if told:
        yield Bullets(told)
