"""What a game may teach: claims that it speaks for or against, questions, and where theory says more."""

from collections.abc import Mapping
from typing import Final

from game.debrief.chapters import Audience, Bullets, Chapter, Paragraph, Table
from game.debrief.findings import Findings
from game.debrief.words.answers import say_put
from game.model.events import Verdict
from game.telling.names import Names
from game.telling.orders import say_action
from game.telling.prose import in_prose, sentence
from game.telling.voices import filled

_ONE_GAME: Final = (
    "One game shows what can happen in this model with these numbers, once. It cannot show what usually happens, why "
    "it happened, or what is so outside the model. Only many games, with and without a thing, come near the first two; "
    "nothing here comes near the third."
)


def claims(found: Findings, audience: Audience) -> Chapter:
    scenario = found.match.game.scenario
    if audience is Audience.STUDENT:
        named = dict.fromkeys(each.claim for each in found.evidence)
        told = tuple(f"{claim}. {scenario.words.claims.get(claim, '').strip()}" for claim in named)
        ask = "Your game bears on these claims of the argument. For which does it speak, against which, and how far?"
        return Chapter("claims", "Claims to argue about", (Paragraph(ask), Bullets(told), Paragraph(_ONE_GAME)))
    rows = tuple(
        (each.claim, scenario.words.claims.get(each.claim, "").strip(), each.speaks, each.because, each.limit)
        for each in found.evidence
    )
    head = ("Claim", "What it says", "This game speaks", "Because", "What one game cannot show")
    table = (Table("Claims on which this game bears", head, rows),) if rows else ()
    return Chapter("claims", "The claims of the argument", (*table, Paragraph(_ONE_GAME)))


def questions(found: Findings) -> Chapter:
    places = _places(found)
    asked = (filled(" ".join(each.text.split()), places) for each in found.questions)
    return Chapter("questions", "Questions for discussion", (Bullets(tuple(filter(None, asked)), ordered=True),))


def _places(found: Findings) -> Mapping[str, str]:
    """What this game puts into the places of a question. A question whose place it cannot fill is not asked."""
    names, places = Names(found.match.game.scenario), dict[str, str]()
    refused = [each.reply.question.party for each in found.refusals]
    if refused:
        parties = list(names.scenario.parties)
        most = max(parties, key=lambda party: (refused.count(party), -parties.index(party)))
        places["refuser"] = names.party(most)
    turned = [each for each in found.refusals if each.smallest is not None]
    if turned:
        nearest = min(turned, key=lambda each: abs(each.reply.answer.margin)).reply
        verdict = "was not accepted" if nearest.answer.verdict is not Verdict.REFUSE else "was refused"
        who = names.party(nearest.question.party)
        places["offer"] = sentence(f"In turn {nearest.turn} {say_put(names, nearest)}, put to {who}, {verdict}")
    if found.act is not None and found.act.action is not None:
        places["act"] = f"{in_prose(say_action(names, found.act.action))}, in turn {found.act.turn}"
    return places


def theory(found: Findings) -> Chapter:
    rows = tuple((each.title, " ".join(each.text.split()), " ".join(each.source.split())) for each in found.theory)
    return Chapter("theory", "Where theory says more", (Table("Pointers", ("Idea", "What to look at", "Where"), rows),))
