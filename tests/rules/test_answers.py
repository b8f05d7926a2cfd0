"""What follows from answers: consent on file, principles, jams, clauses settled over somebody's head."""

from game.contracts.building.moments import changes, found, last_turn, moment, opened, send, sitting, state
from game.contracts.building.parties import AID, ALLY, BORDER, EAST, LANDING, PACT, PARTIES, TRUCE, WEST
from game.contracts.building.seats import NO, YES, answer, saying
from game.contracts.building.small import BORDERS, ECONOMY, LULL, SECURITY, SPACE, small_scenario
from game.minds.mind import PartyMind
from game.model.actions import CallLeader, Carry, Float, Suspend, Table, TablePackage, TakeBack
from game.model.clauses import ClauseState, Standing, Term, jammed, standing_of
from game.model.events import BeliefRevised, ClauseMoved, ClauseTurn, GroupChanged, PartyAnswered, Verdict
from game.model.groups import Step, TrackState
from game.model.ids import US, OptionId, PartyId
from game.model.seats import AnswerDecision, PlanDecision
from game.play.match import Match, submit
from game.rules.options import refusal

FREEZE, SHIELD, WATCHED = OptionId("freeze"), OptionId("shield"), OptionId("watched")
WALK = answer(Verdict.WALK_OUT)


def in_session(*absent: PartyId, **length: int) -> Match:
    """All treaty groups sit in parallel, with every stakeholder but those that are left out."""
    match = opened(**length)
    scenario = match.game.scenario
    seats = {group: [p for p in scenario.groups[group].stakeholders if p not in absent] for group in _TREATY}
    return moment(match, turn=3, groups={k: v for group in _TREATY for k, v in sitting(group, *seats[group]).items()})


_TREATY = (BORDERS, SECURITY, LULL, ECONOMY)


def on_the_telephone() -> Match:
    """No group sits, so that nothing is worked out between meetings."""
    return moment(opened(), turn=3)


def minds(match: Match, **answers: object) -> dict[PartyId, PartyMind]:
    return dict(saying(match.game.scenario, **answers))  # type: ignore[arg-type]


# Consent.


def test_a_tabled_option_that_all_stakeholders_take_is_agreed_in_principle() -> None:
    """A principle is worth 3 of patience, and every stakeholder comes down by 25."""
    match = send(in_session(), Table(TRUCE, WATCHED))
    assert match.world.clauses[TRUCE].agreed == (EAST, WEST)
    events = last_turn(match)
    assert changes(events, "patience", "principle-agreed") == [3]
    assert changes(events, "aspiration.east", "principle-agreed") == [-25]
    assert changes(events, "aspiration.ally", "principle-agreed") == []


def test_an_option_that_one_stakeholder_refuses_stays_in_the_text_in_brackets() -> None:
    match = in_session()
    after = send(match, Table(TRUCE, WATCHED), minds=minds(match, west=NO)).world.clauses[TRUCE]
    assert (after.option, after.agreed, after.over) == (WATCHED, (EAST,), ())
    assert standing_of(match.game.scenario.clauses[TRUCE], after) is Standing.FLOATED


def test_consent_given_to_an_envoy_counts_when_the_option_is_tabled() -> None:
    """Only the other stakeholder is asked at the table."""
    match = moment(in_session(), clauses={TRUCE: state("watched", EAST, tabled=False)})
    after = send(match, Table(TRUCE, WATCHED))
    asked = [event.question.party for event in found(last_turn(after), PartyAnswered)]
    assert asked == [WEST]
    assert after.world.clauses[TRUCE].agreed == (EAST, WEST)


def test_a_package_agreed_with_an_envoy_puts_every_clause_of_it_on_file() -> None:
    match = send(on_the_telephone(), Carry(WEST, LANDING[:2]))
    assert match.world.clauses[BORDER] == ClauseState(FREEZE, (WEST,), private=(WEST,))
    assert match.world.clauses[PACT] == ClauseState(SHIELD, (WEST,), private=(WEST,))


