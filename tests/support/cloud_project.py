"""A cloud project of five devices and five spaces, and the building that knows some of them."""

from dataclasses import replace

from heyzack_console.domain.cloud import CloudDevice, CloudProject, PlaceKind, ProjectId, ProposedPlace
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, Place, ZoneId
from heyzack_console.domain.sites import Floor, Site, SiteBook, Zone, ZoneKind
from tests.support.building import CLIMATE, GATEWAY, SITE, THERMOSTAT, VALVE

EUROPE = CloudProject(ProjectId("p1@eu"), "p1", "eu", "https://cloud.invalid", "wss://queue.invalid")
AMERICA = replace(EUROPE, id=ProjectId("p2@us"), access_id="p2", region="us")
SECRET_KEY = "k3y-of-the-lamp-"


def listed(name: str, kind: Category = Category.LIGHT, **more: object) -> CloudDevice:
    """A device of the project; its id is its name in small letters."""
    made = CloudDevice(DeviceId(name.lower()), EUROPE.id, name, "dj", "prod1", "Dimmer DM-2", online=True, kind=kind)
    return replace(made, **more)  # type: ignore[arg-type]  # any field of a device


LAMP = listed("Lamp")
HUB = listed("Hub", Category.GATEWAY)
LEAF = listed("Leaf", Category.TEMPERATURE, sub=True, gateway=HUB.id, node_id="n1")
WARM = listed("Thermostat 1.03", Category.THERMOSTAT, id=THERMOSTAT.id)
MAIN = listed("Water main", Category.VALVE, id=VALVE.id, online=False)
LISTED = (LAMP, HUB, LEAF, WARM, MAIN)

CELLAR = Floor(FloorId("u"), -1, "Cellar", 20, 10)
GROUND = Floor(FloorId("g"), 0, "Ground floor", 20, 10)
LAB = Zone(ZoneId("lab"), GROUND.id, "Lab", "0.04", ZoneKind.ROOM, ((10, 2), (16, 2), (16, 8), (10, 8)))
STORE = Zone(ZoneId("store"), CELLAR.id, "Store", "U.1", ZoneKind.ROOM, ((0, 0), (4, 0), (4, 4), (0, 4)))
DEVICES: tuple[Device, ...] = (GATEWAY, CLIMATE, replace(THERMOSTAT, place=Place(GROUND.id, 13, 5, LAB.id)), VALVE)
BUILDING = SiteBook(Site(SITE, "Mill", "Europe/Berlin", floors=(CELLAR, GROUND), zones=(LAB, STORE)), DEVICES)

PLACES = (
    ProposedPlace("mill", "Mill", PlaceKind.BUILDING),
    ProposedPlace("gf", "Ground", PlaceKind.FLOOR, "mill", 0),
    ProposedPlace("lab", "lab  0.04", PlaceKind.ROOM, "gf", devices=(VALVE.id, THERMOSTAT.id, LAMP.id)),
    ProposedPlace("nook", "Nook", PlaceKind.ROOM, "gf", devices=(CLIMATE.id,)),
    ProposedPlace("shed", "Shed", PlaceKind.ROOM, "mill", devices=(GATEWAY.id,)),
)
