"""One truth over two roads: fail-over, fail-back, outages of either side, age when the last road is gone."""

from heyzack_console.domain.cloud import CloudCause, CloudHappening, LinkState
from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.devices.readings import Path, Quality
from heyzack_console.ports.engine.journal import ChangeSetting
from tests.support.building import BOOK, CLIMATE, GATEWAY, SMOKE, THERMOSTAT, at
from tests.support.cloud_double import PROJECT, connect
from tests.support.console import console
from tests.support.memory_store import Disk

CODE = "temp_set"


def health(app, device=THERMOSTAT):
    return app.services.parts.ground.twins.health_of(device.id)


async def both(app):
    """A thermostat that both roads tell of."""
    app.lan.connect(THERMOSTAT)
    await connect(app, THERMOSTAT)
    app.lan.tell(THERMOSTAT, CODE, 20.0)
    app.cloud.tell(THERMOSTAT, CODE, 20.0, at(0))
    await app.settle()


async def test_a_lost_lan_leaves_values_alive_that_the_cloud_tells_of_and_no_others():
    async with console() as app:
        await both(app)
        app.lan.tell(THERMOSTAT, "mode", "auto")
        app.lan.lose(THERMOSTAT)
        assert (await app.twin(THERMOSTAT, CODE)).quality is Quality.LIVE
        assert (await app.twin(THERMOSTAT, "mode")).quality is Quality.CACHED
        assert (health(app).reachable, health(app).lost, health(app).road) == (True, False, Path.CLOUD)


async def test_a_lost_cloud_leaves_the_lan_alive():
    async with console() as app:
        await both(app)
        app.cloud.fall()
        assert (await app.twin(THERMOSTAT, CODE)).quality is Quality.LIVE
        assert (health(app).reachable, health(app).road) == (True, Path.LAN)


async def test_with_both_gone_values_are_remembered_with_their_age_and_all_of_it_recovers():
    async with console() as app:
        await both(app)
        app.lan.lose(THERMOSTAT)
        app.cloud.fall()
        shown = await app.twin(THERMOSTAT, CODE)
        assert (shown.quality, health(app).lost, health(app).road) == (Quality.CACHED, True, None)
        told_at = shown.at
        await app.wait(30)
        assert (await app.twin(THERMOSTAT, CODE)).at == told_at
        app.cloud.rise()
        await app.wait(70)
        shown = await app.twin(THERMOSTAT, CODE)
        assert (shown.quality, shown.at, shown.path) == (Quality.LIVE, told_at, Path.CLOUD)


async def test_the_road_goes_back_to_the_lan_only_when_it_has_held():
    async with console() as app:
        await app.engine.do(ChangeSetting("paths.fail_back_after_s", 20))
        await both(app)
        app.lan.lose(THERMOSTAT)
        await app.wait(1)
        app.lan.connect(THERMOSTAT)
        await app.wait(19)
        assert health(app).road is Path.CLOUD
        await app.wait(1)
        assert health(app).road is Path.LAN


async def test_whoever_follows_is_told_of_the_way_back():
    async with console() as app:
        await both(app)
        app.lan.lose(THERMOSTAT)
        await app.settle()
        app.lan.connect(THERMOSTAT)
        await app.settle()
        changes = app.engine.changes()
        await anext(changes)
        await app.wait(21)
        batch = await anext(changes)
        assert [told.road for told in batch.health] == [Path.LAN]
        await changes.aclose()


async def test_a_device_that_falls_over_to_the_cloud_is_read_once():
    async with console() as app:
        await both(app)
        await app.wait(60)
        app.cloud.reads.clear()
        app.lan.lose(THERMOSTAT)
        await app.wait(5)
        assert app.cloud.reads == [(THERMOSTAT.id,)]


async def test_a_lan_that_comes_and_goes_costs_a_call_a_minute_at_most():
    async with console() as app:
        await app.engine.do(ChangeSetting("paths.fail_back_after_s", 0))
        await both(app)
        await app.wait(60)
        app.cloud.calls.clear()
        for _ in range(30):
            app.lan.lose(THERMOSTAT)
            await app.wait(2)
            app.lan.connect(THERMOSTAT)
            await app.wait(2)
        assert 1 <= app.cloud.calls["read"] <= 3


async def test_the_cloud_gives_the_last_value_of_a_device_that_it_does_not_hear_as_remembered():
    async with console() as app:
        app.cloud.values[THERMOSTAT.id, CODE] = 19.0, "°C", at(-3600)
        await connect(app, THERMOSTAT, online=False)
        shown = await app.twin(THERMOSTAT, CODE)
        assert (shown.value, shown.quality) == (19.0, Quality.CACHED)
        assert health(app).on(Path.CLOUD).state is PathState.UNREACHABLE
        app.cloud.happen(THERMOSTAT, CloudHappening.ONLINE)
        await app.wait(70)
        assert (await app.twin(THERMOSTAT, CODE)).quality is Quality.LIVE


