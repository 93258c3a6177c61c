"""Opens the forms through which a building comes in and goes out."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.panes.discovery.find_dialog import FindDialog
from heyzack_console.desktop.panes.discovery.ground import Ground
from heyzack_console.desktop.panes.discovery.holidays_dialog import HolidaysDialog
from heyzack_console.desktop.panes.discovery.import_dialog import ImportDialog
from heyzack_console.desktop.panes.discovery.site_export_dialog import SiteExportDialog
from heyzack_console.desktop.panes.discovery.site_import_dialog import SiteImportDialog
from heyzack_console.desktop.panes.discovery.unlock_dialog import unlocked


class DiscoveryDesk:
    """Implements presentation.discovery.actions.SiteDoor over the window that *window* gives."""

    def __init__(self, ground: Ground, window: Callable[[], QWidget]) -> None:
        self._ground = ground
        self._window = window

    async def find_devices(self) -> None:
        """Look for devices on the network and take them in."""
        dialog = FindDialog(self._ground, self._window())
        dialog.scan()
        await answered(dialog, self._ground.theme)

    async def import_devices(self) -> None:
        """Take in devices and keys from a list."""
        await answered(ImportDialog(self._ground, self._window()), self._ground.theme)

    async def import_site(self) -> None:
        """Take in a site file."""
        await answered(SiteImportDialog(self._ground, self._window()), self._ground.theme)

    async def export_site(self) -> None:
        """Write a site file."""
        await answered(SiteExportDialog(self._ground, self._window()), self._ground.theme)

    async def business_calendar(self) -> None:
        """Edit the site's holidays."""
        dialog = HolidaysDialog(self._ground, self._window())
        dialog.list_regions()
        await answered(dialog, self._ground.theme)

    async def unlock_secrets(self) -> None:
        """Ask for the passphrase of the vault."""
        await unlocked(self._ground, self._window())
