"""What the room of alert rules asks of the engine."""

from collections.abc import Callable
from pathlib import Path

from heyzack_console.desktop.dialogs import answered, confirmed
from heyzack_console.desktop.file_dialogs import chosen_file, chosen_place, read_text, write_text
from heyzack_console.desktop.panes.rules.editor import RuleEditor
from heyzack_console.desktop.panes.rules.ground import RuleGround
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.alerts.rule_file import RuleFormat
from heyzack_console.domain.errors import ConsoleError, InvalidInput
from heyzack_console.ports.engine.alerts import AlertRules
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.rules import ExportRules, ImportRules, OwnRules, RemoveRules
from heyzack_console.presentation.frame.question import Question
from heyzack_console.presentation.rules.words import NEW_RULE

KINDS = "Alert rules (*.yaml *.yml *.toml)"
Show = Callable[[tuple[AlertRule, ...], tuple[AlertRule, ...]], None]


class RuleDesk:
    """Runs questions and changes; *done* says what was done, with the way back."""

    def __init__(self, ground: RuleGround) -> None:
        self._ground = ground
        self.done: Callable[[Receipt, str], None] = lambda _receipt, _text: None

    def list_rules(self, show: Show, failed: Callable[[ConsoleError], None]) -> None:
        """Ask for the rules in force and one's own, and *show* them."""

        async def ask() -> None:
            in_force = await self._ground.port.ask(AlertRules())
            show(in_force, await self._ground.port.ask(OwnRules()))

        self._ground.bridge.renew(ask(), "alert rules", failed)

    async def write_new(self) -> None:
        """Open the editor on an example."""
        await self._edit("New alert rule", NEW_RULE)

    async def change(self, rules: tuple[str, ...]) -> None:
        """Open the editor on *rules*.

        Raises:
            InvalidInput: no file can say what they judge.
        """
        text = await self._ground.port.ask(ExportRules(rules=rules))
        if "- id:" not in text:
            raise InvalidInput("This rule is part of the console: no file can say what it judges. Nothing was changed.")
        await self._edit("Change alert rules", text)

    async def remove(self, rules: tuple[str, ...]) -> None:
        """Take own rules out of force after a question."""
        count = f"{len(rules)} alert rules" if len(rules) > 1 else f"the alert rule {rules[0]}"
        question = Question(
            f"Remove {count}?",
            "Remove",
            consequence="Their alerts return. Where they took the place of bundled rules, these hold again.",
            way_back="It can be undone.",
            icon="delete",
        )
        reason = await confirmed(self._ground.theme, question, self._ground.window())
        if reason is not None:
            receipt = await self._ground.port.do(RemoveRules(rules, reason))
            self.done(receipt, receipt.text)

    async def take_in(self) -> None:
        """Ask for a file; one that is in order is taken into force, another one opens in the editor."""
        path = await chosen_file(self._ground.theme, "Take in alert rules", KINDS, self._ground.window())
        if path is None:
            return
        text = await read_text(path)
        try:
            receipt = await self._ground.port.do(ImportRules(text, _format(path)))
        except InvalidInput as refused:
            if _format(path) is RuleFormat.TOML:
                raise
            await self._edit(f"{path.name}: {refused.text}", text)
            return
        self.done(receipt, receipt.text)

    async def hand_out(self, rules: tuple[str, ...]) -> None:
        """Ask for a place and write own and bundled rules, or only *rules*, there."""
        title = "Hand out alert rules"
        place = await chosen_place(self._ground.theme, title, "alert-rules.yaml", KINDS, self._ground.window())
        if place is not None:
            text = await self._ground.port.ask(ExportRules(_format(place), bundled=True, rules=rules))
            await write_text(place, text)
            self.done(Receipt(), f"Alert rules written to {place.name}")

    async def _edit(self, title: str, text: str) -> None:
        editor = RuleEditor(self._ground, title, text, self._ground.window())
        await answered(editor, self._ground.theme)
        if editor.receipt is not None:
            self.done(editor.receipt, editor.receipt.text)


def _format(path: Path) -> RuleFormat:
    return RuleFormat.TOML if path.suffix.lower() == ".toml" else RuleFormat.YAML
