"""The engine's settings: one form made from their specifications; every change is a version that can be taken back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.settings import SettingVersion
from heyzack_console.ports.engine.journal import ChangeSetting
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.presentation.frame.engine_settings import SettingRow, setting_groups

HIGH = 560
GROUP_GAP = 12
FIELD_WIDE = 140
WORK = "storing settings"


class EngineSettings(QDialog):
    """Shows every setting that is no look; Save sends only what was changed."""

    def __init__(
        self, theme: Theme, port: EnginePort, bridge: Bridge, versions: Mapping[str, SettingVersion], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._port = port
        self._bridge = bridge
        self._readers: list[tuple[SettingRow, Callable[[], bool | int | str]]] = []
        self._said = QLabel()
        self._said.setProperty("kind", "caution")
        self._said.setWordWrap(True)
        self._said.hide()
        self.setWindowTitle("Engine settings")
        self.setFixedWidth(theme.size("dialog_width"))
        self._build(versions, parent.height() - 180)

    def _build(self, versions: Mapping[str, SettingVersion], high: int) -> None:
        inner = QWidget()
        inner.setProperty("kind", "scrolled")
        grid = QGridLayout(inner)
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        for title, rows in setting_groups(versions):
            head = QLabel(title)
            head.setFont(self._theme.font("strong"))
            head.setContentsMargins(0, GROUP_GAP, 0, 2)
            grid.addWidget(head, grid.rowCount(), 0, 1, 2)
            for row in rows:
                self._add(grid, row)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(min(HIGH, high))
        area.setWidget(inner)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Save)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        for part in (area, self._said, buttons):
            column.addWidget(part)

    def _add(self, grid: QGridLayout, row: SettingRow) -> None:
        line = grid.rowCount()
        field, read = _field(row)
        field.setAccessibleName(row.spec.title)
        if not isinstance(field, QCheckBox):
            field.setFixedWidth(self._theme.px(FIELD_WIDE))
        label, hint = QLabel(row.spec.title), QLabel(row.hint)
        hint.setProperty("kind", "quiet")
        hint.setFont(self._theme.font("small"))
        hint.setWordWrap(True)
        grid.addWidget(label, line, 0)
        grid.addWidget(field, line, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(hint, line + 1, 0, 1, 2)
        self._readers.append((row, read))

    def _save(self) -> None:
        changed = [(row, read()) for row, read in self._readers if read() != row.value]
        self._bridge.renew(self._store(changed), WORK, self._refused)

    async def _store(self, changed: list[tuple[SettingRow, bool | int | str]]) -> None:
        for row, value in changed:
            await self._port.do(ChangeSetting(row.spec.name, value))
        self.accept()

    def _refused(self, error: ConsoleError) -> None:
        self._said.setText(error.text)
        self._said.show()


def _field(row: SettingRow) -> tuple[QWidget, Callable[[], bool | int | str]]:
    """The widget for a setting, and how its value is read."""
    spec = row.spec
    if isinstance(spec.default, bool):
        check = QCheckBox()
        check.setChecked(bool(row.value))
        return check, check.isChecked
    if spec.options:
        choice = QComboBox()
        choice.addItems(list(spec.options))
        choice.setCurrentText(str(row.value))
        return choice, choice.currentText
    number = QSpinBox()
    number.setRange(int(spec.minimum or 0), int(spec.maximum or 1_000_000))
    number.setGroupSeparatorShown(True)
    number.setValue(int(row.value))
    number.setSuffix(f" {spec.unit}" if spec.unit else "")
    return number, number.value
