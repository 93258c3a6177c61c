"""The site file: JSON with a version, checked to the last field before anything of it is believed."""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from heyzack_console.domain.dependencies import Dependency
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.holidays import Holiday
from heyzack_console.domain.sites import Site, SiteBook

LARGEST = 64_000_000
MOST_STROKES = 100_000
MOST_HOLIDAYS = 2_000
LONGEST_TEXT = 500


class SiteFile(BaseModel):
    """What a site file holds. *sealed* are the devices' keys, closed with a passphrase; mostly empty."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False, str_max_length=LARGEST)

    heyzack_site: Literal[1]
    site: Site
    devices: tuple[Device, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    holidays: tuple[Holiday, ...] = ()
    sealed: str = ""


def written(book: SiteBook, sealed: str = "") -> str:
    """Return the text of a site file."""
    file = SiteFile(
        heyzack_site=1,
        site=book.site,
        devices=book.devices,
        dependencies=book.dependencies,
        holidays=book.holidays,
        sealed=sealed,
    )
    return file.model_dump_json(exclude_defaults=True, indent=1)


def read(text: str) -> SiteFile:
    """Read the text of a site file.

    Raises:
        InvalidInput: it is none, of a later version, too large, or inconsistent; the text names the place.
    """
    if len(text) > LARGEST:
        raise InvalidInput(f"The site file is larger than {LARGEST // 1_000_000} MB. Nothing was changed.", "text")
    try:
        file = SiteFile.model_validate_json(text)
    except ValidationError as wrong:
        raise InvalidInput(f"The site file was refused: {_first(wrong)} Nothing was changed.", "text") from wrong
    _check(file)
    return file


def keys_text(keys: Mapping[DeviceId, str]) -> bytes:
    """Return what is sealed: the keys by device."""
    return json.dumps({device: key for device, key in keys.items() if key}).encode()


def keys_from(content: bytes) -> dict[DeviceId, str]:
    """Read what was sealed.

    Raises:
        InvalidInput: it does not hold keys.
    """
    try:
        found = json.loads(content)
    except ValueError as wrong:
        raise InvalidInput("The sealed part holds no keys. Nothing was changed.", "sealed") from wrong
    if not isinstance(found, dict) or not all(isinstance(key, str) for key in found.values()):
        raise InvalidInput("The sealed part holds no keys. Nothing was changed.", "sealed")
    return {DeviceId(device): key for device, key in found.items()}


def _first(wrong: ValidationError) -> str:
    error = wrong.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in error["loc"]) or "the file"
    return f"{place}: {error['msg']}."


def _check(file: SiteFile) -> None:
    site = file.site
    if len(site.id) != 32 or not all(c in "0123456789abcdef" for c in site.id):
        raise _refusal("the site's id is not 32 hexadecimal digits")
    floors, zones = {floor.id for floor in site.floors}, {zone.id for zone in site.zones}
    devices = {device.id for device in file.devices}
    if len(floors) != len(site.floors) or len(zones) != len(site.zones) or len(devices) != len(file.devices):
        raise _refusal("an id occurs twice")
    if any(zone.floor not in floors for zone in site.zones):
        raise _refusal("a zone names a floor that is not there")
    if any(floor.width <= 0 or floor.height <= 0 for floor in site.floors):
        raise _refusal("a floor has no extent")
    if sum(len(floor.strokes) for floor in site.floors) > MOST_STROKES:
        raise _refusal(f"the plans have more than {MOST_STROKES} lines")
    _check_devices(file.devices, floors, devices)
    _check_dependencies(file.dependencies, devices | zones)
    if len({one.day for one in file.holidays}) != len(file.holidays) or len(file.holidays) > MOST_HOLIDAYS:
        raise _refusal(f"a holiday stands twice, or there are more than {MOST_HOLIDAYS}")
    names = [one.name for one in file.holidays]
    texts = [
        *names,
        site.name,
        *(f.name for f in site.floors),
        *(z.name for z in site.zones),
        *(d.name for d in file.devices),
    ]
    if any(len(text) > LONGEST_TEXT for text in texts):
        raise _refusal(f"a name has more than {LONGEST_TEXT} characters")


def _check_devices(devices: Iterable[Device], floors: Iterable[str], known: Iterable[str]) -> None:
    for device in devices:
        if device.place is not None and device.place.floor not in floors:
            raise _refusal(f"{device.id} stands on a floor that is not there")
        if device.gateway is not None and (device.gateway not in known or not device.cid):
            raise _refusal(f"{device.id} names a gateway that is not there, or no cid")


def _check_dependencies(drawn: Iterable[Dependency], known: Collection[str]) -> None:
    for one in drawn:
        if one.source.id not in known or one.target.id not in known:
            raise _refusal("a dependency names a device or a zone that is not there")


def _refusal(why: str) -> InvalidInput:
    return InvalidInput(f"The site file was refused: {why}. Nothing was changed.", "text")
