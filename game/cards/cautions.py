"""The stable ids of warnings: content that can be played, but hardly as its author meant it.

W40x and W41x logic · W42x text · W43x balance · W44x seen in games played by ``check --play``.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.cards.codes import CodeInfo, spoilt

_LOGIC = {
    "W401": CodeInfo("never fires", "No state of a game fulfils the condition.", spoilt("turn >= 2", "turn < 1")),
    "W402": CodeInfo("always fires", "Every state of a game fulfils the condition.", spoilt("turn >= 2", "turn >= 0")),
    "W403": CodeInfo(
        "a chain without an exit",
        "The cards lead to one another for ever.",
        spoilt("sets: leak-hunt", "then: {card: readout-leaks, in: 1}"),
    ),
    "W404": CodeInfo(
        "a choice never available",
        "No state of a game fulfils the condition of the choice.",
        spoilt("label: Find the leak", "label: Find the leak\n      when: discipline > 100"),
    ),
    "W405": CodeInfo(
        "a state without an available choice",
        "In some state every choice is closed, by its condition or its cost. Leave one that is free and always open.",
        spoilt("label: Confirm it", "label: Confirm it\n      when: discipline > 50"),
    ),
    "W406": CodeInfo(
        "choices with the same effects",
        "Two choices do the same, so that choosing means nothing.",
        spoilt("effects: {discipline: +8, congress: -3}", "effects: {trust.ukraine: +2, trust.russia: -4}"),
    ),
    "W407": CodeInfo(
        "a choice better for everyone",
        "One choice is at least as good as another in every quantity and for every party, and costs no more.",
        spoilt("effects: {discipline: +8, congress: -3}", "effects: {trust.ukraine: +1, trust.russia: -5}"),
    ),
    "W408": CodeInfo(
        "a flag never read",
        "A flag is set, and no condition asks for it.",
        spoilt("flag.leak-hunt", "turn > 2"),
    ),
    "W409": CodeInfo("a quantity never asked for", "No condition reads this quantity.", ""),
    "W410": CodeInfo("a quantity never changed", "No effect changes this quantity.", ""),
    "W411": CodeInfo(
        "an effect that is always cut off",
        "Wherever the condition holds, the quantity is already at its bound, so that the effect does nothing.",
        spoilt("turn >= 2", "trust.russia <= 0"),
    ),
    "W412": CodeInfo(
        "a world of its own",
        "The experiments on the model are made in six worlds that every scenario can have; nothing is known of others.",
        "",
    ),
}

_TEXT = {
    "W421": CodeInfo("text over its box", "The text runs beyond its box on a screen of 80 columns and 24 rows.", ""),
    "W422": CodeInfo("no source", "A text that states a fact names its source.", spoilt("  source: [C7]\n", "")),
    "W423": CodeInfo(
        "no sensitivity tag",
        "The text speaks of what may distress some readers and lacks the tag by which a teacher can leave it out.",
        spoilt("Two newspapers print", "Two newspapers print photographs of the dead beside"),
    ),
    "W424": CodeInfo("no voice line", "A party has nothing to say for one of its intents.", ""),
    "W425": CodeInfo(
        "a date after the divergence",
        "The game leaves history on 3 December 2025; later events are not in it.",
        spoilt("source: [C7]", "source: [C7]\n  as_of: 2026-05-01"),
    ),
}

_PLAY = {
    "W431": CodeInfo("a lopsided deck", "The effects of all cards together favour or burden one party.", ""),
    "W441": CodeInfo("a card that never came", "No game of the sample drew the card.", ""),
    "W442": CodeInfo("a choice nobody took", "No policy took the choice in any game of the sample.", ""),
    "W443": CodeInfo("a game without a choice", "A game of the sample reached a card with every choice closed.", ""),
    "W444": CodeInfo("a quantity stuck at its bound", "In most games of the sample it stays at a bound.", ""),
}

WARNINGS: Mapping[str, CodeInfo] = _LOGIC | _TEXT | _PLAY
