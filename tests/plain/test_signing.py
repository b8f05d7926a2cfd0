"""The signing conference in line mode: what is put to whom, each answer in its order, then what follows."""

from functools import cache
from io import StringIO

from game.contracts.building.shipped import played, shipped, shipped_setup
from game.plain.console import Console
from game.plain.signing import show_conference
from game.telling.conference import ConferenceWords, conference_words
from game.telling.names import Names
from tests.plain.talks import Typist

NAMES = Names(shipped())


def told(scene: ConferenceWords) -> str:
    writer = StringIO()
    show_conference(Console(Typist([], interrupted=False), writer), NAMES, scene)
    return " ".join(writer.getvalue().split())


@cache
def scenes() -> tuple[ConferenceWords, ...]:
    games = [played("statecraft", shipped_setup(seed=seed)) for seed in range(1, 9)]
    found = (conference_words(NAMES, record) for game in games for record in game.turns)
    return tuple(scene for scene in found if scene is not None)


def test_every_answer_follows_the_question_to_that_party_and_the_outcome_follows_all_answers() -> None:
    assert scenes(), "there are conferences to tell of"
    for scene in scenes():
        said = told(scene)
        beats = [scene.opening, *scene.clauses, "The text has been read."]
        for party in scene.parties:
            beats += [f"The text is put to {NAMES.party(party.party)}.", party.headline, *party.reasons]
        beats += ["All have answered.", scene.outcome, *scene.costs]
        place = 0
        for beat in beats:
            place = said.index(" ".join(beat.split()), place)


def test_it_waits_for_nobody_and_fits_a_small_terminal() -> None:
    """Nobody types anything here; a question would have ended the telling."""
    writer = StringIO()
    show_conference(Console(Typist([], interrupted=False), writer), NAMES, scenes()[0])
    assert max(map(len, writer.getvalue().splitlines())) <= 79
