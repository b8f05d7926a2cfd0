"""What every controller must keep to, one suite for parties' minds and one for the mediator's.

The author of a mind subclasses a suite under a name that pytest collects, and says which mind it is about::

    from game.contracts import PartyMindContract

    class TestMyMind(PartyMindContract):
        mind = MyMind()

It needs pytest, which is no dependency of the game.
"""

import pytest

pytest.register_assert_rewrite("game.contracts.party_minds", "game.contracts.mediator_minds")

from game.contracts.mediator_minds import MediatorMindContract  # noqa: E402 - asserts explain themselves only if told so
from game.contracts.party_minds import PartyMindContract  # noqa: E402 - as above

__all__ = ["MediatorMindContract", "PartyMindContract"]
