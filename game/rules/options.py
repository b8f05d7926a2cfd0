"""What the mediator may do now, and why not where it may not. Legality reads the mediator's own view alone."""

from game.model.actions import (
    FORMS,
    Act,
    Action,
    CallConference,
    CallLeader,
    Carry,
    Convene,
    Deliver,
    Float,
    Link,
    Promise,
    Recess,
    SoundOut,
    Suspend,
    Table,
    TablePackage,
    TakeBack,
    TaskGroup,
    Unite,
)
from game.model.cards import Cost
from game.model.clauses import Term, principle_agreed
from game.model.groups import Format, Step
from game.model.ids import ClauseId, GroupId, PartyId
from game.model.scenario import Scenario, Stage
from game.model.verbs import Verb
from game.model.views import MediatorView
from game.rules.conditions import rulebook
from game.rules.readiness import needed_detail
from game.rules.trust import room_gap

MOST_TASKS = 2
MOST_TERMS = 3


def verb_of(scenario: Scenario, action: Action) -> Verb:
    return scenario.verbs[action.verb]


def cost_of(scenario: Scenario, actions: tuple[Action, ...]) -> Cost:
    president = envoys = staff = 0
    for action in actions:
        cost = scenario.verbs[action.verb].cost
        president += cost.president
        envoys += cost.envoys
        staff += cost.staff
    return Cost(president, envoys, staff)


def refusal(view: MediatorView, action: Action) -> str | None:
    """Why the action is not to be had now, or None if it is. Says nothing of the calendar."""
    verb = view.scenario.verbs.get(action.verb)
    if verb is None:
        return f"There is no act called '{action.verb}'."
    shut = unavailable(view, verb)
    return particular_refusal(view, action) if shut is None else shut


def unavailable(view: MediatorView, verb: Verb) -> str | None:
    """Why nothing can be done with the verb now, or None if something can."""
    when = rulebook(view.scenario).verb_when.get(verb.id)
    return None if when is None or when(view.facts) else verb.unavailable


def particular_refusal(view: MediatorView, action: Action) -> str | None:  # noqa: C901 - one case for each action
    """Why just this action is not to be had with its verb, or None if it is."""
    match action:
        case Act(verb, party):
            return _bad_act(view.scenario.verbs[verb], party)
        case SoundOut(party, clause):
            return _unknown(view, party=party, clause=clause)
        case Float(party, clause, option):
            return _unknown(view, party=party, clause=clause) or _bad_terms(view, (Term(clause, option),))
        case CallLeader(party, clause, option):
            return _cannot_call(view, party, Term(clause, option))
        case Carry(party, terms):
            return _unknown(view, party=party) or _bad_package(view, terms)
        case TablePackage(terms):
            return _bad_package(view, terms) or next(filter(None, (_no_group(view, t.clause) for t in terms)), None)
        case Table(clause, option):
            return _cannot_table(view, Term(clause, option))
        case TakeBack(clause):
            return _unknown(view, clause=clause) or (
                "There is nothing in the text there." if view.text[clause].option is None else None
            )
        case Convene() | TaskGroup() | Unite() | Recess():
            return _group_refusal(view, action)
        case Promise() | Link() | Deliver() | Suspend():
            return _track_refusal(view, action)
        case CallConference():
            return _cannot_confer(view)


def _unknown(view: MediatorView, party: PartyId | None = None, clause: ClauseId | None = None) -> str | None:
    if party is not None and party not in view.scenario.parties:
        return f"There is no party called '{party}'."
    if clause is not None and clause not in view.scenario.clauses:
        return f"There is no clause called '{clause}'."
    return None


def _bad_terms(view: MediatorView, terms: tuple[Term, ...]) -> str | None:
    for term in terms:
        clause = view.scenario.clauses.get(term.clause)
        if clause is None:
            return f"There is no clause called '{term.clause}'."
        if term.option not in clause.options:
            return f"{clause.title} has no option called '{term.option}'."
        if view.signed:
            return "The framework is signed; its principles stand."
    return None


