"""What a project's plan on the vendor's platform allows and when it ends, as a person enters it."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from heyzack_console.domain.cloud import CloudProject

MOST = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """The cloud tells none of this. *ends* is the last day's date or None where nobody knows; the rest is per month."""

    ends: date | None
    calls: int
    messages: int
    share_percent: int

    def of(self, project: CloudProject) -> CloudProject:
        """*project* with this plan. A day counts as over when it begins in UTC, so that nobody is warned too late."""
        ends = None if self.ends is None else datetime(self.ends.year, self.ends.month, self.ends.day, tzinfo=UTC)
        share = self.share_percent / 100
        return replace(
            project,
            subscription_ends=ends,
            calls_per_month=self.calls,
            messages_per_month=self.messages,
            background_share=share,
        )


def plan_of(project: CloudProject) -> Plan:
    """The plan as it was entered last."""
    ends = project.subscription_ends
    return Plan(
        None if ends is None else ends.astimezone(UTC).date(),
        min(project.calls_per_month, MOST),
        min(project.messages_per_month, MOST),
        round(project.background_share * 100),
    )


def count_down(ends: date | None, today: date, warn_days: int) -> str:
    """What follows from the day on which the plan ends."""
    if ends is None:
        return "Without the day nobody can be warned: the cloud does not tell it."
    days = (ends - today).days
    if days < 0:
        return "That day is over."
    first = days - warn_days
    when = f"in {first} {'day' if first == 1 else 'days'}" if first > 0 else "at once"
    return f"{days} {'day' if days == 1 else 'days'} left; an alert comes {when}, {warn_days} days ahead."
