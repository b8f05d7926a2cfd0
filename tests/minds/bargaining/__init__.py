"""Bargaining: concession, what is learned of the others, bids, acceptance, mediation."""
