"""Forms drawn in ui/ and the modules compiled from them."""

import pytest

FORM = """<?xml version="1.0" encoding="UTF-8"?>
<ui version="4.0"><class>Probe</class><widget class="QWidget" name="Probe">
<layout class="QVBoxLayout"><item><widget class="QLabel" name="greeting"/></item></layout></widget></ui>
"""


@pytest.fixture(scope="module")
def forms(script):
    return script("forms")


def test_the_compiled_forms_are_fresh(forms):
    assert forms.stale(forms.wanted(), forms.COMPILED) == []


def test_a_form_compiles_to_a_module_with_its_widgets(forms, tmp_path):
    (tmp_path / "probe.ui").write_text(FORM)
    text = forms.compiled(tmp_path / "probe.ui")
    assert "class Ui_Probe" in text
    assert "self.greeting = QLabel(Probe)" in text


def test_a_compiled_form_does_not_change_with_the_compilers_version(forms, tmp_path):
    (tmp_path / "probe.ui").write_text(FORM)
    assert "version 6." not in forms.compiled(tmp_path / "probe.ui")


def test_a_module_that_was_edited_is_stale(forms, tmp_path):
    (tmp_path / "probe.py").write_text("edited")
    assert forms.stale({"probe.py": "compiled"}, tmp_path) == ["probe.py"]


def test_a_module_without_a_form_behind_it_is_stale(forms, tmp_path):
    (tmp_path / "gone.py").write_text("x")
    assert forms.stale({}, tmp_path) == ["gone.py"]


def test_a_form_that_was_never_compiled_is_stale(forms, tmp_path):
    assert forms.stale({"new.py": "x"}, tmp_path) == ["new.py"]