def _bad_package(view: MediatorView, terms: tuple[Term, ...]) -> str | None:
    if not 2 <= len(terms) <= MOST_TERMS or len({term.clause for term in terms}) != len(terms):
        return "A package holds two or three different clauses."
    return _bad_terms(view, terms)


def _cannot_call(view: MediatorView, party: PartyId, term: Term) -> str | None:
    problem = _unknown(view, party=party) or _bad_terms(view, (term,))
    if problem:
        return problem
    clause = view.scenario.clauses[term.clause]
    if not clause.political:
        return "Leaders settle principles of political clauses; this one is for officials."
    if party not in clause.stakeholders:
        return "That leader has no stake in this clause."
    if view.text[term.clause].option not in (None, term.option):
        return "Another wording stands there: table this one first, or take that one back."
    return None


def _no_group(view: MediatorView, clause: ClauseId) -> str | None:
    group = view.scenario.clauses[clause].group
    if not view.groups[group].convened:
        return f"No group sits on this: convene {view.scenario.groups[group].title.lower()} first."
    return None


def _cannot_table(view: MediatorView, term: Term) -> str | None:
    problem = _bad_terms(view, (term,)) or _no_group(view, term.clause)
    if problem:
        return problem
    state = view.text[term.clause]
    if state.option == term.option and principle_agreed(view.scenario.clauses[term.clause], state) and not state.over:
        return "That is agreed already."
    return None


def _group_refusal(view: MediatorView, action: Convene | TaskGroup | Unite | Recess) -> str | None:
    group = view.scenario.groups.get(action.group)
    if group is None:
        return f"There is no group called '{action.group}'."
    state = view.groups[action.group]
    if isinstance(action, Convene):
        return _cannot_convene(view, action)
    if not state.convened:
        return "That group does not sit."
    if isinstance(action, TaskGroup):
        mine = [clause.id for clause in view.scenario.clauses.values() if clause.group == group.id]
        if not 1 <= len(action.tasks) <= MOST_TASKS or any(task not in mine for task in action.tasks):
            return "A group takes one or two of its own clauses."
    if isinstance(action, Unite):
        return _cannot_unite(view, action.group)
    return None


def _cannot_convene(view: MediatorView, action: Convene) -> str | None:
    group, state = view.scenario.groups[action.group], view.groups[action.group]
    if any(member not in view.scenario.parties for member in action.members):
        return "Only parties can be members."
    if not action.members:
        return "A group needs at least one party in it."
    if action.members != in_order(view.scenario, action.members):
        return "Name each member once, in the order of the parties."
    if group.track is not None and action.members != group.stakeholders:
        return "A bilateral group seats its own party alone."
    if state.convened and state.members == action.members and state.format is action.format:
        return "It sits in this way already."
    if state.resumes > view.turn:
        return f"It walked out; it can be convened again from turn {state.resumes}."
    if action.format is Format.UNIFIED and group.track is None:
        return _trust_missing(view, action.group, action.members)
    return None


def in_order(scenario: Scenario, members: tuple[PartyId, ...]) -> tuple[PartyId, ...]:
    """The members once each, in the scenario's order."""
    return tuple(party for party in scenario.parties if party in members)


def _cannot_unite(view: MediatorView, group: GroupId) -> str | None:
    state = view.groups[group]
    if view.scenario.groups[group].track is not None:
        return "A bilateral group has no halves to unite."
    if state.format is Format.UNIFIED:
        return "It sits in one room already."
    return _trust_missing(view, group, state.members)


def _trust_missing(view: MediatorView, group: GroupId, members: tuple[PartyId, ...]) -> str | None:
    """One room needs some trust: well short of the threshold nobody would come; short of it they may walk out."""
    gap = trust_gap(view, members)
    if gap > 15:
        return f"They would not sit in one room: trust is {gap} points short of what it takes."
    return None


