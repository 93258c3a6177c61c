"""The book of devices, and how keys and sessions follow it."""

from dataclasses import replace

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, LanAddress, Place
from heyzack_console.domain.devices.health import FoundDevice
from heyzack_console.domain.errors import IllegalTransition, InvalidInput, NotFound, SecretsLocked, StoreFull
from heyzack_console.host.secrets.memory import MemorySecrets
from heyzack_console.ports.engine.devices import (
    AddDevices,
    NewDevice,
    PlaceDevices,
    ProbeRange,
    RecentFrames,
    ReleaseSession,
    RemoveDevices,
    RenameDevice,
    Scan,
    SetLanAddress,
    SetLocalKey,
    UnlockSecrets,
)
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.sites import SitePicture, Status
from tests.support.building import DEVICES, GATEWAY, GROUND, KEYS, LEAK, THERMOSTAT, VALVE, at
from tests.support.console import console
from tests.support.memory_store import Disk

LAMP = Device(DeviceId("lamp"), "Lamp", Category.LIGHT, address=LanAddress("127.0.0.1", 7010, "3.3"))
KEY = "0123456789abcdef"


class LockedSecrets(MemorySecrets):
    """Gives nothing until the passphrase is told."""

    locked = True

    async def get_all(self, prefix):
        if self.locked:
            raise SecretsLocked("The vault is locked.")
        return await super().get_all(prefix)

    async def unlock(self, passphrase):
        if passphrase != "open sesame":
            raise SecretsLocked("The passphrase is wrong.")
        self.locked = False


async def device(app, device_id):
    book = await app.engine.ask(SitePicture())
    return next((d for d in book.devices if d.id == device_id), None)


async def test_at_the_start_every_device_is_watched_with_its_key_gateways_first():
    async with console() as app:
        assert {d: key for d, (_, key) in app.lan.watched.items()} == {d.id: KEYS.get(d.id, "") for d in DEVICES}
        order = [call.removeprefix("watch ") for call in app.lan.calls]
        assert order.index(GATEWAY.id) < order.index(LEAK.id)


async def test_a_new_device_is_written_watched_and_its_key_kept_out_of_the_record():
    async with console() as app:
        receipt = await app.engine.do(AddDevices((NewDevice(LAMP, KEY),)))
        assert (receipt.made, receipt.undoable) == (LAMP.id, True)
        assert app.lan.watched[LAMP.id] == (LAMP, KEY)
        assert await app.secrets.get_all("local_key/lamp") == {"local_key/lamp": KEY}
        assert KEY not in repr(app.disk.book)
        assert KEY not in repr(AddDevices((NewDevice(LAMP, KEY),)))


async def test_a_known_device_is_updated_and_keeps_its_place():
    async with console() as app:
        moved = replace(THERMOSTAT, name="Thermostat north", place=Place(GROUND, 1.0, 1.0), points=())
        await app.engine.do(AddDevices((NewDevice(moved),)))
        now = await device(app, THERMOSTAT.id)
        assert (now.name, now.place, now.points) == ("Thermostat north", THERMOSTAT.place, THERMOSTAT.points)


@pytest.mark.parametrize(
    ("new", "says"),
    [
        (NewDevice(LAMP, "short"), "16 plain characters"),
        (NewDevice(LAMP, "0123456789abcde\n"), "16 plain characters"),
        (NewDevice(replace(LAMP, id=DeviceId(""))), "proper id"),
        (NewDevice(replace(LAMP, name="two\nlines" * 40)), "A name has"),
        (NewDevice(replace(LAMP, gateway=DeviceId("nobody"), cid="1")), "gateway that is not known"),
        (NewDevice(replace(LAMP, address=LanAddress("", 1))), "IP address or a host name"),
        (NewDevice(replace(LAMP, address=LanAddress("h", 0))), "port"),
        (NewDevice(replace(LAMP, address=LanAddress("h", 1, "9.9"))), "protocol version"),
        (NewDevice(replace(LAMP, place=Place(GROUND, 99.0, 1.0))), "outside the plan"),
    ],
)
async def test_a_device_that_is_not_acceptable_changes_nothing(new, says):
    async with console() as app:
        with pytest.raises(InvalidInput, match=says) as refused:
            await app.engine.do(AddDevices((new,)))
        assert (app.disk.entries, LAMP.id in app.lan.watched) == ([], False)
        assert not new.key or new.key not in refused.value.text


async def test_devices_need_a_site():
    async with console(Disk()) as app:
        with pytest.raises(NotFound, match="no site yet"):
            await app.engine.do(AddDevices((NewDevice(LAMP, KEY),)))
        assert (await app.engine.ask(Status())).devices == 0


async def test_a_new_name_costs_no_connection_and_can_be_undone():
    async with console() as app:
        calls = list(app.lan.calls)
        receipt = await app.engine.do(RenameDevice(THERMOSTAT.id, "  Thermostat   north "))
        assert (await device(app, THERMOSTAT.id)).name == "Thermostat north"
        await app.engine.do(Undo(receipt.entry))
        assert (await device(app, THERMOSTAT.id)).name == THERMOSTAT.name
        assert app.lan.calls == calls


