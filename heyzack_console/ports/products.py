"""What services ask of the knowledge about Tuya's products, when a file tells of devices in the vendor's words."""

from collections.abc import Mapping
from typing import Any, Protocol

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.points import PointSpec


class ProductWords(Protocol):
    """Translates the vendor's words into ours."""

    def category(self, code: str) -> Category:
        """The kind of device behind Tuya's category code; UNKNOWN where it says nothing to us."""

    def points(self, code: str, mapping: Mapping[str, Any]) -> tuple[PointSpec, ...]:
        """The data points of a device from its mapping: dp number to {code, type, values}.

        Raises:
            InvalidInput: the mapping cannot be read; the text names the data point.
        """

    def usual_point(self, category: Category, code: str) -> PointSpec | None:
        """What a data point called *code* usually is on such a device; None where that is not known."""
