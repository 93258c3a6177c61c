"""What the window shows while there is no site: which building do you want to run?"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console import __version__
from heyzack_console.desktop.panes.first_run.cards import ChoiceCard
from heyzack_console.desktop.panes.first_run.desk import FirstRunDesk
from heyzack_console.desktop.progress_panel import ProgressPanel
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.health import FoundDevice
from heyzack_console.presentation.first_run.choice import CHOICES, DEMO, FILE, FIND, SENTENCE, TITLE, heard_facts
from heyzack_console.presentation.frame.look import Look, ThemeChoice, with_theme

ACTIONS = {FIND.id: "devices.find", FILE.id: "site.import"}
IMPORT = "devices.import"
ADD = "devices.add"
PLATE = 54
PLATE_GLYPH = 30
GAP = 21
DOT = "·"


class FirstRunPage(QScrollArea):
    """Three cards, a link for those who have their keys, and the look.

    Args:
        wear: wears and keeps another look.
        kept_in: where everything is stored, as a person reads it.
    """

    def __init__(self, theme: Theme, desk: FirstRunDesk, wear: Callable[[Look], None], kept_in: str) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._wear = wear
        self.cards = {choice.id: ChoiceCard(theme, choice, main=choice is DEMO) for choice in CHOICES}
        self._plate = QLabel()
        self._title = QLabel(TITLE)
        self._sentence = QLabel(SENTENCE)
        self.progress = ProgressPanel(theme)
        self.said = QLabel()
        self.import_link = QPushButton("Already have keys?  Import devices.json or CSV")
        self.add_link = QPushButton("By the Tuya cloud, or another way?  Add devices")
        self._foot = [QLabel(f"HeyZack Console {__version__}"), QLabel(f"Everything is stored in {kept_in}")]
        self.looks = {choice: QToolButton() for choice in _LOOKS}
        self._build()
        self._connect()
        theme.changed.connect(self._dress)
        self._dress()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._dress()  # moving into a window costs labels their fonts
        self._desk.listen(self._heard)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._desk.stop_listening()
        super().hideEvent(event)

    def enter(self) -> None:
        """Give the keyboard to the suggestion."""
        self.cards[DEMO.id].button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _heard(self, found: Sequence[FoundDevice] | None) -> None:
        self.cards[FIND.id].show_facts(heard_facts(found))

    def _taken(self, name: str) -> None:
        self.said.hide()
        if name != DEMO.id:
            self._desk.run(ACTIONS[name])
            return
        self._be_opening(opening=True)
        self._desk.open_demo(self._opened)

    def _opened(self, why_not: str) -> None:
        self._be_opening(opening=False)
        self.said.setText(why_not)
        self.said.setVisible(bool(why_not))

    def _be_opening(self, *, opening: bool) -> None:
        for card in self.cards.values():
            card.button.setEnabled(not opening)
        if opening:
            self.progress.begin("Opening the demo building", self._desk.cancel_demo)
        else:
            self.progress.end()

    def _look_chosen(self, choice: ThemeChoice) -> None:
        self.looks[choice].setChecked(True)  # a second press does not unchoose it
        self._wear(with_theme(self._theme.look, choice))

    def _connect(self) -> None:
        for card in self.cards.values():
            card.taken.connect(self._taken)
        self.import_link.clicked.connect(lambda: self._desk.run(IMPORT))
        self.add_link.clicked.connect(lambda: self._desk.run(ADD))
        for choice, button in self.looks.items():
            button.clicked.connect(partial(self._look_chosen, choice))

    def _build(self) -> None:
        self.setObjectName("first_run")
        self.setAccessibleName(TITLE)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._plate.setProperty("kind", "plate")
        self._sentence.setProperty("kind", "second")
        self.said.setProperty("kind", "caution")
        self.said.setWordWrap(True)
        self.said.hide()
        for label in (self._plate, self._title, self._sentence, self.said):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        page = QWidget()
        page.setProperty("kind", "scrolled")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(self._plate, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(24)
        column.addWidget(self._title)
        column.addSpacing(4)
        column.addWidget(self._sentence)
        column.addSpacing(32)
        column.addLayout(self._card_row())
        column.addSpacing(20)
        column.addWidget(self.progress)
        column.addWidget(self.said)
        column.addLayout(_centred([self.import_link]))
        column.addLayout(_centred([self.add_link]))
        column.addStretch(5)
        column.addLayout(self._foot_row())
        self.setWidget(page)

    def _card_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        for card in self.cards.values():
            row.addWidget(card, 100)
        row.addStretch(1)
        return row

    def _foot_row(self) -> QHBoxLayout:
        words: list[QWidget] = []
        for label in self._foot:
            words += [label, QLabel(DOT)]
        for word in words:
            word.setProperty("kind", "quiet")
        for link in (self.import_link, self.add_link):
            link.setProperty("kind", "link")
        return _centred([*words, self._look_switch()])

    def _look_switch(self) -> QFrame:
        switch = QFrame()
        switch.setProperty("kind", "segments")
        row = QHBoxLayout(switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for choice, button in self.looks.items():
            button.setText(choice.value.capitalize())
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAccessibleName(f"Look: {choice.value}")
            row.addWidget(button)
        return switch

    def _dress(self) -> None:
        theme = self._theme
        plate = theme.px(PLATE)
        self._plate.setFixedSize(plate, plate)
        self._plate.setPixmap(theme.glyph("site", "ink", theme.px(PLATE_GLYPH), self.devicePixelRatioF()))
        self._title.setFont(theme.font("figure"))
        self._sentence.setFont(theme.font("lead", 400))
        self.said.setFont(theme.font("body", 500))
        for label in self._foot:
            label.setFont(theme.font("small"))
        for choice, button in self.looks.items():
            button.setFont(theme.font("small"))
            button.setChecked(choice is theme.look.theme)


_LOOKS = (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.SYSTEM)


def _centred(widgets: Sequence[QWidget]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
