"""The whole process of the source, and the frame into which other ideas put one step of their own."""

from dataclasses import dataclass

from game.minds.managing import harvest, manage, put_the_question, unless_out_of_reach
from game.minds.policies.programme import Programme, Step, early
from game.minds.policies.steps import keep_house, link_hardest, listen, press_moscow, staff_up, tend, unite_groups
from game.minds.process import conclude_if_ready, convene_groups, work_jams
from game.minds.tabling import table_what_would_pass


def whole_process(
    conclude: Step = conclude_if_ready,
    jams: Step = work_jams,
    link: Step = link_hardest,
    press: Step = press_moscow,
    table: Step = table_what_would_pass,
) -> tuple[Step, ...]:
    """The turn of a mediator who does everything that the source asks for, in order of urgency."""
    return (
        conclude,
        keep_house,
        jams,
        harvest,
        put_the_question,
        manage,
        unless_out_of_reach(convene_groups),
        early(link),
        early(press),
        table,
        unite_groups,
        unless_out_of_reach(link),
        staff_up,
        unless_out_of_reach(press),
        listen,
        tend,
    )


@dataclass(frozen=True, slots=True)
class Statecraft(Programme):
    """Linked normalisation, groups, the leaders' channel for jams, measured pressure, confidentiality, Europe in the
    room, and a conference when the text would be signed (C7 to C20)."""

    steps: tuple[Step, ...] = whole_process()


@dataclass(frozen=True, slots=True)
class LateStart(Statecraft):
    """The same after sixteen idle weeks, with as many turns to work in: whether the best deal is to be had now and
    not later (C1). The idling is the game's to deal, see :data:`game.minds.policies.LATE`; nothing else differs."""
