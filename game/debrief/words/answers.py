"""Refused offers, pledges, forecasts and predictions, in words."""

from collections.abc import Iterator, Mapping
from typing import Final

from game.debrief.chapters import Audience, Block, Bullets, Chapter, Figure, Paragraph, Series, Shape, Table
from game.debrief.course import Reply
from game.debrief.findings import Findings
from game.debrief.forecasts import BANDS, Band, Calibration, calibration
from game.debrief.offers import Kind, Refusal, Turn
from game.debrief.pledges import End, Fate, Tie, Word, links_made
from game.model.events import Ask, Reason
from game.play.predictions import Outcome, tally
from game.telling.answers import say_answer
from game.telling.grounds import say_reason
from game.telling.names import Names
from game.telling.orders import say_action
from game.telling.predictions import SCORES, say_outcome, say_score, say_tally
from game.telling.prose import counted, decimal, in_prose, listing, sentence
from game.telling.voices import Chorus


def offers(found: Findings, audience: Audience) -> Chapter:
    names = Names(found.match.game.scenario)
    if not found.refusals:
        return Chapter("offers", "Offers that were not taken", (Paragraph("Nothing that you put was turned down."),))
    teacher = audience is not Audience.STUDENT
    rows = tuple(_offer(names, refusal, teacher=teacher) for refusal in found.refusals)
    head = (
        *("Turn", "Party", "What was put", "Answer", "Why", "What it asked for"),
        *(("The smallest change that would have been enough",) if teacher else ()),
    )
    about = (
        "Why: the reasons that weighed most, with their weight in points of value. What it asked for: as it said then, "
        "which may be more than it needed. The smallest change: the least single one with which this party, asked at "
        "that moment and seeing what it saw, would have accepted; what an act could have changed comes before what "
        "only time or conduct could."
        if teacher
        else "Why: as far as the party told its reasons. What it asked for may be more than it needed."
    )
    return Chapter(
        "offers",
        "Offers that were not taken",
        (Paragraph(about), Table("Everything that was put to a party and not accepted", head, rows, (0,))),
    )


def _offer(names: Names, refusal: Refusal, *, teacher: bool) -> tuple[str, ...]:
    reply = refusal.reply
    question = reply.question
    cells = (
        str(reply.turn),
        names.party(question.party),
        say_put(names, reply),
        names.verdict(reply.answer.verdict),
        " ".join(say_reasons(names, reply, weights=teacher)),
        say_asked(names, reply) or "Nothing.",
    )
    return (*cells, say_turned(names, refusal)) if teacher else cells


def say_put(names: Names, reply: Reply) -> str:
    if reply.question.ask is Ask.SIGN:
        return "the whole text, for signature"
    return names.terms(reply.question.terms)


def say_asked(names: Names, reply: Reply) -> str:
    """The condition or the counter-offer that came with the answer, and what the party said would help."""
    question, answer = reply.question, reply.answer
    asked = "" if answer.instead is None else sentence(names.term(answer.instead))
    told = say_answer(names, question, answer, reply.turn).help
    return " ".join(filter(None, (asked, told if answer.help.term != answer.instead or not asked else None)))


def say_reasons(names: Names, reply: Reply, *, weights: bool) -> tuple[str, ...]:
    """All reasons with their weights, or those that the party told."""
    if not weights:
        told = say_answer(names, reply.question, reply.answer, reply.turn)
        return told.reasons
    return tuple(_weighed(names, reply, reason) for reason in reply.answer.reasons)


def _weighed(names: Names, reply: Reply, reason: Reason) -> str:
    words = say_reason(names, reply.question, reason, reply.turn, Chorus()).rstrip(".")
    return f"{words} ({points(reason.weight)})." if abs(reason.weight) < 10_000 else f"{words}."


def points(hundredths: int) -> str:
    """``+1.2`` or ``−0.4``, in points of value."""
    number = decimal(hundredths)
    return number if hundredths < 0 else f"+{number}"


def say_turned(names: Names, refusal: Refusal) -> str:
    if refusal.reply.answer.bluff:
        return "None was needed: it would have taken this as it stood, and asked for more."
    smallest = refusal.smallest
    return "No single change would have." if smallest is None else say_turn(names, refusal, smallest)


def say_turn(names: Names, refusal: Refusal, turn: Turn) -> str:
    """One change, as a clause about what would have been otherwise."""
    party = names.party(refusal.reply.question.party)
    if turn.kind in (Kind.TRUST, Kind.ROOM):
        what = "trust in Washington" if turn.kind is Kind.TRUST else "room at home"
        return f"{counted(turn.amount, 'point')} more of {party}'s {what}."
    if turn.kind is Kind.RESENTMENT:
        return f"{decimal(turn.amount)} points less resentment."
    if turn.kind is Kind.HOPE:
        return f"Holding out for {decimal(turn.amount)} points less."
    if turn.kind is Kind.DETAIL or turn.term is None:
        return "The same text, worked out as far as the conference asks."
    if turn.kind is Kind.LINK and turn.track is not None:
        return f"{names.track(turn.track)} linked to the {names.short(turn.term.clause)} clause."
    if turn.kind is Kind.OPTION:
        return sentence(f"{names.term(turn.term)} instead")
    return sentence(f"together with {names.term(turn.term)}")


