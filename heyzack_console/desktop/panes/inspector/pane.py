"""The inspector: everything about the selected device, from its alert down to its frames."""

from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.panes.inspector.desk import InspectorDesk
from heyzack_console.desktop.panes.inspector.impact_section import ImpactSection
from heyzack_console.desktop.panes.inspector.lists import FrameSection, OrderSection, PathSection
from heyzack_console.desktop.panes.inspector.parts import AlertCardView, HeroView, Plate, fitted
from heyzack_console.desktop.panes.inspector.point_rows import RowWishes
from heyzack_console.desktop.panes.inspector.point_section import PointSection
from heyzack_console.desktop.panes.inspector.room_or_nothing import RoomOrNothing
from heyzack_console.desktop.panes.inspector.score_section import ScoreSection
from heyzack_console.desktop.panes.inspector.trend_section import TrendSection
from heyzack_console.desktop.panes.inspector.work_section import WorkSection
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import Value
from heyzack_console.presentation.building.site_index import SiteIndex, index_of, place_words
from heyzack_console.presentation.devices.score import device_score
from heyzack_console.presentation.inspector.controls import Control
from heyzack_console.presentation.inspector.panels import panels_of
from heyzack_console.presentation.inspector.passport import passport
from heyzack_console.presentation.inspector.sections import (
    alert_cards,
    hero,
    order_lines,
    path_lines,
    point_lines,
)
from heyzack_console.presentation.mirror import Mirror, Touched
from heyzack_console.presentation.selection import Selection
from heyzack_console.presentation.site_time import SiteTime

NAME = "inspector"


class DeviceSection(Protocol):
    """What others put into the inspector about its device."""

    def show_device(self, device: Device | None) -> None:
        """Another device is shown, or none."""

    def take(self, touched: Touched) -> None:
        """A batch changed something."""

    def tick(self) -> None:
        """A second has passed while the section can be seen."""


