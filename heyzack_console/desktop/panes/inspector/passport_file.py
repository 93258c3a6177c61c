"""A passport as a PDF: laid out here, written in a thread."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, Qt, QUrl
from PySide6.QtGui import QFontDatabase, QImage, QPageSize, QPdfWriter, QTextDocument

from heyzack_console.presentation.inspector.passport import Passport
from heyzack_console.presentation.qr import QUIET_ZONE, modules

_DOTS_PER_INCH = 150
_MODULE = 4
_CODE = "code"
_STYLE = """
body { font-family: sans-serif; font-size: 9pt; }
h1 { font-size: 18pt; margin: 0; }
h2 { font-size: 11pt; margin-top: 12pt; margin-bottom: 3pt; }
th { text-align: left; }
td { vertical-align: top; }
"""


def passport_pdf(passport: Passport) -> bytes:
    """Lay *passport* out on A4 pages."""
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF())  # the document brings its own, with the number of the page
    writer.setTitle(f"Passport of {passport.title}")
    document = QTextDocument()
    # The window's font has figures of its own, which cannot be searched for or copied out of a PDF.
    document.setDefaultFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont))
    document.setDefaultStyleSheet(_STYLE)
    document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(_CODE), _code(passport.code))
    document.setHtml(_html(passport))
    document.print_(writer)
    buffer.close()
    return bytes(store.data())


def _code(text: str) -> QImage:
    rows = modules(text)
    side = len(rows) + 2 * QUIET_ZONE
    image = QImage(side, side, QImage.Format.Format_Mono)
    image.fill(1)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixel(x + QUIET_ZONE, y + QUIET_ZONE, 0)
    wide = side * _MODULE
    return image.scaled(wide, wide, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation)


def _html(passport: Passport) -> str:
    head = (
        f'<table width="100%"><tr><td width="75%"><h1>{escape(passport.title)}</h1><p>{escape(passport.place)}</p>'
        f"<p>Made {escape(passport.made)}</p></td>"
        f'<td width="25%"><img src="{_CODE}"></td></tr></table>'
    )
    health = "".join(f"<p>{escape(line)}</p>" for line in passport.health)
    points = [(point.number, point.name, point.value, point.takes) for point in passport.points]
    heads = ("When", "What", "Who")
    work = [(line.when, line.what, line.who) for line in passport.work] or [("", "Nothing is recorded.", "")]
    return "".join(
        (
            head,
            _table("Identity", (), passport.facts),
            f"<h2>Health</h2>{health}",
            _table("Data points", ("No.", "Name", "Value", "Takes"), points),
            _table(passport.notes_heading, heads if passport.notes else (), passport.notes),
            _table("Alerts and work", heads, work),
        )
    )


def _table(title: str, heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    top = "".join(f"<th>{escape(head)}</th>" for head in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    first = f"<tr>{top}</tr>" if top else ""
    return f'<h2>{escape(title)}</h2><table width="100%" cellpadding="2">{first}{body}</table>'
