"""All published products and devices: counted, shown in the inspector, and taken up by the simulator."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from heyzack_console.composition.product_check import check_products, device_of, report_of
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.sites import Site, SiteBook, SiteId
from heyzack_console.presentation.inspector.sections import hero, path_lines, point_lines
from heyzack_console.presentation.inspector.trend import trendable
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.simulator.building.wire import from_wire, on_wire
from heyzack_console.simulator.description import ControlAddress, DemoDescription, read_description, written
from heyzack_console.simulator.house.products import Product
from heyzack_console.tuya.normalise import Normaliser
from heyzack_console.tuya.published.record import read_record
from tests.tuya.normalise.published import published

NOW = datetime(2026, 3, 2, 8, 5, tzinfo=UTC)
FILES = ["tuya_products.jsonl", "tuya_devices.jsonl", "tuya_dps.jsonl"]
LEAST_SHARE = {"tuya_products.jsonl": 0.79, "tuya_devices.jsonl": 0.77, "tuya_dps.jsonl": 0.84}


def products_of(name):
    return [read_record(line) for line in published(name).read_bytes().splitlines()]


@pytest.mark.parametrize("name", FILES)
def test_every_published_record_is_counted_and_most_points_get_more_than_raw(name, capsys):
    reports = list(check_products(published(name)))
    points, better = sum(r.points for r in reports), sum(r.with_control for r in reports)
    with capsys.disabled():
        print(f"\n{name}: {len(reports)} records, {better} of {points} data points better than raw")  # noqa: T201
    assert all(r.product_id for r in reports)
    assert all(0 <= r.with_control <= r.points for r in reports)
    assert better / points >= LEAST_SHARE[name]


@pytest.mark.parametrize("name", FILES)
def test_every_published_record_is_shown_by_the_inspector(name):
    for product in products_of(name):
        device = device_of(product)
        mirror = Mirror()
        lines = point_lines(device, mirror, NOW)
        assert [line.code for line in lines] == [point.code for point in device.points]
        assert hero(device, mirror, NOW) is None
        assert path_lines(device, None, NOW)
        trendable(device)


def test_every_value_of_a_published_device_is_shown():

    for line in published("tuya_devices.jsonl").read_bytes().splitlines():
        device, status = device_of(read_record(line)), json.loads(line)["status"] or {}
        numbers = {point.code: point.dp for point in device.points}
        sent = {numbers[code]: value for code, value in status.items()}
        mirror = Mirror()
        mirror.readings[device.id] = {
            reading.code: reading for reading in Normaliser(device).readings(sent, NOW, Path.CLOUD)
        }
        shown = {line.code: line for line in point_lines(device, mirror, NOW)}
        for code, reading in mirror.readings[device.id].items():
            assert shown[code].value, (device.id, code, reading)


@pytest.mark.parametrize("name", FILES)
def test_every_published_record_is_taken_up_by_the_simulator(name):
    devices = []
    for product in products_of(name):
        built = Product(product.category, product.name, "XX", product.name, product.points)
        devices.append(replace(device_of(product), points=built.points))
        for point in built.points:
            raw = on_wire(point, point.minimum if point.minimum is not None else 0)
            from_wire(point, raw)
    book = SiteBook(Site(SiteId("0" * 32), "Published", "Europe/Berlin"), tuple(devices))
    description = DemoDescription(book, {}, ControlAddress("127.0.0.1", 1, "t"), ())
    assert read_description(written(description)).book == book


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InvalidInput, match="cannot be read"):
        list(check_products(tmp_path / "none.jsonl"))


def test_each_line_gives_one_report_also_an_empty_and_an_endless_one(tmp_path):
    file = tmp_path / "odd.jsonl"
    good = b'{"product_id":"a","dps":[{"id":1,"code":"switch","type":"bool"},{"id":2,"code":"t","type":"raw"}]}'
    file.write_bytes(good + b"\n\n" + b"x" * 9_000_000 + b"\r\n" + good)
    reports = list(check_products(file))
    assert [(r.line, r.points, r.with_control, r.raw_only) for r in reports] == [
        (1, 2, 1, 1),
        (2, 0, 0, 0),
        (3, 0, 0, 0),
        (4, 2, 1, 1),
    ]
    assert [len(r.problems) for r in reports] == [0, 1, 1, 0]


def test_the_parts_of_a_phase_record_count_as_the_one_point_that_they_are():
    report = report_of(read_record(b'{"product_id":"a","dps":[{"id":6,"code":"phase_a","type":"raw","mode":"ro"}]}'))
    assert (report.points, report.with_control) == (1, 1)
