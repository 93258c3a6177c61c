"""Finds the device that a scanned or typed text means."""

from collections.abc import Iterable

from heyzack_console.domain.devices.codes import device_in
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.errors import InvalidInput, NotFound

MOST_NAMED = 3
LONGEST = 500


def device_meant(text: str, devices: Iterable[Device]) -> Device:
    """Return the device of a label, an id, a name, or a part of a name that no other has.

    Raises:
        InvalidInput: nothing was given, or several devices could be meant.
        NotFound: no device of the book is meant.
    """
    wanted = " ".join(text.split())[:LONGEST]
    if not wanted:
        raise InvalidInput("Scan a label, or type a device's id or name.", "code")
    book = tuple(devices)
    coded = device_in(wanted)
    exact = [one for one in book if one.id == (coded or wanted)]
    if exact:
        return exact[0]
    if coded is not None:
        raise NotFound(f"The label names the device {coded}, which is not in this building's list.")
    return _by_name(wanted, book)


def _by_name(wanted: str, book: tuple[Device, ...]) -> Device:
    small = wanted.casefold()
    same = [one for one in book if small in {one.name.casefold(), one.id.casefold()}]
    found = same or [one for one in book if small in one.name.casefold()]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFound(f"No device is called “{wanted}”, and none has this id or label.")
    names = ", ".join(sorted(one.name for one in found)[:MOST_NAMED])
    more = f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
    raise InvalidInput(f"{len(found)} devices could be meant: {names}{more}. Type more of the name.", "code")
