"""Time zones from the data that the program brings along, so that no result depends on the machine."""

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from zoneinfo import ZoneInfo

import tzdata

from heyzack_console.domain.errors import InvalidInput

TIME_ZONE_DATA = tzdata.IANA_VERSION
"""The release of the IANA data that is bundled, such as '2026a'."""


@dataclass(frozen=True, slots=True)
class ZoneReleases:
    """The release of the zone data that is bundled, and the one of the machine: empty where it tells none."""

    bundled: str
    system: str = ""

    @property
    def differs(self) -> bool:
        """Tell whether other programs of the machine may show other local times."""
        return bool(self.system) and self.system != self.bundled


BUNDLED_ALONE = ZoneReleases(TIME_ZONE_DATA)
"""Where nothing is known of the machine."""


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Return the name of every zone that is bundled."""
    return frozenset((resources.files(tzdata) / "zones").read_text("utf-8").split())


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    table = (resources.files(tzdata) / "zoneinfo" / "zone.tab").read_text("utf-8")
    fields = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    return {field[2]: field[0] for field in fields}


def country_of(zone: str) -> str:
    """Return the ISO 3166 code of the country that *zone* lies in; empty where it is none or not known."""
    return _countries().get(zone, "")


@lru_cache(maxsize=1024)
def zone_called(name: str, field: str = "tz") -> ZoneInfo:
    """Return the zone with this IANA name.

    Raises:
        InvalidInput: there is none; names *field*.
    """
    if name not in zone_names():
        raise InvalidInput(f"{field}: {name[:60]!r} is no IANA time zone. Write one like 'Europe/Berlin'.", field)
    with resources.files(tzdata).joinpath("zoneinfo", *name.split("/")).open("rb") as rules:
        return ZoneInfo.from_file(rules, key=name)
