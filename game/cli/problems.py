"""What is wrong with a command, and the word that was probably meant."""

from collections.abc import Iterable


class UsageProblem(Exception):  # noqa: N818 - it is told to the caller in a sentence
    """A command that cannot be carried out as it was given; ``str()`` says why in a sentence or two."""


def meant(word: str, known: Iterable[str]) -> str:
    """'Did you mean ...?' or what there is."""
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(word.lower(), names, n=1)
    if close:
        return f"Did you mean '{close[0]}'?"
    return f"Known: {', '.join(names)}." if names else "There is none."


def one_of(kind: str, word: str, known: Iterable[str]) -> str:
    """The word, if it is known."""
    names = list(known)
    if word not in names:
        raise UsageProblem(f"There is no {kind} called '{word}'. {meant(word, names)}")
    return word


def some_of(kind: str, words: str, known: Iterable[str], everything: Iterable[str]) -> tuple[str, ...]:
    """The words of a list with commas, each of them known; ``all`` stands for everything."""
    if words == "all":
        return tuple(everything)
    names = list(known)
    found = tuple(dict.fromkeys(one_of(kind, word.strip(), names) for word in words.split(",") if word.strip()))
    if not found:
        raise UsageProblem(f"No {kind} is named. {meant('', names)}")
    return found
