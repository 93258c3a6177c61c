"""Paints sheets of labels, on paper and on the screen alike."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from heyzack_console.desktop.theme.paper import UNITS_A_MM, Paper
from heyzack_console.presentation.fieldwork.labels import Label, Sheet
from heyzack_console.presentation.qr import QUIET_ZONE, modules

RESOLUTION = 600
MM_AN_INCH = 25.4
EDGE_MM = 2.5
NAME_MM, WORDS_MM = 3.6, 2.6

SheetOfLabels = Sequence[Label | None]


def paint_sheet(painter: QPainter, sheet: Sheet, places: SheetOfLabels, paper: Paper) -> None:
    """Paint one sheet; the painter's unit is a tenth of a millimetre."""
    for number, label in enumerate(places):
        if label is not None:
            left, top = sheet.corner(number)
            width, height = sheet.label
            _paint_label(painter, QRectF(*(UNITS_A_MM * mm for mm in (left, top, width, height))), label, paper)


def pdf_of(sheet: Sheet, sheets: Sequence[SheetOfLabels], paper: Paper, title: str) -> bytes:
    """Return *sheets* as a PDF, a page each."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setResolution(RESOLUTION)
    size = QPageSize(QSizeF(*sheet.page), QPageSize.Unit.Millimeter, sheet.title, QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    scale = RESOLUTION / MM_AN_INCH / UNITS_A_MM
    painter.scale(scale, scale)
    for number, places in enumerate(sheets):
        if number:
            writer.newPage()
        paint_sheet(painter, sheet, places, paper)
    painter.end()
    return bytes(buffer.data().data())


def _paint_label(painter: QPainter, box: QRectF, label: Label, paper: Paper) -> None:
    edge = EDGE_MM * UNITS_A_MM
    inner = box.adjusted(edge, edge, -edge, -edge)
    side = min(inner.height(), inner.width() / 2)
    code = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
    _paint_code(painter, code, label.code, paper)
    words = inner.adjusted(side + edge, 0, 0, 0)
    wrapped = Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeft
    painter.save()
    painter.setClipRect(words)
    for text, font, token in (
        (label.name, paper.font("lead", NAME_MM), "ink"),
        (label.place, paper.font("body", WORDS_MM), "ink2"),
        (label.id, paper.font("mono", WORDS_MM * 0.9), "ink2"),
    ):
        painter.setFont(font)
        painter.setPen(paper.color(token))
        fits = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft if " " in text else wrapped
        taken = painter.boundingRect(words, int(fits), text)
        painter.drawText(words, int(fits), text)
        words.setTop(taken.bottom() + UNITS_A_MM)
    painter.restore()


def _paint_code(painter: QPainter, box: QRectF, text: str, paper: Paper) -> None:
    rows = modules(text)
    module = box.width() / (len(rows) + 2 * QUIET_ZONE)
    # Neighbours overlap by a hair: viewers that smooth edges would else show white lines between modules.
    filled = module * 1.02
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                spot = QRectF(
                    box.left() + (x + QUIET_ZONE) * module, box.top() + (y + QUIET_ZONE) * module, filled, filled
                )
                painter.fillRect(spot, paper.color("ink"))
