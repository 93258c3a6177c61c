"""One page of a PDF as a picture."""

import pypdfium2

from heyzack_console.domain.plans import Plan, PlanChoice, PlanFloor
from heyzack_console.plans.limits import PICTURE_EDGE, refused
from heyzack_console.plans.pictures import stored

# PDF 32000-1:2008, 8.3.2.3: a unit of a page is 1/72 inch unless the page says otherwise.
_MM = 25.4 / 72
_LARGEST_PAGE_MM = 20_000


def read_pdf(name: str, data: bytes, choice: PlanChoice) -> Plan:
    """The chosen page; its size on paper in millimetres, the scale has to be measured.

    Raises:
        InvalidInput: damaged, locked by a password, or without that page.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise refused(f"{name} is locked by a password. Save it without one.") from error
        raise refused(f"{name} is a damaged PDF.") from error
    pages = len(document)
    if not 1 <= choice.page <= pages:
        raise refused(f"{name} has no page {choice.page}; it has {pages}.")
    try:
        floor = _floor(name, document[choice.page - 1])
    except pypdfium2.PdfiumError as error:
        raise refused(f"Page {choice.page} of {name} is damaged.") from error
    notes = ["A page has no scale: measure it by two points."]
    if pages > 1:
        notes.insert(0, f"Page {choice.page} of {pages} was read.")
    return Plan("pdf", (floor,), page=choice.page, pages=pages, notes=tuple(notes))


def _floor(name: str, page: pypdfium2.PdfPage) -> PlanFloor:
    width, height = page.get_width(), page.get_height()
    edge = max(width, height)
    if not (min(width, height) >= 1 and edge * _MM <= _LARGEST_PAGE_MM):
        raise refused(f"The page measures {width * _MM:,.0f} × {height * _MM:,.0f} mm, which is no plan's size.")
    picture = stored(page.render(scale=PICTURE_EDGE / edge, may_draw_forms=False).to_pil(), photo=False)
    return PlanFloor(name, round(width * _MM, 1), round(height * _MM, 1), "mm", picture=picture)
