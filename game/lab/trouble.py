"""What can be wrong with a study from outside."""


class LabProblem(Exception):  # noqa: N818 - it is told to the caller in a sentence
    """A study that cannot be done, or files that do not go together; ``str()`` says why in a sentence or two."""
