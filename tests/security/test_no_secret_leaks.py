"""Local keys and passphrases, planted in a real home and used in every way that fails: none is ever found again."""

import asyncio
import base64
import json
import os
import signal
import subprocess
import sys
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from heyzack_console.desktop.crash_report import CrashReports
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, LanAddress
from heyzack_console.domain.devices.health import Stage
from heyzack_console.domain.errors import ConsoleError, InvalidInput, SecretsLocked
from heyzack_console.host.redaction import Redactor
from heyzack_console.ports.engine.devices import AddDevices, NewDevice, RecentFrames, SetLocalKey, UnlockSecrets
from heyzack_console.ports.engine.orders import Orders, SendOrder
from heyzack_console.ports.engine.port import Query
from heyzack_console.ports.engine.sites import CreateSite, ExportSite, ImportDevices, ImportSite, SitePicture, Status
from tests.support.engine_starter import engine_for
from tests.support.open_house import open_house

RIGHT, OLD, SPARE, LISTED, RETIRED = (
    "pLanted'right/01",
    'pLanted"old<>/02',
    "pLanted\\spare/03",
    "pLanted,list=/04",
    "pLanted%gone$/05",
)
SHORT = "pLanted-too-sh"
PASSPHRASE, WRONG_PASSPHRASE = "planted passphrase of the vault", "planted passphrase, mistyped"
SECRETS = (RIGHT, OLD, SPARE, LISTED, RETIRED, SHORT, PASSPHRASE, WRONG_PASSPHRASE)
PATIENCE_S = 30

pytestmark = pytest.mark.usefixtures("no_key_ring")


@pytest.fixture
def no_key_ring(monkeypatch):
    """The engine's process finds no key ring, so that nobody's own is written to and the vault file is used."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


def spellings(secret):
    """How *secret* could stand in a file: as it is, escaped, in hex, in base64 at each of three offsets, in UTF-16."""
    plain = secret.encode()
    shifted = (base64.b64encode(b"\0" * n + plain)[4 * (n > 0) : -4] for n in range(3))
    escaped = (json.dumps(secret)[1:-1].encode(), repr(secret)[1:-1].encode())
    return {plain, *escaped, plain.hex().encode(), *shifted, secret.encode("utf-16-le")}


def leaks(content):
    """The secrets that stand in *content*, bytes or text."""
    content = content if isinstance(content, bytes) else content.encode()
    return [secret for secret in SECRETS if any(spelling in content for spelling in spellings(secret))]


def leaks_below(folder):
    """Every file below *folder* with the secrets that stand in it."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert len(files) > 4
    return {file.name: found for file in files if (found := leaks(file.read_bytes()))}


def lamp(name, address):
    """A device as the installer's list has it."""
    return Device(DeviceId(f"bf{name}0123456789abcdef"), f"Lamp {name}", Category.LIGHT, address=address)


async def refused(port, request, kind=ConsoleError):
    """Have *request* refused, and return everything that the refusal says."""
    with pytest.raises(kind) as caught:
        await (port.ask(request) if isinstance(request, Query) else port.do(request))
    return f"{caught.value!r} {caught.value} {caught.value.__cause__!r}"


async def until_health(port, device, fits):
    """Wait until the paths of *device* fit."""
    async with asyncio.timeout(PATIENCE_S), aclosing(port.changes()) as changes:
        async for batch in changes:
            if any(h.device == device.id and h.paths and fits(h) for h in batch.health):
                return


def test_the_search_finds_a_secret_in_every_spelling():
    for secret in SECRETS:
        for spelling in spellings(secret):
            assert leaks(b"before " + spelling + b" after") == [secret]
    assert leaks(json.dumps({"key": OLD})) == [OLD]
    assert leaks(base64.b64encode(b"x" + RIGHT.encode() + b"yz")) == [RIGHT]
    assert leaks("nothing of that kind") == []


