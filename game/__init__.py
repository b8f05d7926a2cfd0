"""Backchannel: a diplomacy strategy game in the terminal."""

__version__ = "0.1.0"
