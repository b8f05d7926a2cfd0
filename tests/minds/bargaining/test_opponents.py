"""What is learned of another party from what it says."""

from game.lab.bargain.domain import case
from game.lab.bargain.measures import understanding
from game.lab.bargain.trials import table
from game.minds.bargaining.manners import MEASURED
from game.minds.bargaining.minutes import Minutes
from game.minds.bargaining.opponents import SCALE, Opponent, pooled

OPTIONS = (3, 3, 3)


def taught(*deals: tuple[int, ...]) -> Opponent:
    model = Opponent(OPTIONS)
    for deal in deals:
        model.hear(deal)
    return model


def test_its_first_offer_is_taken_for_its_best() -> None:
    model = taught((0, 1, 2), (0, 1, 1))
    assert model.worth((0, 1, 2)) == SCALE
    assert model.worth((0, 1, 1)) < SCALE


def test_an_option_shown_early_counts_for_more_than_one_shown_late_or_never() -> None:
    model = taught((0, 0, 0), (0, 0, 1), (0, 0, 0), (0, 0, 2))
    assert model.rows[2][0] > model.rows[2][1] > model.rows[2][2] > model.rows[0][1] == 0


def test_an_issue_on_which_it_has_shown_much_weighs_less() -> None:
    model = taught((0, 0, 0), (0, 0, 1), (0, 0, 2))
    assert max(model.rows[2]) < max(model.rows[0])


def test_who_repeats_itself_has_conceded_nothing_and_is_closed() -> None:
    model = taught(*[(0, 0, 0)] * 9)
    assert model.conceded() == 0
    assert model.closed()


def test_who_comes_away_from_its_opening_is_seen_to_concede() -> None:
    steps = [(0, 0, 0)] * 3 + [(0, 1, 1)] * 3 + [(1, 2, 1)] * 6
    seen = [taught(*steps[:count]).conceded() for count in (3, 6, 12)]
    assert seen == sorted(seen)
    assert seen[-1] > seen[0] == 0


def test_pooled_models_add_up_and_who_insists_on_more_weighs_more() -> None:
    firm, open_handed = taught((0, 0, 0)), taught((1, 1, 1), (1, 1, 2), (1, 2, 2))
    together = pooled((firm, open_handed))
    assert together[0] == [a + b for a, b in zip(firm.rows[0], open_handed.rows[0], strict=True)]
    assert together[2][0] > together[2][1]


def test_a_deal_that_all_others_have_taken_is_on_record_as_backed() -> None:
    minutes = Minutes(3, OPTIONS)
    minutes.hear(0, (0, 0, 0))
    assert minutes.backed == []
    minutes.hear(1, (0, 0, 0))
    assert minutes.backed == [((0, 0, 0), (0, 1))]


def test_by_round_eight_it_ranks_deals_much_as_their_party_does() -> None:
    """Rank correlation of 0.65 or more, on average of sixty cases."""
    cases = [case(seed) for seed in range(60)]
    found = [understanding(each, table(each, (MEASURED,) * 3), 8) for each in cases]
    assert sum(found) / len(found) >= 0.65
