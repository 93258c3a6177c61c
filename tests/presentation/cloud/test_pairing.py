"""A pairing token and its QR code."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.presentation.cloud.pairing import ShownToken
from heyzack_console.presentation.qr import modules

LIFE = timedelta(minutes=5)
T0 = datetime(2026, 3, 2, 12, tzinfo=UTC)
FINDER = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]


def test_a_token_counts_down_and_ends():
    token = ShownToken("EUtoken", T0, LIFE)
    assert token.words(T0 + timedelta(seconds=1)) == "Serves for another 4:59"
    assert token.left(T0 + LIFE) == timedelta(0)
    assert "ended" in token.words(T0 + LIFE + timedelta(hours=1))


def test_a_long_life_is_told_in_hours():
    token = ShownToken("EUtoken", T0, timedelta(hours=2, minutes=3))
    assert token.words(T0) == "Serves for another 2:03:00"
    assert token.words(T0 + timedelta(hours=1, minutes=4)) == "Serves for another 59:00"


def test_a_token_is_not_part_of_its_own_description():
    assert "EUtoken" not in repr(ShownToken("EUtoken", T0, LIFE))


@settings(max_examples=40)
@given(st.text(st.characters(codec="ascii", exclude_categories=("Cc",)), min_size=1, max_size=80))
def test_a_code_is_square_with_a_finder_in_three_corners(text: str):
    code = modules(text)
    side = len(code)
    assert {len(row) for row in code} == {side}
    assert (side - 17) % 4 == 0
    for top, left in ((0, 0), (0, side - 7), (side - 7, 0)):
        corner = ["".join(str(int(m)) for m in row[left : left + 7]) for row in code[top : top + 7]]
        assert corner == FINDER
