"""What the devices of one storey share: electric load, water, and the valve that feeds it."""

from dataclasses import dataclass


@dataclass(slots=True)
class Storey:
    """Sums of one storey; instruments write their part, meters read the whole."""

    level: int
    lights_w: float = 0.0
    sockets_w: float = 0.0
    machines_w: float = 0.0
    people_w: float = 0.0
    leaking_l_min: float = 0.0
    people: float = 0.0
    water_on: bool = True

    @property
    def power_w(self) -> float:
        """Everything that the storey draws, with a base load."""
        return 900.0 + self.lights_w + self.sockets_w + self.machines_w + self.people_w

    @property
    def flow_l_min(self) -> float:
        """Water that runs on the storey."""
        return (2.2 * self.people + self.leaking_l_min) if self.water_on else 0.0
