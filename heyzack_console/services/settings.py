"""Settings in force, their versions, and the way back to an earlier one."""

from dataclasses import replace
from datetime import timedelta

from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.settings import SETTINGS, SettingSpec, SettingVersion
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.journal import ChangeSetting, RollBackSetting, SettingHistory, Settings
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.store import SettingStore
from heyzack_console.services.feed import Feed


class SettingBook:
    """Every setting as it is in force; whoever needs one asks at the moment of need, so a change acts at once."""

    def __init__(self, store: SettingStore, feed: Feed, clock: Clock) -> None:
        self._store = store
        self._feed = feed
        self._specs = {spec.name: spec for spec in SETTINGS}
        started = clock.now()
        self._defaults = {s.name: SettingVersion(s.name, s.default, 0, started, "", "") for s in SETTINGS}
        self._in_force = dict(self._defaults)

    async def load(self) -> None:
        """Read what was changed earlier; a value that no longer fits its specification gives way to the default."""
        fresh = dict(self._defaults)
        for version in await self._store.current():
            spec = self._specs.get(version.name)
            if spec is not None and _fits(spec, version):
                fresh[version.name] = version
        changed = [v for name, v in fresh.items() if self._in_force[name] != v]
        self._in_force = fresh
        for version in changed:
            self._feed.setting(version)

    def value(self, name: str) -> bool | int | float | str:
        """The value in force; KeyError for a setting that does not exist, which is a bug."""
        return self._in_force[name].value

    def span(self, name: str) -> timedelta:
        """A setting in seconds as a span of time."""
        return timedelta(seconds=float(self.value(name)))

    def hours(self, name: str) -> timedelta:
        """A setting in hours as a span of time."""
        return timedelta(hours=float(self.value(name)))

    def days(self, name: str) -> timedelta:
        """A setting in days as a span of time."""
        return timedelta(days=float(self.value(name)))

    def word(self, name: str) -> str:
        """A setting that is a word."""
        return str(self.value(name))

    @property
    def all(self) -> tuple[SettingVersion, ...]:
        """Every setting as it is in force."""
        return tuple(self._in_force.values())

    async def change(self, command: ChangeSetting, by: By) -> Receipt:
        """Check and write the next version of a setting."""
        spec = self._spec(command.name)
        entry = await self._store.change(spec.name, spec.check(command.value), by)
        await self.load()
        self._feed.journal_changed()
        return Receipt(entry, undoable=True, count=1, text=f"{spec.title} is now {self.value(spec.name)}.")

    async def roll_back(self, command: RollBackSetting, by: By) -> Receipt:
        """Write the value of an earlier version as the newest; version 0 is the default.

        Raises:
            NotFound: there is no such version.
        """
        spec = self._spec(command.name)
        wanted: bool | int | float | str | None = spec.default if command.version == 0 else None
        for version in await self._store.versions(spec.name):
            if version.version == command.version:
                wanted = version.value
        if wanted is None:
            raise NotFound(f"{spec.title} has no version {command.version}. It was not changed.")
        back = replace(by, reason=by.reason or f"back to version {command.version}")
        return await self.change(ChangeSetting(spec.name, wanted), back)

    async def in_force(self, _query: Settings) -> tuple[SettingVersion, ...]:
        """Answer with every setting."""
        return self.all

    async def history(self, query: SettingHistory) -> tuple[SettingVersion, ...]:
        """Answer with all versions of one setting, oldest first, the default before them."""
        spec = self._spec(query.name)
        return (self._defaults[spec.name], *await self._store.versions(spec.name))

    def _spec(self, name: str) -> SettingSpec:
        spec = self._specs.get(name)
        if spec is None:
            raise NotFound(f"There is no setting called {name}.")
        return spec


def _fits(spec: SettingSpec, version: SettingVersion) -> bool:
    try:
        spec.check(version.value)
    except InvalidInput:
        return False
    return True
