"""Plays one scenario at a time, step by step."""

from collections.abc import Sequence
from random import Random

from heyzack_console.domain.errors import NotFound
from heyzack_console.simulator.scenarios.scripts import NORMAL, SCENARIOS
from heyzack_console.simulator.scenarios.stage import Stage, Step


class Player:
    """Knows the running scenario and which of its steps are still to come."""

    def __init__(self, seed: int) -> None:
        self.playing = NORMAL
        self._seed = seed
        self._elapsed = 0.0
        self._steps: list[Step] = []

    def begin(self, name: str, stage: Stage, delay_s: float = 0.0) -> None:
        """Start *name* after *delay_s*; the stage must be in its normal state.

        Raises:
            NotFound: there is no such scenario; the running one goes on.
        """
        known(name)
        steps: Sequence[Step] = SCENARIOS[name](stage, Random(f"{self._seed}/{name}"))
        self._steps = sorted(steps, key=lambda step: step.after_s)
        self._elapsed = -delay_s
        self.playing = name

    def advance(self, seconds: float, stage: Stage) -> int:
        """Let *seconds* pass, do what falls into them and return how many steps that were."""
        self._elapsed += seconds
        done = 0
        while self._steps and self._steps[0].after_s <= self._elapsed:
            self._steps.pop(0).happen(stage)
            done += 1
        return done


def known(name: str) -> None:
    """Check that there is such a scenario.

    Raises:
        NotFound: there is none of that name.
    """
    if name not in SCENARIOS:
        raise NotFound(f"There is no scenario “{name}”. Choose one of {', '.join(SCENARIOS)}.")