def pledges(found: Findings) -> Chapter:
    names = Names(found.match.game.scenario)
    ties = links_made(found.used)
    told = [*((word.pledge.made, _pledge(names, word)) for word in found.words)]
    told += [(tie.made, _link(names, tie)) for tie in ties]
    if not told:
        nothing = Paragraph("You promised, threatened and linked nothing.")
        return Chapter("pledges", "Promises, threats and links", (nothing,))
    threats = sum(word.pledge.threat for word in found.words)
    kinds = {"promise": len(found.words) - threats, "threat": threats, "link": len(ties)}
    made = listing([counted(number, kind) for kind, number in kinds.items() if number])
    number = f"You made {made}. A link is a word given too: the step is owed once a text is signed."
    head = ("Turn", "What", "To whom", "Due by turn", "What became of it")
    rows = tuple(row for _, row in sorted(told, key=lambda each: each[0]))
    return Chapter(
        "pledges", "Promises, threats and links", (Paragraph(number), Table("Your word", head, rows, (0, 3)))
    )


def _pledge(names: Names, word: Word) -> tuple[str, ...]:
    pledge = word.pledge
    kind = "Threat" if pledge.threat else "Promise"
    done = {
        Fate.KEPT: f"{'carried out' if pledge.threat else 'kept'} in turn {word.ended}",
        Fate.BROKEN: f"{'idle' if pledge.threat else 'broken'} in turn {word.ended}",
        Fate.OPEN: "still open at the end",
    }[word.fate]
    what = f"{kind}: {in_prose(names.verb(pledge.verb))}"
    return str(pledge.made), what, names.party(pledge.party), str(pledge.due), done


_LINK_ENDS: Final[Mapping[End, str]] = {
    End.PAID: "paid at the signing in turn {turn}",
    End.MOVED: "moved to another clause in turn {turn}",
    End.GIVEN: "given without the text in turn {turn}",
    End.TAKEN_BACK: "taken back in turn {turn}",
    End.OPEN: "still open at the end",
}


def _link(names: Names, tie: Tie) -> tuple[str, ...]:
    what = f"Link: {names.track_in_prose(tie.track)}, for the {names.short(tie.clause)} clause"
    party = names.scenario.tracks[tie.track].party
    return str(tie.made), what, names.party(party), "", _LINK_ENDS[tie.end].format(turn=tie.ended)


def forecasts(found: Findings) -> Chapter:
    """The forecasts shown, the player's own predictions, and the advisers."""
    if not found.forecasts.number:
        blocks: tuple[Block, ...] = (Paragraph("You put nothing to anybody of which a forecast could be shown."),)
    else:
        blocks = (Paragraph(_how_they_fared(found)), _calibration_picture(found.forecasts), _bands(found.forecasts))
    return Chapter("forecasts", "Forecast and result", (*blocks, *_predictions(found), *_advisers(found)))


def _how_they_fared(found: Findings) -> str:
    told = found.forecasts
    error = _say_error(told)
    return (
        f"Of {counted(told.number, 'answer')} for which a forecast had been shown, {told.came} were acceptances; the "
        f"middles of the forecasts let one expect {told.expected}. {error}"
    )


def _say_error(told: Calibration) -> str:
    return f"By Brier's rule they score {say_score(100 * told.error)}; {SCORES}."


def _bands(told: Calibration) -> Table:
    rows = tuple(
        (f"{band.least}–{_beyond(band.least)} %", str(band.number), f"{band.mean} %", str(band.came), _share(band))
        for band in told.bands
        if band.number
    )
    head = ("Expected", "How many", "Mean of the forecasts", "Accepted", "Share accepted")
    return Table("Forecasts by what they said", head, rows, (1, 2, 3, 4))


def _beyond(least: int) -> int:
    return (*BANDS, 101)[BANDS.index(least) + 1] - 1


def _share(band: Band) -> str:
    return f"{_accepted(band)} %"


def _accepted(band: Band) -> int:
    """The share that was accepted, in percent, halves up."""
    return (200 * band.came + band.number) // (2 * band.number)


def _calibration_picture(told: Calibration) -> Figure:
    filled = [band for band in told.bands if band.number]
    said = tuple((place, band.mean) for place, band in enumerate(filled))
    came = tuple((place, _accepted(band)) for place, band in enumerate(filled))
    words = "; ".join(
        f"forecasts of {band.mean} % on average came true in {share} % of {band.number}"
        for band, (_, share) in zip(filled, came, strict=True)
    )
    return Figure(
        title="What was forecast and what came",
        about=f"Bars side by side, what was forecast and what share was accepted: {words}.",
        shape=Shape.BARS,
        series=(Series("forecast", said), Series("accepted", came)),
        across="forecasts",
        upwards="percent",
        low=0,
        high=100,
        ticks=tuple(f"{band.least}–{_beyond(band.least)} %" for band in filled),
    )


def _predictions(found: Findings) -> Iterator[Block]:
    if not found.predictions:
        return
    names, made = Names(found.match.game.scenario), found.predictions
    sure = calibration((each.prediction.sure, each.hit) for each in made)
    told = say_tally("Your predictions", tally((each.score, each.hit) for each in made))
    yield Paragraph(f"{told} From how sure you were, {sure.expected} of them should have come true.")
    yield Bullets(tuple(f"Turn {each.turn}: {_put(names, each)}. {say_outcome(names, each)}" for each in made))


def _put(names: Names, outcome: Outcome) -> str:
    return in_prose(say_action(names, outcome.prediction.action))


def _advisers(found: Findings) -> Iterator[Block]:
    if found.advisers is None:
        return
    rows = tuple(
        (each.slant.value.capitalize(), str(each.given), str(each.taken), str(each.right)) for each in found.advisers
    )
    head = ("Adviser", "Turns with advice", "Followed", "Went as said")
    yield Table("Your advisers", head, rows, (1, 2, 3))
