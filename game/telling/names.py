"""What everything is called. Every face takes its names from here, so that a thing has one name."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from game.model.clauses import Standing, Term
from game.model.events import Verdict
from game.model.ids import US, CardId, ClauseId, GroupId, MoveId, PartyId, Quantity, TrackId, VerbId
from game.model.ledger import Cause, Source
from game.model.parties import Move
from game.model.scenario import Scenario, Stage
from game.telling.prose import decimal, exact, in_prose, listing, possessive

MEDIATOR: Final = "Washington"
VALUE: Final = "points of value"
"""What the worth of a text to a party, and what it holds out for, are counted in."""

_STANDINGS: Final = {
    Standing.OPEN: "open",
    Standing.FLOATED: "floated",
    Standing.AGREED: "agreed in principle",
    Standing.DETAILED: "detailed",
    Standing.LOCKED: "locked",
}
_VERDICTS: Final = {
    Verdict.ACCEPT: "accepts",
    Verdict.ACCEPT_IF: "would accept on a condition",
    Verdict.COUNTER: "offers something else",
    Verdict.REFUSE: "refuses",
    Verdict.STALL: "gives no answer",
    Verdict.WALK_OUT: "walks out",
}
_FAMILIES: Final = {
    "shuttle": "Shuttle",
    "leaders": "Leaders' channel",
    "groups": "Working groups",
    "text": "The text",
    "moscow": "Leverage on Moscow",
    "allies": "Leverage on Kyiv and Europe",
    "home": "Home front",
}
_PARTY_FORMS: Final = {
    "outlook": "how the war looks to {name}",
    "room": "{owner} room at home",
    "aspiration": "what {name} holds out for",
    "guess": "what we think {name} holds out for",
    "resentment": "{owner} resentment",
}
"""How a quantity that each party has is told apart from the others', by the first part of its id."""
_HELD: Final = frozenset(["aspiration", "guess", "resentment"])
"""Quantities in points of value of which there can be much or little."""

_SIZES: Final = ((700, "much"), (400, "some"), (0, "little"))


