"""A fingerprint of how a game went: a chain over its worlds, with no seed, path or clock in it."""

from hashlib import blake2b

from game.model.world import World, world_lines

START = "0" * 32


def chained(before: str, world: World) -> str:
    """The digest of ``world`` on top of the chain so far; 32 hexadecimal characters."""
    text = "\n".join(world_lines(world))
    return blake2b(text.encode(), key=before.encode(), digest_size=16).hexdigest()
