"""What is told of the path to a device, directly and through a gateway."""

from dataclasses import replace
from datetime import timedelta

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import PathState, Stage
from heyzack_console.domain.devices.readings import Path
from heyzack_console.tuya.lan.device import LinkReport
from heyzack_console.tuya.lan.diagnosis import HEALTHY, Cause, finding
from heyzack_console.tuya.network_paths import GatewayView, PathBook
from tests.support.lan_listener import FixedClock

PLUG = Device(DeviceId("plug"), "Plug", Category.SOCKET)
CHILD = Device(DeviceId("child"), "Leak", Category.LEAK, gateway=DeviceId("gw"), cid="c1")
UP = LinkReport(PathState.CONNECTED, HEALTHY, "3.4", "10.0.0.7:6668", 12.0)
DOWN = LinkReport(PathState.UNREACHABLE, finding(Cause.TIMEOUT), "3.4", "10.0.0.7:6668")


class Told:
    """A path book and what it told."""

    def __init__(self):
        self.clock = FixedClock()
        self.news = []
        self.book = PathBook(self.clock, lambda device, path: self.news.append((device, path)))

    @property
    def last(self):
        return self.news[-1][1]


def test_a_sessions_report_becomes_the_lan_path():
    told = Told()
    told.book.direct(PLUG, UP)
    assert told.news == [(PLUG.id, told.last)]
    assert (told.last.path, told.last.state, told.last.version, told.last.address, told.last.latency_ms) == (
        Path.LAN,
        PathState.CONNECTED,
        "3.4",
        "10.0.0.7:6668",
        12.0,
    )


def test_a_device_without_an_address_is_sought_and_one_that_does_not_answer_is_not():
    told = Told()
    told.book.direct(PLUG, LinkReport(PathState.UNREACHABLE, finding(Cause.NO_ADDRESS), "", ""))
    assert told.last.sought
    told.book.direct(PLUG, DOWN)
    assert not told.last.sought


def test_a_failure_brings_cause_and_advice_in_words():
    told = Told()
    told.book.direct(PLUG, DOWN)
    assert told.last.stage is Stage.CONNECT
    assert told.last.cause == "Nothing answers at the address"
    assert "power" in told.last.advice


def test_the_same_path_is_told_once_even_if_its_latency_differs():
    told = Told()
    told.book.direct(PLUG, UP)
    told.book.direct(PLUG, replace(UP, latency_ms=80.0))
    assert len(told.news) == 1


def test_a_state_keeps_its_beginning_while_its_words_change():
    told = Told()
    told.book.direct(PLUG, DOWN)
    began = told.clock.at
    told.clock.at += timedelta(minutes=3)
    told.book.direct(PLUG, replace(DOWN, diagnosis=finding(Cause.REFUSED)))
    assert (told.last.since, told.last.cause) == (began, "The address refuses connections")
    told.book.direct(PLUG, UP)
    assert told.last.since == told.clock.at


def test_a_device_without_a_key_is_unconfigured_and_says_what_to_do():
    told = Told()
    told.book.unconfigured(PLUG, "")
    assert told.last.state is PathState.UNCONFIGURED
    assert "Import the key" in told.last.advice


@pytest.mark.parametrize("online", [True, None])
def test_a_sub_device_is_there_while_its_gateway_does_not_deny_it(online):
    told = Told()
    told.book.through(CHILD, GatewayView("Hub", UP, online))
    assert (told.last.path, told.last.state) == (Path.GATEWAY, PathState.CONNECTED)


@pytest.mark.parametrize(("sleeper", "state"), [(False, PathState.UNREACHABLE), (True, PathState.ASLEEP)])
def test_a_sub_device_that_the_gateway_calls_offline_is_lost_or_asleep(sleeper, state):
    told = Told()
    told.book.through(replace(CHILD, sleeper=sleeper), GatewayView("Hub", UP, online=False))
    assert told.last.state is state
    assert "Hub does not hear it" in told.last.cause


def test_a_lost_gateway_is_named_as_the_cause():
    told = Told()
    told.book.through(CHILD, GatewayView("Hub", DOWN, online=True))
    assert told.last.state is PathState.UNREACHABLE
    assert told.last.cause == "Its gateway Hub cannot be reached: Nothing answers at the address"


def test_a_sub_device_of_an_unknown_gateway_is_unconfigured():
    told = Told()
    told.book.through(CHILD, GatewayView())
    assert told.last.state is PathState.UNCONFIGURED


def test_a_forgotten_device_is_told_anew():
    told = Told()
    told.book.direct(PLUG, UP)
    told.book.forget(PLUG.id)
    told.book.direct(PLUG, UP)
    assert len(told.news) == 2
