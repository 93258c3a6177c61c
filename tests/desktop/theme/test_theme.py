"""The theme: what it answers, and what a change of it does."""

from itertools import product

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.bundled import bundled
from heyzack_console.presentation.frame.look import Density, Look, ThemeChoice


def test_the_delivered_fonts_are_the_ones_that_are_drawn(theme: Theme):
    assert QFontInfo(theme.font("body")).family() == "Inter"
    assert QFontInfo(theme.font("mono")).family() == "JetBrains Mono"
    assert {"Regular", "Medium", "SemiBold", "Bold"} <= {
        name.replace(" ", "") for name in QFontDatabase.styles("Inter")
    }


def test_every_delivered_font_comes_with_its_licence():
    folder = bundled("resources/fonts")
    fonts = {path.name.split("-")[0] for path in folder.iterdir() if path.suffix in {".otf", ".ttf"}}
    assert fonts == {path.name.split("-")[0] for path in folder.glob("*-LICENSE.txt")}


def test_digits_have_one_width_in_every_step_of_the_scale(theme: Theme):
    for step in theme.tokens.scale:
        assert theme.font(step).featureValue(QFont.Tag("tnum")) == 1


def test_text_grows_with_the_persons_text_size(theme: Theme):
    before = theme.font("body").pixelSize()
    theme.wear(Look(theme=ThemeChoice.DARK, text_percent=200))
    assert theme.font("body").pixelSize() == 2 * before
    assert theme.size("strip") == 72


@pytest.mark.parametrize(("density", "height"), [(Density.COMFORTABLE, 32), (Density.COMPACT, 28), (Density.TOUCH, 56)])
def test_a_row_is_its_line_and_the_air_of_its_density(theme: Theme, density: Density, height: int):
    theme.wear(Look(density=density))
    assert theme.row_height == height


def test_automatic_density_is_compact_in_narrow_windows(theme: Theme):
    assert theme.density is Density.COMFORTABLE
    theme.be_narrow(narrow=True)
    assert theme.density is Density.COMPACT


def test_a_change_of_theme_reaches_palette_style_sheet_and_everyone_who_listens(theme: Theme, qapp: QApplication):
    heard: list[str] = []
    theme.changed.connect(lambda: heard.append(theme.name))
    theme.wear(Look(theme=ThemeChoice.LIGHT))
    assert heard == ["light"]
    assert qapp.palette().color(QPalette.ColorRole.Base).name().upper() == theme.tokens.themes["light"]["surface"]
    assert theme.tokens.themes["light"]["window"] in qapp.styleSheet()


def test_a_selection_without_the_keyboard_is_grey(theme: Theme, qapp: QApplication):
    palette = qapp.palette()
    inactive = palette.color(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight)
    assert inactive == theme.color("selected_off")
    assert palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Highlight) == theme.color("selected")


def test_the_style_sheet_leaves_no_placeholder_open(theme: Theme, qapp: QApplication):
    for choice, percent in product((ThemeChoice.DARK, ThemeChoice.LIGHT), (100, 200)):
        theme.wear(Look(theme=choice, text_percent=percent))
        assert "$" not in qapp.styleSheet()


def test_every_named_icon_has_a_glyph_of_its_own(theme: Theme):
    blank = theme.glyph("category.unknown", "ink", 24).toImage()
    named = [name for name in theme.tokens.icons if theme.tokens.icons[name] != theme.tokens.icons["category.unknown"]]
    assert [name for name in named if theme.glyph(name, "ink", 24).toImage() == blank] == []


def test_an_icon_is_drawn_once_per_colour_and_size_and_anew_after_a_change_of_theme(theme: Theme):
    first = theme.glyph("search", "ink", 16)
    assert theme.glyph("search", "ink", 16).cacheKey() == first.cacheKey()
    assert theme.glyph("search", "ink2", 16).cacheKey() != first.cacheKey()
    theme.wear(Look(theme=ThemeChoice.LIGHT))
    assert theme.glyph("search", "ink", 16).toImage() != first.toImage()


def test_an_icon_at_double_ratio_has_four_times_the_pixels(theme: Theme):
    picture = theme.glyph("search", "ink", 16, 2.0)
    assert (picture.width(), picture.deviceIndependentSize().width()) == (32, 16)


def test_a_widget_changes_its_dress_with_its_kind(theme: Theme, qtbot):
    label = QLabel("quiet")
    qtbot.addWidget(label)
    label.show()
    before = label.grab().toImage()
    theme.mark_kind(label, "quiet")
    assert label.grab().toImage() != before


def test_an_unknown_token_is_a_mistake_that_shows(theme: Theme):
    with pytest.raises(KeyError):
        theme.color("mauve")
