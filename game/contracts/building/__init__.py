"""What contracts and tests build games from.

``small``        a whole scenario of three parties and four clauses, with round numbers and no chance (its ``parties``,
                 ``quantities`` and ``verbs`` are in modules of their own)
``lively``       the same with cards, moves, leaks and noise, for whole games
``moments``      a game at a given point: any quantity, clause, group or track as it is wanted, a turn sent, its events
``seats``        parties and mediators that do as they are told
``situations``   views and questions for a mind to answer, and what a view looks like once help was given
``luck``         draws that the same numbers give again
``shipped``      the scenario that is shipped, and games of it played by the built-in policies
"""
