"""Why a party answers as it does, in its own terms, and what would truly help."""

from dataclasses import replace

from game.model.clauses import Term
from game.model.events import Ground, Help, HelpKind, Reason
from game.model.ids import Quantity
from game.rules.negotiate import Scales, SigningCase, Weighing
from game.rules.readiness import missing_detail
from game.rules.slopes import slope_value
from game.rules.trust import in_washington

_TOLD = 2
_OF_THE_CLAUSES = (Ground.VALUE, Ground.TRUST)
"""Grounds that lie in what the clauses asked are worth, not in what any text has to beat."""

_MORE_TRUST = 10
_EASED = 50
"""Hundredths of value by which resentment or hopes are eased, to see whether that would tell."""


def reasons_for(scales: Scales, terms: tuple[Term, ...], weighing: Weighing) -> tuple[Reason, ...]:
    """What spoke most for granting it."""
    found = [Reason(Ground.VALUE, max(1, scales.gain(term)), term.clause, term.option) for term in terms]
    if weighing.paid:
        found.append(Reason(Ground.PAYMENT, weighing.paid, terms[0].clause))
    found.append(Reason(Ground.HOPE, max(1, 800 - scales.hope)))
    return _heaviest(found)


def reasons_against(scales: Scales, terms: tuple[Term, ...], weighing: Weighing) -> tuple[Reason, ...]:
    """What spoke most against it. A red line comes first whatever else weighs."""
    found, leverage = grounds_against(scales, terms), _leverage(scales, weighing)
    if weighing.crossed is not None:
        line = Reason(Ground.RED_LINE, -10_000, weighing.crossed.clause, weighing.crossed.option)
        return (line, *_heaviest(found, leverage)[: _TOLD - 1])
    return _heaviest(found, leverage) or (Reason(Ground.HOPE, -max(1, scales.shortfall())),)


def grounds_against(scales: Scales, terms: tuple[Term, ...]) -> list[Reason]:
    """Everything that weighs against the terms and could be said."""
    found = [Reason(Ground.VALUE, gain, term.clause, term.option) for term in terms if (gain := scales.gain(term)) < 0]
    return found + _standing_reasons(scales, terms)


def _standing_reasons(scales: Scales, terms: tuple[Term, ...]) -> list[Reason]:
    """What weighs against any text just now: hopes, no deal, distrust, resentment."""
    view, party = scales.view, scales.view.party.id
    outlook = next(
        (
            slope_value(slope, view.known[slope.quantity])
            for slope in view.slopes
            if slope.quantity == f"outlook.{party}"
        ),
        0,
    )
    found = [Reason(Ground.HOPE, -(scales.hope - view.rates.hope_floor))]
    found.append(Reason(Ground.UNMET, -scales.held))
    found.append(Reason(Ground.NO_DEAL, -max(0, scales.no_deal - 5800 + outlook)))
    found.append(Reason(Ground.TRUST, -sum(scales.discount(term.clause, term.option) for term in terms)))
    found.append(Reason(Ground.OVER_HEAD, -view.known[Quantity(f"resentment.{party}")]))
    return [reason for reason in found if reason.weight < 0]


def _leverage(scales: Scales, weighing: Weighing) -> int:
    """How many times as much, in percent, what is lost on the clauses asked tells in the answer as the same amount of
    what weighs against any text: a move is weighed in proportion to its share, or out of what there is to spare."""
    spare = scales.surplus - weighing.paid - scales.hope
    return 1_000_000 // max(1, weighing.share) if spare <= 0 else 10_000 // max(1, scales.view.rates.spare_share)


def _heaviest(reasons: list[Reason], leverage: int = 100) -> tuple[Reason, ...]:
    """Those that tell most in the answer."""

    def tells(reason: Reason) -> int:
        return abs(reason.weight) * (leverage if reason.ground in _OF_THE_CLAUSES else 100)

    return tuple(sorted(reasons, key=lambda reason: -tells(reason))[:_TOLD])


