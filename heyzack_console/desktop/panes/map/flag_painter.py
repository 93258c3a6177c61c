"""Paints the flags of unacknowledged P1 and P2: the value and its limit, below the chip."""

from collections.abc import Collection

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QRegion

from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.panes.map.shown import Shown
from heyzack_console.desktop.panes.map.sprites import MapSprites, mark_parts
from heyzack_console.desktop.theme.marker_shapes import half_extent
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.building.marks import Flag
from heyzack_console.presentation.building.shapes import Box
from heyzack_console.presentation.map.flag_layout import WantedFlag, placed_flags
from heyzack_console.presentation.map.view import View

AIR = 8.0
HEIGHT = 22
MOST = 40
"""Flags that are looked at: more than the screen could hold."""


class FlagPainter:
    """Places the flags for a view and paints them; they move with the plan until they are placed again."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._flags: dict[DeviceId, tuple[Flag, Box]] = {}
        self._wanted: frozenset[DeviceId] = frozenset()
        self._for = View()

    def concern(self, scene: MapScene, numbers: Collection[int]) -> bool:
        """Tell whether a change of the devices *numbers* can add, remove or reword a flag."""
        field = scene.field
        return any(field.ids[n] in self._wanted or _is_flagged(int(field.mark[n])) for n in numbers)

    @property
    def boxes(self) -> list[Box]:
        """Where flags stand, in pixels of the view that they were placed for."""
        return [box for _, box in self._flags.values()]

    def arrange(self, scene: MapScene, shown: Shown, sprites: MapSprites, size: tuple[float, float]) -> None:
        """Choose a place for every flag, the worst first."""
        numbers = [int(n) for n in shown.flashing()[::-1] if _is_flagged(int(scene.field.mark[n]))][:MOST]
        metrics = QFontMetricsF(self._theme.font("small", weight=600))
        flags, wanted, kept = {}, [], []
        for number in numbers:
            device = scene.field.ids[number]
            flag = scene.picture.flag(device)
            if flag is None:
                continue
            flags[device] = flag
            px, py = float(shown.px[number]), float(shown.py[number])
            width = metrics.horizontalAdvance(self._text(flag, sprites)) + 2 * AIR
            wanted.append(WantedFlag(device, px, py, round(width), self._theme.px(HEIGHT)))
            kept += _uncovered(px, py, sprites)
        boxes = placed_flags(wanted, sprites.chip_size, kept, Box(0, 0, *size))
        self._for = scene.view
        self._wanted = frozenset(flags)
        self._flags = {device: (flags[device], box) for device, box in boxes.items()}

    def paint(self, painter: QPainter, view: View, region: QRegion, sprites: MapSprites) -> None:
        """Paint the flags in *region* where they belong in *view*."""
        if not self._flags:
            return
        light = self._theme.name == "light"
        painter.setFont(self._theme.font("small", weight=600))
        for flag, box in self._flags.values():
            x, y = self._for.to_plan(*box.centre)
            px, py = view.to_screen(x, y)
            where = QRectF(round(px - box.width / 2) + 0.5, round(py - box.height / 2) + 0.5, box.width, box.height)
            if not region.intersects(where.toAlignedRect()):
                continue
            edge = self._theme.color(f"p{flag.priority}_edge" if light else f"p{flag.priority}")
            painter.setPen(QPen(edge, 1.2))
            painter.setBrush(self._theme.color("overlay"))
            radius = self._theme.tokens.radius["control"]
            painter.drawRoundedRect(where, radius, radius)
            painter.setPen(self._theme.color("ink"))
            painter.drawText(where, Qt.AlignmentFlag.AlignCenter, self._text(flag, sprites))

    def _text(self, flag: Flag, sprites: MapSprites) -> str:
        if sprites.narrow or not flag.limit:
            return flag.text
        return f"{flag.text}  {flag.limit}"


def _uncovered(px: float, py: float, sprites: MapSprites) -> list[Box]:
    """The chip and the mark of a flagged device, which no flag may cover."""
    half = sprites.chip_size / 2
    reach = half_extent(sprites.mark_large) - 3
    dx, dy = sprites.mark_shift
    chip = Box(px - half, py - half, 2 * half, 2 * half)
    return [chip, Box(px + dx - reach, py + dy - reach, 2 * reach, 2 * reach)]


def _is_flagged(code: int) -> bool:
    if not code:
        return False
    priority, state = mark_parts(code)
    return priority <= 2 and state == "unacknowledged"
