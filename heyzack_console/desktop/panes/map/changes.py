"""Marks what changed: keeps the moment of the last look, and knows the last hand-over."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from heyzack_console.desktop.panes.map.scene import EPOCH, MapScene
from heyzack_console.domain.hand_overs import HandOverNote
from heyzack_console.domain.time_travel import PastPicture
from heyzack_console.presentation.map.changes import Since, change_of, changes_words, then_of
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime


class Memory(Protocol):
    """Keeps a few words on this machine."""

    def text(self, name: str) -> str:
        """The word kept under *name*, empty if there is none."""

    def keep_text(self, name: str, value: str) -> None:
        """Keep a word."""

    def save(self) -> None:
        """Write what is kept."""


class MapChanges(QObject):
    """Follows whether the map is on the screen: leaving it is the last look, per person and site."""

    picture_wanted = Signal(object)
    """Carries the moment of which a picture is wanted."""
    hand_overs_wanted = Signal()

    def __init__(self, pane: QWidget, scene: MapScene, live: Mirror, renew: Callable[[], None]) -> None:
        super().__init__(pane)
        self._scene = scene
        self._live = live
        self._renew = renew
        self._memory: Memory | None = None
        self.since = Since.LOOK
        self.handed: HandOverNote | None = None
        pane.installEventFilter(self)

    def remember_in(self, memory: Memory) -> None:
        """Keep the moment of the last look in *memory*."""
        self._memory = memory

    @property
    def looked_at(self) -> datetime | None:
        """When this person last left or confirmed the map of this site; None before the first time."""
        name, memory = self._name, self._memory
        text = memory.text(name) if memory is not None and name else ""
        try:
            kept = datetime.fromisoformat(text) if text else None
        except ValueError:
            return None
        return kept if kept is not None and kept.tzinfo is not None else None

    @property
    def at(self) -> datetime | None:
        """The moment since which changes are marked; None where there is none yet."""
        if self.since is Since.LOOK:
            return self.looked_at
        return self.handed.at if self.handed is not None else None

    def begin(self) -> None:
        """The layer is shown: ask for what it needs."""
        if self.looked_at is None:
            self._keep()
        self.hand_overs_wanted.emit()
        self._look_back()

    def choose(self, since: Since) -> None:
        """Mark changes since another moment."""
        self.since = since
        self._look_back()

    def confirm(self) -> None:
        """All has been seen: changes count from now on."""
        self._keep()
        self._look_back()

    def show_picture(self, picture: PastPicture) -> None:
        """Compare with *picture*, unless another moment is wanted meanwhile."""
        if picture.at == self.at:
            self._scene.facts.then = then_of(picture)
            self._scene.refresh()
            self._renew()

    def show_hand_overs(self, notes: tuple[HandOverNote, ...]) -> None:
        """Take in the hand-overs, the newest first."""
        before, self.handed = self.handed, notes[0] if notes else None
        if self.handed != before and self.since is Since.HAND_OVER:
            self._look_back()
        else:
            self._renew()

    def words(self) -> str:
        """Say since when, and how many devices of the floor have changed."""
        scene, then = self._scene, self._scene.facts.then
        count = 0 if then is None else sum(bool(change_of(d, scene.mirror, then)) for d in scene.devices)
        zone = SiteTime(lambda: self._live.heard_at or EPOCH, self._live).zone()
        return changes_words(self.since, self.at, self.handed, zone, count)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Hide and not event.spontaneous() and self.looked_at is not None:
            self._keep()
        return super().eventFilter(watched, event)

    @property
    def _name(self) -> str:
        book, actor = self._live.book, self._live.status.actor
        return f"map.looked/{book.site.id}/{actor}" if book is not None else ""

    def _keep(self) -> None:
        if self._memory is not None and self._name and self._live.heard_at is not None:
            self._memory.keep_text(self._name, self._live.heard_at.isoformat())
            self._memory.save()

    def _look_back(self) -> None:
        self._scene.facts.then = None
        self._scene.refresh()
        self._renew()
        if self.at is not None:
            self.picture_wanted.emit(self.at)
