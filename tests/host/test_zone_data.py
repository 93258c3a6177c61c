"""Which release of the time-zone data a machine tells of."""

import os
import shutil
import subprocess
import sys
from importlib import resources

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


RUN_AND_ASK = """
import sys
from datetime import datetime
from zoneinfo import ZoneInfo
from heyzack_console.__main__ import main
sys.argv = ["heyzack-console", *sys.argv[1:]]
try:
    main()
finally:
    print(datetime(2026, 7, 1, tzinfo=ZoneInfo("Europe/Berlin")).utcoffset(), file=sys.stderr)
"""


def test_no_part_of_the_program_takes_the_machines_zones(tmp_path):
    # A machine that takes Berlin for New York.
    (tmp_path / "Europe").mkdir()
    wrong = resources.files("tzdata").joinpath("zoneinfo", "America", "New_York")
    with resources.as_file(wrong) as file:
        shutil.copy(file, tmp_path / "Europe" / "Berlin")
    done = subprocess.run(
        [sys.executable, "-c", RUN_AND_ASK, "--version"],
        env=os.environ | {"PYTHONTZPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stderr.strip() == "2:00:00"