class InspectorPane(Pane):
    """Shows the first selected device; says what to do while none is."""

    impact_wanted = Signal()
    """What hangs on the device is wanted on the map."""

    def __init__(
        self,
        theme: Theme,
        markers: Markers,
        board: SelectionBoard,
        mirror: Mirror,
        times: SiteTime,
        desk: InspectorDesk,
    ) -> None:
        super().__init__(theme, NAME, "Inspector")
        self._theme = theme
        self._mirror = mirror
        self._times = times
        self._desk = desk
        self._device: Device | None = None
        self._others = 0
        self._index = SiteIndex()
        self._rules: dict[str, AlertRule] = {}
        self._cards: list[AlertCardView] = []
        self._make_card = lambda: AlertCardView(theme, markers)
        self._empty = RoomOrNothing(theme, markers, board, mirror, times)
        self._plate = Plate(theme)
        self._name, self._place = QLabel(), QLabel()
        self._hero = HeroView(theme)
        self._trend = TrendSection(theme, times, mirror, desk)
        self._points = PointSection(theme, RowWishes(self._order, self._ask_value))
        self._paths = PathSection(theme, self._act_on_path)
        self._orders = OrderSection(theme, desk.cancel)
        self._impact, self._score = ImpactSection(theme, mirror, self.impact_wanted.emit), ScoreSection(theme)
        self._frames = FrameSection(theme, times, self._ask_frames)
        self._work = WorkSection(theme, self._ask_work, self._save_passport)
        self._foot = QFrame()
        self._foot_row = QHBoxLayout(self._foot)
        self._card_box, self._stack = QVBoxLayout(), QStackedWidget()
        self._brought, self._brought_box = list[DeviceSection](), QVBoxLayout()
        self._build()
        board.changed.connect(self._follow)
        theme.changed.connect(self._dress)
        self._dress()
        self._say_empty()

    def add_foot(self, button: QWidget) -> None:
        """Put a button to the foot; the first one is the main one."""
        self._foot_row.addWidget(button, 1 if self._foot_row.count() == 0 else 0)

    def add_section(self, widget: QWidget, section: DeviceSection) -> None:
        """Put *widget* above the work history; *section*, mostly the same, is told what the pane shows."""
        self._brought.append(section)
        self._brought_box.addWidget(widget)

    @override
    def take(self, touched: Touched) -> None:
        """Show what a batch changed, as far as it concerns the device that is shown."""
        for section in self._brought:
            section.take(touched)
        if touched.book or touched.everything:
            self._index = index_of(self._mirror.book)
            self._empty.take_index(self._index)
            self._desk.rules(self._take_rules)
            current = self._mirror.devices.get(self._device.id) if self._device else None
            self._show(current)
        elif self._device is not None and self._concerns(touched, self._device):
            self._refresh()

    @override
    def tick(self) -> None:
        """A second has passed: ages move on, the chart and the frames follow."""
        if self._device is None or not self.isVisible():
            self._empty.refresh()
            return
        self._refresh()
        self._trend.tick()
        for section in self._brought:
            section.tick()
        if self._frames.open:
            self._ask_frames()

    def _concerns(self, touched: Touched, device: Device) -> bool:
        return (
            device.id in touched.devices
            or any(d == device.id for d, _ in touched.points)
            or bool(touched.alerts)
            or bool(touched.orders)
        )

    def _follow(self, selection: Selection) -> None:
        self._others = max(0, len(selection.devices) - 1)
        device = self._mirror.devices.get(selection.device) if selection.device else None
        self._show(device)

    def _show(self, device: Device | None) -> None:
        changed = device != self._device
        self._device = device
        self._stack.setCurrentIndex(0 if device is None else 1)
        for section in self._brought:
            section.show_device(device)
        self.bar.show_count(f"and {self._others} more selected" if device and self._others else "")
        if device is None:
            self._say_empty()
        elif changed:
            self._dress()  # a label that was dressed before it had a window has lost its font
            self._plate.show_glyph(f"category.{device.category.value}")
            self._trend.show_device(device)
            self._work.close_up()
            if self._frames.open:
                self._ask_frames()
        self._refresh()

    def _refresh(self) -> None:
        device = self._device
        if device is None:
            return
        now, zone = self._times.now(), self._times.zone()
        self._name.setText(device.name)
        self._place.setText(place_words(self._index, device))
        cards = alert_cards(device, self._mirror.alerts_of(device.id), now, zone)
        fitted(self._card_box, self._cards, len(cards), self._make_card)
        for view, card in zip(self._cards, cards, strict=True):
            rule = self._rules.get(card.alert.rule)
            view.show_card(card, rule.guidance if rule else "")
        self._hero.show_hero(hero(device, self._mirror, now))
        lines = point_lines(device, self._mirror, now)
        panels = panels_of(device, self._mirror.readings.get(device.id, {}))
        self._points.show_lines(panels, lines)
        self._points.setVisible(bool(lines))
        self._paths.show_lines(path_lines(device, self._mirror.health.get(device.id), now))
        self._impact.show_device(device.id)
        self._score.show_score(device_score(device, self._mirror, now))
        self._orders.show_lines(order_lines(device, self._mirror.orders.values(), zone))

    def _order(self, code: str, value: Value, present: str) -> None:
        if self._device is not None:
            self._desk.order(self._device, code, value, present, self._points.restore)

    def _ask_value(self, control: Control, value: Value, present: str) -> None:
        if self._device is not None:
            self._desk.ask_value(self._device, control, value, present)

    def _act_on_path(self, offer: str) -> None:
        if self._device is not None:
            self._desk.path(self._device, offer)

    def _ask_frames(self) -> None:
        if self._device is not None:
            self._desk.frames(self._device.gateway or self._device.id, self._frames.show_frames)

    def _ask_work(self) -> None:
        if self._device is not None:
            self._desk.work.ask(self._device, self._times.zone(), self._work.show_lines)

    def _save_passport(self) -> None:
        device = self._device
        if device is not None:
            mirror, index, times = self._mirror, self._index, self._times
            self._desk.work.save_passport(
                device, times.zone(), lambda work, notes: passport(device, mirror, index, times, work, notes)
            )

    def _take_rules(self, rules: dict[str, AlertRule]) -> None:
        self._rules = rules
        self._refresh()

    def _say_empty(self) -> None:
        self._empty.say(
            "device",
            "No device selected",
            "Select one on the map, in the alert queue or in the list; or a room on the map.",
        )

    def _build(self) -> None:
        scrolled = QWidget()
        scrolled.setProperty("kind", "scrolled")
        column = QVBoxLayout(scrolled)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addLayout(self._card_box)
        for part in (
            self._hero,
            self._trend,
            self._points,
            self._score,
            self._paths,
            self._impact,
            self._orders,
        ):
            column.addWidget(part)
        column.addLayout(self._brought_box)
        column.addWidget(self._work)
        column.addWidget(self._frames)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("device_page")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(scrolled)
        self._foot.setProperty("kind", "foot")
        self._foot_row.setContentsMargins(12, 8, 12, 8)
        page = QWidget()
        both = QVBoxLayout(page)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(area, 1)
        both.addWidget(self._foot)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)
        self.fill(self._stack, area)

    def _head(self) -> QHBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(0)
        for label in (self._name, self._place):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            names.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._plate, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        return head

    def _dress(self) -> None:
        self._name.setFont(self._theme.font("lead"))
        self._place.setFont(self._theme.font("small"))
        self._place.setProperty("kind", "second")
