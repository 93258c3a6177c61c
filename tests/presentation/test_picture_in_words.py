"""The building in a few lines of text."""

from dataclasses import replace

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.picture_in_words import picture_in_words
from heyzack_console.presentation.site_time import SiteTime
from tests.support.building import BOOK, CLIMATE, T0, at, reading


def test_values_of_devices_that_are_gone_are_not_counted():
    mirror = Mirror(connected=True)
    mirror.show_book(BOOK)
    here = reading(CLIMATE, "va_temperature", 21.5, 1)
    mirror.apply(Batch(1, at(2), readings=(here, replace(here, device=DeviceId("of a former building")))))
    assert "Values: 1 live of 1," in picture_in_words(mirror, SiteTime(lambda: T0, mirror))
