"""Takes alerts that call to the people and channels of their policies, step by step."""

from collections.abc import Callable, Iterator
from datetime import datetime

from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState, EventId
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.notifications.notice import NOBODY, Notice, NoticeId, NoticeState, step_of
from heyzack_console.domain.notifications.people import Channel, Person, PersonId
from heyzack_console.domain.notifications.policies import Policy, Target, TargetKind
from heyzack_console.ports.notice_store import NoticeStore
from heyzack_console.rules.oncall.calling import CALLING, Call
from heyzack_console.rules.oncall.duty import on_call
from heyzack_console.rules.oncall.escalation import Due, due
from heyzack_console.rules.oncall.preferences import Verdict, when
from heyzack_console.services.alerts.book import AlertBook
from heyzack_console.services.notifications.directory import Directory
from heyzack_console.services.notifications.outbox import NoticeOutbox
from heyzack_console.services.notifications.wording import Wording

Route = tuple[Person | None, Channel]
Lately = dict[PersonId, list[datetime]]
"""When each person was told something, as far as one look has had to know."""


class NoticeRouter:
    """Looks at what calls; a step that was taken is never taken again for the same annunciation."""

    def __init__(
        self, alerts: AlertBook, directory: Directory, outbox: NoticeOutbox, wording: Wording, zone: Callable[[], str]
    ) -> None:
        self._alerts = alerts
        self._directory = directory
        self._outbox = outbox
        self._wording = wording
        self._zone = zone
        self._taken: dict[EventId, set[str]] = {}

    async def restore(self, store: NoticeStore) -> None:
        """Find out which steps earlier runs took.

        Raises:
            StoreError: it cannot be read.
        """
        standing = {alert.annunciation for alert in self._alerts.all()}
        for annunciation, step in await store.steps(standing):
            self._taken.setdefault(annunciation, set()).add(step)

    async def look(self, now: datetime) -> None:
        """Take every step that is due, and stop what nobody needs any more."""
        calling: dict[AlertId, EventId] = {}
        fresh: list[Notice] = []
        lately: Lately = {}
        for alert in self._alerts.all() if self._directory.book.policies else ():
            call = self._alerts.call(alert.id, now) if alert.state in CALLING else None
            if call is None or not call.open:
                continue
            calling[alert.id] = call.annunciation
            fresh += self._steps(alert, call, now, lately)
        for gone in [one for one in self._taken if one not in calling.values()]:
            if all(alert.annunciation != gone for alert in self._alerts.all()):
                del self._taken[gone]
        late = [one for one in self._outbox.waiting if calling.get(one.alert) != one.annunciation]
        if late:
            await self._outbox.stop([(notice, self._why(notice)) for notice in late], now)
        if fresh:
            await self._outbox.add(fresh)

    def _steps(self, alert: Alert, call: Call, now: datetime, lately: Lately) -> list[Notice]:
        taken = self._taken.setdefault(call.annunciation, set())
        found: list[Notice] = []
        for policy in self._directory.policies(alert.priority):
            for step in due(policy, call.spans, now):
                name = step_of(policy.id, step.number)
                if name not in taken:
                    taken.add(name)
                    found += self._notices(alert, policy, step, now, lately)
        return found

    def _notices(self, alert: Alert, policy: Policy, step: Due, now: datetime, lately: Lately) -> Iterator[Notice]:
        routes: dict[tuple[str, str], Route] = {}
        for target in step.targets:
            reached, why = self._routes(target, now)
            routes |= {(person.id if person else "", channel.id): (person, channel) for person, channel in reached}
            if not reached:
                name = NoticeId(f"{alert.annunciation}/{step_of(policy.id, step.number)}/{target.kind}/{target.id}")
                yield Notice(
                    name, alert.id, alert.annunciation, alert.priority, policy.id, step.number, now, now,
                    state=NoticeState.NOT_SENT, reason=why, settled_at=now, title=policy.name,
                )  # fmt: skip
        verdicts: dict[str, Verdict] = {}
        for (who, _), (person, channel) in routes.items():
            if who not in verdicts:
                verdicts[who] = self._verdict(alert, person, now, lately)
            yield self._notice(alert, (policy, step), (person, channel), verdicts[who], now)

    def _verdict(self, alert: Alert, person: Person | None, now: datetime, lately: Lately) -> Verdict:
        if person is None:
            return Verdict(now)
        if person.id not in lately:
            lately[person.id] = self._outbox.told(person.id, now)
        told = lately[person.id]
        verdict = when(person.preferences, self._zone(), alert.priority, told, now)
        if verdict.at <= now and alert.priority is not Priority.P1:
            told.append(now)
        return verdict

    def _notice(self, alert: Alert, step: tuple[Policy, Due], route: Route, verdict: Verdict, now: datetime) -> Notice:
        (policy, due_step), (person, channel) = step, route
        number = due_step.number
        message = self._wording.message(channel, alert, number)
        who = f"{person.name} by {channel.name}" if person is not None else channel.name
        name = "/".join((alert.annunciation, step_of(policy.id, number), person.id if person else "", channel.id))
        return Notice(
            NoticeId(name),
            alert.id,
            alert.annunciation,
            alert.priority,
            policy.id,
            number,
            now,
            verdict.at,
            person.id if person else NOBODY,
            channel.id,
            who,
            reason=verdict.reason,
            title=message.title,
            text=message.text,
            gathered=verdict.gathered,
        )

    def _routes(self, target: Target, now: datetime) -> tuple[list[Route], str]:
        """Persons with channels, or why there are none."""
        if target.kind is TargetKind.CHANNEL:
            channel = self._directory.channel(target.id)
            if channel is None or not channel.enabled:
                return [], "The channel was removed or is switched off."
            return [(None, channel)], ""
        person: Person | None
        if target.kind is TargetKind.SCHEDULE:
            schedule = self._directory.schedule(target.id)
            if schedule is None:
                return [], "The on-call schedule was removed."
            try:
                here = on_call(schedule, now).person
            except InvalidInput as problem:
                return [], f"{schedule.name} cannot be worked out. {problem.text}"
            if here is None:
                return [], f"Nobody is on call by {schedule.name}."
            person = self._directory.person(here)
        else:
            person = self._directory.person(target.id)
        if person is None:
            return [], "The person was removed."
        ways = [channel for name in person.channels if (channel := self._directory.channel(name)) is not None]
        usable: list[Route] = [(person, channel) for channel in ways if channel.enabled]
        return usable, "" if usable else f"{person.name} has no channel that is switched on."

    def _why(self, notice: Notice) -> str:
        alert = self._alerts.get(notice.alert)
        if alert is None:
            return "not needed any more: the alert is normal"
        if alert.annunciation != notice.annunciation:
            return "not needed any more: the alert was announced anew"
        if alert.state is AlertState.ACKNOWLEDGED:
            return f"not needed any more: acknowledged by {alert.acknowledged_by or 'somebody'}"
        return f"not needed any more: the alert is {alert.state.name.lower().replace('_', ' ')}"
