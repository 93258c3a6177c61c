"""Versions of column groups, as they stand in a row's `_m`."""

from collections.abc import Mapping

import msgspec

Version = tuple[int, int, int]
"""(effective stamp, local chain number, sequence): which entry wrote the values of a column group. Store-local."""

_json = msgspec.json.Encoder()
_versions = msgspec.json.Decoder(dict[str, Version])


def versions_of(mark: str | None) -> dict[str, Version]:
    """What a row's `_m` says."""
    return _versions.decode(mark) if mark else {}


def mark_of(versions: Mapping[str, Version]) -> str:
    """A row's `_m`."""
    return _json.encode(versions).decode()
