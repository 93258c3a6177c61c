"""One alert as a line of the queue."""

from datetime import datetime, tzinfo

from heyzack_console.domain.alerts.alert import Alert, AlertState
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import Device
from heyzack_console.presentation.ages import age_text
from heyzack_console.presentation.alerts.shelving import end_words
from heyzack_console.presentation.building.marks import alarm_value, mark_of
from heyzack_console.presentation.building.site_index import SiteIndex, place_words
from heyzack_console.presentation.building.values import digits_of, number_text
from heyzack_console.presentation.tables import Cell, Column, Row

COLUMNS = (
    Column("mark", "", 40),
    Column("condition", "Condition", 206, least=130, keeps=True),
    Column("equipment", "Equipment", 172, least=84),
    Column("place", "Place", 0, least=70),
    Column("value", "Value", 92, right=True, least=66),
    Column("limit", "Limit", 70, right=True, drops=2),
    Column("since", "Since", 70, right=True, drops=1),
    Column("age", "Age", 60, right=True),
    Column("owner", "Owner", 100, drops=3),
)
SHELVED_COLUMNS = (
    Column("mark", "", 40),
    Column("condition", "Condition", 206, least=130, keeps=True),
    Column("equipment", "Equipment", 0, least=84),
    Column("place", "Place", 130, least=70, drops=2),
    Column("value", "Value", 92, right=True, least=66, drops=1),
    Column("reason", "Reason", 260, least=110),
    Column("by", "By", 110, least=70, drops=3),
    Column("ends", "Ends", 116, right=True),
    Column("left", "Left", 60, right=True),
)
"""As many as in the other views: a table exchanges titles and widths, not columns."""
NOBODY = "—"
CLOUD = "cloud/"
"""What the id of a cloud project begins with where it stands in a device's place."""
RULE = "rule/"
"""What stands in a device's place where an expression over several points is true."""
LONGEST = 60


def alert_row(alert: Alert, device: Device | None, index: SiteIndex, now: datetime, zone: tzinfo) -> Row:
    """Word *alert*; *device* is None where the book no longer has it. *now* is aware UTC, *zone* the site's."""
    open_now = alert.state is AlertState.UNACKNOWLEDGED
    value = _value(alert, device)
    limit = "" if alert.limit is None else number_text(alert.limit, _digits(alert, device))
    since = alert.since.astimezone(zone)
    return Row(
        key=alert.id,
        cells=(
            Cell(mark=None if alert.state is AlertState.NORMAL else mark_of(alert), tip=state_words(alert, now, zone)),
            Cell(_briefly(condition_words(alert)), strong=open_now, tip=_all_of(alert)),
            Cell(equipment_words(alert, device), strong=open_now),
            Cell(_place(alert, device, index)),
            Cell(value or NOBODY, f"p{alert.priority:d}_text" if open_now and value else "ink", strong=open_now),
            Cell(limit, "ink3"),
            Cell(f"{since:%H:%M:%S}" if since.date() == now.astimezone(zone).date() else f"{since:%d %b}", "ink2"),
            Cell(age_text(now - alert.since), "ink2", strong=open_now, tip=f"{alert.since:%Y-%m-%d %H:%M:%S} UTC"),
            Cell(alert.shelf.by if alert.shelf is not None else alert.acknowledged_by or NOBODY),
        ),
        tint=f"p{alert.priority:d}_tint" if open_now and alert.priority <= Priority.P2 else "",
    )


def shelved_row(alert: Alert, device: Device | None, index: SiteIndex, now: datetime, zone: tzinfo) -> Row:
    """Word *alert* for the list of shelved ones; the arguments are those of alert_row."""
    shelf = alert.shelf
    if shelf is None:
        # It has left the shelf while its line may not move.
        words = (NOBODY, NOBODY, NOBODY, NOBODY)
    else:
        words = (shelf.reason, shelf.by, end_words(shelf.until, now, zone), age_text(shelf.until - now))
    reason, by, ends, left = words
    plain = alert_row(alert, device, index, now, zone).cells
    return Row(
        key=alert.id,
        cells=(*plain[:5], Cell(reason, tip=reason), Cell(by), Cell(ends, strong=True), Cell(left, "ink2")),
    )


