"""Who may see, operate or set up a device: the rules that speak of it, a new one, revoking one."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QSize, QTime, QTimeZone
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.access import Ui_Access
from heyzack_console.desktop.panes.devices.ground import DeviceGround
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.access import AccessRule, AccessRuleId, Right
from heyzack_console.domain.devices.device import Device, DeviceId, ZoneId
from heyzack_console.domain.devices.groups import GroupId
from heyzack_console.domain.identity import ActorId, Role
from heyzack_console.ports.engine.access import AccessRules, RevokeAccessRule, SaveAccessRule
from heyzack_console.ports.engine.groups import Groups
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.groups.access import RIGHTS, AccessLines, Offer, what_offers, who_offers

SIZE = (920, 560)
DEFAULT_END = timedelta(days=3)
READING = "Reading the access rules"
SAVING = "Saving the access rule"
REVOKING = "Revoking the access rule"


class AccessDialog(QDialog):
    """Reads as soon as it is open; *receipts* tell what was done.

    Args:
        devices: whose rules are shown; none: every rule.
    """

    def __init__(self, ground: DeviceGround, devices: Sequence[DeviceId], parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        known = ground.mirror.devices
        self._devices: tuple[Device, ...] = tuple(known[one] for one in devices if one in known)
        self._form = Ui_Access()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self.receipts: list[Receipt] = []
        self.lines = AccessLines()
        self.table = RowTable(ground.theme, ground.markers, self.lines)
        self._empty = EmptyState(ground.theme)
        self._stack = QStackedWidget()
        self._who: tuple[Offer, ...] = ()
        self._what: tuple[Offer, ...] = ()
        self._work = FormWork(self, ground.bridge, ground.theme, self._form.said, fitted=False)
        self._build(parent.window().size())
        self._connect()
        self._settle()

    def load(self) -> None:
        """Ask for the rules."""
        self._work.run(self._load(), READING, self._settle)

    async def _load(self) -> None:
        ground, form = self._ground, self._form
        listed = await ground.port.ask(AccessRules())
        groups = await ground.port.ask(Groups())
        index = index_of(ground.mirror.book)
        everything = what_offers(tuple(ground.mirror.devices.values()), index, groups)
        self._who, self._what = who_offers(listed), what_offers(self._devices, index, groups) or everything
        targets = {value: offer.words for offer in self._what for value in offer.parts.values()}
        only = frozenset(device.id for device in self._devices)
        now, zone = ground.times.now(), ground.times.zone()
        self.table.rearrange(lambda: self.lines.take(listed, targets, only, now, zone))
        for field, offers in ((form.who, self._who), (form.what, self._what)):
            before = max(0, field.currentIndex())
            field.clear()
            field.addItems([offer.words for offer in offers])
            field.setCurrentIndex(min(before, len(offers) - 1))
        self._settle()

    def _rule(self) -> AccessRule:
        form = self._form
        parts = self._who[form.who.currentIndex()].parts | self._what[form.what.currentIndex()].parts
        return AccessRule(
            AccessRuleId(""),
            allow=form.may.currentIndex() == 0,
            right=Right(form.access_right.currentData()),  # Qt hands an enum of strings back as a string
            person=ActorId(parts["person"]) if "person" in parts else None,
            role=Role(parts["role"]) if "role" in parts else None,
            device=DeviceId(parts["device"]) if "device" in parts else None,
            zone=ZoneId(parts["zone"]) if "zone" in parts else None,
            group=GroupId(parts["group"]) if "group" in parts else None,
            until=self._end() if form.ends.isChecked() else None,
            note=form.note.text().strip(),
        )

    def _end(self) -> datetime:
        day, time = self._form.until.date(), self._form.until.time()
        wall = datetime(day.year(), day.month(), day.day(), time.hour(), time.minute())  # noqa: DTZ001 -- site's wall
        return wall.replace(tzinfo=self._ground.times.zone()).astimezone(UTC)

    def _add(self) -> None:
        self._work.run(self._do(SaveAccessRule(self._rule())), SAVING, self._settle)

    def _revoke(self) -> None:
        chosen = self.lines.chosen(self.table.selected_keys())
        self._work.run(self._do(*(RevokeAccessRule(rule) for rule in chosen)), REVOKING, self._settle)

    async def _do(self, *commands: SaveAccessRule | RevokeAccessRule) -> None:
        for command in commands:
            self.receipts.append(await self._ground.port.do(command))
        await self._load()
        self._work.say(self.receipts[-1].text, "ok")

    def _settle(self) -> None:
        form, busy = self._form, self._work.busy
        self._stack.setCurrentWidget(self.table if len(self.lines) else self._empty)
        self._empty.say("key", "No access rule", "The role alone decides who may see, operate and set up.")
        form.until.setEnabled(form.ends.isChecked())
        form.add.setEnabled(bool(self._who and self._what) and not busy)
        chosen = len(self.table.selected_keys())
        form.revoke.setText(f"Revoke {chosen}" if chosen > 1 else "Revoke")
        form.revoke.setEnabled(bool(chosen) and not busy)
        form.revoke.setToolTip("" if chosen else "Select a rule")

    def _build(self, room: QSize) -> None:
        form, theme = self._form, self._ground.theme
        names = ", ".join(device.name for device in self._devices[:3])
        more = len(self._devices) - 3
        form.title.setText(f"Access to {names}{f' and {more} more' if more > 0 else ''}" if names else "Access rules")
        form.title.setFont(theme.font("title"))
        form.may.addItems(["may", "may not"])
        for words, right in RIGHTS:
            form.access_right.addItem(words, right)
        form.access_right.setCurrentIndex(1)
        end = (self._ground.times.now() + DEFAULT_END).astimezone(self._ground.times.zone())
        form.until.setTimeZone(QTimeZone.utc())
        form.until.setDateTime(QDateTime(QDate(end.year, end.month, end.day), QTime(18, 0), QTimeZone.utc()))
        self.table.setAccessibleName("Access rules")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        form.table_place.addWidget(self._stack)
        form.progress_place.addWidget(self._work.panel)
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        form.who.setFocus()

    def _connect(self) -> None:
        form = self._form
        form.ends.toggled.connect(lambda _: self._settle())
        form.add.clicked.connect(self._add)
        form.revoke.clicked.connect(self._revoke)
        form.close.clicked.connect(self.reject)
        self.table.chosen.connect(lambda _: self._settle())
        self._work.busy_changed.connect(self._settle)
