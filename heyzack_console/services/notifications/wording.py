"""The words of a notification: what every channel begins with, and what people wrote for one."""

from collections.abc import Mapping

from heyzack_console.domain.alerts.alert import Alert
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.notifications.notice import Message, Notice
from heyzack_console.domain.notifications.people import Channel
from heyzack_console.ports.notices import NoticeWords
from heyzack_console.rules.alerts.defaults import rules_for
from heyzack_console.services.alerts.rule_book import RuleBook
from heyzack_console.services.devices.book import BuildingBook

TITLE = "{{ priority }} {{ word }}: {{ condition }}, {{ device }}"
TEXT = (
    "{{ device }}: {{ condition }}{% if value %} ({{ value }}){% endif %}\n"
    "{% if place %}Where: {{ place }}\n{% endif %}Since: {{ since }}\nSite: {{ site }}"
    "{% if guidance %}\n\n{{ guidance }}{% endif %}"
)
MOST_IN_DIGEST = 40
SAMPLE = {
    "priority": "P1", "word": "critical", "rule": "leak", "device": "Leak sensor", "condition": "Water",
    "value": "on", "place": "0.01 Plant room", "since": "2026-06-01 14:05", "site": "Test",
    "guidance": "Close the valve.", "step": "1",
}  # fmt: skip
"""Every word that a template may name."""


class Wording:
    """A template with a mistake stops nothing: the usual words are sent in its place."""

    def __init__(self, words: NoticeWords, rules: RuleBook, building: BuildingBook) -> None:
        self._words = words
        self._rules = rules
        self._building = building

    def check(self, channel: Channel) -> None:
        """Refuse templates that cannot be filled in.

        Raises:
            InvalidInput: says what is wrong.
        """
        for template in (channel.title, channel.text):
            self._words.filled(template, SAMPLE)

    def message(self, channel: Channel, alert: Alert, step: int) -> Message:
        """What *channel* carries of *alert*."""
        words = self._of(alert, step)
        title = self._filled(channel.title, TITLE, words)
        return Message(" ".join(title.split()), self._filled(channel.text, TEXT, words), alert.priority)

    def _filled(self, template: str, usual: str, words: Mapping[str, str]) -> str:
        try:
            return self._words.filled(template or usual, words)
        except InvalidInput:
            return self._words.filled(usual, words)

    def _of(self, alert: Alert, step: int) -> dict[str, str]:
        device, site = self._building.device(alert.device), self._building.site
        rule = self._rule(alert)
        value = "" if alert.value is None else f"{alert.value} {alert.unit}".strip()
        return {
            "priority": alert.priority.name,
            "word": alert.priority.word,
            "rule": alert.rule,
            "device": device.name if device is not None else alert.device,
            "condition": alert.condition,
            "value": value,
            "place": self._place(alert),
            "since": alert.since.astimezone(self._building.zone()).strftime("%Y-%m-%d %H:%M"),
            "site": site.name if site is not None else "",
            "guidance": rule.guidance if rule is not None else "",
            "step": str(step + 1),
        }

    def _rule(self, alert: Alert) -> AlertRule | None:
        own = self._rules.get(alert.rule)
        if own is not None:
            return own
        device = self._building.device(alert.device)
        bundled = rules_for([device]) if device is not None else ()
        return next((rule for rule in bundled if rule.id == alert.rule), None)

    def _place(self, alert: Alert) -> str:
        device, site = self._building.device(alert.device), self._building.site
        if device is None or device.place is None or site is None:
            return ""
        zone = next((zone for zone in site.zones if zone.id == device.place.zone), None)
        if zone is not None:
            return f"{zone.number} {zone.name}".strip()
        return next((floor.name for floor in site.floors if floor.id == device.place.floor), "")


def digest(notices: list[Notice]) -> Message:
    """One message for several that waited for the same person and channel."""
    lines = [notice.title for notice in notices[:MOST_IN_DIGEST]]
    if len(notices) > MOST_IN_DIGEST:
        lines.append(f"and {len(notices) - MOST_IN_DIGEST} more")
    worst = min(notice.priority for notice in notices)
    return Message(f"{len(notices)} alerts, the worst {worst.name}", "\n".join(lines), worst)
