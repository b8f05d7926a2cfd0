"""Minds by name: the built-in ones, those that packages offer, and what can be wrong with these."""

import subprocess
import sys
from pathlib import Path

import pytest

from game.minds.bargainer import Bargainer
from game.minds.policies import POLICIES
from game.play.roster import BUILT_IN, Kind, about, made, mediator_mind, names, offer, offers, party_mind
from game.play.trouble import MindProblem
from tests.plugins import PARTY, install

MEDIATOR = """
    from game.minds.policies.passive import Passive

    mind = Passive()

    def make():
        return Passive()
"""


def said(name: str, kind: Kind = Kind.PARTY) -> str:
    """What is wrong with the mind of this name."""
    with pytest.raises(MindProblem) as problem:
        made(offer(kind, name))
    return str(problem.value)


def test_the_built_in_minds_are_there_whatever_is_installed() -> None:
    assert names(Kind.PARTY)[0] == BUILT_IN
    assert names(Kind.MEDIATOR)[: len(POLICIES)] == tuple(POLICIES)
    assert mediator_mind("statecraft") is POLICIES["statecraft"]
    assert party_mind(BUILT_IN) == Bargainer()


def test_a_package_offers_a_mind_a_class_of_minds_or_a_function_that_makes_one(site: Path) -> None:
    install(site, "plain-one", PARTY, party={"plain": "Plain"})
    install(site, "two-ways", MEDIATOR, mediator={"ready": "mind", "fresh": "make"})
    assert type(party_mind("plain")).__name__ == "Plain"
    assert mediator_mind("ready") is mediator_mind("ready")
    assert mediator_mind("fresh") is not mediator_mind("fresh")
    assert names(Kind.MEDIATOR)[-2:] == ("fresh", "ready")
    assert offer(Kind.PARTY, "plain").release == "plain-one 1.0"


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("import nothing_of_the_kind", "cannot be loaded: ModuleNotFoundError (No module named 'nothing_of_the_kind')"),
        ("x = (", "cannot be loaded: SyntaxError"),
        ("raise SystemExit(3)", "cannot be loaded: SystemExit (3) in odd_one.py, line 1."),
        ("y = 1", "cannot be loaded: AttributeError"),
        ("Mind = 3", "is no mind for a party's seat: it has no method 'answer'."),
        ("class Mind:\n    def answer(self, view, question): ...", "it has no method 'move'."),
        ("class Mind:\n    def __init__(self, seed): ...", "cannot be loaded: TypeError"),
        (
            "def Mind():\n    return 1 / 0",
            "cannot be loaded: ZeroDivisionError (division by zero) in odd_one.py, line 2.",
        ),
    ],
)
def test_a_package_that_is_broken_is_blamed_by_name(site: Path, code: str, sentence: str) -> None:
    install(site, "odd-one", code, party={"odd": "Mind"})
    assert said("odd").startswith("The mind 'odd' of the package odd-one 1.0 ")
    assert sentence in said("odd")


def test_a_mind_that_is_not_there_and_one_that_two_packages_offer_are_said_to_be(site: Path) -> None:
    assert said("stubborn") == ("There is no mind called 'stubborn' for a party's seat: its package is not installed.")
    for package in ("first-one", "second-one"):
        install(site, package, PARTY, party={"plain": "Plain"})
    assert "More than one package offers a mind called 'plain': first-one and second-one." in said("plain")


def test_no_package_takes_a_built_in_name_or_one_that_cannot_be_typed(site: Path) -> None:
    odd = {"statecraft": "mind", "all": "mind", "With Capitals": "mind", "a,b": "mind"}
    install(site, "greedy", MEDIATOR, mediator=odd)
    assert mediator_mind("statecraft") is POLICIES["statecraft"]
    assert set(names(Kind.MEDIATOR)) == set(POLICIES)
    assert {each.name for each in offers(Kind.MEDIATOR) if each.fault} == set(odd)
    assert "there is no mind called 'all'" in said("all", Kind.MEDIATOR).lower()


def test_what_its_author_says_of_it_is_told_in_a_sentence(site: Path) -> None:
    install(site, "plain-one", PARTY, party={"plain": "Plain"})
    assert about(party_mind("plain")) == "Does what the built-in one does."
    assert about(POLICIES["passive"]).endswith(".")


def test_whoever_plays_with_built_in_minds_does_not_wait_for_packages_to_be_looked_through() -> None:
    code = (
        "import game.tui.app, game.play.session; from game.cli import main; from game.play.roster import offered;"
        "main(['auto', '--length', 'quick', '--seed', '1', '--policy', 'passive']); print(offered.cache_info().misses)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0"
