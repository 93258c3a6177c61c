"""The finder of delivered files."""

import pytest

from heyzack_console.domain.bundled import bundled


def test_delivered_files_are_found_in_a_checkout():
    assert bundled("resources/tokens.json").is_file()
    assert bundled("resources/fonts").is_dir()


def test_a_missing_file_says_what_to_do():
    with pytest.raises(FileNotFoundError, match=r"no-such\.file is missing .* Install HeyZack Console again"):
        bundled("resources/no-such.file")
