"""Latest sending times of notices, each edge worked by hand (June 2026 in Berlin is UTC+2)."""

import pytest

from heyzack_console.domain.zones import zone_called
from heyzack_console.rules.clocks.notices import MaintenanceClass, latest_notice
from tests.rules.clocks.moments import at, days


@pytest.mark.parametrize(
    ("kind", "zone", "start", "closed", "expected"),
    [
        # Wednesday noon: the Wednesday before, noon.
        ("standard", "Europe/Berlin", "2026-06-17 10:00", (), "2026-06-10 10:00"),
        # Sunday 00:00: five whole days are Monday to Friday, so Monday 08:00, not the Friday evening before it.
        ("standard", "Europe/Berlin", "2026-06-20 22:00", (), "2026-06-15 06:00"),
        # Monday at opening, and before it: again the Monday a week earlier at 08:00.
        ("standard", "Europe/Berlin", "2026-06-22 06:00", (), "2026-06-15 06:00"),
        ("standard", "Europe/Berlin", "2026-06-22 04:00", (), "2026-06-15 06:00"),
        # A second after opening: a second later.
        ("standard", "Europe/Berlin", "2026-06-22 06:00:01", (), "2026-06-15 06:00:01"),
        # Monday at closing, and after it: that Monday counts, so Tuesday 08:00.
        ("standard", "Europe/Berlin", "2026-06-22 16:00", (), "2026-06-16 06:00"),
        ("standard", "Europe/Berlin", "2026-06-22 20:00", (), "2026-06-16 06:00"),
        # A holiday in between, and one on the day found.
        ("standard", "Europe/Berlin", "2026-06-20 22:00", ("2026-06-18",), "2026-06-12 06:00"),
        ("standard", "Europe/Berlin", "2026-06-20 22:00", ("2026-06-15",), "2026-06-12 06:00"),
        # Ten days before Sunday 29 March 2026 00:00 +1, the night of the change: Monday 16 March 08:00 +1.
        ("extended", "Europe/Berlin", "2026-03-28 23:00", (), "2026-03-16 07:00"),
        # Ten days back over the change: Monday 30 March 12:00 +2 to Monday 16 March 12:00 +1.
        ("extended", "Europe/Berlin", "2026-03-30 10:00", (), "2026-03-16 11:00"),
        # Samoa had no Friday 30 December 2011: Tuesday 3 January 08:00 +14 back to Monday 26 December 08:00 -10.
        ("standard", "Pacific/Apia", "2012-01-02 18:00", (), "2011-12-26 18:00"),
    ],
)
def test_the_latest_sending_time(kind, zone, start, closed, expected):
    assert latest_notice(MaintenanceClass(kind), at(start), zone_called(zone), days(*closed)) == at(expected)
