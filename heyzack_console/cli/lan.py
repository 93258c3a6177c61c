"""Commands that speak with devices on the LAN, without engine, store or window."""

import asyncio
import json
from collections.abc import Mapping
from typing import Annotated

import typer

from heyzack_console.cli.arguments import data_points, local_key
from heyzack_console.cli.output import complain, say, say_json
from heyzack_console.domain.devices.device import LAN_VERSIONS
from heyzack_console.domain.devices.health import Stage
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.host.clock import WallClock
from heyzack_console.tuya.lan.announce import Announce
from heyzack_console.tuya.lan.device import LanDevice
from heyzack_console.tuya.lan.discovery import Discovery, DiscoveryPorts
from heyzack_console.tuya.lan.visit import Guest, ProbeResult, SetResult, probe, set_points
from heyzack_console.tuya.lan.wire import Version

app = typer.Typer(help="Devices on the LAN.", no_args_is_help=True)

NOT_OK = 2
"""Exit code when the device could not be read or did not take the order."""
LAN_PORT = 6668

Host = Annotated[str, typer.Argument(help="Address of the device or of its gateway.")]
Id = Annotated[str, typer.Option("--id", help="The device's id; for a sub-device its gateway's.")]
Key = Annotated[
    str | None,
    typer.Option(
        "--key",
        envvar="HEYZACK_LOCAL_KEY",
        show_envvar=True,
        help="The local key, 16 characters; - reads it from standard input.",
    ),
]
Port = Annotated[int, typer.Option("--port", min=1, max=65535, help="TCP port.")]
ProtocolVersion = Annotated[
    str | None, typer.Option("--version", help=f"{', '.join(LAN_VERSIONS)}; found out where it is not given.")
]
Cid = Annotated[str | None, typer.Option("--cid", help="The sub-device's id at its gateway.")]
Patience = Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds for everything together.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]


@app.command()
def scan(
    seconds: Annotated[float, typer.Option("--seconds", min=0.1, help="How long to listen and ask.")] = 18.0,
    as_json: AsJson = False,
) -> None:
    """List the devices that announce themselves: id, ip, version, product key; with --json one object a line."""
    devices, troubles = asyncio.run(_scanned(seconds))
    for trouble in troubles:
        complain(trouble)
    for found in devices:
        if as_json:
            say_json(_announce_as_json(found))
        else:
            say(f"{found.id}\t{found.host}\t{found.version or '?'}\t{found.product}")


@app.command("probe")
def probe_device(  # noqa: PLR0913, PLR0917  (each parameter is an option of the stable command line)
    host: Host,
    device_id: Id,
    key: Key = None,
    port: Port = LAN_PORT,
    version: ProtocolVersion = None,
    cid: Cid = None,
    timeout: Patience = 20.0,
    as_json: AsJson = False,
) -> None:
    """Try to read a device and tell how far that came; exit code 0 when it worked, else 2."""
    guest = Guest(WallClock(), timeout, cid)
    try:
        result = asyncio.run(probe(_described(host, port, device_id, key, version), guest))
    except InvalidInput as refused:
        result = ProbeResult(
            ok=False, stage=_stage_of(refused), version="", dps={}, advice=refused.text, elapsed_ms=0.0
        )
    if as_json:
        say_json(
            {
                "ok": result.ok,
                "stage": result.stage,
                "version": result.version,
                "dps": result.dps,
                "advice": result.advice,
                "elapsed_ms": result.elapsed_ms,
            }
        )
    elif result.ok:
        say(f"version {result.version}, {result.elapsed_ms:.0f} ms")
        _tell_points(result.dps)
    else:
        complain(f"{result.stage}: {result.advice}")
    raise typer.Exit(0 if result.ok else NOT_OK)


@app.command("set")
def set_device(  # noqa: PLR0913, PLR0917  (each parameter is an option of the stable command line)
    host: Host,
    device_id: Id,
    dp: Annotated[list[str], typer.Option("--dp", help="NUMBER=VALUE as JSON, such as 1=true; may be repeated.")],
    key: Key = None,
    port: Port = LAN_PORT,
    version: ProtocolVersion = None,
    cid: Cid = None,
    timeout: Patience = 20.0,
    as_json: AsJson = False,
) -> None:
    """Give data points new values and wait until the device reports them; exit code 0 when it took them, else 2."""
    guest = Guest(WallClock(), timeout, cid)
    try:
        points = {str(number): value for number, value in data_points(dp).items()}
        result = asyncio.run(set_points(_described(host, port, device_id, key, version), points, guest))
    except InvalidInput as refused:
        result = SetResult(ok=False, confirmed=False, dps={}, stage=_stage_of(refused), advice=refused.text)
    if as_json:
        say_json(
            {
                "ok": result.ok,
                "confirmed": result.confirmed,
                "dps": result.dps,
                "stage": result.stage,
                "advice": result.advice,
            }
        )
    elif result.ok:
        say("confirmed" if result.confirmed else f"taken, not confirmed: {result.advice}")
        _tell_points(result.dps)
    else:
        complain(f"{result.stage}: {result.advice}")
    raise typer.Exit(0 if result.ok else NOT_OK)


async def _scanned(seconds: float) -> tuple[tuple[Announce, ...], list[str]]:
    """Scan, and note half way what cannot be heard."""
    discovery = Discovery(DiscoveryPorts())
    troubles: list[str] = []
    asyncio.get_running_loop().call_later(seconds / 2, lambda: troubles.extend(discovery.troubles))
    return await discovery.scan(seconds), troubles


def _described(host: str, port: int, device_id: str, key: str | None, version: str | None) -> LanDevice:
    if version is not None and version not in LAN_VERSIONS:
        raise InvalidInput(f"The protocol version is one of {', '.join(LAN_VERSIONS)}.", "version")
    return LanDevice(
        id=device_id, key=local_key(key), host=host, port=port, version=Version(version) if version else None
    )


def _stage_of(refused: InvalidInput) -> Stage:
    return Stage.KEY if refused.field == "key" else Stage.CONNECT


def _tell_points(dps: Mapping[str, object]) -> None:
    for number in sorted(dps, key=lambda text: (len(text), text)):
        say(f"{number}\t{json.dumps(dps[number], ensure_ascii=False)}")


def _announce_as_json(found: Announce) -> dict[str, str]:
    return {"id": found.id, "ip": found.host, "version": found.version or "", "product_key": found.product}
