"""The settings dialog: how the window looks and sounds."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QDialog, QWidget

from heyzack_console.desktop.forms.preferences import Ui_Preferences
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.look import Density, Look, ThemeChoice

THEMES = {ThemeChoice.SYSTEM: "As the desktop", ThemeChoice.DARK: "Dark", ThemeChoice.LIGHT: "Light"}
DENSITIES = {
    Density.AUTOMATIC: "By window width",
    Density.COMFORTABLE: "Comfortable",
    Density.COMPACT: "Compact",
    Density.TOUCH: "Touch",
}
TEXT_SIZES = (100, 110, 125, 150, 175, 200)


class Preferences(QDialog):
    """Offers the choices of a Look; every change is handed to *wear* at once, which wears and stores it."""

    def __init__(self, theme: Theme, wear: Callable[[Look], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wear = wear
        self._showing = False
        form = Ui_Preferences()
        form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self._form = form
        for choice, words in THEMES.items():
            form.theme.addItem(words, choice)
        for density, words in DENSITIES.items():
            form.density.addItem(words, density)
        for percent in sorted({*TEXT_SIZES, theme.look.text_percent}):
            form.text_size.addItem(f"{percent} %", percent)
        form.said.hide()
        for box in (form.theme, form.density, form.text_size):
            box.currentIndexChanged.connect(self._changed)
        for check in (form.flash, form.reduced_motion, form.sound):
            check.toggled.connect(self._changed)
        form.close.clicked.connect(self.accept)
        theme.changed.connect(self._dress)
        self._dress()

    def say(self, text: str) -> None:
        """Say why the last change was not kept."""
        self._form.said.setText(text)
        self._form.said.show()

    def _changed(self) -> None:
        if self._showing:
            return
        form, before = self._form, self._theme.look
        after = replace(
            before,
            theme=ThemeChoice(form.theme.currentData()),  # Qt gives enumerations back as plain text
            density=Density(form.density.currentData()),
            text_percent=form.text_size.currentData(),
            flash=form.flash.isChecked(),
            reduced_motion=form.reduced_motion.isChecked(),
            sound=form.sound.isChecked(),
        )
        if after != before:
            form.said.hide()
            self._wear(after)

    def _show(self, look: Look) -> None:
        form = self._form
        self._showing = True
        _choose(form.theme, look.theme)
        _choose(form.density, look.density)
        _choose(form.text_size, look.text_percent)
        form.flash.setChecked(look.flash)
        form.reduced_motion.setChecked(look.reduced_motion)
        form.sound.setChecked(look.sound)
        self._showing = False

    def _dress(self) -> None:
        self._show(self._theme.look)
        self._form.title.setFont(self._theme.font("title"))
        self._form.hint.setFont(self._theme.font("small"))
        self.setMinimumWidth(self._theme.size("dialog_width"))
        self.adjustSize()


def _choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
