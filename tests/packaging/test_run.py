"""How the console is started from a checkout that has no display."""

import pytest


@pytest.fixture(scope="module")
def run(script):
    return script("run")


def test_unseen_it_ends_by_itself_and_takes_pictures(run):
    assert run.unseen(["--devices", "20"]) == ["--devices", "20", "--seconds", "30", "--shots", "shots"]


@pytest.mark.parametrize("given", [["--seconds", "5", "--shots", "x"], ["--seconds=5", "--shots=x"]])
def test_what_the_caller_chose_is_kept(run, given):
    assert run.unseen(given) == given


@pytest.mark.parametrize("given", [["--shots", "x"], ["--shots=x"]])
def test_the_pictures_are_looked_for_where_they_were_put(run, given):
    assert run.folder_of_shots(given) == run.CHECKOUT / "x"
