"""The parties at a glance: trust, whether they would sign today, what they want and fear."""

from collections.abc import Iterator

from game.model.ids import PartyId, Quantity
from game.telling.dossier import sign_label
from game.tui.desk import Desk
from game.tui.widgets.marks import chance_words, named, trend
from game.tui.widgets.rows import BLANK, Row, row, soft_text, words


def party_rows(desk: Desk) -> list[Row]:
    rows: list[Row] = []
    for party in desk.scenario.parties:
        if rows:
            rows.append(BLANK)
        rows.extend(_party(desk, party))
    return rows


def _party(desk: Desk, party: PartyId) -> Iterator[Row]:
    names, spec = desk.names, desk.scenario.parties[party]
    trust = Quantity(f"trust.{party}")
    now = desk.view.known[trust]
    change = trend(names, trust, desk.before().get(trust, now), now)
    yield row(named(names, party), key=party)
    yield row(soft_text("trust in us"), lead="  ", right=words(names.level(trust, now), change), key=party)
    chance = chance_words(desk.sign_today(party))
    yield row(soft_text(sign_label(desk.view)), lead="  ", right=(chance, "bold"), key=party)
    yield row(spec.wants, lead=words("  ", soft_text("wants ")), key=party)
    yield row(spec.fears, lead=words("  ", soft_text("fears ")), key=party)
