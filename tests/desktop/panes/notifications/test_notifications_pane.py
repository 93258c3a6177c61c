"""Notifications on the window: the four kinds are made in a form, listed with who is on call, tested and removed."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.panes.notifications.desk import NoticeDesk
from heyzack_console.desktop.panes.notifications.dialog import NotifiedDialog
from heyzack_console.desktop.panes.notifications.ground import NoticeGround
from heyzack_console.desktop.panes.notifications.pane import NotificationsPane
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.domain.alerts.alert import AlertId, EventId
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.notifications.book import NotificationBook
from heyzack_console.domain.notifications.notice import Notice, NoticeId, NoticeState
from heyzack_console.domain.notifications.people import Channel, ChannelId, ChannelKind, Person, PersonId
from heyzack_console.domain.notifications.policies import Policy, PolicyId, Step, Target, TargetKind
from heyzack_console.domain.notifications.schedules import Layer, Schedule, ScheduleId
from heyzack_console.ports.engine.notifications import (
    Notices,
    Notified,
    SaveChannel,
    SavePerson,
    SavePolicy,
    SaveSchedule,
    TakeShift,
    TestChannel,
)
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.selection import Selection
from heyzack_console.presentation.site_time import SiteTime
from tests.support.building import T0
from tests.support.engine_port import SmallEngine

MAIL = Channel(ChannelId("c1"), "Mail of Ines", ChannelKind.EMAIL)
INES = Person(PersonId("p1"), "Ines", (MAIL.id,))
OMAR = Person(PersonId("p2"), "Omar")
FIRST = datetime(2026, 3, 2, 6)  # noqa: DTZ001
PLAN = Schedule(ScheduleId("s1"), "Plant room", "UTC", (Layer("rotation", (OMAR.id, INES.id), FIRST),))
LADDER = Policy(
    PolicyId("l1"),
    "Water",
    (
        Step(timedelta(0), (Target(TargetKind.SCHEDULE, PLAN.id),)),
        Step(timedelta(minutes=5), (Target(TargetKind.PERSON, INES.id), Target(TargetKind.CHANNEL, MAIL.id))),
    ),
    (Priority.P1, Priority.P2),
)
BOOK = NotificationBook((MAIL,), (INES, OMAR), (PLAN,), (LADDER,))
LATE = Notice(
    NoticeId("n1"), AlertId("a"), EventId("e"), Priority.P1, LADDER.id, 0, T0, T0 + timedelta(minutes=2), INES.id,
    MAIL.id, "Ines by Mail of Ines", NoticeState.RETRYING, "Nobody answers.", 3, title="P1 critical: Water",
)  # fmt: skip


class Bench:
    """The pane in a window of its own."""

    def __init__(self, theme):
        self.engine, self.mirror, self.said = SmallEngine(), Mirror(connected=True), []
        self.book = BOOK
        self.engine.answers |= {Notified: lambda _: self.book, Notices: lambda _: (LATE,)}
        self.bridge = Bridge(lambda e: self.said.append(e.text), lambda n, e: pytest.fail(f"{n}: {e!r}"))
        self.window = QWidget()
        times = SiteTime(lambda: T0, self.mirror)
        self.ground = NoticeGround(
            self.engine, self.bridge, self.mirror, times, theme, Markers(theme), lambda: self.window
        )
        self.desk = NoticeDesk(self.ground)
        self.desk.done = lambda _receipt, text: self.said.append(text)
        self.pane = NotificationsPane(self.ground, self.desk)
        column = QVBoxLayout(self.window)
        column.addWidget(self.pane.bar)
        column.addWidget(self.pane)
        self.window.resize(1100, 700)

    async def open(self):
        self.window.show()
        await self.bridge.idle()

    def dialog(self, item):
        made = NotifiedDialog(self.ground, item, self.book, self.window)
        made.show()
        return made

    async def saved(self, dialog):
        dialog.findChild(QPushButton, "save").click()
        await self.bridge.idle()
        return self.engine.done[-1]

    async def run(self, name, key):
        self.pane.table.select_keys((key,))
        action = next(one for one in self.pane.declared() if one.id == f"notifications.{name}")
        work = action.handler(Selection())
        if work is not None:
            self.bridge.start(work, name)
        await self.bridge.idle()


@pytest.fixture
def bench(theme):
    made = Bench(theme)
    yield made
    made.window.close()
    made.window.deleteLater()


def words(listing):
    return {
        listing.row(number).cells[1].text: tuple(cell.text for cell in listing.row(number).cells)
        for number in range(len(listing))
    }


async def test_the_list_says_what_each_does_and_who_is_on_call_now_and_next(bench):
    await bench.open()
    shown = words(bench.pane.who)
    assert shown["Mail of Ines"] == ("Channel", "Mail of Ines", "email", "switched on")
    assert shown["Ines"] == ("Person", "Ines", "told by Mail of Ines", "at any time")
    kind, _, _, now = shown["Plant room"]
    assert (kind, now) == ("Schedule", "Omar until Mon 09 Mar 06:00; then Ines from Mon 09 Mar 06:00")
    assert shown["Water"][2:] == ("0 min Plant room → 5 min Ines, Mail of Ines", "P1, P2")


async def test_what_was_told_shows_state_and_reason(bench):
    await bench.open()
    cells = [cell.text for cell in bench.pane.told.row(0).cells]
    assert cells[1:4] == ["Ines by Mail of Ines", "P1 critical: Water", "retrying"]
    assert cells[4] == "attempt 3 failed: Nobody answers. Again at 02 Mar 08:02:00"


async def test_of_one_alert_only_what_was_told_of_it_is_asked_for_until_all_is_wanted_again(bench):
    await bench.open()
    bench.pane.tell_of(AlertId("a"))
    await bench.bridge.idle()
    assert bench.engine.asked[-1].alert == "a"
    tabs = bench.pane.findChild(QTabWidget)
    assert tabs.tabText(tabs.currentIndex()) == "Told of this alert"
    await bench.run("all", MAIL.id)
    assert bench.engine.asked[-1].alert is None
    assert tabs.tabText(tabs.currentIndex()) == "What was told"


async def test_an_empty_list_says_where_to_begin(bench):
    bench.book = NotificationBook()
    await bench.open()
    shown = " ".join(label.text() for label in bench.window.findChildren(QLabel) if label.isVisible())
    assert "Nobody is told yet" in shown


async def test_what_the_form_was_opened_on_is_saved_as_it_was(bench):
    split = replace(
        LADDER,
        steps=(
            LADDER.steps[0],
            Step(timedelta(minutes=5), (Target(TargetKind.PERSON, INES.id),)),
            Step(timedelta(0), (Target(TargetKind.CHANNEL, MAIL.id),)),
        ),
    )
    cases = [
        (MAIL, SaveChannel(MAIL)),
        (INES, SavePerson(INES)),
        (PLAN, SaveSchedule(PLAN)),
        (LADDER, SavePolicy(split)),
    ]
    for item, command in cases:
        assert await bench.saved(bench.dialog(item)) == command


async def test_a_new_channel_takes_its_address_and_hides_it(bench):
    dialog = bench.dialog(Channel(ChannelId(""), "", ChannelKind.EMAIL))
    dialog.findChild(QLineEdit, "name").setText("  Hook  of the house ")
    address = dialog.findChild(QLineEdit, "address")
    assert address.echoMode() is QLineEdit.EchoMode.PasswordEchoOnEdit
    address.setText("json://127.0.0.1/x")
    command = await bench.saved(dialog)
    assert (command.channel.name, command.address) == ("Hook of the house", "json://127.0.0.1/x")


async def test_people_of_a_schedule_are_ticked_in_their_order(bench):
    dialog = bench.dialog(PLAN)
    people = dialog.findChild(QListWidget, "people")
    assert [people.item(number).text() for number in range(people.count())] == ["Omar", "Ines"]
    people.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert (await bench.saved(dialog)).schedule.layers[0].people == (INES.id,)


async def test_a_refusal_stands_in_the_form_and_nothing_is_lost(bench):
    dialog = bench.dialog(INES)

    def refuse(_):
        raise InvalidInput("There is a person called Ines already. Nothing was changed.")

    bench.engine.answers[SavePerson] = refuse
    dialog.findChild(QPushButton, "save").click()
    await bench.bridge.idle()
    assert dialog.isVisible()
    assert "already" in dialog.findChild(QLabel, "said").text()
    assert dialog.findChild(QLineEdit, "name").text() == "Ines"


async def test_a_test_message_goes_by_the_selected_channel_and_a_shift_to_whoever_sits_here(bench):
    await bench.open()
    await bench.run("test", MAIL.id)
    assert bench.engine.done[-1] == TestChannel(MAIL.id)
    await bench.run("test", INES.id)
    assert "Select a channel" in bench.said[-1]
    await bench.run("shift", PLAN.id)
    assert "Add yourself" in bench.said[-1]
    bench.mirror.status = replace(bench.mirror.status, actor="ines")
    await bench.run("shift", PLAN.id)
    assert bench.engine.done[-1] == TakeShift(PLAN.id, INES.id)


async def test_every_field_of_the_form_has_a_name_for_those_who_hear_it(bench):
    dialog = bench.dialog(LADDER)
    kinds = (QLineEdit, QListWidget, QComboBox, QSpinBox, QCheckBox, QTimeEdit, QDateTimeEdit)
    fields = [one for kind in kinds for one in dialog.findChildren(kind) if not one.objectName().startswith("qt_")]
    assert len(fields) > 20
    assert [one.objectName() for one in fields if not one.accessibleName()] == []


async def test_the_order_of_people_is_changed_by_key(bench, qtbot):
    dialog = bench.dialog(PLAN)
    people = dialog.findChild(QListWidget, "people")
    people.setCurrentRow(0)
    qtbot.keyClick(people, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(people, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert (await bench.saved(dialog)).schedule.layers[0].people == (INES.id, OMAR.id)
