"""The scenarios of the demo building, by name."""

from collections.abc import Mapping, Sequence
from functools import partial
from random import Random

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.simulator.cloud.temper import CloudTemper
from heyzack_console.simulator.scenarios.stage import Script, Stage, Step

NORMAL = "normal"
LEAK_L_MIN = 18.0


def _normal(stage: Stage, rng: Random) -> Sequence[Step]:
    return ()


def _gateway_loss(stage: Stage, rng: Random) -> Sequence[Step]:
    """The gateway of the second floor goes silent, and with it all that stands behind it."""
    gateways = stage.of_category(Category.GATEWAY, 2) or stage.of_category(Category.GATEWAY)
    return [Step(0.0, partial(_unplug, device=gateway.id)) for gateway in gateways[:1]]


def _water_leak(stage: Stage, rng: Random) -> Sequence[Step]:
    """A pipe bursts on the second floor; the water spreads there and then drips down, unless the valve is closed.

    In a building with few devices it is the first storey with a sensor.
    """
    source = next((level for level in (2, *range(stage.levels)) if stage.of_category(Category.LEAK, level)), 2)
    upper, lower = stage.of_category(Category.LEAK, source), stage.of_category(Category.LEAK, source - 1)
    sensors = [*upper[:2], *lower[:2]]
    times = (0.0, 12.0, 25.0, 40.0)
    steps = [Step(0.0, lambda on: on.set_leak(source, LEAK_L_MIN))]
    for index, (after, sensor) in enumerate(zip(times, sensors, strict=False)):
        steps.append(Step(after, partial(_wet, sensor=sensor, source=source, first=index == 0)))
    return steps


def _chiller_failure(stage: Stage, rng: Random) -> Sequence[Step]:
    """The chiller trips: server rooms and the upper half of the house warm up, and the fan coils show it."""
    upper = stage.levels // 2
    coils = [coil for level in range(upper, stage.levels) for coil in stage.of_category(Category.FAN_COIL, level)]
    rng.shuffle(coils)
    warned = [
        Step(30.0 + 8.0 * index, partial(_show, device=coil.id, code="fault", value=4))
        for index, coil in enumerate(coils[:2])
    ]
    return [Step(0.0, lambda on: on.set_cooling(on=False, from_level=upper)), *warned]


def _smoke(stage: Stage, rng: Random) -> Sequence[Step]:
    """A detector on the ground floor alarms, then carbon monoxide is found nearby."""
    detectors = stage.of_category(Category.SMOKE, 0) or stage.of_category(Category.SMOKE)
    monoxide = stage.of_category(Category.CARBON_MONOXIDE)
    steps = []
    for detector in detectors[:1]:
        for after, density in ((0.0, 3.2), (4.0, 8.9)):
            steps.append(Step(after, partial(_smoulder, device=detector, density=density)))
    for detector in monoxide[:1]:
        steps.append(Step(20.0, partial(_gas, device=detector, ppm=64)))
        steps.append(Step(35.0, partial(_gas, device=detector, ppm=140)))
    return steps


def _lan_outage(stage: Stage, rng: Random) -> Sequence[Step]:
    """The network switches of half of the storeys fail; what hangs on them drops out within seconds."""
    levels = rng.sample(range(stage.levels), max(1, stage.levels // 2))
    return [
        Step(rng.uniform(0.0, 3.0), partial(_unplug, device=device.id))
        for level in sorted(levels)
        for device in stage.on_network(level)
    ]


def _cloud_outage(stage: Stage, rng: Random) -> Sequence[Step]:
    """The cloud cannot be reached at all."""
    return [Step(0.0, partial(_change_cloud, temper=CloudTemper(outage=True)))]


def _subscription_expired(stage: Stage, rng: Random) -> Sequence[Step]:
    """The project's subscription has run out: calls are refused and the message queue is closed."""
    return [Step(0.0, partial(_change_cloud, temper=CloudTemper(subscription_expired=True)))]


def _quota_used(stage: Stage, rng: Random) -> Sequence[Step]:
    """The month's calls are used up; messages still come."""
    return [Step(0.0, partial(_change_cloud, temper=CloudTemper(calls_per_month=0)))]


def _key_change(stage: Stage, rng: Random) -> Sequence[Step]:
    """Somebody pairs three devices anew: the console's local keys are good no more, the cloud has the new ones."""
    candidates = stage.on_both_roads()
    chosen = rng.sample(candidates, min(3, len(candidates)))
    return [Step(6.0 * index, partial(_pair_anew, device=device.id, rng=rng)) for index, device in enumerate(chosen)]


def _lan_down(stage: Stage, rng: Random) -> Sequence[Step]:
    """The console's way into the building's LAN fails; the devices still reach their cloud."""
    return [
        Step(rng.uniform(0.0, 3.0), partial(_cut_lan, device=device.id))
        for level in range(stage.levels)
        for device in stage.on_network(level)
    ]


SCENARIOS: dict[str, Script] = {
    NORMAL: _normal,
    "gateway-loss": _gateway_loss,
    "water-leak": _water_leak,
    "chiller-failure": _chiller_failure,
    "smoke": _smoke,
    "lan-outage": _lan_outage,
}
CLOUD_SCENARIOS: dict[str, Script] = {
    "cloud-outage": _cloud_outage,
    "subscription-expired": _subscription_expired,
    "quota-used": _quota_used,
    "key-change": _key_change,
    "lan-down-cloud-up": _lan_down,
}
"""Those that need a building with a cloud side."""


def scenarios_of(*, cloud: bool) -> Mapping[str, Script]:
    """All that a building can play."""
    return SCENARIOS | CLOUD_SCENARIOS if cloud else SCENARIOS


def _unplug(stage: Stage, device: DeviceId) -> None:
    stage.unplug(device)


def _cut_lan(stage: Stage, device: DeviceId) -> None:
    stage.cut_lan(device)


def _change_cloud(stage: Stage, temper: CloudTemper) -> None:
    stage.change_cloud(temper)


def _pair_anew(stage: Stage, device: DeviceId, rng: Random) -> None:
    stage.pair_anew(device, rng)


def _show(stage: Stage, device: DeviceId, code: str, value: int) -> None:
    stage.impose(device, {code: value})


def _wet(stage: Stage, sensor: Device, source: int, *, first: bool) -> None:
    if first or stage.water_on(source):
        stage.impose(sensor.id, {"watersensor_state": "alarm"})


def _smoulder(stage: Stage, device: Device, density: float) -> None:
    alarm = "alarm" if density > 5 else "normal"
    stage.impose(device.id, {"smoke_sensor_value": density, "smoke_sensor_status": alarm})


def _gas(stage: Stage, device: Device, ppm: float) -> None:
    stage.impose(device.id, {"co_value": ppm, "co_status": "alarm"})