async def test_without_messages_a_value_of_the_cloud_is_live_only_for_a_while():
    async with console() as app:
        await app.engine.do(ChangeSetting("twin.stale_after_s", 60))
        await connect(app, THERMOSTAT)
        app.cloud.tell(THERMOSTAT, CODE, 19.0)
        await app.settle()
        app.cloud.stand(queue=LinkState.DEGRADED)
        await app.wait(50)
        assert (await app.twin(THERMOSTAT, CODE)).quality is Quality.LIVE
        await app.wait(60)
        assert (await app.twin(THERMOSTAT, CODE)).quality is Quality.CACHED
        assert "Messages do not arrive" in health(app).on(Path.CLOUD).cause


async def test_a_sleeper_that_the_cloud_does_not_hear_is_asleep_and_no_outage():
    async with console() as app:
        await connect(app, SMOKE, online=False)
        assert health(app, SMOKE).on(Path.CLOUD).state is PathState.ASLEEP
        app.lan.lose(SMOKE)
        await app.wait(120)
        assert SMOKE.id not in await app.states()


async def test_the_cloud_s_path_says_why_and_what_to_do():
    async with console() as app:
        await connect(app, THERMOSTAT)
        app.cloud.stand(LinkState.OFF, CloudCause.SUBSCRIPTION, "The subscription has expired", advice="Extend it.")
        await app.settle()
        path = health(app).on(Path.CLOUD)
        assert (path.state, path.cause, path.advice) == (
            PathState.UNREACHABLE,
            "The subscription has expired",
            "Extend it.",
        )


async def test_a_device_unlinked_from_the_project_keeps_its_place_and_says_so():
    async with console() as app:
        await connect(app, THERMOSTAT)
        app.cloud.devices.clear()
        app.cloud.happen(THERMOSTAT, CloudHappening.UNBOUND)
        await app.wait(5)
        path = health(app).on(Path.CLOUD)
        assert (path.state, path.cause) == (PathState.UNCONFIGURED, "It is not linked to a cloud project")
        assert app.services.parts.ground.building.device(THERMOSTAT.id) is not None


async def test_at_a_start_without_the_cloud_a_device_still_has_its_cloud_path():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        await connect(app, THERMOSTAT)
    async with console(disk, app.clock, secrets=app.secrets) as app:
        app.cloud.fall()
        app.lan.lose(THERMOSTAT)
        await app.settle()
        assert [path.path for path in health(app).paths] == [Path.LAN, Path.CLOUD]
        assert health(app).lost


async def test_a_late_message_with_an_older_value_changes_nothing():
    async with console() as app:
        await both(app)
        app.clock.advance(10)
        app.lan.tell(THERMOSTAT, CODE, 22.0)
        await app.settle()
        app.cloud.tell(THERMOSTAT, CODE, 20.0, at(0))
        assert (await app.twin(THERMOSTAT, CODE)).value == 22.0


async def test_signals_and_updates_are_shown_at_the_device():
    async with console() as app:
        await connect(app, THERMOSTAT)
        app.cloud.happen(THERMOSTAT, CloudHappening.SIGNAL, number=-61.0)
        app.cloud.happen(THERMOSTAT, CloudHappening.UPGRADE, "40 %")
        shown = await app.twin(THERMOSTAT, "signal_strength")
        assert (shown.value, shown.unit) == (-61.0, "dBm")
        assert (await app.twin(THERMOSTAT, "firmware_update")).value == "40 %"


async def test_an_older_word_of_a_device_that_came_or_went_is_not_believed():
    async with console() as app:
        await connect(app, THERMOSTAT)
        app.clock.advance(10)
        app.cloud.happen(THERMOSTAT, CloudHappening.ONLINE)
        app.clock.advance(-5)
        app.cloud.happen(THERMOSTAT, CloudHappening.OFFLINE)
        app.clock.advance(5)
        await app.settle()
        assert health(app).on(Path.CLOUD).state is PathState.CONNECTED


async def test_the_project_can_be_read_from_its_members():
    async with console() as app:
        await connect(app, THERMOSTAT)
        assert [member.project for member in app.disk.members[PROJECT.id]] == [PROJECT.id]


async def test_a_device_that_the_cloud_hears_again_is_read_though_the_lan_has_it():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        await connect(app, THERMOSTAT, online=False)
        await app.wait(60)
        app.cloud.reads.clear()
        app.cloud.happen(THERMOSTAT, CloudHappening.ONLINE)
        await app.wait(3)
        assert app.cloud.reads == [(THERMOSTAT.id,)]


