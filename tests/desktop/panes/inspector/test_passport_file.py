"""A passport on paper: every word of it, and nothing of it taken as markup."""

import pypdfium2
from pypdfium2 import raw

from heyzack_console.desktop.panes.inspector.passport_file import passport_pdf
from heyzack_console.presentation.inspector.passport import Passport, PassportPoint
from heyzack_console.presentation.inspector.work import WorkLine
from tests.support.building import at

PAPER = Passport(
    title="Thermostat <b>1.03</b>",
    place="Test house · Ground",
    made="02 March 2026",
    code="th1",
    facts=(("Device id", "th1"),),
    health=("Score 86 · fair",),
    points=tuple(PassportPoint(str(n), f"Point number {n}", "21.5 °C", "5 to 30 °C") for n in range(90)),
    notes_heading="Notes (1)",
    notes=(("01 Mar 2026 08:00", "Seal <i>changed</i>", "Omar"),),
    work=(WorkLine(at(0), "02 Mar 2026 09:00", "Set point 21 °C: confirmed", "Ines"),),
)


def test_all_words_are_on_the_pages_as_they_are(qapp):
    document = pypdfium2.PdfDocument(passport_pdf(PAPER))
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    assert len(document) > 1
    for expected in (
        "Thermostat <b>1.03</b>",
        "Point number 89",
        "Score 86 · fair",
        "Set point 21 °C: confirmed",
        "Ines",
        "Notes (1)",
        "Seal <i>changed</i>",
    ):
        assert expected in text


def test_the_code_is_a_picture_on_the_first_page(qapp):
    document = pypdfium2.PdfDocument(passport_pdf(PAPER))
    kinds = [found.type for found in document[0].get_objects()]
    assert raw.FPDF_PAGEOBJ_IMAGE in kinds
