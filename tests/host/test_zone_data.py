"""Which release of the time-zone data a machine tells of."""

import pytest

from heyzack_console.domain.zones import TIME_ZONE_DATA, ZoneReleases
from heyzack_console.host.zone_data import zone_data


@pytest.mark.parametrize(
    ("name", "content", "release"),
    [
        ("tzdata.zi", "# version 2025b\n# 2024a\n", "2025b"),
        ("+VERSION", "2024a", "2024a"),
        ("version", "2023c-0+deb12u1\n", "2023c"),
        ("version", "no release here\n", ""),
        ("unrelated", "2025b\n", ""),
    ],
)
def test_the_release_is_read_where_systems_tell_it(tmp_path, name, content, release):
    (tmp_path / name).write_text(content, encoding="ascii")
    assert zone_data([str(tmp_path / "missing"), str(tmp_path)]) == ZoneReleases(TIME_ZONE_DATA, release)


def test_a_file_that_is_no_text_tells_nothing(tmp_path):
    (tmp_path / "tzdata.zi").write_bytes(b"\xff\xfe" * 500)
    assert zone_data([str(tmp_path)]) == ZoneReleases(TIME_ZONE_DATA)