def best_help(scales: Scales, terms: tuple[Term, ...], weighing: Weighing) -> Help:
    """The one thing that would raise the chance most, of those that somebody could do."""
    if weighing.crossed is not None and not _crosses_once(scales, terms):
        return Help(HelpKind.NONE)
    view, missing = scales.view, max(1, -weighing.margin * weighing.share // 10_000)
    offers: list[tuple[int, Help]] = []
    if weighing.crossed is None:
        for track, worth in view.payable.items():
            clause = terms[0].clause
            if view.party.id in view.clauses[clause].stakeholders and clause not in view.links:
                offers.append((worth, Help(HelpKind.LINK, Term(clause, terms[0].option), track)))
        discount = sum(scales.discount(term.clause, term.option) for term in terms)
        offers.append((discount // 2, Help(HelpKind.TRUST)))
        offers.append((view.known[Quantity(f"resentment.{view.party.id}")] // 2, Help(HelpKind.REASSURANCE)))
    hardest = weighing.crossed or min(terms, key=scales.gain)
    other = _better_option(scales, hardest, missing)
    if other is not None:
        offers.append((scales.gain(other) - scales.gain(hardest), Help(HelpKind.OPTION, other)))
    if weighing.crossed is None and scales.hope > view.rates.hope_floor:
        offers.append((min(60, missing), Help(HelpKind.TIME)))
    offers.sort(key=lambda offer: -offer[0])
    plain = scales.weigh(terms).margin
    return next((help_ for _, help_ in offers if _raises(scales, terms, help_, plain)), Help(HelpKind.NONE))


def _raises(scales: Scales, terms: tuple[Term, ...], help_: Help, plain: int) -> bool:
    """Whether a small measure of the help, given first, would leave more than ``plain`` of the same terms."""
    view, party = scales.view, scales.view.party.id
    match help_:
        case Help(HelpKind.LINK, Term(clause), str() as track):
            given = replace(view, links={**view.links, clause: view.payable[track]})
        case Help(HelpKind.TRUST):
            trust = in_washington(party)
            given = replace(view, known={**view.known, trust: view.known[trust] + _MORE_TRUST})
        case Help(HelpKind.REASSURANCE):
            given = replace(view, side=view.side + _EASED)
        case Help(HelpKind.TIME):
            hope = Quantity(f"aspiration.{party}")
            given = replace(view, known={**view.known, hope: view.known[hope] - _EASED})
        case _:
            return True
    return Scales(given).weigh(terms).margin > plain


def _crosses_once(scales: Scales, terms: tuple[Term, ...]) -> bool:
    """Over two red lines, no single concession helps."""
    return sum(scales.red_line(term) is not None for term in terms) == 1


def _better_option(scales: Scales, term: Term, missing: int) -> Term | None:
    """The least demanding option on the same clause that makes up what is missing and that others could sign."""
    view, best, cost = scales.view, None, 0
    base = scales.gain(term)
    for option in view.clauses[term.clause].options:
        other = Term(term.clause, option)
        gain = scales.gain(other) - base
        shut = option in view.closed.get(term.clause, ()) or scales.red_line(other) is not None
        if not shut and gain >= missing and (best is None or gain < cost):
            best, cost = other, gain
    return best


def signing_reasons(scales: Scales, terms: tuple[Term, ...], case: SigningCase) -> tuple[tuple[Reason, ...], Help]:
    """Why the whole text is signed or not, and what would help."""
    view = scales.view
    if case.crossed is not None:
        line = Reason(Ground.RED_LINE, -10_000, case.crossed.clause, case.crossed.option)
        better = _better_option(scales, case.crossed, 1) if _crosses_once(scales, terms) else None
        return (line,), Help(HelpKind.OPTION, better) if better is not None else Help(HelpKind.NONE)
    if case.unsold:
        return (Reason(Ground.HOME, -case.unsold),), Help(HelpKind.ROOM)
    by_clause = sorted(terms, key=lambda term: scales.value(term.clause, term.option) - _middling(scales, term))
    worst = by_clause[0]
    if case.surplus >= case.limit:
        best = by_clause[-1]
        return (Reason(Ground.VALUE, case.surplus, best.clause, best.option),), Help(HelpKind.NONE)
    missing = case.limit - case.surplus
    if case.headline >= missing:
        short = missing_detail(view.clauses, view.text, view.stage)
        rawest = max(short, key=lambda clause: (short[clause], view.profile.weights[clause]))
        named = next(term for term in terms if term.clause == rawest)
        reason = Reason(Ground.DETAIL, -case.headline, rawest, named.option)
        return (reason, Reason(Ground.NO_DEAL, -max(1, scales.no_deal - 5800))), Help(HelpKind.WORK, named)
    reasons = (
        Reason(Ground.VALUE, -missing, worst.clause, worst.option),
        Reason(Ground.NO_DEAL, -max(1, scales.no_deal - 5800)),
    )
    better = _better_option(scales, worst, missing)
    if better is not None:
        return reasons, Help(HelpKind.OPTION, better)
    if view.payable:
        track = max(view.payable, key=lambda each: view.payable[each])
        return reasons, Help(HelpKind.LINK, worst, track)
    if view.known[in_washington(view.party.id)] < 50:
        return reasons, Help(HelpKind.TRUST)
    return reasons, Help(HelpKind.TIME if scales.hope // 2 > view.rates.sign_floor else HelpKind.NONE)


def _middling(scales: Scales, term: Term) -> int:
    """What an option worth half of the scale would bring on that clause: the mark by which a whole text is told."""
    return scales.view.profile.weights[term.clause] // 2
