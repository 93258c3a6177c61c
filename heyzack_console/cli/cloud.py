"""Commands that speak with one project of the Tuya cloud, without engine, store or window."""

from typing import Annotated, Any, NoReturn

import typer

from heyzack_console.cli.cloud_access import AccessOptions, values_of
from heyzack_console.cli.output import complain, say, say_json
from heyzack_console.domain.cloud import CloudCause, CloudCheck, CloudError
from heyzack_console.domain.errors import ConsoleError, InvalidInput

app = typer.Typer(
    help="A project of the Tuya cloud. Its access secret comes from HEYZACK_TUYA_SECRET or standard input.",
    no_args_is_help=True,
)

NOT_OK = 2
"""Exit code when the cloud could not be asked or refused."""

BaseUrl = Annotated[str, typer.Option("--base-url", help="Address of the OpenAPI; or give --region.")]
Region = Annotated[str, typer.Option("--region", help="Data centre: cn, us, us-e, eu, eu-w, in or sg.")]
AccessId = Annotated[
    str, typer.Option("--access-id", envvar="HEYZACK_TUYA_ACCESS_ID", show_envvar=True, help="The project's access id.")
]
QueueUrl = Annotated[str, typer.Option("--queue-url", help="Address of the message queue; follows from --region.")]
Suffix = Annotated[
    str,
    typer.Option(
        "--queue-suffix", help="Name of the queue subscription; a console that reads the same one misses messages."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]


@app.command()
def check(
    access_id: AccessId,
    base_url: BaseUrl = "",
    region: Region = "",
    queue_url: QueueUrl = "",
    as_json: AsJson = False,
) -> None:
    """Try the project step by step: address, token, inventory; exit code 0 when all of it works, else 2."""
    # Each command loads the cloud's libraries only when it runs.
    from heyzack_console.cli.cloud_session import checked

    try:
        result = checked(AccessOptions(access_id, base_url, region, queue_url))
    except ConsoleError as error:
        result = CloudCheck(ok=False, stage="address", message=error.text)
    if as_json:
        say_json(
            {
                "ok": result.ok,
                "stage": result.stage,
                "code": result.code,
                "message": result.message,
                "advice": result.advice,
                "clock_offset_ms": round(result.clock_offset_ms),
            }
        )
    elif result.ok:
        say(f"ok; the cloud's clock differs from this computer's by {result.clock_offset_ms:+.0f} ms")
    else:
        complain(f"{result.stage}: {result.message}")
    raise typer.Exit(0 if result.ok else NOT_OK)


@app.command()
def devices(
    access_id: AccessId,
    base_url: BaseUrl = "",
    region: Region = "",
    queue_url: QueueUrl = "",
    with_keys: Annotated[bool, typer.Option("--with-keys", help="Print the local keys too; they are secrets.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the project's devices; with --json one object a line."""
    from heyzack_console.cli.cloud_session import inventory

    try:
        listing = inventory(AccessOptions(access_id, base_url, region, queue_url))
    except ConsoleError as error:
        _end(error, as_json)
    for device in listing.devices:
        known = {
            "id": device.id,
            "name": device.name,
            "category": device.category,
            "product_id": device.product,
            "online": device.online,
            "sub": device.sub,
            "node_id": device.node_id,
        } | ({"local_key": device.local_key} if with_keys else {})
        if as_json:
            say_json(known)
        else:
            say("\t".join(_plain(value) for value in known.values()))
    if not listing.complete:
        _end(listing.unfinished or CloudError("The listing is not complete.", CloudCause.SERVER), as_json)


@app.command()
def status(
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Devices to read.")],
    access_id: AccessId,
    base_url: BaseUrl = "",
    region: Region = "",
    queue_url: QueueUrl = "",
    as_json: AsJson = False,
) -> None:
    """Read the present values as the cloud holds them; with --json one object a device and line."""
    from heyzack_console.cli.cloud_session import present_values

    failed = False
    try:
        results = present_values(AccessOptions(access_id, base_url, region, queue_url), ids)
    except ConsoleError as error:
        _end(error, as_json)
    for device, result in results:
        if isinstance(result, CloudError):
            failed = True
            _tell_failure(result, as_json, id=device)
        elif as_json:
            times = {point.code: point.at for point in result if point.at}
            say_json({"id": device, "values": {point.code: point.value for point in result}, "times": times})
        else:
            for point in result:
                say(f"{device}\t{point.code}\t{_plain(point.value)}\t{point.at}")
    raise typer.Exit(NOT_OK if failed else 0)


@app.command()
def send(  # noqa: PLR0913, PLR0917  (each parameter is an option of the stable command line)
    device_id: Annotated[str, typer.Argument(metavar="ID", help="The device.")],
    values: Annotated[list[str], typer.Argument(metavar="CODE=VALUE...", help="VALUE as JSON, as the cloud has it.")],
    access_id: AccessId,
    base_url: BaseUrl = "",
    region: Region = "",
    queue_url: QueueUrl = "",
    timeout: Annotated[
        float, typer.Option("--timeout", min=0, help="Seconds to wait for the value to come back.")
    ] = 10,
    as_json: AsJson = False,
) -> None:
    """Send new values once and wait until they come back; exit code 0 when the cloud took the order, else 2."""
    from heyzack_console.cli.cloud_session import ordered

    try:
        options = AccessOptions(access_id, base_url, region, queue_url)
        outcome = ordered(options, device_id, values_of(values), timeout)
    except ConsoleError as error:
        _end(error, as_json, accepted=False, confirmed=False)
    if as_json:
        why = {} if outcome.error is None else _causes(outcome.error)
        say_json({"ok": outcome.ok, "accepted": outcome.accepted, "confirmed": outcome.confirmed} | why)
    elif outcome.ok:
        say("confirmed" if outcome.confirmed else "accepted, but the new values have not come back yet")
    elif outcome.error is not None:
        complain(outcome.error.text)
    raise typer.Exit(0 if outcome.ok else NOT_OK)


@app.command()
def watch(  # noqa: PLR0913, PLR0917  (each parameter is an option of the stable command line)
    access_id: AccessId,
    base_url: BaseUrl = "",
    region: Region = "",
    queue_url: QueueUrl = "",
    queue_suffix: Suffix = "sub",
    queue_topic: Annotated[
        str, typer.Option("--queue-topic", help="event, or event-test for the test channel.")
    ] = "event",
    seconds: Annotated[float, typer.Option("--seconds", min=0, help="End after so long; 0: never.")] = 0.0,
    as_json: AsJson = False,
) -> None:
    """Print what the message queue tells, as it comes; what was printed is taken out of the subscription."""
    from heyzack_console.cli.cloud_watch import watched

    options = AccessOptions(access_id, base_url, region, queue_url, queue_suffix, queue_topic)
    try:
        watched(options, seconds, as_json=as_json)
    except ConsoleError as error:
        _end(error, as_json)


def _end(error: ConsoleError, as_json: bool, **more: object) -> NoReturn:
    _tell_failure(error, as_json, **more)
    raise typer.Exit(NOT_OK) from error


def _tell_failure(error: ConsoleError, as_json: bool, **more: object) -> None:
    if as_json:
        say_json({"ok": False} | more | _causes(error))
    else:
        named = f"{more['id']}: " if "id" in more else ""
        complain(f"{named}{_causes(error)['cause']}: {error.text}")


def _causes(error: ConsoleError) -> dict[str, object]:
    if isinstance(error, CloudError):
        return {"cause": error.cause, "code": error.code, "message": error.text, "tid": error.tid}
    cause = CloudCause.INPUT if isinstance(error, InvalidInput) else CloudCause.OTHER
    return {"cause": cause, "code": 0, "message": error.text, "tid": ""}


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    return str(value).lower() if isinstance(value, bool) else str(value)
