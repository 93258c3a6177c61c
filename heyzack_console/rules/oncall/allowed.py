"""What people may say about whom the console tells."""

from datetime import UTC, datetime, timedelta

from heyzack_console.domain.calendar import CalendarKind, EntryDraft, Wall
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.notifications.book import Item, NotificationBook
from heyzack_console.domain.notifications.people import Person
from heyzack_console.domain.notifications.policies import Policy, TargetKind
from heyzack_console.domain.notifications.schedules import Layer, Schedule, Turn
from heyzack_console.rules.calendar.allowed import checked as checked_entry
from heyzack_console.rules.calendar.allowed import zone_of
from heyzack_console.rules.oncall.duty import duty

LONGEST_NAME = 100
MOST = 500
MOST_REPEATS = 50
MOST_OVERRIDES = 1_000
LONGEST_WAIT = timedelta(days=7)
NOTHING = timedelta(0)


def check(item: Item, book: NotificationBook) -> None:
    """Refuse what cannot be used.

    Raises:
        InvalidInput: names the field; nothing was changed.
    """
    if not item.name.strip() or len(item.name) > LONGEST_NAME or not item.name.isprintable():
        raise InvalidInput(f"Give it a name of at most {LONGEST_NAME} characters. Nothing was changed.", "name")
    same = [one for one in book.items if type(one) is type(item) and one.id != item.id]
    if any(one.name.casefold() == item.name.casefold() for one in same):
        raise InvalidInput(f"There is a {_kind(item)} called {item.name} already. Nothing was changed.", "name")
    if len(same) >= MOST:
        raise InvalidInput(f"There are at most {MOST} of them. Nothing was changed.", "name")
    if isinstance(item, Person):
        _check_person(item, book)
    elif isinstance(item, Schedule):
        _check_schedule(item, book)
    elif isinstance(item, Policy):
        _check_policy(item, book)


def named_by(item: str, book: NotificationBook) -> tuple[str, ...]:
    """The names of what would point nowhere without *item*."""
    people = [one.name for one in book.people if item in one.channels]
    plans = [
        one.name
        for one in book.schedules
        if any(item in layer.people for layer in one.layers) or any(item == o.person for o in one.overrides)
    ]
    ladders = [one.name for one in book.policies if any(t.id == item for step in one.steps for t in step.targets)]
    return (*people, *plans, *ladders)


def _kind(item: Item) -> str:
    return type(item).__name__.lower()


def _check_person(person: Person, book: NotificationBook) -> None:
    known = {channel.id for channel in book.channels}
    if any(channel not in known for channel in person.channels):
        raise InvalidInput("One of the channels is not there any more. Nothing was changed.", "channels")
    wishes = person.preferences
    if wishes.zone:
        zone_of(wishes.zone)
    if any(not 0 <= day <= 6 for quiet in wishes.quiet for day in quiet.days):
        raise InvalidInput("Days are counted from Monday 0 to Sunday 6. Nothing was changed.", "quiet")
    if not 0 <= wishes.most <= MOST or not NOTHING < wishes.within <= LONGEST_WAIT:
        raise InvalidInput("A limit counts from 0 to 500 within at most a week. Nothing was changed.", "most")
    if not NOTHING <= wishes.digest <= LONGEST_WAIT:
        raise InvalidInput("A digest gathers for at most a week. Nothing was changed.", "digest")


def _check_schedule(schedule: Schedule, book: NotificationBook) -> None:
    zone_of(schedule.zone)
    known = {person.id for person in book.people}
    named = [p for layer in schedule.layers for p in layer.people] + [o.person for o in schedule.overrides]
    if any(person not in known for person in named):
        raise InvalidInput("Somebody in it is not there any more. Nothing was changed.", "people")
    for layer in schedule.layers:
        _check_layer(layer, schedule.zone)
    if len(schedule.overrides) > MOST_OVERRIDES:
        raise InvalidInput(f"A schedule has at most {MOST_OVERRIDES:,} overrides. Nothing was changed.", "overrides")
    for override in schedule.overrides:
        if override.start.tzinfo is None or override.end.tzinfo is None or override.end <= override.start:
            raise InvalidInput("An override ends after it begins, and both have an offset.", "overrides")
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    duty(schedule, begin, begin + timedelta(days=1))


def _check_layer(layer: Layer, zone: str) -> None:
    if not layer.people:
        raise InvalidInput("A rotation needs somebody. Nothing was changed.", "people")
    if layer.first.tzinfo is not None or not 1 <= layer.every <= 366:
        raise InvalidInput("A rotation begins at a time of the wall clock and turns every 1 to 366.", "first")
    if layer.turn is Turn.CUSTOM:
        wall = Wall(layer.first, layer.first + timedelta(hours=1), zone)
        checked_entry(EntryDraft(CalendarKind.WORK, layer.name or "rotation", wall, layer.rule))
        if not layer.rule.strip():
            raise InvalidInput("A custom rotation needs the rule by which it is handed over.", "rule")


def _check_policy(policy: Policy, book: NotificationBook) -> None:
    if not policy.steps or not policy.priorities:
        raise InvalidInput("A policy needs a step and a priority. Nothing was changed.", "steps")
    if not 0 <= policy.repeat <= MOST_REPEATS or not NOTHING <= policy.pause <= LONGEST_WAIT:
        raise InvalidInput(f"A policy repeats 0 to {MOST_REPEATS} times. Nothing was changed.", "repeat")
    known = {
        TargetKind.PERSON: {str(one.id) for one in book.people},
        TargetKind.SCHEDULE: {str(one.id) for one in book.schedules},
        TargetKind.CHANNEL: {str(one.id) for one in book.channels},
    }
    for step in policy.steps:
        if not NOTHING <= step.after <= LONGEST_WAIT:
            raise InvalidInput("A step comes at most a week after the one before. Nothing was changed.", "steps")
        if not step.targets or any(target.id not in known[target.kind] for target in step.targets):
            raise InvalidInput("A step tells somebody who is there. Nothing was changed.", "steps")
