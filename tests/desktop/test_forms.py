"""The compiled forms are those of ui/."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QPushButton

from heyzack_console.desktop.forms.about import Ui_About
from heyzack_console.desktop.forms.add_devices import Ui_AddDevices
from heyzack_console.desktop.forms.cloud_places import Ui_CloudPlaces
from heyzack_console.desktop.forms.cloud_site_tree import Ui_CloudSiteTree
from heyzack_console.desktop.forms.confirm import Ui_Confirm
from heyzack_console.desktop.forms.import_cloud import Ui_ImportCloud
from heyzack_console.desktop.forms.pairing import Ui_Pairing
from heyzack_console.desktop.forms.preferences import Ui_Preferences
from heyzack_console.desktop.forms.setup_devices import Ui_SetupDevices
from heyzack_console.desktop.forms.template_drift import Ui_TemplateDrift
from heyzack_console.desktop.forms.templates import Ui_Templates

CHECKOUT = Path(__file__).resolve().parents[2]


def test_every_compiled_form_is_fresh():
    done = subprocess.run(
        [sys.executable, str(CHECKOUT / "packaging" / "forms.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


FORMS = (
    Ui_About,
    Ui_AddDevices,
    Ui_CloudPlaces,
    Ui_CloudSiteTree,
    Ui_Confirm,
    Ui_ImportCloud,
    Ui_Pairing,
    Ui_Preferences,
    Ui_SetupDevices,
    Ui_TemplateDrift,
    Ui_Templates,
)


@pytest.mark.parametrize("form", FORMS)
def test_every_control_of_a_form_says_what_it_is(qtbot, form):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    form().setupUi(dialog)
    for kind in (QLineEdit, QComboBox):
        assert all(control.accessibleName() for control in dialog.findChildren(kind))
    for kind in (QPushButton, QCheckBox):
        named = [button.text() or button.objectName() == "verb" for button in dialog.findChildren(kind)]
        assert all(named)
