"""Plays one scenario at a time, step by step."""

from collections.abc import Sequence
from random import Random

from heyzack_console.domain.errors import NotFound
from heyzack_console.simulator.scenarios.scripts import NORMAL, scenarios_of
from heyzack_console.simulator.scenarios.stage import Stage, Step


class Player:
    """Knows the running scenario and which of its steps are still to come."""

    def __init__(self, seed: int, *, cloud: bool = False) -> None:
        self.playing = NORMAL
        self._scripts = scenarios_of(cloud=cloud)
        self._cloud = cloud
        self._seed = seed
        self._elapsed = 0.0
        self._steps: list[Step] = []

    @property
    def scenarios(self) -> tuple[str, ...]:
        """The names of all that it can play."""
        return tuple(self._scripts)

    def check(self, name: str) -> None:
        """Check that there is such a scenario.

        Raises:
            NotFound: there is none of that name.
        """
        known(name, cloud=self._cloud)

    def begin(self, name: str, stage: Stage, delay_s: float = 0.0) -> None:
        """Start *name* after *delay_s*; the stage must be in its normal state.

        Raises:
            NotFound: there is no such scenario; the running one goes on.
        """
        self.check(name)
        steps: Sequence[Step] = self._scripts[name](stage, Random(f"{self._seed}/{name}"))
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


def known(name: str, *, cloud: bool = False) -> None:
    """Check that there is such a scenario, in a building with or without a cloud side.

    Raises:
        NotFound: there is none of that name.
    """
    names = scenarios_of(cloud=cloud)
    if name not in names:
        raise NotFound(f"There is no scenario “{name}”. Choose one of {', '.join(names)}.")
