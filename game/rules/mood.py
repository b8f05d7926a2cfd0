"""What a party still holds out for: how it comes down while talks work, and what hardens it."""

from game.model.ids import US, PartyId, Quantity
from game.model.parties import Party
from game.rules.asking import coming_down, mean_strain, strains_of
from game.rules.calendar import paced
from game.rules.effects import Batch, rule
from game.rules.trust import belligerents, in_washington


def move_hopes(batch: Batch, working: tuple[PartyId, ...]) -> None:
    """Aspirations at the end of a turn. They fall with strain and trust only while the party's talks work."""
    for party in batch.game.scenario.parties.values():
        hope = Quantity(f"aspiration.{party.id}")
        rates = batch.game.rates
        if party.id in working:
            _come_down(batch, party, hope)
        elif not working and batch.world.truce is None:
            _change(batch, hope, rates.hope_stalled, "talks-stalled")
        off = batch.read(Quantity(f"outlook.{party.id}")) - 50
        outlook = abs(off) * rates.hope_outlook // 10
        _change(batch, hope, outlook if off > 0 else -outlook, "war-outlook")
    _squeezes(batch)


def _come_down(batch: Batch, party: Party, hope: Quantity) -> None:
    strain = mean_strain(strains_of(batch.game.scenario, party.id), batch.levels)
    fall = coming_down(party, batch.game.rates, strain, batch.read(in_washington(party.id)))
    _change(batch, hope, -fall, "talks-working")


def _change(batch: Batch, hope: Quantity, amount: int, reason: str) -> None:
    """Within the bounds between which a party can be talked down or hardened."""
    rates = batch.game.rates
    now = batch.read(hope)
    wanted = now + paced(batch.game.length, amount)
    bounded = max(min(now, rates.hope_floor), min(max(now, rates.hope_ceiling), wanted))
    batch.shift(hope, bounded - now, rule(reason))


def _squeezes(batch: Batch) -> None:
    """While one belligerent is cut off, the other waits for more (C9)."""
    fighting = belligerents(batch.game.scenario)
    for party in fighting:
        cut = [100 - batch.read(quantity) for quantity in batch.game.party(party).squeezed_by]
        if max(cut, default=0) >= 50:
            for other in fighting:
                if other != party:
                    _change(
                        batch,
                        Quantity(f"aspiration.{other}"),
                        batch.game.rates.hope_squeeze,
                        "squeeze-on-kyiv",
                    )
            _resent(batch, party)


def _resent(batch: Batch, squeezed: PartyId) -> None:
    for party in batch.game.scenario.parties.values():
        if not party.belligerent or party.id == squeezed:
            resentment = Quantity(f"resentment.{party.id}")
            batch.shift(resentment, paced(batch.game.length, 20), rule("assistance-cut"))


def harden(batch: Batch, amount: int, reason: str, parties: tuple[PartyId, ...]) -> None:
    """Whatever is pressed in public or leaks makes a party hold out for more."""
    for party in parties:
        pride = 50 + batch.game.party(party).personality.pride
        hope = Quantity(f"aspiration.{party}")
        batch.shift(hope, amount * pride // 100, rule(reason), (party, US))
