"""What services ask of a simulated building."""

from typing import Protocol


class DemoBuilding(Protocol):
    """The scenarios that a simulated building can play."""

    @property
    def scenarios(self) -> tuple[str, ...]:
        """Their names."""

    async def play(self, scenario: str) -> None:
        """Begin a scenario; 'normal' ends the running one.

        Raises:
            NotFound: there is no such scenario.
        """
