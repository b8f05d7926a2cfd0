"""The numbers of the model that are no party's and no length's own. Their values are content."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rates:
    """Integers. Value, aspiration and resentment are in hundredths of a point; chances in percent unless the name
    says per mille; whatever runs with time is for two weeks and is scaled by the length's pace.
    """

    # how a game is dealt
    jitter_weight: int  # +- percent of a weight
    jitter_value: int  # standard deviation of an option's value, in points
    jitter_base: int  # standard deviation of a no-deal value
    jitter_hope: int  # standard deviation of a first aspiration

    # how a party weighs a text
    trust_floor: int  # percent of a promised option's value that is left at trust 0
    noise: int  # standard deviation of the noise on an answer
    leader_bonus: int  # what a leader's word is worth on a clause put by telephone
    package_bonus: int  # percent of a package's losses that a party forgives for seeing them traded
    spare_share: int  # percent of what it can spare that a party will put into one move
    bluff: int  # what a party without any candour has to spare, at most, when it names a price all the same
    by_itself: int  # the margin at which a separable clause is granted as it is expected, whatever the rest looks like
    near: int  # a shortfall within which a party names its price instead of refusing
    sign_floor: int  # the least surplus at which a party signs
    headline: int  # what a text is worth less to each signatory for a point of detail that a conference still lacks
    duress: int  # percent of the loss from a squeeze that a squeezed party writes off its limit
    sell_per_room: int  # concessions, in hundredths, that one point of home room sells
    over_resentment: int  # resentment for one percent of weight settled over a party's head
    refusal_trust: int  # trust lost by asking again for what was refused within two turns

    # aspiration
    hope_floor: int
    reciprocity: int  # basis points of what an even-tempered party is ahead of the others that it holds back
    foresight: int  # percent of what it would come down by in the coming turn that a party takes into account
    leeway: int  # basis points by which it may be ahead before that
    hope_ceiling: int
    hope_talks: int  # fall while a group that the party sits in works
    hope_principle: int  # fall for each party when a principle is agreed
    hope_leaders: int  # fall when the leaders settle a principle
    hope_strain: int  # fall for each 25 points of mean strain over 40
    hope_trust: int  # fall for each 20 points of trust over 40
    hope_stalled: int  # rise without any working talks
    hope_leak: int
    hope_outlook: int  # rise for each 10 points of outlook over 50
    hope_gift: int  # rise for a step given for nothing
    hope_linked: int  # rise for a link, for each made within the last four weeks
    hope_yield: int  # rise for whoever is simply given the wording that it named
    hope_squeeze: int  # rise of the other belligerent while a squeeze lasts
    hope_failed: int  # rise for each party after a failed conference
    room_declined: int  # home room lost by whoever declines at a conference and would have to go back on it

    # time and war
    entrench_idle: int
    entrench_working: int
    strain_war: int  # strain, in tenths, of each kind that the war feeds
    front_drift: int  # basis points at equal forces
    front_per_arms: int  # basis points for 25 points of arms off their resting level
    front_intelligence: int  # basis points when battlefield intelligence is cut
    front_noise: int
    outlook_front: int  # tenths of outlook for each basis point
    grid_strike: int
    front_shock: int  # basis points in a fortnight at which an offensive shakes what is not detailed yet
    leak_reopens: int  # percent of leaks that undo an agreed principle that is not detailed yet
    ceasefire_break: int  # per mille for two weeks
    ceasefire_detail: int  # per mille for each missing point of core detail
    ceasefire_unmonitored: int
    ceasefire_over: int
    ceasefire_imposed: int

    # groups
    guest_slows: int  # percent of the rate that is left with a guest at the table
    over_capacity: int  # percent of the rate for groups over capacity
    track_work: int  # bilateral work, 0 to 100, for one point of detail's worth of effort

    # trust and the White House
    patience_principle: int
    patience_stage: int
    patience_leak: int
    patience_failed: int
    patience_congress: int  # lost when support in Congress is under 35
    trust_leak: int
    trust_over: int  # trust lost by a party over whose head a clause is settled
    trust_over_ally: int  # lost by the others who stand with it
    trust_warming: int  # lost by the other parties for a step of normalisation
    trust_promise_kept: int
    trust_promise_broken: int
    credibility_kept: int
    credibility_idle: int
    credibility_failed: int
    between_detail: int  # trust between belligerents when a group reaches detail
    standing_step: int
    standing_call: int
    repeated: int  # percent of an act's effects left within two turns
    promise_share: int  # percent of a step's worth while it is only promised, at full credibility

    # what the mediator knows
    belief_prior_band: int
    belief_sounding_band: int
    belief_hearsay_band: int  # after an answer that gave something away
    belief_ageing: int  # tenths of a point a fortnight
    posture: int  # percent of a public position in what is believed before a sounding
