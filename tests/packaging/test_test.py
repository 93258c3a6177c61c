"""How all checks are run and summed up."""

import os
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def check(script):
    return script("test")


def test_every_kind_of_check_is_a_step_and_the_tests_come_last(check):
    assert list(check.steps(Path("bin/python"), [])) == [
        "ruff check",
        "ruff format",
        "mypy",
        "import contracts",
        "forms fresh",
        "pytest",
    ]


def test_further_arguments_reach_pytest_alone(check):
    steps = check.steps(Path("bin/python"), ["tests/host"])
    assert [name for name, command in steps.items() if "tests/host" in command] == ["pytest"]


def test_a_step_tells_its_exit_code_and_its_last_line(check):
    assert check.run_step([sys.executable, "-c", "print('a'); print('b'); print(); exit(3)"], dict(os.environ)) == (
        3,
        "b",
    )


def test_what_a_step_says_is_passed_on(check, capsys):
    check.run_step([sys.executable, "-c", "print('three of four')"], dict(os.environ))
    assert "three of four" in capsys.readouterr().out
