"""Builds the palette that Qt's own style paints with."""

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

GROUPS = {
    "active": QPalette.ColorGroup.All,
    "inactive": QPalette.ColorGroup.Inactive,
    "disabled": QPalette.ColorGroup.Disabled,
}


def build_palette(colours: Mapping[str, str], roles: Mapping[str, Mapping[str, str]]) -> QPalette:
    """Give each palette role the colour of its token; *roles* maps group and role name to a token."""
    palette = QPalette()
    for group, names in roles.items():
        for role, token in names.items():
            palette.setColor(GROUPS[group], QPalette.ColorRole[role], QColor(colours[token]))
    return palette
