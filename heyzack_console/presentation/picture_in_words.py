"""The building as an operator sees it, in a few lines of text: for runs without a display."""

from heyzack_console.domain.alerts.alert import Alert
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.presentation.ages import age_text
from heyzack_console.presentation.alerts.queue import order_key
from heyzack_console.presentation.alerts.rows import condition_words, equipment_words, state_words
from heyzack_console.presentation.building.site_index import index_of, place_words
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime

ALERTS_NAMED = 12


def picture_in_words(mirror: Mirror, times: SiteTime) -> str:
    """Site, reachability, values and the queue from the top, one line each."""
    status, now = mirror.status, times.now()
    lost = sum(1 for health in mirror.health.values() if health.lost)
    online = sum(1 for health in mirror.health.values() if health.reachable)
    values = [r for device in mirror.devices for r in mirror.readings.get(device, {}).values()]
    live = sum(r.quality is Quality.LIVE for r in values)
    newest = "none yet" if status.newest_at is None else f"{age_text(now - status.newest_at)} ago"
    lines = [
        f"{status.site or 'No site'}: {status.floors} floors, {status.devices} devices",
        f"Reachable: {online} of {status.devices} devices, not reachable: {lost}",
        f"LAN: {status.lan_online} of {status.lan_devices} devices answer",
        f"Values: {live:,} live of {len(values):,}, newest {newest}; unsent orders: {status.unsent}",
    ]
    shown = sorted((a for a in mirror.alerts.values() if a.state.open), key=order_key)
    lines.append(f"Alerts: {len(shown)} open, {status.shelved} shelved, {status.suppressed} suppressed as consequences")
    lines += [f"  {_alert(mirror, times, alert)}" for alert in shown[:ALERTS_NAMED]]
    if len(shown) > ALERTS_NAMED:
        lines.append(f"  and {len(shown) - ALERTS_NAMED} more")
    return "\n".join([*lines, *status.troubles])


def _alert(mirror: Mirror, times: SiteTime, alert: Alert) -> str:
    device = mirror.devices.get(alert.device)
    where = place_words(index_of(mirror.book), device) if device else ""
    name = equipment_words(alert, device)
    state = state_words(alert, times.now(), times.zone())
    return f"P{alert.priority:d} {condition_words(alert)} · {name} · {where} · {state}"
