"""Data points of one device into readings, and orders back into data points."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from heyzack_console.domain.devices.colours import is_colour_point
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.normalise_colour import is_old_colour
from heyzack_console.tuya.normalise_guess import guess_point, raw_point
from heyzack_console.tuya.normalise_orders import raw_of
from heyzack_console.tuya.normalise_phases import Phase, is_phase, read_phase
from heyzack_console.tuya.normalise_temperature import judge, says_fahrenheit
from heyzack_console.tuya.normalise_values import RawValue, Read, number_of, range_note, read_value, shown_number
from heyzack_console.tuya.units import EITHER_TEMPERATURE

GUESSED_NOTE = "named from what is usual for such devices; the product's own list is not known"
UNKNOWN_NOTE = "a data point that is not in the product's list; its value is shown as it came"


class Normaliser:
    """Reads and writes the data points of one device.

    It remembers which temperature scale and which form of colours the device used last: an order must use the same.
    """

    def __init__(self, device: Device) -> None:
        self._device = device.id
        self._category = device.category
        self._specified = any(not point.guessed for point in device.points)
        records = {f"{p.code}_{part}" for p in device.points if is_phase(p) for part in Phase.__slots__}
        self._by_dp = {p.dp: p for p in device.points if p.code not in records}
        self._by_code = {p.code: p for p in device.points}
        self._fahrenheit: bool | None = None
        self._last_scale: dict[str, bool] = {}
        self._old_colours: set[str] = set()

    def readings(
        self, dps: Mapping[int, RawValue], at: datetime, path: Path, quality: Quality = Quality.LIVE
    ) -> tuple[Reading, ...]:
        """Turn reported data points into readings, in the order of their numbers.

        Args:
            at: aware UTC; the device's own time where it gave one.
        """
        self._note_scale(dps)
        return tuple(
            Reading(
                self._device,
                code,
                read.value,
                unit,
                at,
                quality if read.quality is Quality.LIVE else read.quality,
                path,
                read.note,
            )
            for dp in sorted(dps)
            for code, unit, read in self._read(dp, dps[dp])
        )

    def raw(self, values: Mapping[str, Value]) -> dict[int, RawValue]:
        """Turn ordered values (by code, in canonical units) into data points for the wire.

        Raises:
            InvalidInput: a code is unknown or cannot be written, or a value has the wrong type; the text names it.
        """
        return dict(self._write(code, value) for code, value in values.items())

    def spec(self, dp: int, raw: RawValue) -> PointSpec:
        """Return what is known of a data point: specified, guessed by category, or a plain numbered one."""
        known = self._by_dp.get(dp)
        if known is not None:
            return known
        guessed = None if self._specified else guess_point(self._category, dp, raw)
        spec = guessed or raw_point(dp, raw)
        if raw not in ("", None):
            self._by_dp[dp] = spec
            self._by_code.setdefault(spec.code, spec)
        return spec

    def _read(self, dp: int, raw: RawValue) -> Iterator[tuple[str, str, Read]]:
        spec = self.spec(dp, raw)
        if is_phase(spec) and (phase := read_phase(raw)) is not None:
            yield f"{spec.code}_voltage", "V", Read(phase.voltage)
            yield f"{spec.code}_current", "A", Read(phase.current)
            yield f"{spec.code}_power", "W", Read(phase.power)
            return
        if is_colour_point(spec) and is_old_colour(raw):
            self._old_colours.add(spec.code)
        read = self._either(spec, raw) if spec.raw_unit == EITHER_TEMPERATURE else read_value(spec, raw)
        yield spec.code, spec.unit, Read(read.value, read.note or _origin(spec), read.quality)

    def _either(self, spec: PointSpec, raw: RawValue) -> Read:
        number = number_of(raw)
        if number is None:
            return read_value(spec, raw)
        value, fahrenheit, note = judge(spec, shown_number(spec, number), fahrenheit=self._fahrenheit)
        self._last_scale[spec.code] = fahrenheit
        return Read(value, note or range_note(spec, value))

    def _note_scale(self, dps: Mapping[int, RawValue]) -> None:
        for dp, raw in dps.items():
            spec = self._by_dp.get(dp)
            if spec is None or spec.kind is not PointKind.ENUM or not isinstance(raw, str):
                continue
            said = says_fahrenheit(spec.code, raw)
            if said is not None and said != self._fahrenheit:
                self._fahrenheit = said
                self._last_scale.clear()

    def _write(self, code: str, value: Value) -> tuple[int, RawValue]:
        spec = self._by_code.get(code)
        if spec is None:
            raise InvalidInput(f"The device has no data point {code}. Nothing was sent.", code)
        fahrenheit = self._last_scale.get(code, bool(self._fahrenheit))
        return spec.dp, raw_of(spec, value, fahrenheit=fahrenheit, old_colour=code in self._old_colours)


def _origin(spec: PointSpec) -> str:
    if spec.guessed:
        return GUESSED_NOTE
    return UNKNOWN_NOTE if spec.code == f"dp_{spec.dp}" else ""
