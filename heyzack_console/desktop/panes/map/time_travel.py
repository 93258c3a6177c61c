"""Lets the map show a past moment: holds the journey and a second mirror that holds what was recorded then."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from heyzack_console.desktop.mode_band import ModeBand
from heyzack_console.desktop.panes.map.time_bar import TimeBar
from heyzack_console.desktop.panes.map.time_signs import TimeSigns
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.time_travel import PastPicture, Record
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.map.time_travel import FAR, Journey
from heyzack_console.presentation.mirror import Mirror, Touched
from heyzack_console.presentation.site_time import SiteTime

FRAME_MS = 100
"""Between two pictures of a replay, if the engine answers as quickly."""
EPOCH = datetime.fromtimestamp(0, UTC)
SAID_EVERY = timedelta(seconds=1)
LOOK_UP_EVERY = timedelta(seconds=20)


class MapTime(QObject):
    """Asks for pictures and shows the newest that was wanted; the live mirror is never touched."""

    picture_wanted = Signal(object)
    """Carries the moment."""
    record_wanted = Signal(object, object)
    """Carries the ends of the span of which beginnings of alerts are wanted."""
    entered = Signal()
    """The past begins to be shown, with the first picture."""
    left = Signal()
    """The present is shown again."""
    arrived = Signal()
    """Another past moment is shown."""
    opened = Signal(bool)
    """The bar appeared or went."""

    def __init__(self, theme: Theme, live: Mirror, parent: QObject) -> None:
        super().__init__(parent)
        self.bar = TimeBar(theme)
        self.band = ModeBand(theme)
        self.mirror = Mirror(connected=True)
        self._live = live
        self.times = SiteTime(lambda: live.heard_at or EPOCH, live)
        self._signs = TimeSigns(self.bar, self.band, self.times)
        self.journey = Journey(self.times.now())
        self._shown: PastPicture | None = None
        self._looked_up_at = EPOCH
        self._clock = QElapsedTimer()
        self._ticking = QTimer(self)
        self._ticking.setInterval(FRAME_MS)
        self._ticking.timeout.connect(self._run_on)
        self._connect()

    @property
    def past(self) -> bool:
        """Whether the map shows, or is about to show, a past moment."""
        return self.journey.past

    @property
    def showing(self) -> bool:
        """Whether the first picture of the past is there."""
        return self._shown is not None

    def open(self, *, on: bool) -> None:
        """Show the bar, or hide it and return to the present."""
        if not on:
            self.to_now()
        self.bar.setVisible(on)
        self.opened.emit(on)
        if on:
            self._look_up()
            self._say()

    def show(self) -> None:
        """Show the bar, if it is not there."""
        if not self.bar.open:
            self.bar.show()
            self.opened.emit(True)

    def step(self, steps: int, *, far: bool = False) -> None:
        """Go some steps forward, or back where negative; the bar appears."""
        self._reach(lambda known: known.stepped(steps * (FAR if far else 1)))

    def seek(self, at: datetime) -> None:
        """Show *at*."""
        self._reach(lambda known: known.to(at))

    def play(self) -> None:
        """Begin a replay, or halt it."""
        self._reach(lambda known: known.played(on=not known.playing))

    def to_now(self) -> None:
        """Return to the present."""
        self._take(self.journey.to_now())

    def follow(self, touched: Touched) -> None:
        """The present has gone on."""
        now = self.times.now()
        if not self.bar.open or not (touched.book or touched.alerts or now - self.journey.now >= SAID_EVERY):
            return
        self.journey = replace(self.journey, now=now)
        if touched.book and self.journey.at is not None:
            self.picture_wanted.emit(self.journey.at)
        if touched.alerts and self.journey.now - self._looked_up_at >= LOOK_UP_EVERY:
            self._look_up()
        self._say()

    def show_picture(self, picture: PastPicture) -> None:
        """Show what was recorded at a moment; it is dropped when the present has been returned to meanwhile."""
        if not self.past:
            return
        first, self._shown = not self.showing, picture
        other = self.mirror.book is not self._live.book
        if other:
            self.mirror.show_book(self._live.book)
        self.mirror.apply(
            Batch(
                0,
                picture.at,
                complete=True,
                readings=picture.readings,
                health=picture.health,
                alerts=picture.alerts,
            )
        )
        self._say()
        (self.entered if first or other else self.arrived).emit()
        if first:  # the picture comes first, then what else there is to see
            self._look_up()

    def show_record(self, record: Record) -> None:
        """Take in what there is to look back on."""
        self.journey = replace(self.journey, now=self.times.now()).recorded(record.begins, record.calls)
        self._say()

    def pause(self) -> None:
        """Halt a replay, for instance because a picture could not be had."""
        self._take(self.journey.played(on=False) if self.past else self.journey)

    def _reach(self, go: Callable[[Journey], Journey]) -> None:
        self.show()
        self._take(go(replace(self.journey, now=self.times.now())))

    def _take(self, journey: Journey) -> None:
        before, self.journey = self.journey, journey
        if journey.playing and not self._ticking.isActive():
            self._clock.start()
            self._ticking.start()
        elif not journey.playing:
            self._ticking.stop()
        if journey.span is not before.span:
            self._look_up()
        if journey.at is None:
            self._return()
        elif journey.at != before.at:
            self.picture_wanted.emit(journey.at)
        self._say()

    def _return(self) -> None:
        shown, self._shown = self._shown, None
        if shown is not None:
            self.left.emit()

    def _run_on(self) -> None:
        elapsed = timedelta(milliseconds=self._clock.restart())
        self._take(replace(self.journey, now=self.times.now()).advanced(elapsed))

    def _look_up(self) -> None:
        self._looked_up_at = self.times.now()
        self.record_wanted.emit(self._looked_up_at - self.journey.span.length, self._looked_up_at)

    def _say(self) -> None:
        alerts = self._live.alerts if self._shown is None else self.mirror.alerts
        self._signs.show(self.journey, self._shown, alerts.values())

    def _connect(self) -> None:
        self.bar.sought.connect(lambda second: self._reach(lambda known: known.to_second(second)))
        self.bar.stepped.connect(self.step)
        self.bar.play_toggled.connect(self.play)
        self.bar.span_chosen.connect(lambda span: self._reach(lambda known: known.over(span)))
        self.bar.speed_chosen.connect(lambda speed: self._reach(lambda known: replace(known, speed=speed)))
        self.bar.now_wanted.connect(self.to_now)
        self.bar.closed.connect(lambda: self.open(on=False))
