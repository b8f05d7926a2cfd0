"""The door to actions in words: said, chosen step by step, or typed in one line."""

from game.telling.orders import say_action, say_cost, say_format
from game.telling.steps import (
    DONE,
    SlotChoice,
    VerbChoice,
    action_of,
    families,
    slot_choices,
    slot_question,
    verb_choices,
    verb_refusal,
)
from game.telling.typed import TypedAction, parse_typed

__all__ = [
    "DONE",
    "SlotChoice",
    "TypedAction",
    "VerbChoice",
    "action_of",
    "families",
    "parse_typed",
    "say_action",
    "say_cost",
    "say_format",
    "slot_choices",
    "slot_question",
    "verb_choices",
    "verb_refusal",
]
