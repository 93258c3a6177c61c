"""The window put together: panes, frame, feed and actions on an engine's port. Tests use it with a port in-process."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from heyzack_console.composition.first_run import FirstRun, OpenDemo
from heyzack_console.composition.panes.ground import Desktop, offer_undo
from heyzack_console.composition.past_guard import PastGuard
from heyzack_console.composition.window_panes import Panes, build_panes, declare_actions, fit_out
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.crash_report import CrashReports
from heyzack_console.desktop.error_surfaces import ErrorSurfaces
from heyzack_console.desktop.frame.about_box import AboutBox
from heyzack_console.desktop.frame.engine_settings import EngineSettings
from heyzack_console.desktop.frame.frame_actions import ABOUT, HELP_PAGES, FrameActions
from heyzack_console.desktop.frame.frame_feed import FrameFeed, palette_devices
from heyzack_console.desktop.frame.layout_file import LayoutFile
from heyzack_console.desktop.frame.look_keeper import LookKeeper
from heyzack_console.desktop.frame.main_window import MainWindow
from heyzack_console.desktop.frame.tray import Tray
from heyzack_console.desktop.mirror_feed import MirrorFeed
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.sound import AlertSound
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.errors import ConsoleError, SecretsLocked
from heyzack_console.domain.zones import BUNDLED_ALONE, ZoneReleases
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.port import EnginePort, Receipt
from heyzack_console.ports.engine.sites import PlayScenario
from heyzack_console.presentation.actions import Action, ActionRegistry
from heyzack_console.presentation.frame.palette import Hit, find
from heyzack_console.presentation.frame.perspectives import FIELD
from heyzack_console.presentation.mirror import Mirror, Touched
from heyzack_console.presentation.selection import Selection
from heyzack_console.presentation.site_time import SiteTime

SECOND_MS = 1000


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the window needs from the machine: folders, time, and how secrets are taken out of a report."""

    layout: Path
    crashes: Path
    clock: Clock
    redact: Callable[[str], str]
    scenarios: tuple[str, ...] = ()
    open_demo: OpenDemo | None = None
    zones: ZoneReleases = BUNDLED_ALONE


