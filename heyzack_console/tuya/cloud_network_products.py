"""What the data points of a product are called, remembered once for all devices of it."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import PointSpec
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.cloud.api import CloudApi
from heyzack_console.tuya.cloud.products import MODEL, SPECIFICATION, Ability, Function
from heyzack_console.tuya.cloud.timing import Timing
from heyzack_console.tuya.normalise_specs import PublishedPoint, build_specs, published_point

log = logging.getLogger(__name__)

CLOUD_ONLY = 60_000
"""Points get numbers from here on where no interface of the project tells the real ones (1 to 255)."""
_ASKED_AGAIN_S = 3600.0
_BOUNDS = ("unit", "scale", "min", "max", "step", "range", "label")
_NO_BOUNDS = frozenset({"json", "struct", "array"})
# The product has no such description; other ways may do.
_NOTHING_THERE = frozenset({CloudCause.PERMISSION, CloudCause.DEVICE, CloudCause.INPUT, CloudCause.SERVER})


@dataclass(frozen=True, slots=True)
class ProductWords:
    """The points of one product; *codes* leads from every name in use to the number of the point."""

    points: tuple[PointSpec, ...] = ()
    codes: Mapping[str, int] = field(default_factory=dict)
    own: Mapping[int, str] = field(default_factory=dict)
    standard: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sample:
    """A device to ask with, its product, and the kind of device that it is."""

    device: DeviceId
    product: str
    category: Category

    @property
    def key(self) -> str:
        """Under what the product is remembered; a device without one stands for itself."""
        return self.product or self.device


class ProductBook:
    """Asks for a product's points when they are needed: once, or once an hour where nothing was to be had."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._words: dict[str, ProductWords] = {}
        self._fruitless: dict[str, float] = {}

    def of(self, key: str) -> ProductWords:
        """What is known of a product; *key* is its id."""
        return self._words.get(key, ProductWords())

    def costs(self, key: str) -> bool:
        """Tell whether learning everything about a product would still ask the cloud."""
        known = self.of(key)
        return not (known.points and known.standard) and self._fruitless.get(key, 0.0) <= self._timing.monotonic()

    async def learn(self, api: CloudApi, sample: Sample, *, urgent: bool = False) -> ProductWords:
        """Return the words of a product, asking by means of *sample* where they are not known yet.

        Raises:
            CloudError: with its cause; nothing is remembered then.
        """
        known = self.of(sample.key)
        if known.points or self._fruitless.get(sample.key, 0.0) > self._timing.monotonic():
            return known
        try:
            abilities = await api.ask(MODEL, sample.device, urgent=urgent)
        except CloudError as error:
            if error.cause not in _NOTHING_THERE:
                raise
            abilities = ()
        if abilities:
            self._words[sample.key] = _of_model(abilities, sample.category)
        return self.of(sample.key) if abilities else await self.learn_standard(api, sample, urgent=urgent)

    async def learn_standard(self, api: CloudApi, sample: Sample, *, urgent: bool = False) -> ProductWords:
        """Add the names of the standard set, once.

        Raises:
            CloudError: with its cause; what was known stays.
        """
        known = self.of(sample.key)
        if known.standard or self._fruitless.get(sample.key, 0.0) > self._timing.monotonic():
            return known
        try:
            specification = await api.ask(SPECIFICATION, sample.device, urgent=urgent)
        except CloudError as error:
            if error.cause not in _NOTHING_THERE:
                raise
            self._fruitless[sample.key] = self._timing.monotonic() + _ASKED_AGAIN_S
            return known
        words = _with_standard(known, specification.writable, specification.reported, sample.category)
        if not words.standard:
            self._fruitless[sample.key] = self._timing.monotonic() + _ASKED_AGAIN_S
        self._words[sample.key] = words
        return words


def _of_model(abilities: Iterable[Ability], category: Category) -> ProductWords:
    points = tuple(
        _sound(
            {"id": one.dp, "code": one.code, "name": one.name, "mode": one.access_mode}
            | _typed(str(one.type_spec.get("type", "string")), one.type_spec)
            for one in abilities
        )
    )
    codes = {point.code: point.id for point in points}
    return ProductWords(build_specs(points, category), codes, {number: code for code, number in codes.items()})


def _with_standard(
    known: ProductWords, writable: Iterable[Function], reported: Iterable[Function], category: Category
) -> ProductWords:
    """Join the standard names on; where there is no model, the points are those of the specification."""
    orders = {one.code: one for one in writable}
    reports = {one.code: one for one in reported}
    every = reports | orders
    numbers = {code: _number(one, reports.get(code)) or known.codes.get(code, 0) for code, one in every.items()}
    if not known.points:
        free = iter(range(CLOUD_ONLY, 65_535))
        numbers = {code: number or next(free) for code, number in numbers.items()}
    numbers = {code: number for code, number in numbers.items() if number}
    points = known.points or build_specs(
        _sound(
            {"id": number, "code": code, "mode": _mode(code, orders, reports), "name": every[code].name}
            | _typed(every[code].type, every[code].values)
            for code, number in numbers.items()
        ),
        category,
    )
    standard = {number: code for code, number in numbers.items()}
    return ProductWords(points, numbers | dict(known.codes), known.own, standard)


def _number(one: Function, other: Function | None) -> int:
    return one.dp_id or (other.dp_id if other else 0)


def _mode(code: str, orders: Mapping[str, Function], reports: Mapping[str, Function]) -> str:
    if code not in orders:
        return "ro"
    return "rw" if code in reports else "wr"


def _typed(kind: str, values: Mapping[str, object]) -> dict[str, object]:
    # A type with members of its own describes them under these very names; none of them bounds the point itself.
    bounds = {} if kind.lower() in _NO_BOUNDS else {name: values[name] for name in _BOUNDS if name in values}
    return {"type": kind} | bounds


def _sound(raw: Iterable[dict[str, object]]) -> Iterable[PublishedPoint]:
    for point in raw:
        try:
            yield published_point(point)
        except InvalidInput as wrong:
            log.info("A product's data point is left out: %s", wrong)
