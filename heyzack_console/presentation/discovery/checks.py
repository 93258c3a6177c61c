"""What is wrong with a typed value, said beside its field before anything is sent; empty when nothing is."""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Network, ip_network

from heyzack_console.domain.devices.device import LanAddress

# Local keys are 16 characters of printable ASCII (AES-128 takes 16 bytes).
KEY_LENGTH = 16
SHORTEST_PASSPHRASE = 8
LONGEST_NAME = 120
# As the engine's range probe takes it.
MOST_ADDRESSES = 4096
ZONE_EXAMPLE = "Europe/Berlin"


def key_fault(key: str) -> str:
    """Check a local key; none at all is allowed, the device then waits for it."""
    if not key:
        return ""
    if not (key.isascii() and key.isprintable()):
        return "A local key has plain letters, digits and signs only."
    if len(key) != KEY_LENGTH:
        return f"A local key has {KEY_LENGTH} characters, this one has {len(key)}."
    return ""


def network_fault(text: str) -> str:
    """Check a range of addresses in CIDR notation."""
    try:
        network = ip_network(text.strip(), strict=False)
    except ValueError:
        return "A range is written like 192.168.1.0/24."
    if not isinstance(network, IPv4Network):
        return "Devices answer on IPv4 only. A range is written like 192.168.1.0/24."
    if network.num_addresses > MOST_ADDRESSES:
        return (
            f"{network.num_addresses:,} addresses are too many, at most {MOST_ADDRESSES:,} (a /20) are tried at once."
        )
    return ""


def likely_network(addresses: Sequence[LanAddress]) -> str:
    """The range to offer: the /24 around the first address that is known, empty where none is."""
    for address in addresses:
        if not network_fault(address.host):
            return str(ip_network(f"{address.host}/24", strict=False))
    return ""


def passphrase_fault(passphrase: str, again: str | None = None) -> str:
    """Check a new passphrase; *again* is its repetition where one is asked for."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        return f"A passphrase has at least {SHORTEST_PASSPHRASE} characters."
    if again is not None and again != passphrase:
        return "The two passphrases differ."
    return ""


@dataclass(frozen=True, slots=True)
class SiteDraft:
    """What a person gives to begin a site; *floors* is one name per line, the lowest first."""

    name: str
    time_zone: str
    floors: str

    @property
    def floor_names(self) -> tuple[str, ...]:
        """The names that are not empty."""
        return tuple(" ".join(line.split()) for line in self.floors.splitlines() if line.strip())

    def faults(self, zones: frozenset[str]) -> dict[str, str]:
        """What is wrong, by field; *zones* are the names of time zones that exist."""
        found = {}
        if not self.name.strip() or len(self.name) > LONGEST_NAME:
            found["name"] = f"A site's name has 1 to {LONGEST_NAME} characters."
        if self.time_zone not in zones:
            found["time_zone"] = f"This time zone is not known. An example is {ZONE_EXAMPLE}."
        if not self.floor_names:
            found["floors"] = "A site has at least one floor."
        elif len(set(self.floor_names)) < len(self.floor_names):
            found["floors"] = "Two floors have the same name."
        return found
