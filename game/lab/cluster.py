"""Playing on a Dask cluster, which is an extra. Its workers need this program, and the same content."""

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor
from contextlib import contextmanager
from typing import Final

from game.lab.crew import Crew
from game.lab.trouble import LabProblem

PATIENCE: Final = "10s"
"""How long a scheduler may take to answer."""


@contextmanager
def dask_crew(address: str) -> Iterator[Crew]:
    """The workers of the cluster whose scheduler has this address, as they are now.

    A shard whose worker dies is given out again by the scheduler, and if that gives up, by the study.
    """
    try:
        from distributed import Client, KilledWorker
    except ImportError:
        raise LabProblem(
            "--dask plays on a Dask cluster by 'distributed', which is not installed. Install the extra 'cluster' "
            "(pip install 'backchannel[cluster]'), or leave --dask out and take --workers."
        ) from None
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError):
        raise LabProblem(f"No Dask scheduler answers at '{address}'; it goes like tcp://host:8786.") from None
    with client:
        hands = sum(client.nthreads().values())  # type: ignore[no-untyped-call]
        if not hands:
            raise LabProblem(f"The Dask scheduler at '{address}' has no workers.")

        @contextmanager
        def hire() -> Iterator[Executor]:
            with client.get_executor(pure=False) as executor:  # type: ignore[no-untyped-call]
                yield executor

        yield Crew(hire, hands, (BrokenExecutor, CancelledError, KilledWorker))