def test_a_private_yes_changes_nothing_in_a_text_that_says_something_else() -> None:
    before = moment(in_session(), clauses={TRUCE: state("bare", EAST)})
    assert send(before, Float(WEST, TRUCE, WATCHED)).world.clauses[TRUCE].option == "bare"


def test_a_package_is_agreed_by_those_whose_clauses_it_holds() -> None:
    match = moment(in_session(), turn=3)
    after = send(match, TablePackage((Term(TRUCE, WATCHED), Term(AID, "shared")))).world
    assert after.clauses[TRUCE].agreed == (EAST, WEST), "the ally has no stake in the truce"
    assert after.clauses[AID].agreed == PARTIES


def test_another_option_on_the_table_drops_what_was_agreed_and_a_point_of_detail() -> None:
    agreed = state("watched", EAST, WEST, detail=250, blessed=True)
    match = moment(in_session(), clauses={TRUCE: agreed})
    after = send(match, Table(TRUCE, OptionId("bare")), minds=minds(match, east=NO, west=NO))
    tabled = found(last_turn(after), ClauseMoved)[0]
    assert tabled.now == ClauseState(OptionId("bare"), (), (), 150, tabled=True)


def test_the_first_point_of_detail_is_never_lost_by_rewording() -> None:
    match = moment(in_session(), clauses={TRUCE: state("watched", EAST, WEST, detail=120)})
    after = send(match, Table(TRUCE, OptionId("bare")), minds=minds(match, east=NO, west=NO))
    assert found(last_turn(after), ClauseMoved)[0].now.detail == 100


def test_taking_an_option_back_costs_a_point_of_detail_and_the_trust_of_those_who_agreed() -> None:
    match = moment(in_session(), clauses={TRUCE: state("watched", EAST, detail=150)})
    events = last_turn(send(match, TakeBack(TRUCE)))
    assert found(events, ClauseMoved)[0].now == ClauseState(detail=50)
    assert (changes(events, "trust.east", "take-back"), changes(events, "trust.west", "take-back")) == ([-2], [])


# Over somebody's head (C13, C15).


def test_a_clause_settled_at_a_table_without_a_stakeholder_is_settled_over_its_head() -> None:
    """West weighs the truce at 20 percent; 20 x 10 x 100 % pride = 200 of resentment, and 8 of trust."""
    match = send(in_session(WEST), Table(TRUCE, WATCHED))
    events = last_turn(match)
    assert match.world.clauses[TRUCE].over == (WEST,)
    assert changes(events, "resentment.west", "over-its-head") == [200]
    assert changes(events, "trust.west", "over-its-head") == [-8]


def test_a_slight_rallies_the_friend_and_not_the_enemy() -> None:
    """The ally trusts West at 70 and East at 20: it loses 4 of trust in Washington and draws 3 closer to West."""
    events = last_turn(send(in_session(WEST), Table(TRUCE, WATCHED)))
    assert changes(events, "trust.ally", "rally-to-kyiv") == [-4]
    assert changes(events, "trust.west.ally", "rally-to-kyiv") == [3]
    assert changes(events, "trust.east", "rally-to-kyiv") == []


def test_resentment_is_taken_off_what_the_text_is_worth_to_the_slighted() -> None:
    match = send(in_session(WEST), Table(TRUCE, WATCHED))
    assert match.party(WEST).side == -200 - match.world.quantities["entrenchment"]


def test_a_table_at_which_somebody_present_refuses_settles_nothing_over_anybody() -> None:
    match = in_session(WEST)
    after = send(match, Table(TRUCE, WATCHED), minds=minds(match, east=NO))
    assert after.world.clauses[TRUCE].over == ()


