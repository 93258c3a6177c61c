"""A small building to test with: a gateway with two sensors, a thermostat, a smoke detector and a valve."""

from datetime import UTC, datetime, timedelta

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, LanAddress, Place
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.domain.sites import Floor, Site, SiteBook, SiteId

T0 = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
SITE = SiteId("5f2b1c3a9d7e4f6081a2b3c4d5e6f708")
GROUND = FloorId("g")

GATEWAY = Device(DeviceId("gw1"), "Gateway east", Category.GATEWAY, address=LanAddress("127.0.0.1", 7001, "3.4"))
WARMTH = PointSpec(1, "va_temperature", PointKind.NUMBER, "Temperature", unit="°C", scale=1, minimum=-20, maximum=60)
LEAK = Device(
    DeviceId("gw1/leak"),
    "Leak sensor pantry",
    Category.LEAK,
    gateway=GATEWAY.id,
    cid="leak",
    points=(PointSpec(1, "watersensor_state", PointKind.ENUM, "Leak", options=("alarm", "normal")),),
)
CLIMATE = Device(
    DeviceId("gw1/climate"),
    "Climate 1.02",
    Category.TEMPERATURE,
    gateway=GATEWAY.id,
    cid="climate",
    points=(WARMTH,),
)
THERMOSTAT = Device(
    DeviceId("th1"),
    "Thermostat 1.03",
    Category.THERMOSTAT,
    address=LanAddress("127.0.0.1", 7002, "3.3"),
    place=Place(GROUND, 3.0, 4.0),
    points=(
        PointSpec(1, "switch", PointKind.BOOLEAN, "Power", writable=True),
        PointSpec(
            2,
            "temp_set",
            PointKind.NUMBER,
            "Set point",
            writable=True,
            unit="°C",
            scale=1,
            minimum=5,
            maximum=30,
            step=0.5,
        ),
        PointSpec(3, "temp_current", PointKind.NUMBER, "Temperature", unit="°C", scale=1),
        PointSpec(4, "mode", PointKind.ENUM, "Mode", writable=True, options=("auto", "manual")),
        PointSpec(5, "fault", PointKind.BITMAP, "Fault", labels=("E1", "E2", "E3")),
    ),
)
VALVE = Device(
    DeviceId("va1"),
    "Main valve",
    Category.VALVE,
    address=LanAddress("127.0.0.1", 7003, "3.3"),
    points=(PointSpec(1, "switch_1", PointKind.BOOLEAN, "Valve", writable=True, safety=True),),
)
SMOKE = Device(
    DeviceId("sm1"),
    "Smoke 1.01",
    Category.SMOKE,
    address=LanAddress("127.0.0.1", 7004, "3.3"),
    sleeper=True,
    points=(
        PointSpec(1, "smoke_sensor_state", PointKind.ENUM, "Smoke", options=("alarm", "normal")),
        PointSpec(2, "battery_percentage", PointKind.NUMBER, "Battery", unit="%"),
    ),
)
DEVICES = (GATEWAY, LEAK, CLIMATE, THERMOSTAT, VALVE, SMOKE)
KEYS = {d.id: "k" * 16 for d in DEVICES if d.gateway is None}
BOOK = SiteBook(Site(SITE, "Test house", "Europe/Berlin", floors=(Floor(GROUND, 0, "Ground", 20, 10),)), DEVICES)


def at(seconds: float) -> datetime:
    """The instant *seconds* after the story begins."""
    return T0 + timedelta(seconds=seconds)


def reading(
    device: Device,
    code: str,
    value: Value,
    seconds: float = 0.0,
    quality: Quality = Quality.LIVE,
    path: Path = Path.LAN,
) -> Reading:
    """A value of *device*, heard *seconds* after the story begins."""
    point = device.point(code)
    return Reading(device.id, code, value, point.unit if point else "", at(seconds), quality, path)
