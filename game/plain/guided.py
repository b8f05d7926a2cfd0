"""The guided first turn in words: the step that is due is told before the next question."""

from dataclasses import dataclass
from typing import Final

from game.plain.prompt import Prompt
from game.plain.sitting import Sitting
from game.telling.guide import Guide, Moment, moment, say_typed

SKIP: Final = "skip"
SKIP_ALL: Final = "skip guide"


@dataclass(slots=True)
class Tour:
    """``sitting`` is None until the game has begun; ``told`` is the step that was told last."""

    prompt: Prompt
    guide: Guide | None
    sitting: Sitting | None = None
    told: int = -1

    def heed(self, typed: str) -> bool:
        """Whether the words that were typed are for the guide."""
        if self.guide is None or typed not in (SKIP, SKIP_ALL):
            return False
        self.guide = self.guide.skipped() if typed == SKIP else None
        return True

    def look(self) -> None:
        """Go on as far as has been done, and tell a step that has not been told."""
        if self.guide is None:
            return
        for what in self.prompt.opened:
            self.guide = self.guide.noted(what)
        self.prompt.opened.clear()
        self.guide = self.guide.at(self._now())
        if self.guide.step is None:
            self.guide = None
        elif self.guide.place != self.told:
            self.told = self.guide.place
            self._tell(self.guide)

    def _now(self) -> Moment:
        if self.sitting is None:
            return Moment(self.prompt.place, 0, (), ())
        return moment(self.sitting.session.match, self.sitting.plan, self.prompt.place)

    def _tell(self, guide: Guide) -> None:
        if guide.step is None:
            return
        console = self.prompt.console
        console.say()
        console.say(f"Guide, {guide.counted}: {guide.step.say} {say_typed(guide.step, self.answer)}", 0, 2)
        if guide.place == 0:
            console.say("skip passes over a step, skip guide ends the guide.", 2, 2)

    @property
    def answer(self) -> int:
        """The number of the newest answer among the cables on the desk; 0 if there is none."""
        wire = () if self.sitting is None else self.sitting.wire
        return max((number for number, cable in enumerate(wire, 1) if cable.kind == "answer"), default=0)