def test_a_later_yes_reconciles_and_takes_half_of_the_grudge_back() -> None:
    match = moment(
        in_session(), clauses={TRUCE: state("watched", EAST, over=(WEST,))}, quantities={"resentment.west": 200}
    )
    after = send(match, Table(TRUCE, WATCHED))
    assert ClauseTurn.RECONCILED in [event.turn for event in found(last_turn(after), ClauseMoved)]
    assert (after.world.clauses[TRUCE].agreed, after.world.clauses[TRUCE].over) == ((EAST, WEST), ())
    assert changes(last_turn(after), "resentment.west", "accept") == [-100]
    assert changes(last_turn(after), "trust.west", "accept") == [2]


def test_tabling_what_those_present_agreed_to_before_settles_it_over_the_absent_too() -> None:
    """The same table, the same consent: whether it was given to an envoy first should not spare the absent."""
    match = moment(in_session(WEST), clauses={TRUCE: state("watched", EAST, tabled=False)})
    assert send(match, Table(TRUCE, WATCHED)).world.clauses[TRUCE].over == (WEST,)


# The leaders' channel (C18).


def test_a_leaders_word_from_the_channel_settles_the_principle_over_the_others() -> None:
    match = send(on_the_telephone(), CallLeader(EAST, BORDER, FREEZE))
    assert match.world.clauses[BORDER] == ClauseState(FREEZE, (EAST,), (WEST,), 0, True, 0, True)
    assert changes(last_turn(match), "aspiration.east", "jam-cleared") == [-40]


def test_a_word_that_lapses_later_in_the_turn_settles_nothing_over_anybody() -> None:
    """The step linked to the clause is suspended: every consent lapses, the leader's of the same turn among them."""
    tracks = {SPACE: TrackState(Step.LINKED, BORDER, 1, 0)}
    match = moment(on_the_telephone(), clauses={BORDER: state("freeze", EAST, WEST, detail=100)}, tracks=tracks)
    after = send(match, CallLeader(EAST, BORDER, FREEZE), Suspend(SPACE)).world.clauses[BORDER]
    assert (after.agreed, after.over, after.blessed) == ((), (), False)


def test_with_everybodys_consent_the_leaders_settle_it_over_nobody() -> None:
    match = moment(in_session(), clauses={BORDER: state("freeze", WEST)})
    after = send(match, CallLeader(EAST, BORDER, FREEZE)).world.clauses[BORDER]
    assert (after.agreed, after.over, after.blessed) == ((EAST, WEST), (), True)


def test_another_leaders_word_is_consent_and_clears_nothing() -> None:
    after = send(in_session(), CallLeader(WEST, BORDER, FREEZE)).world.clauses[BORDER]
    assert (after.agreed, after.over, after.blessed) == ((WEST,), (), False)


def test_a_leader_who_refuses_changes_nothing_in_the_text() -> None:
    match = on_the_telephone()
    after = send(match, CallLeader(EAST, BORDER, FREEZE), minds=minds(match, east=NO))
    assert after.world.clauses[BORDER] == match.world.clauses[BORDER]


def test_a_political_clause_jams_at_one_point_until_it_is_blessed() -> None:
    """C18. Officials carry the agreed border to detail 1 and no further; blessed, it goes on at once."""
    agreed = state("freeze", EAST, WEST, detail=90)
    match = moment(in_session(), clauses={BORDER: agreed})
    stuck = send(send(match))
    assert stuck.world.clauses[BORDER].detail == 100
    assert jammed(match.game.scenario.clauses[BORDER], stuck.world.clauses[BORDER])
    cleared = send(stuck, CallLeader(EAST, BORDER, FREEZE))
    assert cleared.world.clauses[BORDER].blessed
    assert cleared.world.clauses[BORDER].detail == 150


def test_other_clauses_never_jam() -> None:
    match = moment(in_session(), clauses={TRUCE: state("watched", EAST, WEST, detail=90)})
    assert send(send(match)).world.clauses[TRUCE].detail == 190


