"""The cloud pane: one card a project, or how to connect the first one."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.panes.cloud.card import ProjectCard
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.cloud import ProjectId
from heyzack_console.presentation.cloud.cards import cloud_card
from heyzack_console.presentation.mirror import Mirror, Touched
from heyzack_console.presentation.site_time import SiteTime

NAME = "cloud"


class CloudPane(Pane):
    """Shows how every project stands; *act* carries out what a card offers, *connect* opens the form."""

    def __init__(
        self,
        theme: Theme,
        mirror: Mirror,
        times: SiteTime,
        act: Callable[[str, ProjectId], None],
        connect: Callable[[], None],
    ) -> None:
        super().__init__(theme, NAME, "Cloud")
        self._mirror = mirror
        self._times = times
        self._theme = theme
        self._act = act
        self._cards: list[ProjectCard] = []
        self._empty = EmptyState(theme)
        self._connect = connect
        self._box = QVBoxLayout()
        self._stack = QStackedWidget()
        self._build()
        self._renew()

    @override
    def take(self, touched: Touched) -> None:
        """Show what a batch changed."""
        if touched.cloud or touched.everything:
            self._renew()

    @override
    def tick(self) -> None:
        """A second has passed: what ends comes nearer."""
        if self.isVisible() and self._mirror.cloud:
            self._renew()

    def _renew(self) -> None:
        states = [self._mirror.cloud[name] for name in sorted(self._mirror.cloud)]
        while len(self._cards) < len(states):
            self._cards.append(ProjectCard(self._theme, self._act))
            self._box.insertWidget(len(self._cards) - 1, self._cards[-1])
        while len(self._cards) > len(states):
            gone = self._cards.pop()
            self._box.removeWidget(gone)
            gone.deleteLater()
        soon = timedelta(days=int(self._mirror.setting("cloud.warn_days")))
        for card, state in zip(self._cards, states, strict=True):
            card.show_card(cloud_card(state, self._times.now(), self._times.zone(), soon))
        self.bar.show_count(f"{len(states)} project{'s' if len(states) > 1 else ''}" if states else "")
        self._stack.setCurrentIndex(1 if states else 0)
        if not states:
            self._empty.say(
                "cloud",
                "No cloud project",
                "Devices on the local network work without one. A project adds those that only the cloud reaches.",
            )
            self._empty.offer("Connect a project…", self._connect)

    def _build(self) -> None:
        scrolled = QWidget()
        scrolled.setProperty("kind", "scrolled")
        self._box.setContentsMargins(12, 12, 12, 12)
        self._box.setSpacing(12)
        self._box.addStretch(1)
        scrolled.setLayout(self._box)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(scrolled)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(area)
        self.fill(self._stack, area)
