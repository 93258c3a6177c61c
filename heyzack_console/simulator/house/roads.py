"""Which devices of Harbour House are on the LAN, which in the cloud, and which on both."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.sites import SiteBook
from heyzack_console.simulator.house.harbour_house import DemoSite

_EVERY, _CLOUD_TURN, _LAN_TURN = 7, 2, 5


class Road(StrEnum):
    """How a device can be reached."""

    LAN = "lan"
    CLOUD = "cloud"
    BOTH = "both"


def roads_of(book: SiteBook) -> dict[DeviceId, Road]:
    """Most are on both; of those that stand alone, every seventh is on one road only. Sub-devices follow gateways."""
    alone = [device.id for device in book.devices if not device.gateway and device.category is not Category.GATEWAY]
    roads = {device.id: Road.BOTH for device in book.devices}
    roads |= dict.fromkeys(alone[_CLOUD_TURN::_EVERY], Road.CLOUD)
    return roads | dict.fromkeys(alone[_LAN_TURN::_EVERY], Road.LAN)


def without_lan(site: DemoSite, roads: Mapping[DeviceId, Road]) -> DemoSite:
    """The site whose cloud-only devices have no address on the LAN; their keys stay, for the cloud knows them."""
    devices = tuple(
        replace(device, address=None) if roads[device.id] is Road.CLOUD else device for device in site.book.devices
    )
    return replace(site, book=replace(site.book, devices=devices))
