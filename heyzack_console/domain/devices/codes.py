"""The text in a device's QR label: it stays the same for as long as the device is in the book."""

from urllib.parse import quote, unquote

from heyzack_console.domain.devices.device import DeviceId

PREFIX = "heyzack:device/"


def code_of(device: DeviceId) -> str:
    """Return what the label of *device* says to a reader."""
    return PREFIX + quote(device, safe="/")


def device_in(text: str) -> DeviceId | None:
    """Return the device that a label's *text* names; None where it is no label of ours."""
    text = text.strip()
    if text[: len(PREFIX)].lower() != PREFIX:
        return None
    return DeviceId(unquote(text[len(PREFIX) :])) or None
