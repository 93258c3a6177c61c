"""What hangs on the device, in the inspector: how much, who, which safety, and the things themselves."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from heyzack_console.desktop.panes.inspector.parts import Section, fitted, tint
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.dependencies import Thing
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.impact.view import ImpactBook, ImpactLine, ImpactView
from heyzack_console.presentation.mirror import Mirror

FEW = 6


class ImpactSection(Section):
    """Hidden for a device on which nothing hangs."""

    def __init__(self, theme: Theme, mirror: Mirror, show_on_map: Callable[[], None]) -> None:
        super().__init__(theme, "What hangs on it")
        self._book = ImpactBook(mirror)
        self._view: ImpactView | None = None
        self._all = False
        self._labels: list[QLabel] = []
        self._make = self._label
        link = QPushButton("Show on map")
        link.setProperty("kind", "link")
        link.clicked.connect(show_on_map)
        self.head.addWidget(link)
        self._more = QPushButton()
        self._more.setProperty("kind", "link")
        self._more.clicked.connect(self._show_all)
        outer = self.layout()
        if outer is not None:
            outer.addWidget(self._more)
        theme.changed.connect(self._renew)

    def show_device(self, device: DeviceId) -> None:
        """Show what hangs on *device*."""
        view = self._book.of(Thing.device(device))
        if view == self._view:
            return
        if self._view is None or view.root != self._view.root:
            self._all = False
        self._view = view
        self._renew()

    def _renew(self) -> None:
        view = self._view
        self.setVisible(view is not None and not view.empty)
        if view is None or view.empty:
            return
        said = [text for text in (view.headline, view.floors, view.people, view.safety, view.weakened) if text]
        lines = view.lines if self._all else view.lines[:FEW]
        fitted(self.body, self._labels, len(said) + len(lines), self._make)
        for label, text in zip(self._labels, (*said, *map(_words, lines)), strict=True):
            label.setText(text)
        for label, line in zip(self._labels[len(said) :], lines, strict=True):
            tint(label, self._theme.color("caution" if line.lost else "ink2"))
        for label in self._labels[: len(said)]:
            tint(label, self._theme.color("ink"))
        hidden = len(view.lines) - len(lines)
        self._more.setVisible(hidden > 0)
        self._more.setText(f"Show {hidden} more")

    def _label(self) -> QLabel:
        label = QLabel()
        label.setWordWrap(True)
        label.setFont(self._theme.font("small"))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _show_all(self) -> None:
        self._all = True
        self._renew()


def _words(line: ImpactLine) -> str:
    state = " · does not answer" if line.lost else ""
    return f"{line.name} · {line.place} · no {line.supplies}{state}" if line.place else f"{line.name}{state}"