def test_a_call_that_fails_to_clear_the_jam_makes_the_next_likelier() -> None:
    """At 0 percent plus 100 for each failed try, the first call fails and the second cannot."""
    match = in_session(call_clears=0, call_clears_more=100)
    first = send(moment(match, clauses={BORDER: state("freeze", WEST)}), CallLeader(EAST, BORDER, FREEZE))
    assert (first.world.clauses[BORDER].blessed, first.world.clauses[BORDER].tries) == (False, 1)
    second = send(first, CallLeader(EAST, BORDER, FREEZE))
    assert second.world.clauses[BORDER].blessed


def test_the_leaders_are_not_called_on_another_wording_than_the_one_that_stands() -> None:
    """What stands in everybody's text cannot change in a confidence between two."""
    match = moment(in_session(), clauses={BORDER: state("cede", EAST, WEST, detail=180, blessed=True)})
    assert "table this one first" in str(refusal(match.mediator(), CallLeader(EAST, BORDER, FREEZE)))


def test_consents_on_file_from_everybody_come_out_at_the_end_of_the_turn() -> None:
    """Nobody hears of it before; then the principle is agreed, and hopes fall as for one agreed at the table."""
    match = moment(in_session(), clauses={TRUCE: state("watched", EAST, tabled=False)})
    after = send(match, Float(WEST, TRUCE, WATCHED))
    told = after.world.clauses[TRUCE]
    assert (told.agreed, told.tabled, told.private) == ((EAST, WEST), True, ())
    turns = [event.turn for event in found(last_turn(after), ClauseMoved) if event.clause == TRUCE]
    assert turns[:2] == [ClauseTurn.AGREED, ClauseTurn.DISCLOSED]
    assert len(changes(last_turn(after), "aspiration.east", "principle-agreed")) == 1


def test_consent_on_file_from_some_stays_between_them_and_the_mediator() -> None:
    after = send(in_session(), Float(WEST, TRUCE, WATCHED))
    assert after.world.clauses[TRUCE].private == (WEST,)
    assert after.party(EAST).text[TRUCE].option is None


# What answers give away, and what asking costs.


def test_asking_again_for_what_was_refused_costs_trust_for_three_turns() -> None:
    match = in_session(turns=12)
    refusing = minds(match, east=NO)
    once = send(match, Float(EAST, BORDER, FREEZE), minds=refusing)
    assert changes(last_turn(once), "trust.east", "refusal") == []
    again = send(once, Float(EAST, BORDER, FREEZE), minds=refusing)
    assert changes(last_turn(again), "trust.east", "refusal") == [-1]
    patient = send(send(send(once)), Float(EAST, BORDER, FREEZE), minds=refusing)
    assert changes(last_turn(patient), "trust.east", "refusal") == []


def test_a_refusal_is_counted_and_a_counter_is_not() -> None:
    match = in_session()
    refusing, countering = minds(match, east=NO), minds(match, east=answer(Verdict.COUNTER))
    assert send(match, Float(EAST, BORDER, FREEZE), minds=refusing).world.refusals[EAST] == 1
    assert send(match, Float(EAST, BORDER, FREEZE), minds=countering).world.refusals[EAST] == 0


def test_a_party_that_walks_out_ends_the_group_for_this_turn_and_the_next() -> None:
    match = in_session()
    left = send(match, Table(TRUCE, WATCHED), minds=minds(match, east=WALK))
    assert not left.world.groups[LULL].convened
    assert left.world.groups[LULL].resumes == 5
    assert changes(last_turn(left), "patience", "group-walks-out") == [-2]


def test_a_group_that_two_walk_out_of_breaks_up_once() -> None:
    match = in_session()
    left = send(match, Table(TRUCE, WATCHED), minds=minds(match, east=WALK, west=WALK))
    assert len(found(last_turn(left), GroupChanged)) == 1
    assert changes(last_turn(left), "patience", "group-walks-out") == [-2]


