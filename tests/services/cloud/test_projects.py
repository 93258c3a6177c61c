"""Cloud projects: connected with a secret that only the secret store has, tried, compared, disconnected."""

from dataclasses import replace

import pytest

from heyzack_console.domain.cloud import CloudCause, CloudSpace, LinkState, PairingPass, PlaceKind, ProjectId
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.errors import InvalidInput, NotFound, SecretsLocked
from heyzack_console.host.secrets.memory import MemorySecrets
from heyzack_console.ports.engine.cloud import (
    CheckCloud,
    CloudInventory,
    CloudProjects,
    CloudSpaces,
    CloudStates,
    ConnectCloud,
    DisconnectCloud,
    PairingToken,
    ProposedPlaces,
    ReadSubscription,
    SyncCloud,
)
from heyzack_console.ports.engine.devices import UnlockSecrets
from heyzack_console.ports.engine.sites import Status
from tests.support.building import BOOK, CLIMATE, THERMOSTAT
from tests.support.cloud_double import PROJECT, SECRET, connect, listed
from tests.support.console import console
from tests.support.memory_store import Disk

NAME = f"cloud/{PROJECT.id}"


class LockedSecrets(MemorySecrets):
    """Closed until the passphrase comes."""

    def __init__(self, secrets):
        super().__init__(secrets)
        self.open = False

    async def get_all(self, prefix):
        if not self.open:
            raise SecretsLocked("The vault is locked.")
        return await super().get_all(prefix)

    async def unlock(self, passphrase):
        self.open = True


async def test_a_connected_project_is_used_and_its_secret_lies_in_the_secret_store_alone():
    async with console() as app:
        receipt = await app.engine.do(ConnectCloud(PROJECT, f" {SECRET}\n"))
        assert app.cloud.attached == {PROJECT.id: (PROJECT, SECRET)}
        assert await app.secrets.get(NAME) == SECRET
        assert SECRET not in repr(receipt) + repr(app.disk)
        assert await app.engine.ask(CloudProjects()) == (PROJECT,)


async def test_a_project_is_used_again_after_a_restart():
    disk, secrets = Disk(book=BOOK), MemorySecrets()
    async with console(disk, secrets=secrets) as app:
        await app.engine.do(ConnectCloud(PROJECT, SECRET))
    async with console(disk, secrets=secrets) as app:
        assert app.cloud.attached == {PROJECT.id: (PROJECT, SECRET)}


async def test_a_change_keeps_the_stored_secret_and_the_same_again_does_not_begin_anew():
    async with console() as app:
        await app.engine.do(ConnectCloud(PROJECT, SECRET))
        before = app.cloud.attached[PROJECT.id]
        await app.engine.do(ConnectCloud(PROJECT, ""))
        assert app.cloud.attached[PROJECT.id] is before
        fuller = replace(PROJECT, calls_per_month=100_000)
        await app.engine.do(ConnectCloud(fuller, ""))
        assert app.cloud.attached[PROJECT.id] == (fuller, SECRET)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"access_id": "ab c"}, "access_id"),
        ({"id": ProjectId("other@eu")}, "id"),
        ({"region": ""}, "region"),
        ({"region": "", "base_url": "https://a.example", "queue_url": "http://b.example"}, "queue_url"),
        ({"base_url": "http://cloud.example"}, "base_url"),
        ({"queue_url": "ws://queue.example"}, "queue_url"),
        ({"background_share": 0.0}, "background_share"),
    ],
)
async def test_a_project_that_cannot_be_used_is_refused_and_nothing_is_kept(wrong, field):
    async with console() as app:
        with pytest.raises(InvalidInput, match=r"Nothing was changed|not acceptable") as refused:
            await app.engine.do(ConnectCloud(replace(PROJECT, **wrong), SECRET))
        assert refused.value.field == field
        assert (app.cloud.attached, app.disk.projects, await app.secrets.get(NAME)) == ({}, {}, None)


async def test_a_project_without_a_secret_is_refused_but_loopback_needs_no_encryption():
    async with console() as app:
        with pytest.raises(InvalidInput, match="secret must be given"):
            await app.engine.do(ConnectCloud(PROJECT, ""))
        local = replace(PROJECT, base_url="http://127.0.0.1:7001", queue_url="ws://localhost:7002")
        await app.engine.do(ConnectCloud(local, SECRET))
        assert PROJECT.id in app.cloud.attached


async def test_a_disconnected_project_leaves_its_devices_in_the_book_and_no_secret_behind():
    async with console() as app:
        await connect(app, THERMOSTAT)
        await app.engine.do(DisconnectCloud(PROJECT.id))
        await app.settle()
        assert (app.cloud.attached, await app.secrets.get(NAME), app.disk.members) == ({}, None, {})
        health = app.services.parts.ground.twins.health_of(THERMOSTAT.id)
        assert health.on(Path.CLOUD).state is PathState.UNCONFIGURED
        assert app.services.parts.ground.building.device(THERMOSTAT.id) is not None
        with pytest.raises(NotFound):
            await app.engine.do(DisconnectCloud(PROJECT.id))


