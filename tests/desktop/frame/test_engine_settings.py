"""The engine's settings form: made from specifications, sends only what was changed, says why it was refused."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QLabel, QSpinBox, QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.frame.engine_settings import EngineSettings
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.settings import SETTINGS
from heyzack_console.ports.engine.journal import ChangeSetting
from heyzack_console.presentation.frame.engine_settings import LOOKS
from tests.support.engine_port import SmallEngine


class Bench:
    """The form on a small engine."""

    def __init__(self, theme) -> None:
        self.engine = SmallEngine()
        self.bridge = Bridge(lambda e: pytest.fail(e.text), lambda name, e: pytest.fail(f"{name}: {e!r}"))
        self.window = QWidget()
        self.window.resize(900, 800)
        self.form = EngineSettings(theme, self.engine, self.bridge, {}, self.window)

    def field(self, kind: type, title: str):
        return next(w for w in self.form.findChildren(kind) if w.accessibleName() == title)

    async def save(self) -> None:
        buttons = self.form.findChildren(QDialogButtonBox)[0]
        buttons.button(QDialogButtonBox.StandardButton.Save).click()
        await self.bridge.idle()


@pytest.fixture
def bench(theme):
    made = Bench(theme)
    yield made
    made.window.deleteLater()


async def test_every_setting_that_is_no_look_has_a_field(bench):
    names = {w.accessibleName() for kind in (QSpinBox, QComboBox, QCheckBox) for w in bench.form.findChildren(kind)}
    assert {spec.title for spec in SETTINGS if not spec.name.startswith(LOOKS)} <= names


async def test_only_what_was_changed_is_sent(bench):
    bench.field(QSpinBox, "Unsent orders expire after").setValue(600)
    bench.field(QCheckBox, "Listen for devices on the LAN").setChecked(False)
    await bench.save()
    assert bench.engine.done == [ChangeSetting("orders.expire_after_s", 600), ChangeSetting("lan.discovery", False)]
    assert bench.form.result() == EngineSettings.DialogCode.Accepted


async def test_a_refusal_is_said_in_the_form_which_stays(bench):
    def refuse(_: ChangeSetting):
        raise InvalidInput("Unsent orders expire after is between 10 and 86400 s.")

    bench.engine.answers[ChangeSetting] = refuse
    bench.field(QSpinBox, "Unsent orders expire after").setValue(600)
    await bench.save()
    assert "between 10 and 86400" in " ".join(label.text() for label in bench.form.findChildren(QLabel))
    assert bench.form.result() != EngineSettings.DialogCode.Accepted


async def test_a_number_cannot_leave_its_range(bench):
    field = bench.field(QSpinBox, "Unsent orders expire after")
    field.setValue(5)
    assert field.value() == 10
