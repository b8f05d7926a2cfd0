"""Packages with minds in them, as an installer leaves them: a module and the metadata that announces its minds."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from game.play.roster import Kind, offered

REFUSING = """
    from dataclasses import replace
    from game.minds.bargainer import Bargainer
    from game.minds.policies.passive import Passive
    from game.model.actions import CallConference
    from game.model.events import Verdict
    from game.model.seats import PlanDecision

    class Refusing(Bargainer):
        '''Refuses everything.'''

        def answer(self, view, question):
            given = super().answer(view, question)
            return replace(given, verdict=Verdict.REFUSE, margin=min(-1, given.margin), instead=None)

    class Failing(Refusing):
        def answer(self, view, question):
            if view.turn == 2:
                raise ValueError("I have had enough.")
            return super().answer(view, question)

    class Sulking(Refusing):
        def move(self, view, request):
            raise RuntimeError("[b]not[/b] today")

    class Idle(Passive):
        '''Does nothing.'''

    class Hasty(Passive):
        def plan(self, view):
            return PlanDecision((CallConference(),))
"""
"""Minds for both seats that are easily told from the built-in ones, and some that fail."""

PARTY = """
    from game.minds.bargainer import Bargainer

    class Plain(Bargainer):
        '''Does what the built-in one does. And says so.'''
"""


def install(folder: Path, package: str, code: str, version: str = "1.0", **minds: Mapping[str, str]) -> Path:
    """Lay a package of this name into the folder; ``party`` and ``mediator`` map names to what the module holds."""
    module = package.replace("-", "_")
    (folder / f"{module}.py").write_text(dedent(code), encoding="utf-8")
    info = folder / f"{module}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n", encoding="utf-8")
    lines = [
        line
        for kind, offers in minds.items()
        for line in (f"[{Kind(kind).group}]", *(f"{name} = {module}:{what}" for name, what in offers.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    offered.cache_clear()
    return folder


def refusing(folder: Path, version: str = "1.0") -> Path:
    """The package ``refusing-minds``."""
    party = {"refusing": "Refusing", "failing": "Failing", "sulking": "Sulking"}
    mediator = {"idle": "Idle", "hasty": "Hasty"}
    return install(folder, "refusing-minds", REFUSING, version, party=party, mediator=mediator)
