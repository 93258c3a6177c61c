"""What new alerts sound like."""

import pytest

from heyzack_console.desktop.sound import AlertSound


class Ear:
    """Counts beeps; the beat is moved by hand."""

    def __init__(self) -> None:
        self.beeps = 0
        self.sound = AlertSound(self._beep)

    def _beep(self) -> None:
        self.beeps += 1

    def listen(self, beats: int = 20) -> int:
        """Let *beats* pass, and tell how many beeps there have been by then."""
        for _ in range(beats):
            if self.sound.sounding:
                self.sound.advance()
        return self.beeps


@pytest.fixture
def ear(qapp):
    ear = Ear()
    yield ear
    ear.sound.stop()


@pytest.mark.parametrize(("priority", "beeps"), [(2, 3), (3, 1), (4, 0)])
def test_a_new_alert_beeps_by_its_priority(ear: Ear, priority: int, beeps: int):
    ear.sound.follow({"e1": priority})
    assert ear.listen() == beeps
    assert not ear.sound.sounding


def test_a_critical_alert_beeps_until_it_is_acknowledged(ear: Ear):
    ear.sound.follow({"e1": 1})
    assert ear.listen(50) > 20
    ear.sound.follow({})
    so_far = ear.beeps
    assert ear.listen(50) == so_far
    assert not ear.sound.sounding


def test_the_worst_of_several_new_alerts_decides(ear: Ear):
    ear.sound.follow({"e1": 3, "e2": 2, "e3": 4})
    assert ear.listen() == 3


def test_an_alert_that_was_heard_does_not_beep_again(ear: Ear):
    ear.sound.follow({"e1": 2})
    ear.listen()
    ear.sound.follow({"e1": 2})
    assert ear.listen() == 3


def test_an_alert_that_comes_again_beeps_again(ear: Ear):
    ear.sound.follow({"e1": 3})
    ear.listen()
    ear.sound.follow({})
    ear.sound.follow({"e2": 3})
    assert ear.listen() == 2


def test_muting_silences_at_once_and_acknowledges_nothing(ear: Ear):
    ear.sound.follow({"e1": 1})
    ear.sound.toggle_mute()
    so_far = ear.beeps
    assert ear.listen(50) == so_far
    ear.sound.toggle_mute()
    assert ear.listen(5) > so_far


def test_the_setting_mutes_as_the_key_does(ear: Ear):
    ear.sound.allow(allowed=False)
    assert ear.sound.muted
    ear.sound.follow({"e1": 1})
    assert ear.listen() == 0