class Console:
    """Everything of the window that must stay alive; `feed.run()` keeps it current."""

    def __init__(self, app: QApplication, port: EnginePort, around: Surroundings) -> None:
        self.theme = Theme(app)
        self.mirror = Mirror()
        self.board = SelectionBoard()
        self.reports = CrashReports(around.crashes, around.redact, around.clock.now)
        self.errors = ErrorSurfaces(self.reports)
        self.bridge = Bridge(self.errors.show, self.errors.crash)
        self.registry = ActionRegistry()
        self.binding = ActionBinding(self.registry, self.board, self.bridge, self.theme)
        guard = PastGuard(port)
        self.desktop = Desktop(
            self.theme,
            Markers(self.theme),
            self.board,
            self.mirror,
            SiteTime(around.clock.now, self.mirror),
            self.bridge,
            guard,
        )
        self.panes: Panes = build_panes(self.desktop, lambda: self.window, self._said)
        guard.watch(lambda: self.panes.map.time.past)
        self._first_run = FirstRun(self.desktop, lambda: self.window, self._said, self.panes.cloud_roads)
        layouts = LayoutFile(around.layout / "layout.json")
        self.panes.map.layers.changes.remember_in(layouts)
        self.window = MainWindow(self.theme, self.desktop.markers, self.panes.all, self._find, layouts)
        self.feed = MirrorFeed(port, self.mirror, _at_once)
        self._frame_feed = self._build_frame(port, around)
        for turned in (self.panes.map.time.entered, self.panes.map.time.left):
            turned.connect(self._mark_title)
        self._ticking = QTimer(self.window)
        self._ticking.setInterval(SECOND_MS)
        self._ticking.timeout.connect(self.panes.tick)
        self.feed.touched.connect(self._take)
        self.feed.connection_changed.connect(self._frame_feed.be_connected)
        self.feed.connection_changed.connect(lambda _: self.panes.take(Touched(everything=True)))
        self.window.closed.connect(self._ticking.stop)
        self.window.arrangement.opened.connect(lambda name: self.theme.be_touched(touched=name == FIELD.id))
        self.window.asked.connect(self.panes.alerts.show_counted)
        self._lead_errors()

    def open(self) -> None:
        """Show the window and let time run."""
        self.window.show()
        self._frame_feed.start()
        self._ticking.start()

    def _build_frame(self, port: EnginePort, around: Surroundings) -> FrameFeed:
        declare_actions(self.panes, self.registry)
        for action in self._first_run.actions():
            self.registry.add(action)
        self.registry.add(
            Action("console.engine_settings", "Engine settings", self._engine_settings, menu="Console", asks_first=True)
        )
        about = Action(ABOUT, "About HeyZack Console", lambda _: self._about(around.zones), menu="Help", icon="about")
        self.registry.add(about)
        for scenario in around.scenarios:
            self.registry.add(_scenario(port, scenario))
        sound = AlertSound()
        keeper = LookKeeper(port, self.bridge, self.theme)
        frame = FrameActions(self.window, self.binding, self.board, sound, keeper, self.theme)
        frame.bind()
        fit_out(self.panes, self.binding)
        self._first_run.build_page(around.open_demo or _no_demo, self.binding, keeper, around.layout.parent)
        tray = Tray(self.theme, self.desktop.markers, self.window)
        tray.wanted.connect(self.window.come_forward)
        tray.open([self.binding.qaction(name) for name in ("sound.mute", "console.quit")])
        self.errors.tray_wanted.connect(tray.say)
        return FrameFeed(self.mirror, self.window, sound, keeper, tray, around.clock.now)

    def _take(self, touched: Touched) -> None:
        self.panes.take(touched)
        self._frame_feed.follow(touched)
        if touched.alerts or touched.cloud or touched.everything:
            self.binding.refresh()
        if touched.book or touched.status or touched.everything:
            page = self._first_run.page
            self.window.show_page(page)
            if page is not None and touched.book:
                page.setFocus()

    def _lead_errors(self) -> None:
        self.window.looked_at.connect(self.errors.be_looked_at)
        self.errors.line_wanted.connect(self.window.say_line)
        self.errors.strip_wanted.connect(self.window.say_strip)
        self.errors.dialog_wanted.connect(self._failed)

    def _mark_title(self) -> None:
        self.window.title_mark = "PAST" if self.panes.map.time.past else ""
        self._frame_feed.show()

    def _engine_settings(self, _selection: Selection) -> None:
        dialog = EngineSettings(self.theme, self.desktop.port, self.bridge, self.mirror.settings, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _about(self, zones: ZoneReleases) -> None:
        dialog = AboutBox(self.theme, zones, self.window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _said(self, receipt: Receipt, text: str) -> None:
        if self.mirror.book is None:
            self.window.say_strip(text)
        else:
            seen = next(
                (pane for pane in (self.panes.devices, *self.panes.all) if pane.isVisible()), self.panes.devices
            )
            offer_undo(self.desktop, seen, receipt, text)

    def _failed(self, error: ConsoleError) -> None:
        if isinstance(error, SecretsLocked):
            self.binding.run("secrets.unlock")
        else:
            self.window.say_strip(error.text)

    def _find(self, text: str) -> Sequence[Hit]:
        return find(text, palette_devices(self.mirror), self.registry, self.board.selection, HELP_PAGES)


def _scenario(port: EnginePort, name: str) -> Action:
    async def play(_selection: Selection) -> None:
        await port.do(PlayScenario(name))

    words = name.replace("-", " ")
    return Action(f"demo.{name}", f"Play {words}", play, menu="Demo", icon="demo")


async def _no_demo() -> None:
    raise ConsoleError("The demo building cannot be opened from here. Start the program with the word demo.")


async def _at_once() -> None:
    """The port itself waits until the engine is there again."""
