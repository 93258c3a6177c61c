"""The data centres and their addresses."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from heyzack_console.domain.cloud import CloudProject
from heyzack_console.domain.errors import InvalidInput

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Region:
    """One data centre: its name for people, the OpenAPI's address, and the queue's (empty where none is published)."""

    name: str
    base_url: str
    queue_url: str


# Addresses as in the vendor's own connectors (Python, Java, Go); Singapore's OpenAPI as in tinytuya.
REGIONS: Mapping[str, Region] = MappingProxyType(
    {
        "cn": Region("China", "https://openapi.tuyacn.com", "wss://mqe.tuyacn.com:8285"),
        "us": Region("Western America", "https://openapi.tuyaus.com", "wss://mqe.tuyaus.com:8285"),
        "us-e": Region("Eastern America", "https://openapi-ueaz.tuyaus.com", "wss://mqe.tuyaus.com:8285"),
        "eu": Region("Central Europe", "https://openapi.tuyaeu.com", "wss://mqe.tuyaeu.com:8285"),
        "eu-w": Region("Western Europe", "https://openapi-weaz.tuyaeu.com", "wss://mqe.tuyaeu.com:8285"),
        "in": Region("India", "https://openapi.tuyain.com", "wss://mqe.tuyain.com:8285"),
        "sg": Region("Singapore", "https://openapi-sg.iotbing.com", ""),
    }
)


def base_url_of(project: CloudProject) -> str:
    """Return the address of the project's OpenAPI without a slash at its end; its own address beats the region's.

    Raises:
        InvalidInput: there is none, or it is not https (http is for this very machine only).
    """
    region = REGIONS.get(project.region)
    address = (project.base_url or (region.base_url if region else "")).rstrip("/")
    if not address:
        raise InvalidInput(
            f"The project has no address and no known data centre ({project.region or 'none'}). "
            f"Choose one of {', '.join(REGIONS)}.",
            "region",
        )
    _check(address)
    return address


def _check(address: str) -> None:
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as wrong:
        raise InvalidInput("The cloud's address cannot be read. Nothing was asked.", "base_url") from wrong
    if not host or parts.scheme not in {"https", "http"} or parts.query or parts.fragment or parts.username:
        raise InvalidInput("The cloud's address must look like https://openapi.example.com.", "base_url")
    if parts.scheme == "http" and host not in _LOOPBACK:
        raise InvalidInput("The cloud is asked over https only; http is for this machine itself.", "base_url")
