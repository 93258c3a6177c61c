"""Alerts about the cloud: projects that stop or will stop, and values in which LAN and cloud differ."""

from dataclasses import replace

from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.cloud import CloudCause, CloudHappening, LinkState
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import PathState, Stage
from heyzack_console.domain.sites import SiteBook
from heyzack_console.ports.engine.cloud import ConnectCloud, DisconnectCloud
from heyzack_console.ports.engine.journal import ChangeSetting
from tests.support.building import BOOK, THERMOSTAT, at
from tests.support.cloud_double import PROJECT, SECRET, connect, listed
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


FAR = replace(THERMOSTAT, address=None)


def far_house():
    return Disk(book=SiteBook(BOOK.site, (FAR,)))


async def lost_with_the_cloud(app):
    app.lan.path(FAR, PathState.UNREACHABLE, Stage.CONNECT)
    await connect(app, FAR)
    app.cloud.fall()
    await app.wait(60)


async def test_what_only_the_cloud_reaches_is_a_consequence_of_its_loss_and_no_alert_of_its_own():
    async with console(far_house()) as app:
        await lost_with_the_cloud(app)
        assert await app.states() == {}
        await app.wait(70)
        alerts = {alert.device: alert for alert in await app.alerts()}
        assert (alerts[FAR.id].state, alerts[FAR.id].parent) == (AlertState.SUPPRESSED, alerts[NAME].id)
        assert alerts[NAME].consequences == 1
        app.cloud.rise()
        await app.wait(2)
        assert await app.states() == {}


async def test_a_device_that_the_cloud_does_not_hear_when_it_is_back_is_announced_then():
    disk = far_house()
    async with console(disk) as app:
        await lost_with_the_cloud(app)
        await app.wait(70)
    async with console(disk, app.clock, secrets=app.secrets) as app:
        app.lan.path(FAR, PathState.UNREACHABLE, Stage.CONNECT)
        app.cloud.devices[FAR.id] = listed(FAR, online=False)
        await app.wait(60)
        app.cloud.happen(FAR, CloudHappening.OFFLINE)
        app.cloud.rise()
        await app.wait(25)
        assert await app.states() == {FAR.id: AlertState.SUPPRESSED}
        await app.wait(40)
        assert await app.states() == {FAR.id: UNSEEN}


async def test_a_device_with_a_place_on_the_lan_is_announced_whatever_the_cloud_does():
    async with console() as app:
        app.lan.lose(THERMOSTAT)
        await connect(app, THERMOSTAT)
        app.cloud.fall()
        await app.wait(60)
        assert await app.states() == {THERMOSTAT.id: UNSEEN}


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