async def test_a_locked_vault_lets_projects_wait_until_it_is_opened():
    disk = Disk(book=BOOK, projects={PROJECT.id: PROJECT})
    async with console(disk, secrets=LockedSecrets({NAME: SECRET})) as app:
        assert app.cloud.attached == {}
        assert any("wait for their secrets" in text for text in (await app.engine.ask(Status())).troubles)
        await app.engine.do(UnlockSecrets("open"))
        assert PROJECT.id in app.cloud.attached
        assert not any("secrets" in text for text in (await app.engine.ask(Status())).troubles)


async def test_a_project_is_tried_without_being_kept_and_with_the_stored_secret_where_none_is_given():
    async with console() as app:
        assert (await app.engine.ask(CheckCloud(PROJECT, SECRET))).ok
        assert (await app.engine.ask(CheckCloud(PROJECT, "wrong"))).stage == "token"
        assert (await app.engine.ask(CheckCloud(PROJECT, ""))).message == "The access secret is missing."
        assert (await app.engine.ask(CheckCloud(replace(PROJECT, access_id=""), SECRET))).stage == "address"
        assert app.cloud.attached == {}
        await app.engine.do(ConnectCloud(PROJECT, SECRET))
        assert (await app.engine.ask(CheckCloud(PROJECT, ""))).ok


async def test_what_the_project_lists_is_told_without_keys_and_with_the_tree_it_suggests():
    async with console() as app:
        app.cloud.devices = {THERMOSTAT.id: listed(THERMOSTAT, category="wk", local_key="k" * 16, space="room")}
        app.cloud.tree = (CloudSpace("f", "Floor 1"), CloudSpace("room", "Lab", "f"))
        await app.engine.do(ConnectCloud(PROJECT, SECRET))
        (found,) = await app.engine.ask(CloudInventory(PROJECT.id))
        assert (found.id, found.local_key, found.kind) == (THERMOSTAT.id, "", Category.THERMOSTAT)
        places = await app.engine.ask(ProposedPlaces(PROJECT.id))
        assert [(p.kind, p.devices) for p in places] == [(PlaceKind.FLOOR, ()), (PlaceKind.ROOM, (THERMOSTAT.id,))]
        assert await app.engine.ask(CloudSpaces(PROJECT.id)) == app.cloud.tree
        assert await app.engine.ask(PairingToken(PROJECT.id)) == PairingPass("EUtoken", 240)


async def test_states_reach_whoever_follows_and_the_worst_is_in_the_header():
    async with console() as app:
        await app.engine.do(ConnectCloud(PROJECT, SECRET))
        changes = app.engine.changes()
        assert [state.state for state in (await anext(changes)).cloud] == [LinkState.CONNECTING]
        app.cloud.stand(LinkState.UP, latency_ms=41.0)
        assert [state.state for state in (await anext(changes)).cloud] == [LinkState.UP]
        await changes.aclose()
        status = await app.engine.ask(Status())
        assert (status.cloud, status.cloud_latency_ms) == (LinkState.UP, 41.0)
        app.cloud.fall()
        assert (await app.engine.ask(CloudStates()))[0].cause is CloudCause.TRANSPORT
        assert (await app.engine.ask(Status())).cloud is LinkState.CONNECTING


async def test_without_a_project_the_header_says_nothing_of_the_cloud():
    async with console() as app:
        assert (await app.engine.ask(Status())).cloud is None


async def test_a_comparison_at_somebody_s_wish_says_how_many_devices_there_are():
    async with console() as app:
        await connect(app, THERMOSTAT, CLIMATE)
        receipt = await app.engine.do(SyncCloud(PROJECT.id))
        assert (receipt.count, receipt.text) == (2, "Compared with the cloud: 2 devices.")
        with pytest.raises(NotFound):
            await app.engine.do(SyncCloud(ProjectId("none@eu")))


async def test_counters_are_on_the_disk_at_the_end_and_there_at_the_start():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.cloud.meter.store(PROJECT.id, "2026-03", 12, 34)
    async with console(disk) as app:
        assert app.cloud.meter.load(PROJECT.id, "2026-03") == (12, 34)
        assert app.cloud.meter.load(PROJECT.id, "2026-04") == (0, 0)


async def test_devices_that_are_not_in_the_book_get_no_path():
    async with console() as app:
        stranger = replace(THERMOSTAT, id=DeviceId("stranger"))
        await connect(app, stranger)
        assert app.services.parts.ground.twins.health_of(stranger.id) is None


async def test_this_console_reads_another_subscription_at_once_and_after_a_restart():
    disk, secrets = Disk(book=BOOK), MemorySecrets()
    other = replace(PROJECT, queue_suffix="desk-2")
    async with console(disk, secrets=secrets) as app:
        await app.engine.do(ConnectCloud(PROJECT, SECRET))
        receipt = await app.engine.do(ReadSubscription(PROJECT.id, " desk-2 "))
        assert "abc123-desk-2" in receipt.text
        assert app.cloud.attached == {PROJECT.id: (other, SECRET)}
    async with console(disk, secrets=secrets) as app:
        assert app.cloud.attached == {PROJECT.id: (other, SECRET)}


@pytest.mark.parametrize("name", ["", "two words", "a/b", "x" * 61, "größe"])
async def test_a_name_that_no_subscription_can_have_changes_nothing(name):
    async with console() as app:
        await app.engine.do(ConnectCloud(PROJECT, SECRET))
        with pytest.raises(InvalidInput, match="subscription"):
            await app.engine.do(ReadSubscription(PROJECT.id, name))
        assert app.cloud.attached == {PROJECT.id: (PROJECT, SECRET)}
