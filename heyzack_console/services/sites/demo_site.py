"""Puts the demo building's site into the store, or brings what is there up to date."""

from dataclasses import replace

from heyzack_console.domain.cloud import CloudProject
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.identity import By
from heyzack_console.domain.sites import SiteBook
from heyzack_console.ports.store import CloudStore, SiteStore


async def settle(store: SiteStore, demo: SiteBook, by: By) -> None:
    """Let the store hold *demo* as it runs now; names and places that people gave its devices stay.

    Raises:
        InvalidInput: the home holds a real building, which is left alone.
        StoreError: nothing was written.
    """
    known = await store.load()
    if known is not None and not known.site.demo:
        raise InvalidInput(f"This home holds {known.site.name}, a real building. The demo needs a home of its own.")
    if known is None:
        await store.put_site(demo.site, demo.devices, by, demo.dependencies)
        return
    if known.site != demo.site or not set(demo.dependencies) <= set(known.dependencies):
        await store.put_site(demo.site, (), by, demo.dependencies)
    there = {device.id: device for device in known.devices}
    wanted = [_as_it_runs(there.get(device.id, device), device) for device in demo.devices]
    fresh = [device for device in wanted if there.get(device.id) != device]
    if fresh:
        await store.put_devices(fresh, by)
    gone = sorted(there.keys() - {device.id for device in demo.devices})
    if gone:
        await store.remove(gone, by)


async def settle_project(store: CloudStore, project: CloudProject | None, by: By) -> None:
    """Let the store hold the cloud project of the demo as it runs now, and no other.

    Raises:
        StoreError: nothing, or not all of it, was written.
    """
    known = {each.id: each for each in await store.projects()}
    for gone in known.keys() - ({project.id} if project is not None else set()):
        await store.remove_project(gone, by)
    if project is not None and known.get(project.id) != project:
        await store.put_project(project, by)


def _as_it_runs(known: Device, running: Device) -> Device:
    return replace(running, name=known.name, place=known.place)
