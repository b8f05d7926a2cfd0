"""The one door to chance: a draw is a hash of the seed, the name of its stream and its position.

Streams are independent: a draw added to one cannot shift another, and the order of draws never matters.
"""

from functools import lru_cache
from hashlib import blake2b
from struct import Struct

_SIXTEEN = Struct(">16I")
_SCALE = 209
"""The standard deviation of a sum of eight bytes, which is close to a bell curve around 1020."""


@lru_cache(maxsize=64)
def _keyed(seed: int) -> "blake2b":
    return blake2b(key=(seed & 0xFFFF_FFFF_FFFF_FFFF).to_bytes(8, "big"), digest_size=64)


def _block(seed: int, stream: str, where: tuple[int | str, ...]) -> bytes:
    """64 bytes: enough for eight draws at one position."""
    keyed = _keyed(seed).copy()
    keyed.update(f"{stream}:{where}".encode())
    return keyed.digest()


def draw(seed: int, stream: str, *where: int | str) -> int:
    """An integer from 0 to 2**64 - 1."""
    return int.from_bytes(_block(seed, stream, where)[:8], "big")


def below(limit: int, seed: int, stream: str, *where: int | str) -> int:
    """An integer from 0 to ``limit - 1``, evenly (to one part in 2**40 for any limit in use)."""
    return draw(seed, stream, *where) % limit


def per_mille(chance: int, seed: int, stream: str, *where: int | str) -> bool:
    """True in ``chance`` of a thousand draws."""
    return below(1000, seed, stream, *where) < chance


def bell(deviation: int, seed: int, stream: str, *where: int | str) -> int:
    """An integer around 0 with this standard deviation, never beyond 4.9 of them."""
    return _bell(deviation, _block(seed, stream, where)[:8])


def bells(count: int, deviation: int, seed: int, stream: str, *where: int | str) -> tuple[int, ...]:
    """``count`` independent values as from :func:`bell`, eight to a draw."""
    values: list[int] = []
    for part in range(-(-count // 8)):
        block = _block(seed, stream, (*where, part))
        values += [_bell(deviation, block[at : at + 8]) for at in range(0, 64, 8)]
    return tuple(values[:count])


def spread(count: int, limit: int, seed: int, stream: str, *where: int | str) -> tuple[int, ...]:
    """``count`` integers from 0 to ``limit - 1``, sixteen to a draw."""
    values: list[int] = []
    for part in range(-(-count // 16)):
        values += [value % limit for value in _SIXTEEN.unpack(_block(seed, stream, (*where, part)))]
    return tuple(values[:count])


def jitter(count: int, reach: int, seed: int, stream: str, *where: int | str) -> tuple[int, ...]:
    """``count`` (64 at most) integers from ``-reach`` to ``reach``, about evenly: small noise from single bytes."""
    span = 2 * reach + 1
    return tuple([byte % span - reach for byte in _block(seed, stream, where)[:count]])


def _bell(deviation: int, eight: bytes) -> int:
    off = sum(eight) - 1020
    size = (abs(off) * deviation * 2 + _SCALE) // (_SCALE * 2)
    return size if off >= 0 else -size
