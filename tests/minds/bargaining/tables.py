"""Hypothesis strategies for what is bargained over."""

from hypothesis import strategies as st

from game.minds.bargaining.deals import Deal, Worths
from game.rules.concession import WHOLE, Manner

ISSUES, OPTIONS = 4, 3

rows = st.tuples(*[st.integers(0, 3000)] * OPTIONS)
worths: st.SearchStrategy[Worths] = st.tuples(*[rows] * ISSUES)
deals: st.SearchStrategy[Deal] = st.tuples(*[st.integers(0, OPTIONS - 1)] * ISSUES)
manners = st.builds(
    Manner,
    opening=st.integers(0, 4000),
    power=st.integers(10, 300),
    most=st.integers(0, WHOLE),
    reciprocity=st.integers(0, WHOLE),
    leeway=st.integers(0, WHOLE),
    to_closed=st.integers(0, WHOLE),
)
