"""A skeleton game to measure against: three parties, twelve rules a turn, events, a hash chain and a snapshot a turn.

It has no content, no minds and no ledger: what is left is what any engine of this shape has to pay.
"""

from dataclasses import dataclass
from hashlib import blake2b

TURNS = 24
_PARTIES = ("a", "b", "c")
_FIELDS = tuple(f"{kind}.{party}" for party in _PARTIES for kind in ("trust", "strain", "hope", "room"))


@dataclass(frozen=True, slots=True)
class Step:
    field: str
    was: int
    now: int
    rule: str


def skeleton(seed: int) -> str:
    """Play one skeleton game; returns its digest."""
    state = dict.fromkeys(_FIELDS, 50)
    journal: list[Step] = []
    snapshots: list[dict[str, int]] = []
    digest = b""
    for turn in range(TURNS):
        block = blake2b(f"{seed}:{turn}".encode(), digest_size=32).digest()
        for place, field in enumerate(_FIELDS):
            was = state[field]
            now = max(0, min(100, was + block[place] % 7 - 3))
            journal.append(Step(field, was, now, "drift"))
            state[field] = now
        snapshots.append(dict(state))
        digest = blake2b(repr(sorted(state.items())).encode(), key=digest, digest_size=16).digest()
    return digest.hex()
