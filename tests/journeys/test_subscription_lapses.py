"""J5: a lapsed subscription takes nothing from the LAN, and after the renewal its gap is filled and marked."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from heyzack_console.composition.engine import EngineWorld, open_engine
from heyzack_console.domain.cloud import CloudError, LinkState
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.host.home import open_home
from heyzack_console.ports.engine.cloud import CloudProjects, ConnectCloud, SyncCloud
from heyzack_console.ports.engine.telemetry import History
from heyzack_console.presentation.inspector.trend import trendable
from heyzack_console.presentation.selection import Selection
from heyzack_console.services.cloud.gap_filling import HELD
from heyzack_console.simulator.cloud.temper import CloudTemper
from heyzack_console.simulator.house.roads import Road
from tests.support.harbour_house import ForwardClock
from tests.support.stage import BRISK
from tests.support.story import window_on
from tests.support.two_road_house import two_road_house

LAPSED_FOR_S = 1800


def standing(story, rule):
    """The alert of the project by *rule*, None where there is none."""
    return next((alert for alert in story.mirror.alerts.values() if alert.rule == rule and alert.active), None)


def read_now(story):
    button = next(b for b in story.window.findChildren(QPushButton) if b.text() == "Read now")
    button.click()


async def test_a_lapsed_subscription_takes_nothing_from_the_lan_and_its_gap_is_filled_and_hatched(tmp_path):
    clock = ForwardClock()
    async with two_road_house() as house:
        world = EngineWorld(clock, demo=house.description, listens=False, timings=BRISK)
        async with (
            open_engine(open_home(tmp_path, {}), world) as services,
            window_on(services.engine, clock, tmp_path) as story,
        ):
            engine, near, far = services.engine, house.on(Road.LAN, Road.BOTH), house.on(Road.CLOUD)
            await story.until(lambda: all(story.live(d) for d in far if house.cloud.project.twins[d].online))
            await story.until(lambda: all(story.health(d).reachable for d in near))
            sensor = next(d for d in house.description.book.devices if d.id in far and trendable(d))
            code = trendable(sensor)[0].code
            await story.until(lambda: story.newest(sensor.id, code))

            (project,) = await engine.ask(CloudProjects())
            await engine.do(ConnectCloud(replace(project, subscription_ends=clock.now() + timedelta(days=10)), ""))
            warned = await story.until(lambda: standing(story, "cloud_ends_soon"))
            assert "ends in 9 days" in warned.condition
            await story.until(lambda: story.health(sensor.id).reachable)

            house.change_cloud(CloudTemper(subscription_expired=True))
            with pytest.raises(CloudError, match="subscription has expired"):
                await engine.do(SyncCloud(project.id))
            ended = await story.until(lambda: standing(story, "cloud_ended"))
            await story.until(lambda: not any(story.health(device).reachable for device in far))
            assert all(story.health(device).reachable for device in near)
            assert "expired" in ended.condition
            remembered = story.newest(sensor.id, code)
            assert remembered is not None
            assert remembered.quality is Quality.CACHED
            with pytest.raises(CloudError, match="subscription has expired"):
                await engine.do(SyncCloud(project.id))

            house.cloud.project.report(sensor.id, {code: float(remembered.value) + 1}, urgent=True)
            clock.forward(LAPSED_FOR_S)
            house.change_cloud(CloudTemper())
            read_now(story)
            await story.until(lambda: story.mirror.cloud[project.id].state is LinkState.UP)
            await story.until(lambda: story.health(sensor.id).reachable and story.live(sensor.id))
            await story.until(lambda: standing(story, "cloud_ended") is None)
            clock.forward(HELD.total_seconds())

            story.console.board.choose(Selection((sensor.id,), ()))
            await story.until(lambda: "filled from the cloud's log" in story.words(story.console.panes.inspector))
            now = clock.now()
            series = await engine.ask(History(sensor.id, code, now - timedelta(hours=1), now))
            ((since, until),) = series.filled
            assert until - since >= LAPSED_FOR_S * 1000
            assert any(since <= at < until for at in series.times)
            await story.console.bridge.idle()
