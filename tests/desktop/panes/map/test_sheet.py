"""The map on paper."""

from io import BytesIO

import pypdfium2
from PySide6.QtGui import QImage

from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.desktop.panes.map.sheet import MapSheet, SheetWords
from heyzack_console.desktop.panes.map.sheet_desk import sheet_words
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.look import Look, ThemeChoice
from heyzack_console.presentation.map.heat import METHOD
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.site_time import SiteTime
from tests.support.map_site import NOW

WORDS = SheetWords("Harbour House · Floor 3", "Path.", "23 Jul 2026 14:32 CEST")


def test_the_pdf_is_one_page_across_with_title_time_and_legend_that_can_be_searched_for(
    canvas: MapCanvas, theme: Theme
):
    canvas.scene.show_layer(Layer.PATH)
    document = pypdfium2.PdfDocument(BytesIO(MapSheet(theme, canvas.scene, WORDS).pdf()))
    assert len(document) == 1
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (842, 595)
    text = document[0].get_textpage().get_text_range()
    for word in ("Harbour House", "Floor 3", "14:32", "LAN or gateway", "Cloud", "None"):
        assert word in text
    document.close()


def test_the_sheet_is_light_and_the_window_keeps_its_look_view_and_selection(canvas: MapCanvas, theme: Theme):
    theme.wear(Look(theme=ThemeChoice.DARK))
    scene = canvas.scene
    canvas.select((scene.field.ids[0],))
    before = scene.view, scene.selected
    image = QImage.fromData(MapSheet(theme, scene, WORDS).png())
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert theme.name == "dark"
    assert (scene.view, scene.selected) == before
    rooms = theme.tokens.themes["light"]["map_room"].lower()
    assert rooms in {image.pixelColor(x, y).name() for x in range(0, image.width(), 50) for y in range(200, 2000, 50)}


def test_every_layer_can_be_put_on_paper_with_its_whole_legend(canvas: MapCanvas, theme: Theme):
    for layer in Layer:
        canvas.scene.show_layer(layer)
        document = pypdfium2.PdfDocument(BytesIO(MapSheet(theme, canvas.scene, WORDS).pdf()))
        text = document[0].get_textpage().get_text_range()
        floor = canvas.scene.floor
        assert floor is not None
        for row in canvas.scene.picture.legend(floor.id, layer):
            assert row.word.split()[0] in text, row.word
        document.close()


def test_the_heat_map_states_its_method_and_quantity(canvas: MapCanvas):
    scene = canvas.scene
    scene.show_layer(Layer.HEAT)
    words = sheet_words(scene, SiteTime(lambda: NOW, scene.mirror), METHOD)
    assert words.layer == f"Heat map: Temperature. {METHOD}"
    assert words.title.endswith("Floor 3")
    assert words.made.startswith("23 Jul 2026 14:32")
