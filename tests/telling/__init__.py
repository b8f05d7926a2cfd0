"""Tests of the words in which the game is told."""