async def test_moving_on_the_plan_costs_no_connection():
    async with console() as app:
        calls = list(app.lan.calls)
        await app.engine.do(PlaceDevices(((VALVE.id, Place(GROUND, 2.0, 3.0)), (THERMOSTAT.id, None))))
        assert (await device(app, VALVE.id)).place == Place(GROUND, 2.0, 3.0)
        assert (await device(app, THERMOSTAT.id)).place is None
        assert app.lan.calls == calls


async def test_a_place_on_a_floor_that_is_not_there_is_refused():
    async with console() as app:
        with pytest.raises(NotFound, match="floor"):
            await app.engine.do(PlaceDevices(((VALVE.id, Place(FloorId("attic"), 2.0, 3.0)),)))


async def test_a_new_address_makes_the_session_follow():
    async with console() as app:
        await app.engine.do(SetLanAddress(VALVE.id, LanAddress("127.0.0.1", 7099, "3.3")))
        assert app.lan.calls[-1] == f"watch {VALVE.id}"
        assert app.lan.watched[VALVE.id][0].address.port == 7099


async def test_a_device_behind_a_gateway_has_no_address_and_no_key():
    async with console() as app:
        with pytest.raises(InvalidInput, match="through its gateway"):
            await app.engine.do(SetLanAddress(LEAK.id, LanAddress("127.0.0.1")))
        with pytest.raises(InvalidInput, match="key of its gateway"):
            await app.engine.do(SetLocalKey(LEAK.id, KEY))


async def test_a_new_key_is_kept_and_makes_the_session_follow():
    async with console() as app:
        await app.engine.do(SetLocalKey(VALVE.id, KEY))
        assert app.lan.watched[VALVE.id][1] == KEY
        assert await app.secrets.get(f"local_key/{VALVE.id}") == KEY
        assert app.disk.entries == []


async def test_a_removed_gateway_takes_along_what_hangs_on_it_and_undo_brings_all_back():
    async with console() as app:
        receipt = await app.engine.do(RemoveDevices((GATEWAY.id,)))
        assert receipt.count == 3
        assert GATEWAY.id not in app.lan.watched
        assert LEAK.id not in app.lan.watched
        await app.engine.do(Undo(receipt.entry))
        assert {GATEWAY.id, LEAK.id} <= app.lan.watched.keys()


async def test_a_change_that_cannot_be_written_leaves_book_and_sessions():
    async with console() as app:
        app.disk.full = True
        with pytest.raises(StoreFull):
            await app.engine.do(RemoveDevices((VALVE.id,)))
        assert await device(app, VALVE.id) == VALVE
        assert VALVE.id in app.lan.watched


async def test_a_session_can_be_released_and_taken_back():
    async with console() as app:
        await app.engine.do(ReleaseSession(VALVE.id))
        await app.engine.do(ReleaseSession(VALVE.id, resume=True))
        assert app.lan.calls[-2:] == [f"release {VALVE.id}", f"resume {VALVE.id}"]


async def test_a_locked_vault_is_said_and_once_open_the_devices_get_their_keys():
    secrets = LockedSecrets({f"local_key/{VALVE.id}": KEY})
    async with console(secrets=secrets) as app:
        assert app.lan.watched[VALVE.id][1] == ""
        assert any("vault is locked" in trouble for trouble in (await app.engine.ask(Status())).troubles)
        with pytest.raises(SecretsLocked):
            await app.engine.do(UnlockSecrets("wrong"))
        await app.engine.do(UnlockSecrets("open sesame"))
        assert app.lan.watched[VALVE.id][1] == KEY
        assert (await app.engine.ask(Status())).troubles == ()


async def test_what_a_scan_finds_is_marked_as_known_or_new():
    async with console() as app:
        app.lan.around = tuple(
            FoundDevice(DeviceId(name), "127.0.0.1", 6668, "3.3", "p", at(0)) for name in (VALVE.id, "stranger")
        )
        found = await app.engine.ask(Scan(1.0))
        assert {f.id: f.known for f in found} == {VALVE.id: True, "stranger": False}


async def test_what_announced_itself_by_the_way_is_in_the_next_scan():
    async with console() as app:
        stranger = FoundDevice(DeviceId("stranger"), "127.0.0.1", 6668, "3.3", "p", at(0))
        app.lan.listener.found(stranger)
        assert await app.engine.ask(Scan(1.0)) == (stranger,)


async def test_a_probe_without_ids_knows_devices_by_their_address():
    async with console() as app:
        app.lan.around = tuple(FoundDevice(DeviceId(""), "127.0.0.1", port, "", "", at(0)) for port in (7003, 7999))
        found = await app.engine.ask(ProbeRange("127.0.0.0/30"))
        assert [f.known for f in found] == [True, False]


async def test_frames_are_shown_of_known_devices_only():
    async with console() as app:
        assert len(await app.engine.ask(RecentFrames(VALVE.id))) == 1
        with pytest.raises(NotFound):
            await app.engine.ask(RecentFrames(DeviceId("nobody")))


async def test_what_has_been_changed_since_cannot_be_undone():
    async with console() as app:
        receipt = await app.engine.do(RenameDevice(VALVE.id, "Valve one"))
        await app.engine.do(RenameDevice(VALVE.id, "Valve two"))
        with pytest.raises(IllegalTransition):
            await app.engine.do(Undo(receipt.entry))
