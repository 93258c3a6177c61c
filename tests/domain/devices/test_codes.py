"""A label's text names its device for ever, whatever characters the id has."""

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.codes import PREFIX, code_of, device_in
from heyzack_console.domain.devices.device import DeviceId


@given(st.text(min_size=1))
def test_what_a_label_says_leads_back_to_its_device(text):
    code = code_of(DeviceId(text))
    assert code.isascii()
    assert device_in(f" {code}\r\n") == text


def test_the_text_of_printed_labels_stays_as_it_is():
    assert code_of(DeviceId("gw1/leak")) == "heyzack:device/gw1/leak"
    assert device_in("HEYZACK:DEVICE/th1") == "th1"


def test_other_codes_are_no_labels():
    assert device_in("https://example.org/th1") is None
    assert device_in(PREFIX) is None
    assert device_in("") is None
