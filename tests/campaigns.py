"""How large a test that has no natural size is: small in every run, larger in a campaign (``make campaigns``).

``BACKCHANNEL_CAMPAIGN`` is ``ci`` or ``full``; without it a test has its every-run size. Tests that grow carry the
mark ``campaign``, by which a campaign finds them. Seeds are fixed at every size.
"""

import os
from typing import Final, Literal

Size = Literal["every-run", "ci", "full"]


def _asked() -> Size:
    """Anything but the two sizes, empty or ``0`` included, is a slip that must not pass for a campaign."""
    match os.environ.get("BACKCHANNEL_CAMPAIGN", ""):
        case "":
            return "every-run"
        case "ci":
            return "ci"
        case "full":
            return "full"
        case other:
            raise ValueError(f"BACKCHANNEL_CAMPAIGN is '{other}'; it must be 'ci', 'full' or empty")


CAMPAIGN: Final = _asked()


def sized(every_run: int, *, ci: int, full: int) -> int:
    """The number of games, mutations or kills for this run."""
    return {"every-run": every_run, "ci": ci, "full": full}[CAMPAIGN]