def trust_gap(view: MediatorView, members: tuple[PartyId, ...]) -> int:
    """How many points the members are below what a unified group needs; 0 if they are not."""
    return room_gap(view.scenario, view.length, view.known, members)


def _cannot_confer(view: MediatorView) -> str | None:
    """Any text without a blank can be put to the parties; whether they sign one of headlines is another matter."""
    return " ".join(_shut_conference(view) or _blanks(view)) or None


def _shut_conference(view: MediatorView) -> tuple[str, ...]:
    if view.stage >= Stage.FINAL:
        return ("The final settlement is signed.",)
    if view.turn < view.barred_until:
        return (f"After the last conference failed, the next can be called from turn {view.barred_until}.",)
    return ()


def _blanks(view: MediatorView) -> tuple[str, ...]:
    clauses = view.scenario.clauses.values()
    return tuple(f"{clause.title}: no wording yet." for clause in clauses if view.text[clause.id].option is None)


def unmet(view: MediatorView) -> tuple[str, ...]:
    """What still stands between the text and a conference that is ready, in sentences; empty when nothing does."""
    shut = _shut_conference(view)
    if shut:
        return shut
    missing = []
    for clause in view.scenario.clauses.values():
        state, need = view.text[clause.id], needed_detail(clause, view.stage)
        if state.option is None:
            missing.append(f"{clause.title}: no wording yet.")
        elif state.detail < need:
            missing.append(f"{clause.title}: detail {state.detail // 100} of {need // 100}.")
    return tuple(missing)


def _track_refusal(view: MediatorView, action: Promise | Link | Deliver | Suspend) -> str | None:
    if action.track not in view.scenario.tracks:
        return f"There is no track called '{action.track}'."
    step = view.tracks[action.track].step
    if isinstance(action, Suspend):
        return None if step in (Step.PROMISED, Step.LINKED, Step.DELIVERED) else "There is nothing to suspend."
    if step is Step.DELIVERED:
        return "That step has been given."
    if isinstance(action, Promise):
        return "It is promised, or more, already." if step in (Step.PROMISED, Step.LINKED) else None
    if isinstance(action, Link):
        return _cannot_link(view, action)
    return None


def _cannot_link(view: MediatorView, action: Link) -> str | None:
    clause = view.scenario.clauses.get(action.clause)
    if clause is None:
        return f"There is no clause called '{action.clause}'."
    track, state = view.scenario.tracks[action.track], view.tracks[action.track]
    if view.signed:
        return "The framework is signed; what was linked has been paid."
    if track.party not in clause.stakeholders:
        return "That party has no stake in this clause."
    if state.step is Step.LINKED and state.clause == action.clause:
        return "It is linked to this clause already."
    if any(other.clause == action.clause for key, other in view.tracks.items() if key != action.track):
        return "Another track is linked to this clause."
    return None


def _bad_act(verb: Verb, party: PartyId | None) -> str | None:
    if verb.id in FORMS:
        return f"Say what '{verb.label}' is done to."
    if verb.parties and party not in verb.parties:
        return "Say whom it is done to: " + ", ".join(verb.parties) + "."
    if not verb.parties and party is not None:
        return "It is not done to one party."
    return None


def plan_refusals(view: MediatorView, actions: tuple[Action, ...]) -> tuple[str, ...]:
    """Why a plan cannot be sent, one sentence a reason; empty when it can."""
    reasons = [reason for action in actions if (reason := refusal(view, action))]
    if len(set(actions)) != len(actions):
        reasons.append("The same act stands twice in the plan.")
    known = tuple(action for action in actions if action.verb in view.scenario.verbs)
    if not cost_of(view.scenario, known).within(view.calendar):
        reasons.append("The plan asks for more than this turn's calendar holds.")
    return tuple(reasons)
