"""The fields of a channel, person, schedule or policy: filled from a value, and read back into one."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtWidgets import QCheckBox, QComboBox, QListWidget, QListWidgetItem, QSpinBox

from heyzack_console.desktop.forms.notified import Ui_Notified
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.notifications.book import Item, NotificationBook
from heyzack_console.domain.notifications.people import Channel, ChannelId, ChannelKind, Person, PersonId, Quiet
from heyzack_console.domain.notifications.policies import Policy, Step, Target, TargetKind
from heyzack_console.domain.notifications.schedules import Layer, Schedule, Turn

STEPS = 4
WORDS = {TargetKind.PERSON: "", TargetKind.SCHEDULE: "on call by ", TargetKind.CHANNEL: "channel "}
MINUTE = timedelta(minutes=1)
PAGES = {Channel: 0, Person: 1, Schedule: 2, Policy: 3}


def fill(form: Ui_Notified, item: Item, book: NotificationBook) -> None:
    """Show *item*.

    Raises:
        InvalidInput: it is a policy with more steps than the form has.
    """
    form.pages.setCurrentIndex(PAGES[type(item)])
    form.name.setText(item.name)
    if isinstance(item, Channel):
        _fill_channel(form, item)
    elif isinstance(item, Person):
        _fill_person(form, item, book)
    elif isinstance(item, Schedule):
        _fill_schedule(form, item, book)
    else:
        _fill_policy(form, item, book)


def read(form: Ui_Notified, item: Item) -> Item:
    """*item* as the form has it now; what the form does not show stays."""
    name = " ".join(form.name.text().split())
    if isinstance(item, Channel):
        kind = ChannelKind(form.kind.currentData())
        return replace(item, name=name, kind=kind, enabled=form.enabled.isChecked(), title=form.words.text().strip())
    if isinstance(item, Person):
        return _read_person(form, replace(item, name=name))
    if isinstance(item, Schedule):
        return _read_schedule(form, replace(item, name=name))
    return _read_policy(form, replace(item, name=name))


def _fill_channel(form: Ui_Notified, channel: Channel) -> None:
    for kind in ChannelKind:
        form.kind.addItem(kind.value, kind.value)
    form.kind.setCurrentIndex(form.kind.findData(channel.kind.value))
    form.words.setText(channel.title)
    form.enabled.setChecked(channel.enabled)


def _fill_person(form: Ui_Notified, person: Person, book: NotificationBook) -> None:
    _ticks(form.ways, [(c.id, c.name) for c in book.channels], person.channels)
    wishes = person.preferences
    quiet = wishes.quiet[0] if wishes.quiet else Quiet(time(22), time(7))
    form.quiet.setChecked(bool(wishes.quiet))
    form.quiet_from.setTime(QTime(quiet.begin.hour, quiet.begin.minute))
    form.quiet_to.setTime(QTime(quiet.end.hour, quiet.end.minute))
    form.most.setValue(wishes.most)
    form.digest.setValue(int(wishes.digest / MINUTE))


def _read_person(form: Ui_Notified, person: Person) -> Person:
    wishes = person.preferences
    old = wishes.quiet[0] if wishes.quiet else Quiet(time(), time())
    begin, end = form.quiet_from.time(), form.quiet_to.time()
    first = replace(old, begin=time(begin.hour(), begin.minute()), end=time(end.hour(), end.minute()))
    wishes = replace(
        wishes,
        quiet=(first, *wishes.quiet[1:]) if form.quiet.isChecked() else (),
        most=form.most.value(),
        digest=form.digest.value() * MINUTE,
    )
    return replace(person, channels=tuple(ChannelId(one) for one in _ticked(form.ways)), preferences=wishes)


def _fill_schedule(form: Ui_Notified, schedule: Schedule, book: NotificationBook) -> None:
    layer = schedule.layers[0]
    _ticks(form.people, [(p.id, p.name) for p in book.people], layer.people)
    for turn in Turn:
        form.turn.addItem(turn.value, turn.value)
    form.turn.setCurrentIndex(form.turn.findData(layer.turn.value))
    form.every.setValue(layer.every)
    form.rule.setText(layer.rule)
    first = layer.first
    # A zone without changes keeps Qt from moving what the schedule's own clock shows.
    form.first.setTimeZone(QTimeZone.utc())
    form.first.setDateTime(
        QDateTime(QDate(first.year, first.month, first.day), QTime(first.hour, first.minute), QTimeZone.utc())
    )


def _read_schedule(form: Ui_Notified, schedule: Schedule) -> Schedule:
    shown = form.first.dateTime()
    day, hour = shown.date(), shown.time()
    turn = Turn(form.turn.currentData())
    layer = replace(
        schedule.layers[0],
        people=tuple(PersonId(one) for one in _ticked(form.people)),
        turn=turn,
        every=form.every.value(),
        rule=form.rule.text().strip() if turn is Turn.CUSTOM else "",
        first=datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute()),  # noqa: DTZ001
    )
    return replace(schedule, layers=(layer, *schedule.layers[1:]))


def new_layer(now: datetime) -> Layer:
    """The rotation that a new schedule begins with: weekly, from Monday 08:00 of this week on the wall clock."""
    monday = (now - timedelta(days=now.weekday())).replace(hour=8, minute=0, second=0, microsecond=0, tzinfo=None)
    return Layer("rotation", (), monday)


def _fill_policy(form: Ui_Notified, policy: Policy, book: NotificationBook) -> None:
    for priority in Priority:
        _box(form, priority).setChecked(priority in policy.priorities)
    # Several targets of one step are steps without a delay between them.
    rows = [
        (step.after if not number else timedelta(0), target)
        for step in policy.steps
        for number, target in enumerate(step.targets)
    ]
    if len(rows) > STEPS:
        raise InvalidInput(f"This policy has more than {STEPS} steps, which the form cannot show. Nothing was changed.")
    for number in range(STEPS):
        after, target = rows[number] if number < len(rows) else (timedelta(0), None)
        minutes, whom = _step(form, number)
        minutes.setValue(int(after / MINUTE))
        whom.addItem("—", None)
        for kind, items in (
            (TargetKind.PERSON, book.people),
            (TargetKind.SCHEDULE, book.schedules),
            (TargetKind.CHANNEL, book.channels),
        ):
            for item in items:
                whom.addItem(WORDS[kind] + item.name, (kind.value, item.id))
                if target is not None and (target.kind, target.id) == (kind, item.id):
                    whom.setCurrentIndex(whom.count() - 1)
    form.repeat.setValue(policy.repeat)
    form.pause.setValue(int(policy.pause / MINUTE))


def _read_policy(form: Ui_Notified, policy: Policy) -> Policy:
    steps = []
    for number in range(STEPS):
        minutes, whom = _step(form, number)
        chosen = whom.currentData()
        if chosen is not None:
            kind, name = chosen
            steps.append(Step(minutes.value() * MINUTE, (Target(TargetKind(kind), name),)))
    return replace(
        policy,
        steps=tuple(steps),
        priorities=tuple(priority for priority in Priority if _box(form, priority).isChecked()),
        repeat=form.repeat.value(),
        pause=form.pause.value() * MINUTE,
    )


def _step(form: Ui_Notified, number: int) -> tuple[QSpinBox, QComboBox]:
    rows = (
        (form.after_1, form.target_1), (form.after_2, form.target_2), (form.after_3, form.target_3),
        (form.after_4, form.target_4),
    )  # fmt: skip
    return rows[number]


def _box(form: Ui_Notified, priority: Priority) -> QCheckBox:
    return {Priority.P1: form.p1, Priority.P2: form.p2, Priority.P3: form.p3, Priority.P4: form.p4}[priority]


def _ticks(shown: QListWidget, choices: list[tuple[str, str]], ticked: tuple[str, ...]) -> None:
    order = {name: number for number, name in enumerate(ticked)}
    for key, words in sorted(choices, key=lambda one: order.get(one[0], len(order))):
        line = QListWidgetItem(words, shown)
        line.setData(Qt.ItemDataRole.UserRole, key)
        line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        line.setCheckState(Qt.CheckState.Checked if key in order else Qt.CheckState.Unchecked)


def _ticked(shown: QListWidget) -> list[str]:
    lines = [shown.item(number) for number in range(shown.count())]
    return [line.data(Qt.ItemDataRole.UserRole) for line in lines if line.checkState() is Qt.CheckState.Checked]
