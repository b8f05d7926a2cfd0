"""Names of things. Ids come from content; the program knows none of them but the mediator's seat."""

from typing import Final, NewType

PartyId = NewType("PartyId", str)
ClauseId = NewType("ClauseId", str)
OptionId = NewType("OptionId", str)
GroupId = NewType("GroupId", str)
TrackId = NewType("TrackId", str)
VerbId = NewType("VerbId", str)
CardId = NewType("CardId", str)
ChoiceId = NewType("ChoiceId", str)
MoveId = NewType("MoveId", str)
WorldId = NewType("WorldId", str)
LengthId = NewType("LengthId", str)
InformationId = NewType("InformationId", str)
LensId = NewType("LensId", str)
Quantity = NewType("Quantity", str)

US: Final = PartyId("us")
"""The mediator's seat. It sits at the table with the parties but has no vote on the text."""

SEALED: Final = WorldId("sealed")
"""A world drawn by the seed and not told to the player until the debrief."""
