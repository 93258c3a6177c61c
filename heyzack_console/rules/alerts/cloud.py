"""Alert rules about the cloud: projects that stop or will stop, and values in which LAN and cloud differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule, Test
from heyzack_console.domain.cloud import CloudCause, CloudProject, CloudState, LinkState, ProjectId
from heyzack_console.domain.devices.device import DeviceId

DIVERGING = AlertRule(
    "diverging",
    "LAN and cloud differ",
    Test.DIVERGING,
    Priority.P4,
    latching=False,
    guidance="The LAN is nearer to the device and is believed. Look at the device; if the LAN is right, "
    "restart it so that it reports to the cloud again, for apps and automations there see the wrong value.",
)
ENDED = AlertRule(
    "cloud_ended",
    "Cloud subscription has ended",
    Test.CLOUD,
    Priority.P3,
    guidance="Extend the subscription on Tuya's developer platform. Until then devices are reached on the LAN only.",
)
ENDS_SOON = AlertRule(
    "cloud_ends_soon",
    "Cloud subscription ends soon",
    Test.CLOUD,
    Priority.P4,
    latching=False,
    guidance="Extend the subscription on Tuya's developer platform before that day, "
    "then change the day in Plan and quota on the project's card.",
)
USED_UP = AlertRule(
    "cloud_quota",
    "Cloud quota used up",
    Test.CLOUD,
    Priority.P3,
    guidance="The month's calls are used up. Devices are reached on the LAN only until the next month begins (UTC) "
    "or the plan is enlarged.",
)
SAVING = AlertRule(
    "cloud_saving",
    "Cloud calls kept for orders",
    Test.CLOUD,
    Priority.P4,
    latching=False,
    guidance="The share of this month's calls for background work is used. Orders still go out; "
    "values of devices that only the cloud reaches come by the message queue alone.",
)
REFUSED = AlertRule(
    "cloud_refused",
    "Cloud refuses the project",
    Test.CLOUD,
    Priority.P3,
    guidance="Compare access id, secret and data centre with the project on Tuya's developer platform, "
    "the clock of this machine with the real time, and whether the services are authorised there.",
)
AWAY = AlertRule(
    "cloud_away",
    "Cloud not reachable",
    Test.CLOUD,
    Priority.P4,
    delay_s=120.0,
    latching=False,
    guidance="Check the building's way to the internet. Devices on the LAN are not concerned; "
    "those that only the cloud reaches are shown with their last value and its age.",
)
QUEUE_AWAY = AlertRule(
    "cloud_queue_away",
    "Cloud messages do not arrive",
    Test.CLOUD,
    Priority.P4,
    delay_s=300.0,
    latching=False,
    guidance="Check that the message service is switched on for the project and that no other console uses the same "
    "subscription. Until then values from the cloud are as old as the last comparison.",
)
CLOUD_RULES = (DIVERGING, ENDED, ENDS_SOON, USED_UP, SAVING, REFUSED, AWAY, QUEUE_AWAY)
PROJECT_RULES = CLOUD_RULES[1:]
GONE_RULES = (ENDED, USED_UP, REFUSED, AWAY)
"""While one of them stands, nothing is reached by the cloud."""

_BY_CAUSE = {
    CloudCause.SUBSCRIPTION: ENDED,
    CloudCause.QUOTA: USED_UP,
    CloudCause.AUTH: REFUSED,
    CloudCause.CLOCK: REFUSED,
    CloudCause.PERMISSION: REFUSED,
}


@dataclass(frozen=True, slots=True)
class Complaint:
    """A rule whose condition is true of a project, in words."""

    rule: AlertRule
    condition: str


def stand_in(project: ProjectId) -> DeviceId:
    """Return the name under which alerts of a project stand, where others have their device."""
    return DeviceId(f"cloud/{project}")


def complaints(project: CloudProject, state: CloudState, now: datetime, warn: timedelta) -> Iterator[Complaint]:
    """Yield what is to be said of *project*; rules with a delay are yielded from the first moment."""
    if state.state in {LinkState.OFF, LinkState.CONNECTING} and state.cause is not None:
        rule = _BY_CAUSE.get(state.cause, AWAY)
        yield Complaint(rule, f"{rule.condition}: {state.text}" if state.text else rule.condition)
    if state.state is not LinkState.OFF and state.queue in {LinkState.OFF, LinkState.DEGRADED} and state.queue_text:
        yield Complaint(QUEUE_AWAY, f"{QUEUE_AWAY.condition}: {state.queue_text}")
    if state.background_stopped:
        yield Complaint(SAVING, f"{SAVING.condition}: {state.calls:,} of {state.calls_allowed:,} used this month")
    ends = project.subscription_ends or state.subscription_ends
    if ends is not None and now < ends <= now + warn:
        days = (ends - now).days
        when = "today" if days == 0 else f"in {days} {'day' if days == 1 else 'days'}"
        yield Complaint(ENDS_SOON, f"Cloud subscription ends {when}, {ends:%Y-%m-%d}")
