"""What the exit codes mean."""

from typing import Final

FINE: Final = 0
FOUND: Final = 1
USAGE: Final = 2
INPUT_ENDED: Final = 3
CRASH: Final = 70
INTERRUPTED: Final = 130
READER_GONE: Final = 141

MEANINGS: Final = """\
exit codes:
  0    all is well, or the game was left as the player wished
  1    check found errors, replay --verify a difference, lab a claim that fails, or minds one that is broken
  2    the command or its surroundings are wrong; a sentence says how
  3    the input ended before the game did; the game is saved
  70   a fault of the program; a log says more
  130  interrupted from the keyboard
  141  the reader of the output went away"""