def test_an_answer_narrows_a_vague_estimate_and_moves_the_option_asked_about() -> None:
    scenario = small_scenario(length={"known_lists": 0})
    match = opened(scenario)
    vague = match.world.beliefs[EAST, BORDER]
    after = send(match, Float(EAST, BORDER, FREEZE), minds=saying(scenario, east=NO))
    revised = found(last_turn(after), BeliefRevised)[0].now
    assert (vague.band, revised.band) == (22, 17)
    assert [now - was for was, now in zip(vague.values, revised.values, strict=True)] == [0, -6, 0]


def test_parties_at_a_table_answer_without_hearing_one_another() -> None:
    """The order in which answers come in changes nothing, not even what a later one sees."""
    asked = submit(in_session(), US, PlanDecision((Table(TRUCE, WATCHED),)))
    answered = submit(asked, EAST, AnswerDecision(NO))
    assert answered.party(WEST) == asked.party(WEST)
    first = submit(answered, WEST, AnswerDecision(YES))
    other = submit(submit(asked, WEST, AnswerDecision(YES)), EAST, AnswerDecision(NO))
    assert first == other


def test_the_ally_has_no_say_on_the_border() -> None:
    match = moment(in_session(), groups=sitting(BORDERS))
    after = send(match, Table(BORDER, FREEZE))
    assert [event.question.party for event in found(last_turn(after), PartyAnswered)] == [EAST, WEST]
    assert ALLY not in after.world.clauses[BORDER].agreed


# What was agreed can come apart: a broken promise, a leak, an offensive.


def agreed_border(match: Match, detail: int) -> Match:
    """The border agreed by both, and East paid on it by a linked step."""
    return moment(
        match,
        turn=3,
        clauses={BORDER: state("freeze", EAST, WEST, detail=detail, blessed=True)},
        tracks={SPACE: TrackState(Step.LINKED, BORDER, 2, 0)},
    )


def test_suspending_the_step_that_pays_for_a_principle_reopens_it() -> None:
    match = send(agreed_border(opened(), 150), Suspend(SPACE))
    reopened = found(last_turn(match), ClauseMoved)[0]
    assert reopened.turn is ClauseTurn.REOPENED
    assert (reopened.now.option, reopened.now.agreed, reopened.now.blessed) == (FREEZE, (), False)
    assert reopened.now.detail == 50, "a point of detail is lost"
    assert changes(last_turn(match), "aspiration.west", "promise-broken") == [25]


def test_an_offensive_reopens_the_line_between_the_two_who_fight_and_nothing_else() -> None:
    """Ten basis points a fortnight, where five shake."""
    shaken = opened(small_scenario(rates={"front_drift": 10, "front_shock": 5}))
    clauses = {PACT: state("shield", *PARTIES, detail=150, blessed=True)}
    after = send(moment(agreed_border(shaken, 150), clauses=clauses))
    assert after.world.clauses[BORDER].agreed == ()
    assert after.world.clauses[PACT].agreed == PARTIES


def test_what_is_detailed_holds_through_an_offensive() -> None:
    shaken = opened(small_scenario(rates={"front_drift": 10, "front_shock": 5}))
    assert send(agreed_border(shaken, 200)).world.clauses[BORDER].agreed == (EAST, WEST)


def test_a_leak_of_the_table_can_undo_what_was_agreed_at_it() -> None:
    scenario = small_scenario(rates={"leak_reopens": 100}, length={"leak": 100})
    match = moment(opened(scenario), turn=3, groups=sitting(LULL, EAST, WEST), quantities={"discipline": 0})
    events = last_turn(send(match, Table(TRUCE, WATCHED)))
    assert [event.turn for event in found(events, ClauseMoved)] == [
        ClauseTurn.TABLED,
        ClauseTurn.AGREED,
        ClauseTurn.WORKED,
        ClauseTurn.REOPENED,
    ]
