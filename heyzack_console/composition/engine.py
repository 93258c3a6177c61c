"""The engine: built, run and ended here, on the real adapters."""

import asyncio
import contextlib
import gc
import logging
import os
import secrets
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType

from heyzack_console.calendars.public_holidays import LibraryHolidays
from heyzack_console.composition.calendar_files import BoundedCalendarFiles
from heyzack_console.composition.engine_networks import Networks, demo_project
from heyzack_console.composition.engine_parts import World
from heyzack_console.composition.engine_services import EngineServices, build_services
from heyzack_console.composition.engine_stores import open_stores
from heyzack_console.composition.options import READ_PLANS, EngineOptions
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.host.clock import WallClock
from heyzack_console.host.home import Home, endpoint_of, open_home
from heyzack_console.host.lock import HomeLock
from heyzack_console.host.logs import set_up_logging
from heyzack_console.host.programs import own_command
from heyzack_console.host.redaction import Redactor
from heyzack_console.host.secrets.memory import MemorySecrets
from heyzack_console.host.secrets.ring import usable_ring
from heyzack_console.host.secrets.sealing import PassphraseSealer
from heyzack_console.host.secrets.vault import Vault
from heyzack_console.link.endpoint import Endpoint
from heyzack_console.link.server import LinkServer
from heyzack_console.notices.sending import AppriseSending
from heyzack_console.notices.templates import Templates
from heyzack_console.plans.reading import PlanReadings
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.secrets import SecretStore
from heyzack_console.services.cloud.projects import PREFIX as CLOUD_PREFIX
from heyzack_console.services.devices.keyring import PREFIX
from heyzack_console.services.identity import Identity
from heyzack_console.services.sites.demo_site import settle, settle_project
from heyzack_console.simulator.control import DemoControl
from heyzack_console.simulator.description import DemoDescription, read_description
from heyzack_console.tuya.lan.timings import Timings
from heyzack_console.tuya.product_words import TuyaProductWords

log = logging.getLogger(__name__)

TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class EngineWorld:
    """What differs between an engine of every day, of the demo and of a test."""

    clock: Clock
    hide: Callable[[str], None] = lambda _secret: None
    demo: DemoDescription | None = None
    listens: bool = True
    timings: Timings | None = None


def run_engine(options: EngineOptions) -> int:
    """Run the engine of a home until SIGTERM or SIGINT; returns the exit code.

    Raises:
        HomeInUse: another engine runs for this home.
        StoreError: the store cannot be opened; it was left untouched.
    """
    # Everything imported stays: a full collection over it would stall the loop by about a display frame.
    gc.collect()
    gc.freeze()
    home = open_home(options.home, os.environ)
    redactor = Redactor()
    with ExitStack() as stack:
        stack.enter_context(set_up_logging(home.logs, "engine", redactor))
        stack.push(_note_crash)
        lock = stack.enter_context(HomeLock(home.lock))
        demo = _description(options.demo)
        asyncio.run(_serve(home, lock, EngineWorld(WallClock(), redactor.register, demo, listens=demo is None)))
    return 0


@asynccontextmanager
async def open_engine(home: Home, world: EngineWorld) -> AsyncIterator[EngineServices]:
    """Run an engine for the length of the block; its port is the result's ``engine``.

    The end: no more news from the network, then everything heard is worked off and written, then the store closes.

    Raises:
        StoreError: the store cannot be opened; it was left untouched.
        InvalidInput: the demo was to run in the home of a real building.
    """
    async with AsyncExitStack() as stack:
        services, networks = await _build(home, world, stack)
        await services.begin()
        stack.push_async_callback(services.finish)
        settings = services.parts.ground.settings

        def listens() -> bool:
            return world.listens and bool(settings.value("lan.discovery"))

        log.info("the engine runs for %s with %d devices", home.root, len(services.parts.ground.building.devices))
        try:
            async with asyncio.TaskGroup() as group:
                sessions = [group.create_task(run, name=name) for name, run in networks.runs(listens)]
                loops = group.create_task(services.loops.run(), name="loops")
                yield services
                for session in sessions:
                    session.cancel()
                await asyncio.wait(sessions)
                loops.cancel()
        except BaseExceptionGroup as several:
            # What went wrong in the caller's block or in one loop is told as it is.
            if len(several.exceptions) == 1:
                raise several.exceptions[0] from None
            raise


async def _build(home: Home, world: EngineWorld, stack: AsyncExitStack) -> tuple[EngineServices, Networks]:
    clock = world.clock
    stores = await open_stores(home, clock, stack)
    identity = await Identity.load(stores.journal)
    demo = None
    if world.demo is not None:
        await settle(stores.sites, world.demo.book, identity.by_rule("demo.settle"))
        await settle_project(stores.cloud, demo_project(world.demo.cloud), identity.by_rule("demo.settle"))
        demo = DemoControl(world.demo.control, world.demo.scenarios)
    networks = Networks(clock, world.timings)
    outside = World(
        clock=clock,
        secrets=await _secrets(home, world.demo),
        sealer=PassphraseSealer(),
        words=TuyaProductWords(),
        network=networks.lan,
        cloud=networks.cloud,
        hide=world.hide,
        calendars=BoundedCalendarFiles(),
        holidays=LibraryHolidays(),
        plans=PlanReadings(own_command(*READ_PLANS)),
        sender=AppriseSending,
        notice_words=Templates(),
        demo=demo,
    )
    return build_services(stores, outside, identity), networks


async def _secrets(home: Home, demo: DemoDescription | None) -> SecretStore:
    """The demo's keys are gone with its building and need no vault."""
    if demo is not None:
        known = {PREFIX + device: key for device, key in demo.keys.items()}
        project = demo_project(demo.cloud)
        if project is not None and demo.cloud is not None:
            known[CLOUD_PREFIX + project.id] = demo.cloud.secret
        return MemorySecrets(known)
    vault = Vault(home.vault, await asyncio.to_thread(usable_ring))
    await vault.start()
    return vault


async def _serve(home: Home, lock: HomeLock, world: EngineWorld) -> None:
    """Run the engine behind the local socket. Windows are let go first, so that begun commands still find it whole."""
    token = secrets.token_hex(TOKEN_BYTES)
    world.hide(token)
    stopped = asyncio.Event()
    with _stopped_by_signals(stopped):
        async with open_engine(home, world) as services:
            endpoint = Endpoint.parse(endpoint_of(home, os.environ), token)
            async with LinkServer(services.engine, endpoint) as server:
                lock.publish(str(server.endpoint), token)
                await stopped.wait()
                log.info("the engine was told to stop")


def _description(file: Path | None) -> DemoDescription | None:
    if file is None:
        return None
    try:
        return read_description(file.read_bytes())
    except OSError as error:
        raise ConsoleError(
            f"The demo building's description cannot be read ({error.strerror}). Start it again."
        ) from error


@contextmanager
def _stopped_by_signals(stopped: asyncio.Event) -> Iterator[None]:
    """SIGTERM and SIGINT set *stopped*; where the loop cannot take signals (Windows), they end the process as usual."""
    loop = asyncio.get_running_loop()
    with ExitStack() as stack:
        for number in (signal.SIGTERM, signal.SIGINT):
            with contextlib.suppress(NotImplementedError):
                loop.add_signal_handler(number, stopped.set)
                stack.callback(partial(loop.remove_signal_handler, number))
        yield


def _note_crash(_kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None) -> None:
    """A fault of ours goes into this engine's own log before it ends the process."""
    if error is not None and not isinstance(error, ConsoleError | SystemExit | KeyboardInterrupt):
        log.critical("the engine has a fault and ends", exc_info=error)
