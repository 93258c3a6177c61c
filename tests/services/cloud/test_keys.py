"""Local keys from the cloud."""

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.health import PathState, Stage
from heyzack_console.host.secrets.memory import MemorySecrets
from tests.support.building import CLIMATE, THERMOSTAT
from tests.support.cloud_double import connect, listed
from tests.support.console import console

FRESH = "f" * 16


def refuse(app):
    app.lan.path(THERMOSTAT, PathState.UNREACHABLE, Stage.KEY)


async def test_a_refused_key_is_fetched_once_and_swapped_in_place():
    async with console() as app:
        await connect(app, THERMOSTAT)
        app.cloud.keys[THERMOSTAT.id] = FRESH
        refuse(app)
        await app.settle()
        assert app.lan.watched[THERMOSTAT.id][1] == FRESH
        assert await app.secrets.get(f"local_key/{THERMOSTAT.id}") == FRESH
        app.lan.connect(THERMOSTAT)
        await app.settle()
        assert app.cloud.calls["key"] == 1


async def test_a_key_that_stays_refused_is_asked_for_every_ten_minutes_at_most():
    async with console() as app:
        await connect(app, THERMOSTAT)
        app.cloud.keys[THERMOSTAT.id] = "k" * 16
        for _ in range(40):
            refuse(app)
            await app.wait(30)
        assert app.cloud.calls["key"] == 2


async def test_a_device_of_no_project_and_a_sub_device_are_not_asked_for():
    async with console() as app:
        await connect(app, CLIMATE)
        refuse(app)
        app.lan.path(CLIMATE, PathState.UNREACHABLE, Stage.KEY)
        await app.settle()
        assert app.cloud.calls["key"] == 0


async def test_a_cloud_that_does_not_give_the_key_leaves_the_old_one():
    async with console() as app:
        await connect(app, THERMOSTAT)
        app.cloud.refusal = CloudError("no answer", CloudCause.TRANSPORT)
        refuse(app)
        await app.settle()
        assert app.lan.watched[THERMOSTAT.id][1] == "k" * 16


async def test_a_listing_brings_missing_keys_and_leaves_one_that_works():
    async with console(secrets=MemorySecrets()) as app:
        app.cloud.devices[THERMOSTAT.id] = listed(THERMOSTAT, local_key=FRESH)
        await connect(app)
        assert app.lan.watched[THERMOSTAT.id][1] == FRESH
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        await app.settle()
        app.cloud.devices[THERMOSTAT.id] = listed(THERMOSTAT, local_key=FRESH)
        await connect(app)
        assert app.lan.watched[THERMOSTAT.id][1] == "k" * 16


async def test_what_is_no_key_is_not_kept():
    async with console(secrets=MemorySecrets()) as app:
        app.cloud.devices[THERMOSTAT.id] = listed(THERMOSTAT, local_key="short")
        await connect(app)
        assert app.lan.watched[THERMOSTAT.id][1] == ""
