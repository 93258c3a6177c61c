"""The about box: version, parts, licences."""

import platform
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console import __version__
from heyzack_console.desktop.forms.about import Ui_About
from heyzack_console.desktop.theme.theme import Theme

PARTS = (
    "PySide6_Essentials", "qasync", "QtAwesome", "pyqtgraph", "numpy", "httpx", "tinytuya", "msgspec", "SQLAlchemy",
    "alembic", "pydantic", "platformdirs", "typer", "keyring", "cryptography", "argon2-cffi", "psutil",
)  # fmt: skip
FONTS = (
    ("Inter", "SIL Open Font License 1.1"),
    ("JetBrains Mono", "Apache License 2.0"),
    ("Material Design Icons", "Apache License 2.0"),
)


def details() -> str:
    """Return the versions that a bug report needs."""
    return (
        f"HeyZack Console {__version__}, Qt {qVersion()}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.release()}"
    )


def licences() -> str:
    """Return one line per part of the program with its version and licence, as the part itself states them."""
    lines = ["HeyZack Console: Apache License 2.0", ""]
    for part in PARTS:
        try:
            about = metadata(part)
        except PackageNotFoundError:
            continue
        lines.append(f"{part} {about['Version']}: {_licence(about)}")
    lines += ["", *(f"{font}: {licence}" for font, licence in FONTS)]
    return "\n".join(lines)


class AboutBox(QDialog):
    """Says which program this is and what it is made of."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        form = Ui_About()
        form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self._form = form
        form.icon.setPixmap(theme.glyph("site", "ink", theme.px(36), self.devicePixelRatioF()))
        form.title.setFont(theme.font("title"))
        form.version.setText(details())
        form.version.setWordWrap(True)
        form.licences.setPlainText(licences())
        form.licences.setFont(theme.font("small"))
        form.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details()))
        form.close.clicked.connect(self.accept)
        form.close.setDefault(True)
        form.close.setFocus()
        self.resize(theme.size("dialog_width"), theme.px(440))


def _licence(about: PackageMetadata) -> str:
    for field in ("License-Expression", "License"):
        if field in about and about[field].strip():
            return about[field].strip().splitlines()[0]
    named = [line.split(" :: ")[-1] for line in about.get_all("Classifier") or () if line.startswith("License ::")]
    return named[0] if named else "see its own licence file"