def _size(hundredths: int) -> str:
    return next((word for least, word in _SIZES if hundredths >= least), "little")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one scenario."""

    scenario: Scenario

    def party(self, party: PartyId) -> str:
        return MEDIATOR if party == US else self.scenario.parties[party].name

    def formal(self, party: PartyId) -> str:
        return "the White House" if party == US else self.scenario.parties[party].formal

    def tag(self, party: PartyId) -> str:
        return "US" if party == US else self.scenario.parties[party].tag

    def glyph(self, party: PartyId) -> str:
        return "◆" if party == US else self.scenario.parties[party].glyph

    def members(self, parties: Iterable[PartyId], word: str = "and") -> str:
        """``Moscow and Kyiv``, in the order given; ``nobody`` for none."""
        return listing([self.party(party) for party in parties], word) or "nobody"

    def over_heads(self, parties: Iterable[PartyId]) -> str:
        """``over the heads of Kyiv and Europe``."""
        over = tuple(parties)
        return f"over the head{'s' if len(over) > 1 else ''} of {self.members(over)}"

    def tags(self, parties: Iterable[PartyId]) -> str:
        return " ".join(self.tag(party) for party in parties)

    def clause(self, clause: ClauseId) -> str:
        return self.scenario.clauses[clause].title

    def short(self, clause: ClauseId) -> str:
        return self.scenario.clauses[clause].short

    def clauses(self, clauses: Iterable[ClauseId]) -> str:
        """``the line clause``, ``the line and forces clauses``."""
        shorts = [self.short(clause) for clause in dict.fromkeys(clauses)]
        return f"the {listing(shorts)} clause{'s' if len(shorts) > 1 else ''}"

    def topic(self, clause: ClauseId) -> str:
        """The short name where it stands alone; one that needs its noun gets it: ``humanitarian questions``."""
        title, short = self.clause(clause), self.short(clause)
        whole = title.lower().startswith(f"{short} ") and title.count(" ") == 1
        return in_prose(title) if whole else short

    def number(self, clause: ClauseId) -> int:
        """The clause's number in the text, from 1."""
        return list(self.scenario.clauses).index(clause) + 1

    def option(self, term: Term) -> str:
        return self.scenario.option(term).label

    def option_in_prose(self, term: Term) -> str:
        return in_prose(self.option(term))

    def term(self, term: Term) -> str:
        """``a standstill without recognition in the line clause``."""
        return f"{self.option_in_prose(term)} in the {self.short(term.clause)} clause"

    def terms(self, terms: Iterable[Term]) -> str:
        return listing([self.term(term) for term in terms])

    def group(self, group: GroupId) -> str:
        return self.scenario.groups[group].title

    def group_in_prose(self, group: GroupId) -> str:
        """``the cease-fire modalities group``."""
        return f"the {in_prose(self.group(group))} group"

    def track(self, track: TrackId) -> str:
        return self.scenario.tracks[track].title

    def track_in_prose(self, track: TrackId) -> str:
        return in_prose(self.track(track))

    def verb(self, verb: VerbId) -> str:
        spec = self.scenario.verbs.get(verb)
        return spec.label if spec is not None else verb

    def family(self, family: str) -> str:
        return _FAMILIES.get(family, family.capitalize())

    def card(self, card: CardId) -> str:
        spec = self.scenario.cards.get(card)
        return spec.title if spec is not None else card

    def move(self, party: PartyId, move: MoveId) -> Move | None:
        return next((each for each in self.scenario.parties[party].moves if each.id == move), None)

    def verdict(self, verdict: Verdict) -> str:
        return _VERDICTS[verdict]

    def standing(self, standing: Standing) -> str:
        return _STANDINGS[standing]

    def stage(self, stage: Stage) -> str:
        return stage.name.lower()

    def quantity(self, quantity: Quantity) -> str:
        """The label as content gives it; for a party's own quantity it does not name the party."""
        return self.scenario.quantities[quantity].label

    def whole_quantity(self, quantity: Quantity) -> str:
        """The label with the party in it, for a line that stands alone: ``Strain on Kyiv's manpower``."""
        kind, _, rest = quantity.partition(".")
        owner = PartyId(rest.partition(".")[0])
        label = self.quantity(quantity)
        if owner not in self.scenario.parties:
            return label
        name = self.party(owner)
        if kind == "strain":
            return f"Strain on {possessive(name)} {in_prose(label)}"
        form = _PARTY_FORMS.get(kind)
        words = label if form is None else form.format(name=name, owner=possessive(name))
        return words[:1].upper() + words[1:]

    def own_quantity(self, quantity: Quantity) -> str:
        """The label where it is plain whose it is: ``Strain: manpower``."""
        label = self.quantity(quantity)
        return f"Strain: {in_prose(label)}" if quantity.startswith("strain.") else label

    def level(self, quantity: Quantity, value: int) -> str:
        """A number with its word: ``guarded, 34``; ``much, 8.0 points of value``."""
        spec = self.scenario.quantities[quantity]
        if spec.unit == "groups":
            return "1 group" if value == 100 else f"{exact(value)} groups"
        if spec.unit == "hundredths":
            word = f"{_size(value)}, " if quantity.partition(".")[0] in _HELD else ""
            return f"{word}{decimal(value)} {VALUE}"
        if spec.unit == "basis-points":
            return self._moved(value)
        word = self.band(quantity, value)
        return f"{word}, {value}" if word else str(value)

    def band(self, quantity: Quantity, value: int) -> str:
        """The word for a value, or nothing if content has none."""
        word = ""
        for start, name in self.scenario.quantities[quantity].bands:
            if value >= start:
                word = name
        return word

    def _moved(self, value: int) -> str:
        if value == 0:
            return "no change since the start"
        first, second = (party.name for party in self.scenario.parties.values() if party.belligerent)
        winner = first if value > 0 else second
        return f"{exact(abs(value))} % of Ukraine to {winner} since the start"

    def reason(self, cause: Cause) -> str:
        """Why something changed, as content words it: a rule's phrase, or what an act, card or move is called."""
        match cause.source:
            case Source.ACTION:
                return in_prose(self.verb(VerbId(cause.key)))
            case Source.CARD:
                return self._card_reason(cause.key)
            case Source.MOVE:
                party, _, move = cause.key.partition("/")
                spec = self.move(PartyId(party), MoveId(move))
                return f"{self.party(PartyId(party))} {in_prose(spec.title)}" if spec else move
            case Source.ANSWER if cause.key == "accept":
                return "consent given"
            case Source.RULE | Source.ANSWER:
                return self.scenario.words.reasons.get(cause.key, cause.key.replace("-", " "))

    def _card_reason(self, key: str) -> str:
        card, _, choice = key.partition("/")
        spec = self.scenario.cards.get(CardId(card))
        if spec is None:
            return card
        label = next((each.label for each in spec.choices if each.id == choice), "")
        return f"“{spec.title}”: {in_prose(label)}" if label else f"“{spec.title}”"
