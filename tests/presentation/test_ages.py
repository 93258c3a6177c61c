"""Ages in the fewest words."""

from datetime import timedelta

import pytest

from heyzack_console.presentation.ages import age_text


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "0 s"),
        (0, "0 s"),
        (59.9, "59 s"),
        (60, "1 min"),
        (3599, "59 min"),
        (3600, "1 h"),
        (172_799, "47 h"),
        (172_800, "2 d"),
    ],
)
def test_an_age_is_rounded_down_to_its_largest_unit(seconds: float, words: str):
    assert age_text(timedelta(seconds=seconds)) == words
