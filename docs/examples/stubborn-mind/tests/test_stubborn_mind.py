"""Both minds keep to the contracts, and do what they were written for."""

from dataclasses import replace

from stubborn_mind.mediator import ListenFirst
from stubborn_mind.party import Stubborn

from game.contracts import MediatorMindContract, PartyMindContract
from game.contracts.building.moments import opened
from game.contracts.building.shipped import shipped, shipped_setup
from game.contracts.building.situations import situations
from game.minds.bargainer import Bargainer
from game.minds.mind import MediatorMind
from game.minds.policies import POLICIES
from game.model.actions import Action, SoundOut, Table
from game.model.events import ActionTaken, Ask
from game.play.seating import play_out

STATECRAFT = POLICIES["statecraft"]


class TestStubborn(PartyMindContract):
    mind = Stubborn()


class TestListenFirst(MediatorMindContract):
    mind = ListenFirst()


def test_a_party_that_has_refused_before_asks_for_more() -> None:
    game = opened(shipped(), shipped_setup("full")).game
    for view, question in situations(game, 50):
        fresh, weary = (Stubborn().answer(replace(view, refusals=count), question) for count in (0, 4))
        assert fresh == Bargainer().answer(replace(view, refusals=0), question)
        assert weary.margin <= fresh.margin
        by_itself = any(view.clauses[term.clause].separable for term in question.terms)
        assert weary.margin < fresh.margin or question.ask is Ask.SIGN or by_itself


def acts(mind: MediatorMind, kind: type[Action]) -> list[int]:
    """The turns in which a whole game had such acts."""
    game = play_out(shipped(), shipped_setup("full"), mind)
    events = [(record.turn, event) for record in game.turns for event in record.events]
    return [turn for turn, event in events if isinstance(event, ActionTaken) and isinstance(event.action, kind)]


def test_a_mediator_that_listens_first_asks_more_and_tables_nothing_in_the_first_quarter() -> None:
    quarter = range(1, 7)
    assert not set(quarter) & set(acts(ListenFirst(), Table))
    asked, usual = (sum(turn in quarter for turn in acts(mind, SoundOut)) for mind in (ListenFirst(), STATECRAFT))
    assert asked > usual
