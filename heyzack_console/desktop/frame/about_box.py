"""The about box: version, parts, licences."""

import re
from collections.abc import Iterator

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console import __version__
from heyzack_console.desktop.forms.about import Ui_About
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.zones import ZoneReleases

DISTRIBUTION = "heyzack-console"
FRAME = 60
FONTS = (
    ("Inter", "SIL Open Font License 1.1"),
    ("JetBrains Mono", "Apache License 2.0"),
    ("Material Design Icons", "Apache License 2.0"),
)


def details(zones: ZoneReleases) -> str:
    """Return the versions that a bug report needs."""
    import platform  # late: reading versions is slow, and only this box needs them

    return (
        f"HeyZack Console {__version__}, Qt {qVersion()}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.release()}, time zones {zones.bundled}"
        + (f" (system {zones.system})" if zones.differs else "")
    )


def zone_warning(zones: ZoneReleases) -> str:
    """Return what it means that the machine has other time-zone data; empty where it has not."""
    if not zones.differs:
        return ""
    return (
        f"The console counts with time-zone data {zones.bundled}, this computer has {zones.system}. "
        "Where rules changed in between, other programs may show other local times."
    )


def licences() -> str:
    """Return one line per part of the program with its version and licence, as the part itself states them."""
    fonts = [f"{font}: {licence}" for font, licence in FONTS]
    return "\n".join(("HeyZack Console: Apache License 2.0", "", *_parts(), "", *fonts))


class AboutBox(QDialog):
    """Says which program this is and what it is made of."""

    def __init__(self, theme: Theme, zones: ZoneReleases, parent: QWidget) -> None:
        super().__init__(parent)
        form = Ui_About()
        form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self._form = form
        form.icon.setPixmap(theme.glyph("site", "ink", theme.px(36), self.devicePixelRatioF()))
        form.title.setFont(theme.font("title"))
        form.version.setText(details(zones))
        form.version.setWordWrap(True)
        form.zones.setText(zone_warning(zones))
        form.zones.setVisible(zones.differs)
        form.licences.setPlainText(licences())
        form.licences.setFont(theme.font("small"))
        form.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details(zones)))
        form.close.clicked.connect(self.accept)
        form.close.setDefault(True)
        form.close.setFocus()
        self.resize(theme.size("dialog_width"), min(theme.px(440), parent.height() - FRAME))


def _parts() -> Iterator[str]:
    from importlib.metadata import PackageNotFoundError, metadata, requires  # late, for the same reason

    try:
        wanted = requires(DISTRIBUTION) or []
    except PackageNotFoundError:
        return
    for line in wanted:
        if "extra ==" in line:
            continue
        part = re.split(r"[^\w.-]", line, maxsplit=1)[0]
        try:
            about = metadata(part)
        except PackageNotFoundError:
            continue
        stated = [about[field].strip() for field in ("License-Expression", "License") if field in about]
        classified = [text.split(" :: ")[-1] for text in about.get_all("Classifier") or () if "License ::" in text]
        licence = next((text.splitlines()[0] for text in (*stated, *classified) if text), "see its own licence file")
        yield f"{about['Name']} {about['Version']}: {licence}"
