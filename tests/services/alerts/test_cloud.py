"""Alerts about the cloud: projects that stop or will stop, and values in which LAN and cloud differ."""

from dataclasses import replace

from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.cloud import CloudCause, LinkState
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.ports.engine.cloud import ConnectCloud, DisconnectCloud
from heyzack_console.ports.engine.journal import ChangeSetting
from tests.support.building import BOOK, THERMOSTAT, at
from tests.support.cloud_double import PROJECT, SECRET, connect
from tests.support.console import console
from tests.support.memory_store import Disk

NAME = DeviceId(f"cloud/{PROJECT.id}")
CODE = "temp_set"
UNSEEN = AlertState.UNACKNOWLEDGED


async def open_rules(app, device=NAME):
    return {alert.rule: alert for alert in await app.alerts() if alert.device == device}


async def test_an_expired_subscription_is_announced_and_stays_until_somebody_has_seen_that_it_is_over():
    async with console() as app:
        await connect(app, THERMOSTAT)
        app.cloud.stand(LinkState.OFF, CloudCause.SUBSCRIPTION, "code 28841002")
        await app.wait(1)
        alert = (await open_rules(app))["cloud_ended"]
        assert (alert.state, alert.condition) == (UNSEEN, "Cloud subscription has ended: code 28841002")
        app.cloud.stand()
        await app.wait(1)
        assert (await open_rules(app))["cloud_ended"].state is AlertState.RETURNED


async def test_a_cloud_that_is_away_is_announced_after_two_minutes_and_goes_by_itself():
    async with console() as app:
        await connect(app, THERMOSTAT)
        app.cloud.fall()
        await app.wait(119)
        assert await open_rules(app) == {}
        await app.wait(3)
        assert set(await open_rules(app)) == {"cloud_away"}
        app.cloud.rise()
        await app.wait(1)
        assert await open_rules(app) == {}


async def test_the_end_of_a_subscription_is_announced_days_ahead():
    ending = replace(PROJECT, subscription_ends=at(20 * 86_400))
    async with console() as app:
        await app.engine.do(ConnectCloud(ending, SECRET))
        app.cloud.stand()
        await app.wait(2)
        assert await open_rules(app) == {}
        await app.engine.do(ChangeSetting("cloud.warn_days", 30))
        await app.wait(2)
        assert (await open_rules(app))["cloud_ends_soon"].condition == "Cloud subscription ends in 19 days, 2026-03-22"


async def test_an_alert_of_a_project_outlives_a_restart_and_ends_with_the_project():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        await connect(app, THERMOSTAT)
        app.cloud.stand(LinkState.DEGRADED, background_stopped=True, calls=9, calls_allowed=10)
        await app.wait(1)
        assert set(await open_rules(app)) == {"cloud_saving"}
    async with console(disk, app.clock, secrets=app.secrets) as app:
        app.cloud.stand(LinkState.DEGRADED, background_stopped=True, calls=9, calls_allowed=10)
        await app.wait(1)
        assert (await open_rules(app))["cloud_saving"].count == 1
        await app.engine.do(DisconnectCloud(PROJECT.id))
        await app.wait(1)
        assert await open_rules(app) == {}


async def test_without_a_site_nothing_is_announced():
    async with console(Disk()) as app:
        await app.engine.do(ConnectCloud(PROJECT, SECRET))
        app.cloud.stand(LinkState.OFF, CloudCause.AUTH)
        await app.wait(2)
        assert await app.alerts() == ()


async def differing(app):
    await app.engine.do(ChangeSetting("cloud.divergence_after_s", 60))
    app.lan.connect(THERMOSTAT)
    await connect(app, THERMOSTAT)
    app.lan.tell(THERMOSTAT, CODE, 20.0)
    await app.settle()
    app.clock.advance(1)
    app.cloud.tell(THERMOSTAT, CODE, 25.0)
    await app.settle()


async def test_lan_and_cloud_that_differ_for_too_long_are_an_alert_of_their_own():
    async with console() as app:
        await differing(app)
        await app.wait(58)
        assert await open_rules(app, THERMOSTAT.id) == {}
        await app.wait(4)
        alert = (await open_rules(app, THERMOSTAT.id))["diverging"]
        assert alert.condition == "LAN and cloud differ: Set point is 20.0 °C on the LAN, 25.0 °C in the cloud"
        app.cloud.tell(THERMOSTAT, CODE, 20.0)
        await app.wait(1)
        assert await open_rules(app, THERMOSTAT.id) == {}


async def test_a_difference_of_which_one_side_is_gone_is_nobody_s_business():
    async with console() as app:
        await differing(app)
        app.cloud.fall()
        await app.wait(90)
        assert "diverging" not in await open_rules(app, THERMOSTAT.id)
        app.cloud.rise()
        await app.wait(2)
        assert "diverging" in await open_rules(app, THERMOSTAT.id)
