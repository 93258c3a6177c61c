"""What a site file seems to hold, said before it is taken in; the engine alone decides whether it is acceptable."""

import json
from dataclasses import dataclass

from heyzack_console.domain.errors import InvalidInput

KIND = "heyzack_site"


@dataclass(frozen=True, slots=True)
class SiteGlance:
    """Name and counts; *sealed*: it carries keys that need a passphrase."""

    name: str
    floors: int
    devices: int
    sealed: bool

    @property
    def words(self) -> str:
        """The sentence under the file's name."""
        floors = "1 floor" if self.floors == 1 else f"{self.floors} floors"
        devices = "1 device" if self.devices == 1 else f"{self.devices} devices"
        keys = "keys sealed with a passphrase" if self.sealed else "without keys"
        return f"{self.name}: {floors}, {devices}, {keys}."


def glance(text: str) -> SiteGlance:
    """Look into the text of a site file.

    Raises:
        InvalidInput: it is no site file at all.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise _no_site_file() from wrong
    if not isinstance(found, dict) or KIND not in found or not isinstance(found.get("site"), dict):
        raise _no_site_file()
    site = found["site"]
    return SiteGlance(
        str(site.get("name", "A site without a name"))[:120],
        _count(site.get("floors")),
        _count(found.get("devices")),
        bool(found.get("sealed")),
    )


def suggested_name(site: str) -> str:
    """A file name for the export of *site*."""
    plain = "".join(c if c.isalnum() else "-" for c in site.lower())
    return f"{'-'.join(part for part in plain.split('-') if part) or 'site'}.site.json"


def _count(things: object) -> int:
    return len(things) if isinstance(things, list) else 0


def _no_site_file() -> InvalidInput:
    return InvalidInput("This is no site file of HeyZack Console. Choose one that was exported.", "file")
