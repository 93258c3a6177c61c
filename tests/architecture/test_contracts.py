"""The import contracts of pyproject.toml: the real tree keeps them, and each one notices an offence."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
BREAKER = CHECKOUT / "tests" / "support" / "contract_breaker.py"

# What is appended to a copy, by offence: the contract that must notice, and the text for each file of the package.
OFFENCES = {
    "a lower floor imports a higher one": ("floors", {"domain/__init__.py": "import heyzack_console.services\n"}),
    "an adapter imports its sibling": ("floors", {"storage/__init__.py": "import heyzack_console.tuya\n"}),
    "ports import rules": ("floors", {"ports/__init__.py": "import heyzack_console.rules\n"}),
    "the command line's floor is imported": ("floors", {"services/__init__.py": "import heyzack_console.cli\n"}),
    "a package has no floor": ("floors", {"attic/__init__.py": "\n"}),
    "a pane imports a pane": (
        "panes",
        {
            "desktop/panes/probe_one.py": "import heyzack_console.desktop.panes.probe_two\n",
            "desktop/panes/probe_two.py": "\n",
        },
    ),
    "the desktop imports the store": ("screens", {"desktop/__init__.py": "import heyzack_console.storage\n"}),
    "presentation imports a service": ("screens", {"presentation/__init__.py": "import heyzack_console.services\n"}),
    "the desktop imports the link": ("screens", {"desktop/__init__.py": "import heyzack_console.link\n"}),
    "a service imports Qt": ("no-qt", {"services/__init__.py": "import PySide6.QtCore\n"}),
    "presentation imports qasync": ("no-qt", {"presentation/__init__.py": "import qasync\n"}),
    "the store imports httpx": ("network-libraries", {"storage/__init__.py": "import httpx\n"}),
    "a service imports tinytuya": ("network-libraries", {"services/__init__.py": "import tinytuya\n"}),
    "the link imports websockets": ("queue-library", {"link/__init__.py": "import websockets\n"}),
    "the cloud client imports starlette": ("server-libraries", {"tuya/__init__.py": "import starlette\n"}),
    "a service imports SQLAlchemy": ("store-libraries", {"services/__init__.py": "import sqlalchemy\n"}),
    "the store imports keyring": ("secret-libraries", {"storage/__init__.py": "import keyring\n"}),
    "the link imports argon2": ("secret-libraries", {"link/__init__.py": "import argon2\n"}),
    "a service imports icalendar": ("calendar-libraries", {"services/__init__.py": "import icalendar\n"}),
    "a service imports Pillow": ("plan-libraries", {"services/__init__.py": "import PIL.Image\n"}),
    "the store imports defusedxml": ("plan-libraries", {"storage/__init__.py": "import defusedxml\n"}),
    "a service imports apprise": ("notice-libraries", {"services/__init__.py": "import apprise\n"}),
    "the store imports jinja2": ("notice-libraries", {"storage/__init__.py": "import jinja2\n"}),
    "two siblings import one another": (
        "no-circles",
        {"ports/__init__.py": "import heyzack_console.rules\n", "rules/__init__.py": "import heyzack_console.ports\n"},
    ),
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory):
    """What import-linter says of a copy of the package, as it is and after each offence."""
    copy = tmp_path_factory.mktemp("copy")
    shutil.copy(CHECKOUT / "pyproject.toml", copy)
    shutil.copytree(CHECKOUT / "heyzack_console", copy / "heyzack_console", ignore=shutil.ignore_patterns("*.pyc"))
    orders = {}
    for name, (contract, files) in OFFENCES.items():
        additions = {f"heyzack_console/{path}": f"\n{text}" for path, text in files.items()}
        orders[name] = {"contract": contract, "additions": additions}
    answer = subprocess.run(
        [sys.executable, BREAKER], cwd=copy, input=json.dumps(orders), capture_output=True, text=True, check=True
    )
    return json.loads(answer.stdout)


def test_the_package_keeps_every_contract(verdicts):
    kept, said = verdicts["as it is"]
    assert kept, said


@pytest.mark.parametrize("offence", OFFENCES)
def test_a_contract_notices_when(verdicts, offence):
    kept, said = verdicts[offence]
    assert not kept
    assert "BROKEN" in said, said


def test_every_contract_is_tried_by_an_offence():
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    written = {contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]}
    assert {contract for contract, _ in OFFENCES.values()} == written