async def test_no_key_is_found_again_in_files_logs_errors_answers_or_exports(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    said = []
    async with open_house() as house, engine_for(home) as engine:
        port = engine.port
        addressed = [d for d in house.devices if d.address and d.address.version in {"3.3", "3.4"}][:2]
        good, stale = (lamp(n, d.address) for n, d in zip(("good", "stale"), addressed, strict=True))
        gone = lamp("gone", LanAddress("127.0.0.1", 9, "3.3"))
        for device, wire in zip((good, stale), addressed, strict=True):
            house.on_wire(wire.id).identity = replace(house.on_wire(wire.id).identity, id=device.id)
            house.on_wire(wire.id).change_key(RIGHT)

        # The vault: keys are refused until it is made, then it is made, then a wrong passphrase is tried.
        await port.do(CreateSite("Mill", "Europe/Berlin"))
        said.append(await refused(port, AddDevices((NewDevice(good, RIGHT),)), SecretsLocked))
        await port.do(UnlockSecrets(PASSPHRASE))
        said.append(await refused(port, UnlockSecrets(WRONG_PASSPHRASE), SecretsLocked))
        receipt = await port.do(AddDevices((NewDevice(good, RIGHT), NewDevice(stale, OLD), NewDevice(gone, RETIRED))))
        said.append(repr(receipt))

        # Sessions: one with the right key, one with an old one, one that nobody answers.
        await until_health(port, good, lambda h: h.reachable)
        await until_health(port, stale, lambda h: h.paths[0].stage in {Stage.KEY, Stage.NEGOTIATE})
        await until_health(port, gone, lambda h: h.lost)
        said += [repr(await port.ask(RecentFrames(device.id))) for device in (good, stale, gone)]
        said.append(await refused(port, SendOrder(gone.id, {"switch_led": OLD}), InvalidInput))

        # Keys typed, listed and mistyped.
        said.append(repr(await port.do(SetLocalKey(stale.id, SPARE))))
        said.append(await refused(port, SetLocalKey(stale.id, SHORT), InvalidInput))
        listed = json.dumps([{"id": "bflisted0123456789", "name": "Listed", "key": LISTED, "ip": "127.0.0.1"}])
        said.append(repr(await port.do(ImportDevices(listed, dry_run=True))))
        said.append(repr(await port.do(ImportDevices(listed))))
        said.append(await refused(port, ImportDevices(listed[:-5]), InvalidInput))
        said.append(await refused(port, ImportDevices(listed.replace(LISTED, SHORT)), InvalidInput))

        # The site file: open, closed, and opened with the wrong passphrase.
        said.append(await port.ask(ExportSite()))
        sealed = await port.ask(ExportSite(PASSPHRASE))
        said.append(sealed)
        said.append(await refused(port, ExportSite("short"), ConsoleError))
        said.append(await refused(port, ImportSite(sealed, WRONG_PASSPHRASE), ConsoleError))
        said.append(repr(await port.ask(SitePicture())) + repr(await port.ask(Orders())))
        assert leaks_below(home) == {}, "while the engine runs"

        # A killed engine begins with a locked vault; a window looks on.
        os.kill(engine.running.pid, signal.SIGKILL)
        async with asyncio.timeout(PATIENCE_S):
            await engine.lost.wait()
            await engine.attached()
            await watched(home)
        status = await port.ask(Status())
        assert any("vault is locked" in trouble for trouble in status.troubles)
        said.append(repr(status))
        await port.do(UnlockSecrets(PASSPHRASE))
        await until_health(port, good, lambda h: h.reachable)

    report_crash(home)
    assert [(text[:80], leaks(text)) for text in said if leaks(text)] == []
    assert leaks_below(home) == {}
    assert {"vault.bin", "console.db", "engine.log", "window.log"} <= {file.name for file in home.rglob("*")}
    assert any(good.id.encode() in file.read_bytes() for file in home.rglob("*.db*")), "the search reads the store"


async def watched(home):
    """Open a window on *home* until it shows the picture, and close it."""
    command = (sys.executable, "-m", "tests.support.window_process", str(home))
    window = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE, env=os.environ)
    assert await window.stdout.readline() == b"live\n"
    window.terminate()
    assert await window.wait() == 0


def report_crash(home):
    """Write the report of a fault that came up while a key was stored, its text quoting command and key."""
    command = SetLocalKey(DeviceId("bfgood"), OLD)
    reports = CrashReports(home / "crashes", Redactor().redact, lambda: datetime(2026, 7, 23, tzinfo=UTC))
    try:
        raise RuntimeError(f"{command!r} failed, local_key={RIGHT}")
    except RuntimeError as fault:
        written = reports.write("storing a key", fault).read_text()
    assert "bfgood" in written
