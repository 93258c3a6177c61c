"""The alert rules: own ones first, then the bundled ones; filter, open, take in, hand out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget
from typing_extensions import override

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.panes.rules.desk import RuleDesk
from heyzack_console.desktop.panes.rules.ground import RuleGround
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.presentation.actions import Action, Work
from heyzack_console.presentation.mirror import Touched
from heyzack_console.presentation.rules.listing import RuleListing

NAME = "rules"
FILTER_WIDTH = 150


class RulesPane(Pane):
    """Asks for the rules when it is shown and whenever the book has changed."""

    def __init__(self, ground: RuleGround, desk: RuleDesk) -> None:
        super().__init__(ground.theme, NAME, "Alert rules")
        self._ground = ground
        self._desk = desk
        self.listing = RuleListing()
        self.table = RowTable(ground.theme, ground.markers, self.listing)
        self.table.setAccessibleName("Alert rules")
        self._filter = QLineEdit()
        self._empty = EmptyState(ground.theme)
        self._stack = QStackedWidget()
        self._build()

    def declared(self) -> tuple[Action, ...]:
        """What can be done here."""

        def action(name: str, title: str, do: Work, icon: str) -> Action:
            return Action(f"rules.{name}", title, do, scope=NAME, icon=icon, asks_first=True)

        return (
            action("new", "New alert rule", lambda _: self._desk.write_new(), "edit"),
            action("change", "Change alert rules", lambda _: self._change(), "edit"),
            action("remove", "Remove alert rules", lambda _: self._remove(), "delete"),
            action("import", "Take in a file of alert rules", lambda _: self._desk.take_in(), "open_file"),
            action("export", "Hand out alert rules", lambda _: self._desk.hand_out(self._chosen()), "export"),
        )

    def take(self, touched: Touched) -> None:
        """Rules are in force with the book."""
        if (touched.book or touched.everything) and self.isVisible():
            self.renew()

    def tick(self) -> None:
        """Rules have no age."""

    def search(self) -> None:
        """Give the keyboard to the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def renew(self) -> None:
        """Ask for the rules."""
        self._desk.list_rules(self._show, self._failed)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._ground.mirror.connected:
            self.renew()

    def _show(self, in_force: tuple[AlertRule, ...], own: tuple[AlertRule, ...]) -> None:
        self.strip.clear()
        self.table.rearrange(lambda: self.listing.take(in_force, own))
        self._settle()

    def _failed(self, error: ConsoleError) -> None:
        self.strip.say("caution", error.text)

    def _chosen(self) -> tuple[str, ...]:
        return tuple(self.table.selected_keys())

    async def _change(self) -> None:
        chosen = self._chosen()
        await (self._desk.change(chosen) if chosen else self._desk.write_new())

    async def _remove(self) -> None:
        own = tuple(rule for rule in self._chosen() if self.listing.owns(rule))
        if own:
            await self._desk.remove(own)
        else:
            self.undo_line.offer("Select rules of your own to remove them; bundled ones stay.")

    def _look_for(self, text: str) -> None:
        self.table.rearrange(lambda: self.listing.look_for(text))
        self._settle()

    def _settle(self) -> None:
        shown, total = len(self.listing), self.listing.total
        self.bar.show_count(f"{shown} of {total}" if shown != total else f"{total}")
        self._stack.setCurrentWidget(self.table if shown else self._empty)
        if not shown and total:
            self._empty.say("filter", f"No rule matches “{self.listing.needle}”", f"{total} without the filter.")
            self._empty.suggest("Clear filter", self._filter.clear)
        elif not shown:
            self._empty.say("alerts", "No rules yet", "They come with the first site.")

    def _open(self, rule: str) -> None:
        def refused(error: ConsoleError) -> None:
            self.undo_line.offer(error.text)

        self._ground.bridge.start(self._desk.change((rule,)), "change an alert rule", refused)

    def _build(self) -> None:
        self._filter.setPlaceholderText("Filter")
        self._filter.setProperty("kind", "search")
        self._filter.setAccessibleName("Filter alert rules")
        self._filter.setClearButtonEnabled(True)
        self._filter.setFixedWidth(self._ground.theme.px(FILTER_WIDTH))
        self._filter.textChanged.connect(self._look_for)
        self.bar.add_tool(self._filter)
        self.table.opened.connect(self._open)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.table)
        self.fill(self._stack, self.table)
        self._settle()
