"""How readily a series is called abnormal: one set of numbers for every series, and a quieter one."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The numbers of the detector; lengths count rows, which are 5-minute means in this console.

    Attributes:
        length: rows of one shape.
        memory: how many earlier shapes the newest is compared with.
        smoothing: rows over which the distance to the nearest shape is averaged.
        block: rows of one block; the tallest distance of each block is kept.
        blocks: how many blocks are kept.
        share: which part of the blocks counts as the strangest; the least of these is the yardstick.
        learning_blocks: blocks before the first judgement.
        line: how many times the yardstick makes a shape abnormal, for a series that has not alerted lately.
        season_smoothing: rows over which the distance to the usual value of the hour is averaged.
        season_blocks: blocks of known hours before the season is judged.
        season_line: how many times its own yardstick makes that distance abnormal.
        still_least: rows without any movement before a series can be called still …
        still_times: … and how many times its longest rest so far these must be.
        rise: how much each alert lifts all lines, as a part of them.
        fade: rows in which that lift falls to a third.
        silence_share: rows without a second alert after one, as a part of the rows seen so far …
        silence_least: … but at least so many …
        silence_most: … and at most so many.
    """

    length: int = 4
    memory: int = 4_000
    smoothing: int = 9
    block: int = 36
    blocks: int = 1_024
    share: float = 0.05
    learning_blocks: int = 6
    line: float = 0.52
    season_smoothing: int = 12
    season_blocks: int = 48
    season_line: float = 2.0
    still_least: int = 72
    still_times: float = 3.0
    rise: float = 0.1
    fade: float = 8_000.0
    silence_share: float = 0.03
    silence_least: int = 30
    silence_most: int = 400


STANDARD = Sensitivity()
QUIET = replace(STANDARD, line=0.80, season_line=3.0, still_times=5.0)
