"""The site's actions: one menu, each opens its form, an export needs a site."""

from heyzack_console.presentation.actions import ActionRegistry
from heyzack_console.presentation.discovery.actions import site_actions
from heyzack_console.presentation.selection import Selection


class Door:
    """Remembers which form was asked for."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    async def find_devices(self) -> None:
        self.opened.append("devices.find")

    async def import_devices(self) -> None:
        self.opened.append("devices.import")

    async def import_site(self) -> None:
        self.opened.append("site.import")

    async def export_site(self) -> None:
        self.opened.append("site.export")

    async def business_calendar(self) -> None:
        self.opened.append("site.holidays")

    async def unlock_secrets(self) -> None:
        self.opened.append("secrets.unlock")


async def test_each_action_opens_its_own_form():
    door, registry = Door(), ActionRegistry()
    for action in site_actions(door, lambda: True):
        registry.add(action)
        work = action.handler(Selection())
        assert work is not None
        await work
    assert door.opened == [action.id for action in registry]
    assert list(registry.menus()) == ["Site"]


def test_without_a_site_everything_but_its_export_and_its_calendar_can_be_done():
    actions = site_actions(Door(), lambda: False)
    assert [action.id for action in actions if not action.enabled(Selection())] == [
        "site.export",
        "site.holidays",
    ]
    assert all(action.why_not for action in actions if not action.enabled(Selection()))
