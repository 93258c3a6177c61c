"""The map on one sheet of paper: title, time, plan and legend, in the light look."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QRegion,
)

from heyzack_console.desktop.panes.map.legend_samples import legend_sample
from heyzack_console.desktop.panes.map.map_painter import MapPainter
from heyzack_console.desktop.panes.map.overlay_painter import Overlay
from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.paper_theme import PaperTheme
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.map.legend import LegendRow
from heyzack_console.presentation.map.view import Margins, fitted

WIDTH, HEIGHT = 1086, 768
"""A4 across, in the pixels of the look; on paper a letter of 11 of them is 3 mm high."""
SHARP = 3.0
"""Pixels of the picture to one of the look."""
EDGE = 36.0
HEAD = 62.0
ROW = 28.0
SAMPLE = 30.0
GAP = 18.0
DOTS_PER_INCH = 300


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What stands above the plan: site and floor; layer and method; when it was made."""

    title: str
    layer: str
    made: str


class MapSheet:
    """Paints what a scene shows; the scene itself and the window stay as they are."""

    def __init__(self, worn: Theme, scene: MapScene, words: SheetWords) -> None:
        self._theme = PaperTheme(worn)
        self._markers = Markers(self._theme)
        self._words = words
        self._rows = scene.picture.legend(scene.floor.id if scene.floor else None, scene.layer)
        self._lines = self._broken()
        self._plan = self._painted(scene)
        self._theme.deleteLater()

    def png(self) -> bytes:
        """Return the sheet as a PNG."""
        image = QImage(QSize(round(WIDTH * SHARP), round(HEIGHT * SHARP)), QImage.Format.Format_RGB32)
        image.fill(self._theme.color("overlay"))
        painter = QPainter(image)
        painter.scale(SHARP, SHARP)
        self._paint(painter)
        painter.end()
        store = QByteArray()
        buffer = QBuffer(store)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want the format as bytes, Qt a string
        buffer.close()
        return bytes(store.data())

    def pdf(self) -> bytes:
        """Return the sheet as a PDF of one page; its words can be searched for."""
        store = QByteArray()
        buffer = QBuffer(store)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(DOTS_PER_INCH)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageOrientation(QPageLayout.Orientation.Landscape)
        writer.setPageMargins(QMarginsF())
        writer.setTitle(self._words.title)
        painter = QPainter(writer)
        painter.scale(writer.width() / WIDTH, writer.width() / WIDTH)
        self._paint(painter)
        painter.end()
        buffer.close()
        return bytes(store.data())

    @property
    def _foot(self) -> float:
        return len(self._lines) * ROW + EDGE / 2

    def _painted(self, scene: MapScene) -> QImage:
        size = QSize(round(WIDTH - 2 * EDGE), round(HEIGHT - HEAD - self._foot - EDGE))
        view, selected = scene.view, scene.selected
        if scene.floor is not None:
            room = (float(size.width()), float(size.height()))
            scene.view = fitted((scene.floor.width, scene.floor.height), room, Margins(20, 24, 20, 42))
        scene.selected = ()
        image = QImage(size * SHARP, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SHARP)
        painter = QPainter(image)
        plan = MapPainter(self._theme, self._markers, scene)
        plan.show_floor()
        plan.paint(painter, QRegion(0, 0, size.width(), size.height()), Overlay(), moving=False)
        painter.end()
        scene.view, scene.selected = view, selected
        image.setDevicePixelRatio(1.0)
        return image

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._write(painter, "title", "ink", QRectF(EDGE, 18, WIDTH - 2 * EDGE, 26), self._words.title)
        self._write(painter, "small", "ink2", QRectF(EDGE, 42, WIDTH - 2 * EDGE, 18), self._words.layer)
        made = Qt.AlignmentFlag.AlignRight
        self._write(painter, "small", "ink2", QRectF(EDGE, 22, WIDTH - 2 * EDGE, 18), self._words.made, made)
        where = QRectF(EDGE, HEAD, self._plan.width() / SHARP, self._plan.height() / SHARP)
        painter.drawImage(where, self._plan)
        top = where.bottom() + 8
        for line in self._lines:
            self._paint_rows(painter, line, top)
            top += ROW

    def _paint_rows(self, painter: QPainter, rows: Sequence[LegendRow], top: float) -> None:
        left = EDGE
        for row in rows:
            sample = legend_sample(self._theme, self._markers, row, SHARP)
            size = sample.deviceIndependentSize()
            spot = QPointF(left + (SAMPLE - size.width()) / 2, top + (ROW - size.height()) / 2)
            painter.drawPixmap(QRectF(spot, size), sample, QRectF(sample.rect()))
            width = self._width(row)
            self._write(painter, "small", "ink", QRectF(left + SAMPLE + 6, top, width, ROW), row.word)
            left += width + SAMPLE + 6 + GAP

    def _write(
        self,
        painter: QPainter,
        font: str,
        token: str,
        where: QRectF,
        text: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        painter.setFont(self._theme.font(font))
        painter.setPen(self._theme.color(token))
        painter.drawText(where, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _width(self, row: LegendRow) -> float:
        return QFontMetricsF(self._theme.font("small")).horizontalAdvance(row.word) + 2

    def _broken(self) -> list[list[LegendRow]]:
        """The legend's rows in lines that fit the sheet: on paper nothing can be looked up later."""
        lines: list[list[LegendRow]] = [[]]
        used = 0.0
        for row in self._rows:
            width = self._width(row) + SAMPLE + 6 + GAP
            if lines[-1] and used + width > WIDTH - 2 * EDGE:
                lines.append([])
                used = 0.0
            lines[-1].append(row)
            used += width
        return lines
