"""Feeds the frame from the mirror: header, band, rail, tray, sound, look, and what the palette finds."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QObject, QTimer

from heyzack_console.desktop.frame.look_keeper import LookKeeper
from heyzack_console.desktop.frame.main_window import MainWindow
from heyzack_console.desktop.frame.tray import Tray
from heyzack_console.desktop.sound import AlertSound
from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.identity import GRANTS, Permission, Role
from heyzack_console.presentation.frame.header import Mode, header_state
from heyzack_console.presentation.frame.palette import DeviceEntry
from heyzack_console.presentation.frame.perspectives import first_perspective
from heyzack_console.presentation.mirror import Mirror, Touched

SECOND_MS = 1000


def palette_devices(mirror: Mirror) -> Iterator[DeviceEntry]:
    """Yield every device of the site as the palette searches it."""
    zones = {zone.id: f"{zone.number} {zone.name}".strip() for zone in mirror.book.site.zones} if mirror.book else {}
    for device in mirror.devices.values():
        zone = device.place.zone if device.place else None
        place = zones.get(zone, "") if zone else "not placed"
        yield DeviceEntry(
            device.id,
            device.name,
            place,
            f"category.{device.category.value}",
            place,
            f"{device.category.value.replace('_', ' ')} {device.model} {device.product} {device.serves}",
        )


class FrameFeed(QObject):
    """Words the mirror for the frame: when something is touched, and each second for the clock.

    Args:
        clock: the present time, aware UTC.
    """

    def __init__(
        self,
        mirror: Mirror,
        window: MainWindow,
        sound: AlertSound,
        keeper: LookKeeper,
        tray: Tray,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(window)
        self._mirror = mirror
        self._window = window
        self._sound = sound
        self._keeper = keeper
        self._tray = tray
        self._clock = clock
        self._lost_at: datetime | None = None
        self._said: Sequence[str] = ()
        self._timer = QTimer(self)
        self._timer.setInterval(SECOND_MS)
        self._timer.timeout.connect(self.show)
        sound.changed.connect(self.show)
        window.closed.connect(self.stop)

    def start(self) -> None:
        """Keep the clock going."""
        self.show()
        self._timer.start()

    @property
    def running(self) -> bool:
        """Whether the clock goes."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Halt the clock and all sound."""
        self._timer.stop()
        self._sound.stop()

    def follow(self, touched: Touched) -> None:
        """Take in what a batch touched."""
        if touched.settings or touched.everything:
            self._keeper.follow(self._mirror.settings.values())
            self._sound.allow(allowed=bool(self._mirror.setting("sound.on")))
        if touched.alerts or touched.everything:
            self._sound.follow(self._unacknowledged())
        if touched.cloud:
            self.show()
        if touched.status or touched.everything:
            self._tray.show_counts(self._mirror.status.unacknowledged)
            self._show_troubles()
            self._open_first()
            self.show()

    def be_connected(self, connected: bool) -> None:
        """Say in the band when the engine does not answer; the last picture stays."""
        self._lost_at = None if connected else self._clock()
        self.show()

    def show(self) -> None:
        """Word the header anew."""
        status = self._mirror.status
        mode = Mode(
            connected=self._mirror.connected or self._lost_at is None,
            lost_at=self._lost_at,
            muted=self._sound.muted,
            read_only=status.role in set(Role) and GRANTS[Role(status.role)] == {Permission.VIEW},
        )
        self._window.show_state(header_state(status, mode, self._clock(), self._zone(), self._mirror.cloud))

    def _unacknowledged(self) -> dict[str, int]:
        return {
            alert.annunciation: int(alert.priority)
            for alert in self._mirror.alerts.values()
            if alert.state is AlertState.UNACKNOWLEDGED
        }

    def _show_troubles(self) -> None:
        troubles = self._mirror.status.troubles
        if troubles == self._said:
            return
        self._said = troubles
        if troubles:
            self._window.say_strip(" ".join(troubles))
        else:
            self._window.strip.clear()

    def _open_first(self) -> None:
        arrangement = self._window.arrangement
        if self._mirror.book is not None and not arrangement.opened_any:
            arrangement.open(arrangement.perspective or first_perspective(self._mirror.status.role).id)

    def _zone(self) -> tzinfo:
        if self._mirror.book is None:
            return UTC
        try:
            return ZoneInfo(self._mirror.book.site.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            return UTC