async def test_counters_and_latency_of_a_project_are_no_news_of_its_devices():
    async with console() as app:
        await connect(app, THERMOSTAT)
        changes = app.engine.changes()
        await anext(changes)
        app.cloud.stand(calls=7, latency_ms=80.0)
        await app.settle()
        batch = await anext(changes)
        assert (len(batch.cloud), batch.health) == (1, ())
        await changes.aclose()


async def test_values_that_grew_old_without_messages_are_read_when_messages_come_again():
    async with console() as app:
        await app.engine.do(ChangeSetting("twin.stale_after_s", 60))
        await connect(app, THERMOSTAT)
        app.cloud.tell(THERMOSTAT, CODE, 19.0)
        await app.settle()
        app.cloud.stand(queue=LinkState.DEGRADED)
        await app.wait(120)
        assert (await app.twin(THERMOSTAT, CODE)).quality is Quality.CACHED
        app.cloud.stand()
        await app.wait(3)
        assert (await app.twin(THERMOSTAT, CODE)).quality is Quality.LIVE


async def outage(app):
    """The cloud goes and comes again after a minute; then there is time for the comparison of many devices."""
    app.cloud.fall()
    await app.wait(70)
    app.cloud.rise()
    await app.wait(20)


async def test_a_value_that_only_reading_a_device_alone_tells_is_live_again_after_an_outage():
    async with console() as app:
        await connect(app, THERMOSTAT, CLIMATE)
        app.cloud.told_alone = {"mode"}
        app.cloud.tell(THERMOSTAT, CODE, 19.0)
        app.cloud.tell(THERMOSTAT, "mode", "auto")
        await outage(app)
        assert (await app.twin(THERMOSTAT, CODE)).quality is Quality.LIVE
        assert (await app.twin(THERMOSTAT, "mode")).quality is Quality.CACHED
        await app.wait(70)
        assert (await app.twin(THERMOSTAT, "mode")).quality is Quality.LIVE


async def test_a_value_that_the_cloud_does_not_know_any_more_is_asked_for_once():
    async with console() as app:
        await connect(app, THERMOSTAT, CLIMATE)
        app.cloud.tell(THERMOSTAT, "mode", "auto")
        app.cloud.values.clear()
        await outage(app)
        app.cloud.reads.clear()
        await app.wait(300)
        assert app.cloud.reads == [(THERMOSTAT.id,)]
        assert (await app.twin(THERMOSTAT, "mode")).quality is Quality.CACHED


async def test_a_device_that_the_lan_reaches_is_not_asked_alone():
    async with console() as app:
        await connect(app, THERMOSTAT, CLIMATE)
        app.cloud.told_alone = {"mode"}
        app.cloud.tell(THERMOSTAT, "mode", "auto")
        app.lan.connect(THERMOSTAT)
        await outage(app)
        app.cloud.reads.clear()
        await app.wait(300)
        assert app.cloud.reads == []


async def test_a_reading_after_an_outage_that_fails_is_made_up_for():
    async with console() as app:
        await connect(app, THERMOSTAT, CLIMATE)
        app.cloud.tell(THERMOSTAT, CODE, 19.0)
        app.cloud.fall()
        await app.wait(70)
        app.cloud.stand()  # it says that it is there, and refuses all the same
        await app.wait(20)
        app.cloud.refusal = None
        assert (await app.twin(THERMOSTAT, CODE)).quality is Quality.CACHED
        app.cloud.reads.clear()
        await app.wait(110)
        assert {THERMOSTAT.id, CLIMATE.id} in [set(read) for read in app.cloud.reads]
        assert (await app.twin(THERMOSTAT, CODE)).quality is Quality.LIVE


async def test_what_hangs_on_a_gateway_that_the_cloud_does_not_hear_says_so_whichever_is_told_first():
    async with console() as app:
        await connect(app, GATEWAY, CLIMATE)
        app.cloud.happen(CLIMATE, CloudHappening.OFFLINE)
        await app.settle()
        alone = health(app, CLIMATE).on(Path.CLOUD)
        assert (alone.state, alone.cause) == (PathState.UNREACHABLE, "The cloud does not hear it")
        app.cloud.happen(GATEWAY, CloudHappening.OFFLINE)
        await app.settle()
        below = health(app, CLIMATE).on(Path.CLOUD)
        assert below.cause == "The cloud does not hear its gateway Gateway east"
        assert "gateway's power" in below.advice
        app.cloud.happen(GATEWAY, CloudHappening.ONLINE)
        await app.settle()
        assert health(app, CLIMATE).on(Path.CLOUD).cause == "The cloud does not hear it"
