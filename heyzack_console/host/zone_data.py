"""Which release of the time-zone data the machine has; it is only told of."""

import os
import re
import sysconfig
from collections.abc import Iterable
from pathlib import Path

from heyzack_console.domain.zones import TIME_ZONE_DATA, ZoneReleases

# Where systems say so: the text form of the data (its first line), then a file that holds nothing else.
_PLACES = ("tzdata.zi", "+VERSION", "version")
_RELEASE = re.compile(r"\b(?:19|20)\d\d[a-z]{0,2}\b")
_ENOUGH = 200


def zone_data(folders: Iterable[str] | None = None) -> ZoneReleases:
    """Return the bundled release and the first that one of the machine's *folders* tells."""
    for folder in _machine_folders() if folders is None else folders:
        for name in _PLACES:
            release = _release(Path(folder) / name)
            if release:
                return ZoneReleases(TIME_ZONE_DATA, release)
    return ZoneReleases(TIME_ZONE_DATA)


def _machine_folders() -> list[str]:
    """Where Python looks for the machine's data (PEP 615): the variable, else what it was built with."""
    told = os.environ.get("PYTHONTZPATH", sysconfig.get_config_var("TZPATH") or "")
    return [folder for folder in told.split(os.pathsep) if folder]


def _release(file: Path) -> str:
    try:
        with file.open(encoding="ascii", errors="replace") as text:
            found = _RELEASE.search(text.read(_ENOUGH).partition("\n")[0])
    except OSError:
        return ""
    return found.group() if found else ""
