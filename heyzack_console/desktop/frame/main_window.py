"""The main window: header, mode band, rail, docks; it takes its panes in and knows none of them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.frame.arrangement import Arrangement
from heyzack_console.desktop.frame.dock_area import DockArea
from heyzack_console.desktop.frame.header import HeaderStrip
from heyzack_console.desktop.frame.layout_file import LayoutFile
from heyzack_console.desktop.frame.palette import CommandPalette
from heyzack_console.desktop.frame.pane_focus import PaneFocus
from heyzack_console.desktop.frame.rail import Rail
from heyzack_console.desktop.frame.tray import program_icon
from heyzack_console.desktop.mode_band import ModeBand
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.strip import Strip
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.header import PROGRAM, HeaderState
from heyzack_console.presentation.frame.palette import Hit
from heyzack_console.presentation.frame.perspectives import PERSPECTIVES

LEAST = (1024, 600)
FIRST = (1600, 960)
FRAME_OF_THE_DESKTOP = (4, 36)
GEOMETRY = "geometry"


class MainWindow(QMainWindow):
    """Arranges the frame and the panes; what its buttons mean is said by the frame's actions.

    Args:
        find: answers the command palette.
        layouts: keeps arrangements; written when the window closes.
    """

    asked = Signal(str)
    """Carries what was pressed on header or rail, by its name there."""
    closed = Signal()
    looked_at = Signal(bool)
    """Carries whether the window is the active one."""

    def __init__(
        self,
        theme: Theme,
        marks: Markers,
        panes: Sequence[Pane],
        find: Callable[[str], Sequence[Hit]],
        layouts: LayoutFile,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._layouts = layouts
        self._alt_alone = False
        self._text_percent = theme.look.text_percent
        self.setObjectName("main")
        self.title_mark = ""
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(*LEAST)
        self.setWindowIcon(program_icon(theme))
        self.header = HeaderStrip(theme, marks)
        self.band = ModeBand(theme)
        self.strip = Strip(theme)
        self.rail = Rail(theme, PERSPECTIVES)
        self.docks = DockArea(theme, panes)
        self.arrangement = Arrangement(self.docks, layouts, self)
        self.focus = PaneFocus(_application(), self.docks)
        self._stack = QStackedWidget()
        self._build()
        self.command_palette = CommandPalette(theme, find, self)
        self.header.opened.connect(self.asked)
        self.rail.chosen.connect(self.asked)
        self.arrangement.opened.connect(self._opened)
        theme.changed.connect(self._follow_text_size)
        if not self.restoreGeometry(QByteArray(layouts.blob(GEOMETRY))):
            self.resize(_first_size())

    @property
    def panes(self) -> tuple[Pane, ...]:
        """All panes, shown or not."""
        return tuple(dock.pane for dock in self.docks.docks)

    def show_state(self, state: HeaderState) -> None:
        """Show the engine's status in header, band, rail and window title."""
        self.header.show_state(state)
        self.band.show_modes(state.modes)
        self.rail.show_count("alerts", sum(state.unacknowledged))
        title = f"{self.title_mark} · {state.window_title}" if self.title_mark else state.window_title
        if title != self.windowTitle():
            self.setWindowTitle(title)

    def show_page(self, page: QWidget | None) -> None:
        """Show *page* in place of rail and docks, such as the first run's choice; None shows the docks again."""
        if page is not None and self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page or self.docks)
        self.rail.setVisible(page is None)

    def say_line(self, text: str) -> None:
        """Say *text* at the foot of the pane that has the keyboard, for ten seconds; else in the strip."""
        pane = self.focus.pane
        if pane is not None:
            pane.undo_line.offer(text)
        else:
            self.say_strip(text)

    def say_strip(self, text: str) -> None:
        """Say *text* on top until it is put away."""
        self.strip.say("caution", text, "Put away", self.strip.clear)

    def undo(self) -> None:
        """Take back what the focused pane offers to undo, else what any pane offers."""
        offering = [pane for pane in self.panes if pane.undo_line.offers]
        if offering:
            focused = self.focus.pane
            chosen = focused if focused is not None and focused in offering else offering[-1]
            chosen.undo_line.take_back()

    def come_forward(self) -> None:
        """Show the window before others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._theme.flash.start()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._layouts.keep_blob(GEOMETRY, bytes(self.saveGeometry().data()))
        self.arrangement.save()
        self._theme.flash.stop()
        super().closeEvent(event)
        self.closed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self.looked_at.emit(self.isActiveWindow())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._alt_alone = event.key() == Qt.Key.Key_Alt
        super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and self._alt_alone:
            self._alt_alone = False
            menu = self.menuBar()
            menu.setVisible(menu.isHidden())
            if not menu.isHidden():
                menu.setFocus(Qt.FocusReason.MenuBarFocusReason)
        super().keyReleaseEvent(event)

    def _fit(self, grown: float = 1.0) -> None:
        percent, narrow_below = self._theme.look.text_percent, self._theme.gap("narrow_below")
        width, height = self.width() * 100 / percent, self.height() * 100 / percent
        self.arrangement.fit((width, height), narrow_below, grown=grown)
        self._theme.be_narrow(narrow=width < narrow_below)

    def _follow_text_size(self) -> None:
        now = self._theme.look.text_percent
        if now != self._text_percent:
            grown, self._text_percent = now / self._text_percent, now
            self._fit(grown)

    def _opened(self, name: str) -> None:
        self.rail.choose(name)
        self.show_page(None)

    def _build(self) -> None:
        self._stack.addWidget(self.docks)
        body = QWidget()
        column = QVBoxLayout(body)
        margin = self._theme.gap("window_margin")
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(margin)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(body, 1)
        page = QWidget()
        page.setProperty("kind", "page")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.header)
        rows.addWidget(self.band)
        rows.addLayout(middle, 1)
        self.setCentralWidget(page)
        self.menuBar().hide()


def _first_size() -> QSize:
    """A comfortable size for the first time, as far as the screen has room."""
    room = _application().primaryScreen().availableSize() - QSize(*FRAME_OF_THE_DESKTOP)
    return QSize(*FIRST).boundedTo(room)


def _application() -> QApplication:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("the window needs a QApplication")
    return app
