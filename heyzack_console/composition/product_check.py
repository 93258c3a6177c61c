"""Looks at a file of products and tells how well each would be shown, by the window's own rules."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.products import ProductReport
from heyzack_console.presentation.inspector.manners import better_than_raw
from heyzack_console.tuya.published.record import LONGEST_LINE, PublishedProduct, read_record


def check_products(file: Path) -> Iterator[ProductReport]:
    """Yield one report a line of *file*, as they are read; whatever a line holds ends among its problems.

    Raises:
        InvalidInput: the file cannot be read.
    """
    try:
        with file.open("rb") as source:
            for number, line in enumerate(_lines(source), 1):
                yield report_of(read_record(line), number)
    except OSError as error:
        raise InvalidInput(f"{file} cannot be read: {error.strerror}.", "file") from error


def report_of(product: PublishedProduct, line: int = 0) -> ProductReport:
    """Count the points of one product."""
    device = device_of(product)
    shown: dict[int, bool] = defaultdict(bool)
    for spec in device.points:
        # The parts of a phase record share its number: one of them in words is enough.
        shown[spec.dp] |= better_than_raw(device, spec)
    better = sum(shown.values())
    return ProductReport(line, product.product_id, product.name, len(shown), better, product.problems)


def device_of(product: PublishedProduct) -> Device:
    """A device of the product, as the inspector takes it."""
    key = product.product_id or "unknown"
    return Device(DeviceId(key), product.name or key, product.category, product=key, points=product.points)


def _lines(source: BinaryIO) -> Iterator[bytes]:
    """Lines without their ends; one that is too long comes as its beginning, and its rest is passed over."""
    while line := source.readline(LONGEST_LINE + 2):
        whole = line.endswith(b"\n")
        yield line.rstrip(b"\r\n")
        while not whole and (rest := source.readline(LONGEST_LINE)):
            whole = rest.endswith(b"\n")
