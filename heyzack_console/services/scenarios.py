"""Scenarios of the demo building."""

from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.ports.demo import DemoBuilding
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import PlayScenario


class ScenarioDesk:
    """Passes scenarios on to the simulated building, where there is one."""

    def __init__(self, demo: DemoBuilding | None) -> None:
        self._demo = demo

    @property
    def names(self) -> tuple[str, ...]:
        """What can be played; nothing on a real site."""
        return self._demo.scenarios if self._demo is not None else ()

    async def play(self, command: PlayScenario, _by: By) -> Receipt:
        """Begin a scenario.

        Raises:
            NotFound: this is a real site, or there is no such scenario.
        """
        if self._demo is None:
            raise NotFound("This is a real building. Scenarios are played in the demo building only.")
        await self._demo.play(command.name)
        return Receipt(text=f"Scenario {command.name} is playing.")
