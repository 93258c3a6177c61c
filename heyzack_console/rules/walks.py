"""When a value ticks a device of a walk test."""

from dataclasses import replace

from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.domain.devices.walks import Tick, WalkTest


def ticked_by(walk: WalkTest, reading: Reading) -> WalkTest:
    """Return *walk* with the tick that *reading* earns; the same walk where it earns none.

    A live value that is younger than the start ticks a device of the walk once, by whatever path it came.
    """
    if not walk.running or reading.quality is not Quality.LIVE or reading.at <= walk.started_at:
        return walk
    if reading.device not in walk.devices or reading.device in walk.ticked:
        return walk
    tick = Tick(reading.device, reading.at, reading.code, f"{reading.value} {reading.unit}".strip(), reading.path)
    return replace(walk, ticks=(*walk.ticks, tick))
