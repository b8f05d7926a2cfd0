"""The articles of the briefing book, made from a scenario: its pages, words, parties, clauses, acts and the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

from game.cards.links import page_name
from game.model.book import Headword
from game.model.clauses import Clause, Term
from game.model.groups import Group
from game.model.parties import Party
from game.model.scenario import Lens, QuantitySpec, Scenario, WorldSpec
from game.telling.briefing import pages
from game.telling.names import Names
from game.telling.orders import say_cost
from game.telling.prose import in_prose, listing, sentence

_UNITS: Final = {
    "groups": "In hundredths of a group.",
    "hundredths": "In hundredths of a point of value.",
    "basis-points": "In hundredths of a percent of Ukraine.",
}


@dataclass(frozen=True, slots=True)
class Article:
    """``text`` is in the small Markdown of the content, with links. ``also`` are other names that find it."""

    key: str
    title: str
    section: str
    text: str
    also: tuple[str, ...] = ()


def articles(scenario: Scenario) -> Iterator[Article]:
    """All of a scenario's, section by section."""
    names = Names(scenario)
    for page in pages(scenario):
        yield Article(f"page:{page_name(page.id)}", page.title, "How it works", page.body)
    yield from (_party(names, party) for party in scenario.parties.values())
    for word in sorted(scenario.words.glossary, key=_alphabetical):
        yield Article(f"term:{word.id}", word.word[:1].upper() + word.word[1:], "Words", _headword(word), word.also)
    yield from (_clause(names, clause) for clause in scenario.clauses.values())
    yield from (_group(names, group) for group in scenario.groups.values())
    yield from _acts(names)
    yield from (_meter(names, spec) for spec in scenario.quantities.values())
    yield from (_world(world) for world in scenario.worlds.values())
    yield from (_lens(lens) for lens in scenario.lenses.values())
    yield from (_claim(scenario, claim) for claim in scenario.words.claims)


def _alphabetical(word: Headword) -> str:
    """Accents do not count."""
    return normalize("NFKD", word.word).encode("ascii", "ignore").decode().lower()


def _headword(word: Headword) -> str:
    also = f"Also: {', '.join(word.also)}." if word.also else ""
    return _paragraphs(word.text, f"**In this game:** {word.here}", _see(word.see), also)


def _see(targets: Iterable[str]) -> str:
    found = [f"[[{target}]]" for target in targets]
    return f"See also {listing(found)}." if found else ""


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(text.strip() for text in texts if text.strip())


def _items(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _link(kind: str, name: str, shown: str) -> str:
    return f"[[{kind}:{name}|{shown}]]"


def _party(names: Names, party: Party) -> Article:
    publicly = [
        f"{_link('clause', clause, names.clause(clause))}: {names.option_in_prose(Term(clause, option))}"
        for clause, option in party.public.items()
    ]
    closed = [f"{in_prose(names.option(Term(line.clause, line.option)))}" for line in party.red_lines]
    text = _paragraphs(
        f"{sentence(party.formal)} In the text its tag is **{party.tag}**.",
        f"It wants {party.wants}; it fears {party.fears}.",
        "**What it says in public.** A [[public position]] is not a [[private limit|limit]].",
        _items(publicly),
        f"**What it will not sign:** {listing(closed)}. These are [[red line|red lines]]." if closed else "",
        "What it would take is for you to find out, by [[sounding]] it and by what it answers.",
    )
    return Article(f"party:{party.id}", party.name, "Parties", text, (party.formal, party.tag))


def _clause(names: Names, clause: Clause) -> Article:
    kinds = [
        kind
        for kind, so in (("[[core clause|core]]", clause.core), ("[[political clause|political]]", clause.political))
        if so
    ]
    stakes = listing([_link("party", each, names.party(each)) for each in clause.stakeholders])
    group = _link("group", clause.group, names.group(clause.group))
    wordings = [
        f"**{option.label}.** “{option.text.strip()}” {option.note.strip()}" for option in clause.options.values()
    ]
    text = _paragraphs(
        clause.about,
        f"Clause {names.number(clause.id)}{', ' if kinds else ''}{listing(kinds)}. It needs {stakes}.",
        f"Its group: {group}.",
        "**Its wordings.**",
        _items(" ".join(wording.split()) for wording in wordings),
    )
    return Article(f"clause:{clause.id}", clause.title, "Clauses", text, (clause.short,))


def _group(names: Names, group: Group) -> Article:
    clauses = [each for each in names.scenario.clauses.values() if each.group == group.id]
    works = listing([_link("clause", each.id, in_prose(each.title)) for each in clauses])
    on = f"It works on {works}." if works else "It is bilateral, and makes a step of [[normalisation]] worth more."
    stakes = listing([_link("party", each, names.party(each)) for each in group.stakeholders])
    text = _paragraphs(
        group.about, f"{on} A stake in it: {stakes}.", _see(("working group", "stakeholder", "act:convene"))
    )
    return Article(f"group:{group.id}", group.title, "Groups", text)


def _acts(names: Names) -> Iterator[Article]:
    for verb in names.scenario.verbs.values():
        text = _paragraphs(verb.about, f"Costs {in_prose(say_cost(verb.cost))}. {names.family(verb.family)}.")
        yield Article(f"act:{verb.id}", verb.label, "Acts", text)
    for track in names.scenario.tracks.values():
        text = _paragraphs(
            track.about,
            f"A track with {_link('party', track.party, names.party(track.party))}.",
            _see(("track", "link")),
        )
        yield Article(f"track:{track.id}", track.title, "Acts", text)


def _meter(names: Names, spec: QuantitySpec) -> Article:
    words = ", ".join(f"{word} from {at}" for at, word in spec.bands)
    who = (
        "everybody"
        if spec.seen is None
        else listing(["you" if each == "us" else names.party(each) for each in spec.seen])
    )
    rest = f" Left alone it returns to {spec.rest}." if spec.rest is not None and spec.pull else ""
    text = _paragraphs(
        f"Runs from {spec.low} to {spec.high}. {_UNITS.get(spec.unit, '')}{rest}",
        f"In words: {words}." if words else "",
        f"It can be read by {who or 'nobody'}. Every change of it is told with its reasons.",
        _see(("page:how-it-works",)),
    )
    return Article(f"meter:{spec.id}", names.whole_quantity(spec.id), "Meters", text, (spec.label,))


def _world(world: WorldSpec) -> Article:
    text = _paragraphs(
        world.about, f"It rests on {listing([f'[[{claim}]]' for claim in world.source])}.", _see(("page:worlds",))
    )
    return Article(f"world:{world.id}", world.label, "Worlds", text, (world.id,))


def _lens(lens: Lens) -> Article:
    weights = listing([f"{measure} {weight} %" for measure, weight in lens.weights.items()])
    return Article(
        f"lens:{lens.id}", lens.label, "Lenses", _paragraphs(lens.about, f"It counts {weights}.", _see(("lens",)))
    )


def _claim(scenario: Scenario, claim: str) -> Article:
    note = scenario.words.notes.get(claim)
    text = scenario.words.claims[claim]
    if note is not None:
        tests = listing([_experiment(each) for each in note.tests])
        how = f"**How it is tested.** {note.tested}" + (f" Experiments: {tests}." if tests else "")
        text = _paragraphs(text, f"**In the game.** {note.became}", how)
    return Article(f"claim:{claim}", f"Claim {claim}", "Claims", text, (claim,))


def _experiment(test: str) -> str:
    policy, _, world = test.partition(" ")
    return f"*{policy}* in [[world:{world}]]"
