"""What every controller must keep to, one suite for parties' minds and one for the mediator's.

A plug-in imports a suite, subclasses it under a name that pytest collects, and says which mind it is about::

    from tests.contracts.party_minds import PartyMindContract

    class TestMyMind(PartyMindContract):
        mind = MyMind()
"""
