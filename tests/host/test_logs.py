"""Log files and what must never be in them."""

import logging
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.host.logs import FILE_BYTES, FILES_KEPT, set_up_logging
from heyzack_console.host.redaction import HIDDEN, Redactor

KEY = "Xk7(p_Qz-2Lm<9aB"


@pytest.fixture
def redactor():
    knowing = Redactor()
    knowing.register(KEY)
    return knowing


@pytest.mark.parametrize(
    "text",
    [
        f"key is {KEY}.",
        f"prefix{KEY}suffix",
        f"{{'localKey': '{KEY}'}}",
        repr({"k": KEY}),
        f"bytes {KEY.encode()!r}",
    ],
)
def test_a_registered_secret_never_shows(redactor, text):
    assert KEY not in redactor.redact(text)
    assert HIDDEN in redactor.redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "local_key=abcd",
        "localKey: abcd",
        '"local_key": "abcd"',
        "{'local_key': 'abcd'}",
        "password = abcd",
        "passphrase='abcd'",
        '{"access_token":"abcd","x":1}',
        "refresh_token=abcd&x=1",
        "Authorization: Bearer abcd",
        "client_secret=abcd",
        "session_key=b'abcd'",
        r'token="with \" abcd"',
    ],
)
def test_what_stands_behind_a_name_of_a_secret_never_shows(text):
    assert "abcd" not in Redactor().redact(text)


@pytest.mark.parametrize(
    "text", ["device bf1 went down", "keyboard: de", "5 tokens of 7", "a keyless entry", "value=21.5 °C", "passed: 12"]
)
def test_ordinary_words_stay(text):
    assert Redactor().redact(text) == text


def test_what_follows_a_secret_stays_readable():
    assert Redactor().redact("connect(host=10.0.0.5, local_key=abcd, port=6668)") == (
        f"connect(host=10.0.0.5, local_key={HIDDEN}, port=6668)"
    )


def test_a_secret_too_short_to_be_one_hides_nothing(redactor):
    redactor.register("on")
    assert redactor.redact("motion on floor 3") == "motion on floor 3"


@given(st.text(min_size=4), st.text(), st.text())
def test_no_registered_secret_survives_in_any_text(secret, before, after):
    knowing = Redactor()
    knowing.register(secret)
    shown = knowing.redact(before + secret + after).replace(HIDDEN, "")
    assert secret not in shown or secret in before + after


def test_a_line_tells_time_level_process_and_room(tmp_path, redactor):
    with set_up_logging(tmp_path, "engine", redactor) as file:
        logging.getLogger("heyzack_console.probe").info("link to %s is down", "bf1")
    line = file.read_text()
    assert "INFO" in line
    assert line.endswith("heyzack_console.probe: link to bf1 is down\n")
    assert line.split()[1].endswith("Z")


def test_a_secret_in_arguments_or_in_a_traceback_does_not_reach_the_file(tmp_path, redactor):
    log = logging.getLogger("heyzack_console.probe")
    with set_up_logging(tmp_path, "engine", redactor) as file:
        log.warning("session with %s", {"local_key": KEY})
        try:
            raise ValueError(f"bad key {KEY}")
        except ValueError:
            log.exception("it failed")
    written = file.read_text()
    assert "ValueError" in written
    assert KEY not in written


def test_warnings_go_to_the_file(tmp_path, redactor):
    with set_up_logging(tmp_path, "engine", redactor) as file, warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("old call", DeprecationWarning, stacklevel=1)
    assert "old call" in file.read_text()


def test_the_libraries_chatter_stays_out(tmp_path, redactor):
    with set_up_logging(tmp_path, "engine", redactor) as file:
        logging.getLogger("httpx").info("GET …")
    assert file.read_text() == ""


def test_logs_are_kept_within_a_bound(tmp_path, redactor):
    log = logging.getLogger("heyzack_console.probe")
    with set_up_logging(tmp_path, "engine", redactor):
        for _ in range(FILES_KEPT * 3):
            log.info("x" * (FILE_BYTES // 2))
    assert len(list(tmp_path.iterdir())) == FILES_KEPT + 1
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= FILE_BYTES * (FILES_KEPT + 1)


def test_after_the_block_nothing_is_written_any_more(tmp_path, redactor):
    with set_up_logging(tmp_path, "engine", redactor) as file:
        pass
    logging.getLogger("heyzack_console.probe").error("too late")
    assert file.read_text() == ""
