"""What tests, plug-ins and authors of content build games from.

``small``        a whole scenario of three parties and four clauses, with round numbers and no chance
``lively``       the same with cards, moves, leaks and noise, for whole games
``moments``      a game at a given point: any quantity, clause, group or track as it is wanted
``seats``        parties and mediators that do as they are told
``strategies``   Hypothesis strategies for setups, actions, plans, moments and questions
``shipped``      the scenario that is shipped, and games of it played by the built-in policies

Everything but ``strategies`` and ``shipped`` needs the standard library only, so that the core can be run where
neither Hypothesis nor pydantic is installed.
"""
