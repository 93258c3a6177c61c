"""Diagnoses one device: its checks one after another, its data points, its frames; saved without keys."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from heyzack_console.desktop.file_dialogs import chosen_place, write_text
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.diagnose import Ui_Diagnose
from heyzack_console.desktop.panes.fieldwork.check_rows import CheckRows
from heyzack_console.desktop.panes.fieldwork.frame_monitor import FrameMonitor
from heyzack_console.desktop.panes.fieldwork.ground import FieldGround
from heyzack_console.desktop.panes.fieldwork.measuring import measured
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.domain.devices.visits import DumpedPoint
from heyzack_console.presentation.fieldwork.diagnosis import (
    Check,
    Outcome,
    Report,
    cloud_check,
    known_points,
    session_checks,
)
from heyzack_console.presentation.fieldwork.dump import DumpList

SIZE = (860, 620)
CHECKING = "Diagnosing"
SAVING = "Saving the diagnosis"
KINDS = "Diagnosis (*.json *.txt)"


class DiagnoseDialog(QDialog):
    """Begins with what the session knows; measuring releases the session first and takes it back in any case."""

    def __init__(self, ground: FieldGround, device: Device, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._device = device
        self._form = Ui_Diagnose()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self._work = FormWork(self, ground.bridge, ground.theme, self._form.said, fitted=False)
        self.report = Report(device, ground.times.now())
        self._points = DumpList()
        self._checks = CheckRows(ground.theme)
        self._dump = RowTable(ground.theme, ground.markers, self._points)
        self.monitor = FrameMonitor(ground, device.id, lambda text: self._work.say(text, "ok"))
        self._build(parent.window().size())
        self._look()

    def _look(self) -> None:
        """Say what is known without touching the device."""
        mirror, now = self._ground.mirror, self._ground.times.now()
        health, readings = mirror.health.get(self._device.id), mirror.readings.get(self._device.id, {})
        live = sum(one.quality is Quality.LIVE for one in readings.values())
        checks = session_checks(self._device, health, live, now)
        points = known_points(self._device, readings.values())
        self._show((*checks, cloud_check(health, readings.values(), now)), points)
        if health is None or not health.reachable:
            self._form.measure.setChecked(True)

    def _run(self) -> None:
        if self._form.measure.isChecked():
            self._work.run(self._measure(), CHECKING, self._tell)
        else:
            self._look()
            self._tell()

    async def _measure(self) -> None:
        mirror, now = self._ground.mirror, self._ground.times.now()
        health, readings = mirror.health.get(self._device.id), mirror.readings.get(self._device.id, {})
        cloud = cloud_check(health, readings.values(), now)
        async for step in measured(self._ground.port, mirror, self._device):
            self._work.panel.advance(step.number, step.total, step.words)
            if step.checks:
                self._show((*step.checks, cloud), step.points or self.report.points)

    def _show(self, checks: tuple[Check, ...], points: tuple[DumpedPoint, ...]) -> None:
        self.report = Report(self._device, self._ground.times.now(), checks, points)
        self._checks.show_checks(checks)
        self._dump.rearrange(lambda: self._points.take(points))

    def _tell(self) -> None:
        failed = [check.title.lower() for check in self.report.checks if check.outcome is Outcome.FAILED]
        words = f"Something is wrong with: {', '.join(failed)}." if failed else "Nothing that was measured failed."
        self._work.say(words, "caution" if failed else "ok")

    def _save(self) -> None:
        self._work.run(self._write(), SAVING)

    async def _write(self) -> bool:
        path = await chosen_place(self._ground.theme, "Save diagnosis", "diagnosis.json", KINDS, self)
        if path is None:
            return False
        known = self.report
        report = Report(known.device, known.at, known.checks, known.points, self.monitor.frames.shown)
        await write_text(path, report.as_text() if path.suffix.lower() == ".txt" else report.as_json())
        self._work.say(f"Saved to {path.name}; it holds no key.", "ok")
        return True

    def _settle(self) -> None:
        busy = self._work.busy
        for part in (self._form.run, self._form.save, self._form.measure):
            part.setEnabled(not busy)

    def _build(self, room: QSize) -> None:
        form, theme = self._form, self._ground.theme
        form.title.setText(f"Diagnose {self._device.name}")
        form.title.setFont(theme.font("title"))
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName("Checks")
        area.setWidget(self._checks)
        self._dump.setAccessibleName("Data points")
        for title, part in (("Checks", area), ("Data points", self._dump), ("Frames", self.monitor)):
            form.pages.addTab(part, title)
        form.pages.currentChanged.connect(self.monitor.look)
        form.progress_place.addWidget(self._work.panel)
        form.run.clicked.connect(self._run)
        form.save.clicked.connect(self._save)
        form.close.clicked.connect(self.reject)
        self.finished.connect(self.monitor.end)
        self._work.busy_changed.connect(self._settle)
