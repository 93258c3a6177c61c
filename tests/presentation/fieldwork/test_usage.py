"""Usage as a table and as a file: what stands out comes first, what is not known is a dash."""

import csv
import io
from datetime import UTC

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.usage import Usage
from heyzack_console.presentation.fieldwork.usage import UsageList
from tests.presentation.fieldwork.test_work import DEVICES, INDEX
from tests.support.building import T0, THERMOSTAT, VALVE

FOUND = (
    Usage(THERMOSTAT.id, 7_200_000, 3_600_000, 2, 1.234, T0),
    Usage(VALVE.id, 7_200_000, 0, 0, unused=True, remarks=("never on",)),
    Usage(DeviceId("=meter"), energy_kwh=3.0, remarks=("takes far more energy than 6 alike",)),
)


def listed():
    listing = UsageList()
    listing.take(FOUND, {device.id: device for device in DEVICES}, INDEX, UTC)
    return listing


def test_what_stands_out_comes_first_and_can_stand_alone():
    listing = listed()
    assert [listing.key(n) for n in range(3)] == [VALVE.id, "=meter", THERMOSTAT.id]
    assert listing.summary() == "3 devices with a switch or a meter, 1 unused, 1 unusual"
    listing.only_unusual(only=True)
    assert len(listing) == 2
    assert listing.position(THERMOSTAT.id) is None


def test_a_line_says_hours_share_and_energy_and_a_dash_for_what_is_not_known():
    listing = listed()
    texts = [cell.text for cell in listing.row(2).cells]
    assert texts == ["Thermostat 1.03", "Ground", "1:00 h", "50 %", "2", "1.23 kWh", "02 Mar 08:00", ""]
    assert [cell.text for cell in listing.row(1).cells[2:5]] == ["—", "—", "—"]


def test_the_file_has_a_row_each_and_no_formula():
    rows = list(csv.DictReader(io.StringIO(listed().as_csv())))
    assert [row["device_id"] for row in rows] == ["va1", "'=meter", "th1"]
    assert (rows[2]["on_s"], rows[2]["known_s"], rows[2]["energy_kwh"]) == ("3600", "7200", "1.234")
