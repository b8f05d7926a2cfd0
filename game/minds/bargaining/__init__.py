"""Bargaining over a text of several issues: how to come down, what the others want, what to offer, what to take."""
