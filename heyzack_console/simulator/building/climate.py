"""The air of one room: temperature, humidity and CO2 as people, sun, heating and cooling make them."""

from dataclasses import dataclass, field
from math import exp
from random import Random

from heyzack_console.simulator.building.surroundings import Outside, presence
from heyzack_console.simulator.house.rooms import Room, Use

SET_POINT = 22.0
# Where a room ends up without cooling, in °C above its set point, and how fast (time constant in s).
_SERVER_HEAT, _SERVER_TAU = 18.0, 150.0
_IDLE_HEAT, _PEOPLE_HEAT, _SUN_HEAT, _ROOM_TAU = 5.5, 3.0, 2.5, 240.0
_CALM_TAU = 900.0
FRESH_CO2 = 425.0
# Ventilation is laid out so that a full room stays below 900 ppm.
_CO2_OF_FULL_ROOM = 400.0
_CO2_TAU = 480.0


@dataclass(slots=True)
class RoomClimate:
    """State of one room; begins settled for its time, so that a building that starts is a calm one."""

    room: Room
    level: int
    lean: float
    """How much warmer than others this room is run, in °C."""
    set_point: float = SET_POINT
    cooled: bool = True
    temperature: float = field(init=False, default=SET_POINT)
    humidity: float = field(init=False, default=42.0)
    co2: float = field(init=False, default=FRESH_CO2)
    people: float = field(init=False, default=0.0)
    sun: float = field(init=False, default=0.0)
    outdoor: float = field(init=False, default=10.0)

    @classmethod
    def settled(cls, room: Room, level: int, outside: Outside, rng: Random) -> "RoomClimate":
        """The room as it is when it has been left alone for long."""
        climate = cls(room, level, lean=rng.uniform(-0.7, 0.7))
        climate.pass_time(1e6, outside)
        return climate

    def pass_time(self, seconds: float, outside: Outside) -> None:
        """Let *seconds* go by, at the end of which it is so *outside*."""
        self.people = presence(self.room.use, outside.local)
        self.sun = outside.sun * (1.0 if self.room.rect.y0 > 15.0 else 0.3)
        self.outdoor = outside.temperature
        target, tau = self._temperature_goal()
        self.temperature = _approached(self.temperature, target, seconds / tau)
        crowd = 0.85 + 0.25 * ((self.room.number * 7 + self.level * 3) % 10) / 10
        self.co2 = _approached(self.co2, FRESH_CO2 + _CO2_OF_FULL_ROOM * self.people * crowd, seconds / _CO2_TAU)
        self.humidity = _approached(self.humidity, 40.0 + 6.0 * self.people - 0.8 * self.lean, seconds / _CO2_TAU)

    @property
    def lux(self) -> float:
        """Daylight and lamps at the desk."""
        return 40.0 + 420.0 * self.sun + (380.0 if self.people > 0.1 else 0.0)

    def _temperature_goal(self) -> tuple[float, float]:
        calm = self.set_point + self.lean + 0.5 * self.people + 0.6 * self.sun
        if self.cooled:
            return calm, _SERVER_TAU if self.room.use is Use.SERVER else _CALM_TAU
        if self.room.use is Use.SERVER:
            return calm + _SERVER_HEAT, _SERVER_TAU
        warmth = _IDLE_HEAT + _PEOPLE_HEAT * self.people + _SUN_HEAT * self.sun
        return calm + warmth + 0.1 * max(0.0, self.outdoor - 18.0), _ROOM_TAU


def _approached(value: float, goal: float, times: float) -> float:
    return goal + (value - goal) * exp(-times)
