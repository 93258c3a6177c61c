"""Trying a project step by step, so that a failure has a name before anything is kept."""

from dataclasses import replace

from heyzack_console.domain.cloud import CloudCause, CloudCheck, CloudError, CloudProject
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.cloud.api import CloudApi
from heyzack_console.tuya.cloud.client import CloudClient
from heyzack_console.tuya.cloud.inventory import FIRST_ONE
from heyzack_console.tuya.cloud.quota import Quota
from heyzack_console.tuya.cloud.refusals import advice_on
from heyzack_console.tuya.cloud_network_project import CloudWorld


async def checked(project: CloudProject, secret: str, world: CloudWorld, quota: Quota | None) -> CloudCheck:
    """Reach the address, log in, list one device; nothing is tried twice.

    Args:
        quota: counts the calls where the project is attached already, None where it is not.
    """
    try:
        counted = quota or Quota(project, world.meter, world.timing)
        patience = replace(world.patience, retries_s=())
        client = CloudClient(project, secret, counted, world.timing, patience)
    except InvalidInput as refused:
        return CloudCheck(ok=False, stage="address", message=refused.text, advice="Correct the address or data centre.")
    try:
        return await _tried(client, world)
    finally:
        await client.close()


async def _tried(client: CloudClient, world: CloudWorld) -> CloudCheck:
    try:
        await client.log_in()
    except CloudError as error:
        away = error.cause is CloudCause.TRANSPORT
        return _failed("address" if away else "token", error, client)
    try:
        await CloudApi(client, world.timing).ask(FIRST_ONE, None, urgent=True)
    except CloudError as error:
        return _failed("inventory", error, client)
    return CloudCheck(ok=True, stage="ok", clock_offset_ms=client.wire.clock_offset_ms)


def _failed(stage: str, error: CloudError, client: CloudClient) -> CloudCheck:
    return CloudCheck(
        ok=False,
        stage=stage,
        code=error.code,
        message=error.text,
        advice=advice_on(error.cause),
        clock_offset_ms=client.wire.clock_offset_ms,
    )