def equipment_words(alert: Alert, device: Device | None) -> str:
    """What the alert is about: the device, or the cloud project that stands in its place."""
    if device is not None:
        return device.name
    if alert.device.startswith(CLOUD):
        return f"Cloud project {alert.device.removeprefix(CLOUD)[:6]}…"
    if alert.device.startswith(RULE):
        return "Several points"
    return alert.device


def _place(alert: Alert, device: Device | None, index: SiteIndex) -> str:
    if device is not None:
        return place_words(index, device)
    if alert.device.startswith(RULE):
        return f"Rule {alert.device.removeprefix(RULE)}"
    return "Tuya cloud" if alert.device.startswith(CLOUD) else "No longer in the book"


def _briefly(condition: str) -> str:
    """A condition without the explanation behind its colon, where the whole is too long for a line."""
    return condition if len(condition) <= LONGEST else condition.partition(": ")[0]


def _all_of(alert: Alert) -> str:
    return " ".join(part for part in (condition_words(alert), alert.note) if part)


def condition_words(alert: Alert) -> str:
    """The condition, and what became of it: consequences behind it, or that it returned."""
    words = alert.condition
    if alert.consequences:
        words += f", {alert.consequences} device{'s' if alert.consequences > 1 else ''} behind it"
    if alert.state is AlertState.RETURNED:
        words += ", returned to normal"
    if alert.state is AlertState.NORMAL:
        words += ", over"
    if alert.shelf is not None and not alert.active:
        words += ", gone meanwhile"
    return words


def state_words(alert: Alert, now: datetime, zone: tzinfo) -> str:
    """The state in a sentence: "High, acknowledged by Ines Keller 14:26"."""
    state = {
        AlertState.NORMAL: "over",
        AlertState.UNACKNOWLEDGED: "not acknowledged",
        AlertState.ACKNOWLEDGED: "acknowledged",
        AlertState.RETURNED: "returned to normal, not acknowledged",
        AlertState.SHELVED: "shelved",
        AlertState.SUPPRESSED: "suppressed as a consequence of another alert",
        AlertState.OUT_OF_SERVICE: "out of service",
    }[alert.state]
    times = f", {alert.count} times" if alert.count > 1 else ""
    if alert.shelf is not None:
        shelf = alert.shelf
        gone = "" if alert.active else ", its condition is gone"
        words = f"{state} by {shelf.by} until {end_words(shelf.until, now, zone)}: {shelf.reason}"
        return f"{alert.priority.word.capitalize()}{times}{gone}, {words}"
    if alert.state is AlertState.ACKNOWLEDGED and alert.acknowledged_at is not None:
        state += f" by {alert.acknowledged_by or 'the console'} {alert.acknowledged_at.astimezone(zone):%H:%M}"
        times += f": {alert.note}" if alert.note else ""
    return f"{alert.priority.word.capitalize()}, {state}{times}"


def search_words(alert: Alert, device: Device | None, index: SiteIndex) -> str:
    """Everything that a person may type to find the alert, in lower case."""
    place = place_words(index, device) if device else ""
    name = equipment_words(alert, device)
    shelf = (alert.shelf.by, alert.shelf.reason) if alert.shelf is not None else ()
    words = (alert.condition, name, place, f"p{alert.priority:d}", alert.priority.word, alert.acknowledged_by, *shelf)
    return " ".join(words).lower()


def _value(alert: Alert, device: Device | None) -> str:
    if device is None:
        return "" if alert.value is None else str(alert.value)
    return alarm_value(device, alert)


def _digits(alert: Alert, device: Device | None) -> int | None:
    spec = device.point(alert.code) if device and alert.code else None
    return digits_of(spec)
