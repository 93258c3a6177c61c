"""The frame, fed from the mirror."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from heyzack_console.desktop.frame.frame_feed import FrameFeed, palette_devices
from heyzack_console.desktop.frame.tray import Tray
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState, EventId
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, Place, ZoneId
from heyzack_console.domain.settings import SettingVersion
from heyzack_console.domain.sites import Floor, Site, SiteBook, SiteId, Zone, ZoneKind
from heyzack_console.ports.engine.feed import Batch, EngineStatus
from heyzack_console.presentation.mirror import Mirror
from tests.support.straw_panes import StrawFrame

NOW = datetime(2026, 7, 23, 12, 32, 7, tzinfo=UTC)
FLOOR = FloorId("f3")
SHAFT = Zone(ZoneId("z1"), FLOOR, "AHU shaft", "3.38", ZoneKind.CORE, ((0, 0), (1, 0), (1, 1)))
BOOK = SiteBook(
    Site(SiteId("s"), "Harbour House", "Europe/Berlin", floors=(Floor(FLOOR, 3, "Floor 3", 40, 25),), zones=(SHAFT,)),
    (
        Device(DeviceId("v1"), "VA-3-1", Category.VALVE, place=Place(FLOOR, 0.5, 0.5, ZoneId("z1")), serves="floor 3"),
        Device(DeviceId("l1"), "LT-1", Category.LIGHT),
    ),
)
STATUS = EngineStatus(site="Harbour House", devices=2, floors=1, actor="Ines Keller", role="facility_manager")
LEAK = Alert(
    AlertId("a1"),
    DeviceId("v1"),
    "leak",
    AlertState.UNACKNOWLEDGED,
    Priority.P1,
    "Water detected",
    NOW,
    EventId("e1"),
    NOW,
)


class Fed:
    """A frame with its feed; time is moved by hand."""

    def __init__(self, theme: Theme, folder: Path) -> None:
        self.now = NOW
        self.mirror = Mirror()
        self.frame = StrawFrame(theme, folder)
        self.window = self.frame.window
        self.tray = Tray(theme, self.frame.marks, self.window)
        self.feed = FrameFeed(
            self.mirror, self.window, self.frame.sound, self.frame.keeper, self.tray, lambda: self.now
        )
        self.number = 0

    def hear(self, **changes: object) -> None:
        """Take in a batch."""
        self.number += 1
        batch = Batch(self.number, self.now, **changes)
        self.mirror.connected = True
        self.feed.follow(self.mirror.apply(batch))

    def texts(self) -> str:
        """What the header says, as it is read aloud."""
        return "; ".join(cell.accessibleName() for cell in self.window.header.cells)


@pytest.fixture
def fed(qtbot, theme: Theme, tmp_path: Path):
    fed = Fed(theme, tmp_path)
    qtbot.addWidget(fed.window)
    fed.mirror.show_book(BOOK)
    fed.hear(complete=True, status=STATUS)
    yield fed
    fed.feed.stop()
    fed.window.close()


def test_the_header_speaks_of_the_engines_status(fed: Fed):
    fed.hear(status=replace(STATUS, unsent=2, unacknowledged=(1, 0, 2, 0)))
    assert "Site Harbour House, 1 floor · 2 devices" in fed.texts()
    assert "Unsent: 2 orders" in fed.texts()
    assert "Unacknowledged: 1 critical, 0 high, 2 medium, 0 low" in fed.texts()
    assert "Signed in as Ines Keller, Facility manager" in fed.texts()


def test_the_clock_is_the_sites_and_goes_on_each_second(fed: Fed, qtbot):
    assert "14:32:07, Thu 23 Jul +02" in fed.texts()
    fed.now += timedelta(seconds=1)
    fed.feed.show()
    assert "14:32:08" in fed.texts()


def test_the_first_picture_opens_the_perspective_of_the_role(qtbot, theme: Theme, tmp_path: Path):
    fed = Fed(theme, tmp_path)
    qtbot.addWidget(fed.window)
    fed.mirror.show_book(BOOK)
    fed.hear(complete=True, status=replace(STATUS, role="technician"))
    assert fed.window.arrangement.perspective == "field"
    fed.window.close()


def test_the_perspective_that_was_open_last_goes_before_that_of_the_role(qtbot, theme: Theme, tmp_path: Path):
    fed = Fed(theme, tmp_path)
    qtbot.addWidget(fed.window)
    fed.frame.layouts.keep_text("perspective", "alerts")
    fed.mirror.show_book(BOOK)
    fed.hear(complete=True, status=STATUS)
    assert fed.window.arrangement.perspective == "alerts"
    fed.window.close()


def test_without_a_site_no_perspective_opens(qtbot, theme: Theme, tmp_path: Path):
    fed = Fed(theme, tmp_path)
    qtbot.addWidget(fed.window)
    fed.hear(complete=True, status=EngineStatus())
    assert not fed.window.arrangement.opened_any
    fed.window.close()


def test_a_new_critical_alert_sounds_until_it_is_acknowledged(fed: Fed):
    fed.hear(alerts=(LEAK,))
    assert fed.frame.sound.sounding
    fed.hear(alerts=(replace(LEAK, state=AlertState.ACKNOWLEDGED),))
    assert not fed.frame.sound.sounding


def test_the_sound_setting_silences_and_the_header_shows_it(fed: Fed):
    fed.hear(alerts=(LEAK,))
    fed.hear(settings=(SettingVersion("sound.on", False, 1, NOW, "Ines", ""),))
    assert not fed.frame.sound.sounding
    assert "Sound is off" in fed.texts()


def test_a_look_that_the_engine_tells_is_worn(fed: Fed, theme: Theme):
    fed.hear(settings=(SettingVersion("look.theme", "light", 1, NOW, "Ines", ""),))
    assert theme.name == "light"


def test_a_lost_engine_puts_up_the_band_and_its_return_takes_it_away(fed: Fed):
    fed.mirror.connected = False
    fed.feed.be_connected(False)
    fed.now += timedelta(seconds=17)
    fed.feed.show()
    assert "does not answer since 17 s" in fed.window.band.text
    fed.mirror.connected = True
    fed.feed.be_connected(True)
    assert fed.window.band.text == ""


def test_who_may_only_look_is_told(fed: Fed):
    fed.hear(status=replace(STATUS, role="auditor"))
    assert "READ ONLY" in fed.window.band.text


def test_what_the_engine_cannot_do_stands_in_the_strip_until_it_can(fed: Fed):
    fed.hear(status=replace(STATUS, troubles=("Port 6667 is held by another program.",)))
    assert fed.window.strip.text == "Port 6667 is held by another program."
    fed.hear(status=STATUS)
    assert fed.window.strip.text == ""


def test_the_tray_counts_what_waits(fed: Fed):
    fed.hear(status=replace(STATUS, unacknowledged=(0, 2, 0, 1)))
    assert fed.tray.words == "HeyZack Console · 3 unacknowledged"


def test_the_palette_finds_devices_by_name_place_and_kind(fed: Fed):
    found = {entry.device: entry for entry in palette_devices(fed.mirror)}
    assert found[DeviceId("v1")].place == "3.38 AHU shaft"
    assert "floor 3" in found[DeviceId("v1")].other
    assert found[DeviceId("l1")].place == "not placed"


def test_the_clock_stops_with_the_window(fed: Fed, qtbot):
    fed.feed.start()
    fed.window.show()
    QApplication.processEvents()
    fed.window.close()
    before = fed.texts()
    fed.now += timedelta(hours=1)
    assert not fed.feed.running
    assert fed.texts() == before
