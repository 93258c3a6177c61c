"""The alert rules and their editor on a small engine that checks and tries for real."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.dialogs import ConfirmDialog
from heyzack_console.desktop.panes.rules.desk import RuleDesk
from heyzack_console.desktop.panes.rules.editor import RuleEditor
from heyzack_console.desktop.panes.rules.ground import RuleGround
from heyzack_console.desktop.panes.rules.pane import RulesPane
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.domain.alerts.kpi import Period
from heyzack_console.domain.alerts.rule_file import RuleFormat
from heyzack_console.domain.errors import StoreFull
from heyzack_console.ports.engine.alerts import AlertRules
from heyzack_console.ports.engine.rules import (
    CheckRules,
    ExportRules,
    ImportRules,
    OwnRules,
    RemoveRules,
    TryRules,
    WriteRules,
)
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.selection import Selection
from heyzack_console.presentation.site_time import SiteTime
from heyzack_console.rules.alerts.defaults import rules_for
from heyzack_console.services.alerts.past import Past
from heyzack_console.services.alerts.rule_files.reading import checked
from heyzack_console.services.alerts.rule_files.writing import written
from tests.support.building import BOOK, DEVICES, T0, THERMOSTAT, at, reading
from tests.support.dialogs import OpenedDialogs
from tests.support.engine_port import SmallEngine
from tests.support.rule_texts import BOTH, WARM, yaml_of

OWN = checked(yaml_of(WARM), RuleFormat.YAML).rules


class Bench:
    """The pane in a window of its own."""

    def __init__(self, theme):
        self.engine, self.mirror, self.said = SmallEngine(), Mirror(connected=True), []
        self.engine.answers |= {
            AlertRules: lambda _: (*OWN, *rules_for(DEVICES)),
            OwnRules: lambda _: OWN,
            CheckRules: lambda query: checked(query.text, query.format),
            ExportRules: self.export,
            TryRules: self.tried,
        }
        self.bridge = Bridge(lambda e: self.said.append(e.text), lambda n, e: pytest.fail(f"{n}: {e!r}"))
        self.window = QWidget()
        times = SiteTime(lambda: T0, self.mirror)
        self.ground = RuleGround(
            self.engine, self.bridge, self.mirror, times, theme, Markers(theme), lambda: self.window
        )
        self.desk = RuleDesk(self.ground)
        self.desk.done = lambda _receipt, text: self.said.append(text)
        self.pane = RulesPane(self.ground, self.desk)
        column = QVBoxLayout(self.window)
        column.addWidget(self.pane.bar)
        column.addWidget(self.pane)
        self.window.resize(1100, 700)

    def export(self, query):
        return written([rule for rule in (*OWN, *rules_for(DEVICES)) if rule.id in query.rules], query.format)

    def tried(self, query):
        past = Past(checked(query.text, query.format).rules, BOOK, Period(query.start, query.end), T0.tzinfo)
        past.hear(
            [reading(THERMOSTAT, "temp_current", value, second) for second, value in ((-900, 27.0), (-300, 20.0))]
        )
        return past.end((), at(-86400), query.end)

    async def open(self):
        self.window.show()
        await self.bridge.idle()

    def run(self, name):
        action = next(one for one in self.pane.declared() if one.id == f"rules.{name}")
        self.bridge.start(action.handler(Selection()), name)

    async def editor(self, text):
        """The editor alone, its text checked."""
        editor = RuleEditor(self.ground, "Alert rules", text, self.window)
        editor.show()
        await self.bridge.idle()
        return editor


@pytest.fixture
def bench(theme):
    made = Bench(theme)
    yield made
    made.window.close()
    made.window.deleteLater()


def part(editor, kind, name):
    return editor.findChild(kind, name)


def press(editor, name):
    part(editor, QPushButton, name).click()


async def test_own_rules_stand_before_the_bundled_ones(bench):
    await bench.open()
    assert bench.pane.table.visible_keys()[0] == WARM["id"]
    assert len(bench.pane.table.visible_keys()) == 1 + len(rules_for(DEVICES))
    bench.pane.findChild(QWidget).setFocus()
    bench.window.findChild(QLineEdit).setText("smoke detected")
    assert all(key.startswith("smoke/") for key in bench.pane.table.visible_keys())
    bench.window.findChild(QLineEdit).setText("nothing like it")
    shown = " ".join(label.text() for label in bench.window.findChildren(QLabel) if label.isVisible())
    assert "No rule matches" in shown


async def test_a_text_that_is_in_order_can_be_taken_into_force_with_a_reason(bench):
    await bench.open()
    editor = await bench.editor(yaml_of(WARM))
    assert part(editor, QLabel, "verdict").text() == "In order: 1 rule."
    part(editor, QLineEdit, "reason").setText("people complain")
    press(editor, "save")
    await bench.bridge.idle()
    (command,) = bench.engine.done
    assert (command, editor.receipt is not None) == (ImportRules(yaml_of(WARM), reason="people complain"), True)


async def test_a_fault_is_listed_with_its_place_and_leads_there(bench):
    await bench.open()
    editor = await bench.editor(yaml_of(WARM))
    part(editor, QPlainTextEdit, "text").setPlainText(yaml_of(WARM | {"colour": "red"}))
    await bench.bridge.idle()
    faults = part(editor, QListWidget, "faults")
    assert [faults.item(n).text() for n in range(faults.count())] == ["line 9, column 5: 'colour' is not a field here."]
    assert not part(editor, QPushButton, "save").isEnabled()
    faults.itemActivated.emit(faults.item(0))
    cursor = part(editor, QPlainTextEdit, "text").textCursor()
    assert (cursor.blockNumber() + 1, cursor.positionInBlock() + 1) == (9, 5)
    editor.reject()


async def test_trying_on_the_past_tells_when_and_what_it_would_mean(bench):
    await bench.open()
    editor = await bench.editor(yaml_of(WARM))
    press(editor, "try_it")
    await bench.bridge.idle()
    told = part(editor, QPlainTextEdit, "trial").toPlainText()
    assert "Meeting room warm: would have called 1 time, 10 min altogether." in told
    assert "→" in told
    editor.reject()


async def test_what_the_engine_refuses_is_said_and_the_text_stays(bench):
    def full(_command):
        raise StoreFull("The disk is full. Nothing was changed.")

    await bench.open()
    bench.engine.answers[ImportRules] = full
    editor = await bench.editor(yaml_of(WARM))
    press(editor, "save")
    await bench.bridge.idle()
    assert part(editor, QLabel, "said").text() == "The disk is full. Nothing was changed."
    assert editor.isVisible()
    assert part(editor, QPushButton, "save").isEnabled()
    editor.reject()


async def test_a_line_opens_in_the_editor_as_a_file_says_it(bench):
    await bench.open()
    with OpenedDialogs() as dialogs:
        bench.pane.table.opened.emit("temperature_high/temp_current")
        editor = await dialogs.next(RuleEditor)
        assert "id: temperature_high/temp_current" in part(editor, QPlainTextEdit, "text").toPlainText()
        editor.reject()
        await bench.bridge.idle()


async def test_what_no_file_can_say_is_told_to_be_so(bench):
    await bench.open()
    bench.pane.table.opened.emit("unreachable")
    await bench.bridge.idle()
    shown = " ".join(label.text() for label in bench.window.findChildren(QLabel) if label.isVisible())
    assert "part of the console" in shown


async def test_removing_asks_first_and_takes_the_reason(bench):
    await bench.open()
    bench.pane.table.select_keys((WARM["id"], "unreachable"))
    with OpenedDialogs() as dialogs:
        bench.run("remove")
        asked = await dialogs.next(ConfirmDialog)
        part(asked, QLineEdit, "reason").setText("not needed")
        press(asked, "verb")
        await bench.bridge.idle()
    assert bench.engine.done == [RemoveRules((WARM["id"],), "not needed")]


async def test_bundled_rules_are_not_removed(bench):
    await bench.open()
    bench.pane.table.select_keys(("unreachable",))
    bench.run("remove")
    await bench.bridge.idle()
    assert bench.engine.done == []


async def test_every_control_of_the_editor_has_a_name_for_those_who_hear_it(bench):
    await bench.open()
    editor = await bench.editor(yaml_of(WARM))
    for kind, name in (
        (QPlainTextEdit, "text"),
        (QPlainTextEdit, "trial"),
        (QListWidget, "faults"),
        (QLineEdit, "reason"),
    ):
        assert part(editor, kind, name).accessibleName()
        assert part(editor, kind, name).focusPolicy() & Qt.FocusPolicy.TabFocus
    editor.reject()


async def test_the_form_and_the_text_say_the_same(bench):
    bench.engine.answers[WriteRules] = lambda query: written(query.rules, query.format)
    await bench.open()
    editor = await bench.editor(yaml_of(WARM | {"author": "Omar", "latching": False}))
    assert part(editor, QLineEdit, "condition").text() == "Meeting room warm"
    part(editor, QDoubleSpinBox, "limit").setValue(24.5)
    await bench.bridge.idle()
    (rule,) = checked(part(editor, QPlainTextEdit, "text").toPlainText(), RuleFormat.YAML).rules
    assert (rule.limit, rule.author, rule.latching) == (24.5, "Omar", False)
    part(editor, QPlainTextEdit, "text").setPlainText(yaml_of(WARM | {"above": 30, "scope": {"zones": ["2.04", "x"]}}))
    await bench.bridge.idle()
    assert part(editor, QDoubleSpinBox, "limit").value() == 30
    assert part(editor, QLineEdit, "zones").text() == "2.04, x"
    editor.reject()


async def test_what_the_form_cannot_show_is_edited_as_text(bench):
    await bench.open()
    editor = await bench.editor(yaml_of(BOTH))
    views = part(editor, QTabWidget, "views")
    assert (views.isTabEnabled(0), views.currentIndex()) == (False, 1)
    assert "something else" in views.tabToolTip(0)
    editor.reject()
