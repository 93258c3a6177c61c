"""Enum words: the LAN's and some products' own spellings against the standard ones."""

from collections.abc import Sequence

# Standard words first seen on the LAN under other names; joined from cloud and product specifications of one product.
_STANDARD: dict[str, dict[str, str]] = {
    "relay_status": {
        "off": "power_off",
        "on": "power_on",
        "memory": "last",
        "0": "power_off",
        "1": "power_on",
        "2": "last",
    },
    "sensor_state": {"1": "alarm", "2": "normal"},
    "battery_state": {
        "medium": "middle",
        "mid": "middle",
        "l": "low",
        "L": "low",
        "m": "middle",
        "M": "middle",
        "h": "high",
        "H": "high",
        "low_battery": "low",
        "full_battery": "high",
        "full": "high",
        "no": "empty",
        "poweroff": "empty",
    },
}
_SENSOR_STATES = (
    "smoke_sensor_stat",
    "gas_sensor_stat",
    "watersensor_stat",
    "co_stat",
    "ch4_sensor_stat",
    "smoke_stat",
)


def lan_words(code: str, published: Sequence[str], on_lan: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return (lan, ours) pairs for the words that differ.

    Args:
        published: the specification's words.
        on_lan: the LAN's words where they are known to differ, empty otherwise; the same order as *published*.
    """
    known = _table(code)
    if on_lan and len(on_lan) == len(published) and not set(on_lan) & set(published):
        return tuple(zip(on_lan, published, strict=True))
    lan = on_lan or published
    pairs = tuple((word, known[word]) for word in lan if word in known)
    # Two LAN words for one of ours could not be told apart in an order; then the product's own words stay.
    return pairs if len({ours for _, ours in pairs}) == len(pairs) else ()


def options_of(published: Sequence[str], on_lan: Sequence[str], words: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return the words that can be shown and ordered, ours where they differ; the LAN's list is the longer one."""
    known = dict(words)
    return tuple(dict.fromkeys(known.get(word, word) for word in (*published, *on_lan) if word))


def _table(code: str) -> dict[str, str]:
    lower = code.lower()
    if lower.startswith("relay_status"):
        return _STANDARD["relay_status"]
    if lower.startswith(_SENSOR_STATES):
        return _STANDARD["sensor_state"]
    return _STANDARD["battery_state"] if "battery_state" in lower else {}
