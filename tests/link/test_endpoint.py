"""Where an engine listens."""

import socket
import stat
from pathlib import Path

import pytest

from heyzack_console.link.endpoint import Endpoint


@pytest.mark.parametrize("text", ["unix:/run/user/1000/x.sock", "tcp:127.0.0.1:4711"])
def test_an_endpoint_reads_back_as_it_was_written(text):
    assert str(Endpoint.parse(text, "t")) == text


@pytest.mark.parametrize("text", ["", "unix:", "tcp:10.0.0.1:80", "tcp:127.0.0.1:", "tcp:127.0.0.1:70000", "http://x"])
def test_another_machine_or_nonsense_is_no_endpoint(text):
    with pytest.raises(ValueError, match="not a local endpoint"):
        Endpoint.parse(text, "t")


def test_the_token_does_not_show_when_an_endpoint_is_printed():
    assert "hush" not in repr(Endpoint(Path("/x"), token="hush")) + str(Endpoint(Path("/x"), token="hush"))


def test_a_socket_file_is_for_this_user_alone(socket_folder):
    bound, _ = Endpoint(path=socket_folder / "s").bound()
    bound.close()
    assert stat.S_IMODE((socket_folder / "s").stat().st_mode) == 0o600


def test_a_socket_file_left_by_a_dead_engine_is_replaced(socket_folder):
    first, _ = Endpoint(path=socket_folder / "s").bound()
    first.close()
    second, endpoint = Endpoint(path=socket_folder / "s").bound()
    second.listen()
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(str(endpoint.path))
    second.close()


def test_any_free_port_becomes_a_known_one_of_this_machine_only():
    bound, endpoint = Endpoint(tcp_port=0).bound()
    assert bound.getsockname() == ("127.0.0.1", endpoint.tcp_port)
    assert endpoint.tcp_port > 0
    bound.close()
