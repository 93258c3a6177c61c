"""What a person can do to bring a building in or hand it out, for the action registry."""

from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from heyzack_console.presentation.actions import Action, Work
from heyzack_console.presentation.selection import Selection

MENU = "Site"
NO_SITE = "There is no site yet: open the demo building, find devices or open a site file first"


class SiteDoor(Protocol):
    """Opens the forms through which a building comes in and goes out; each returns when its form is closed."""

    async def find_devices(self) -> None:
        """Look for devices on the network and take them in."""

    async def import_devices(self) -> None:
        """Take in devices and keys from a list."""

    async def import_site(self) -> None:
        """Take in a site file."""

    async def export_site(self) -> None:
        """Write a site file."""

    async def business_calendar(self) -> None:
        """Edit the site's holidays."""

    async def unlock_secrets(self) -> None:
        """Ask for the passphrase of the vault."""


def add_action(add: Callable[[], Coroutine[Any, Any, None]]) -> Action:
    """The one way in for whoever does not know yet where the devices come from."""
    return _action("devices.add", "Add devices", add, "device")


def site_actions(door: SiteDoor, has_site: Callable[[], bool]) -> tuple[Action, ...]:
    """The actions; *has_site* tells whether there is something to export."""
    return (
        _action("devices.find", "Find devices on this network", door.find_devices, "scan_network"),
        _action("devices.import", "Import devices and keys", door.import_devices, "open_file"),
        _action("site.import", "Open a site file", door.import_site, "site"),
        Action(
            "site.export",
            "Export the site",
            _work(door.export_site),
            enabled=lambda _: has_site(),
            menu=MENU,
            icon="export",
            why_not=NO_SITE,
            asks_first=True,
        ),
        Action(
            "site.holidays",
            "Business calendar",
            _work(door.business_calendar),
            enabled=lambda _: has_site(),
            menu=MENU,
            icon="calendar",
            why_not=NO_SITE,
            asks_first=True,
        ),
        _action("secrets.unlock", "Unlock the stored keys", door.unlock_secrets, "key"),
    )


def _action(name: str, title: str, do: Callable[[], Coroutine[Any, Any, None]], icon: str) -> Action:
    return Action(name, title, _work(do), menu=MENU, icon=icon, asks_first=True)


def _work(do: Callable[[], Coroutine[Any, Any, None]]) -> Work:
    def work(_selection: Selection) -> Coroutine[Any, Any, None]:
        return do()

    return work
