"""The look that is worn now: colours, fonts, sizes and icons by name, and the change of all of them."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from heyzack_console.desktop.theme.flash import FlashClock
from heyzack_console.desktop.theme.fonts import build_font, load_fonts
from heyzack_console.desktop.theme.icons import Icons
from heyzack_console.desktop.theme.palette import build_palette
from heyzack_console.desktop.theme.style_sheet import build_style_sheet
from heyzack_console.desktop.theme.tokens import Tokens, load_tokens, touchable
from heyzack_console.domain.bundled import bundled
from heyzack_console.presentation.frame.look import Density, Look, ThemeChoice

ROW_AIR = {Density.COMFORTABLE: 12, Density.COMPACT: 8, Density.TOUCH: 36}


class Theme(QObject):
    """Answers every question about the look; emits *changed* after the whole application wears a new one."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._plain: Tokens = load_tokens(bundled("resources/tokens.json"))
        self.tokens = self._plain
        self._template = bundled("resources/theme/window.qss").read_text(encoding="utf-8")
        self._pictures = bundled("resources/theme").as_posix()
        self._look = Look()
        self._worn = ""
        self._narrow = False
        self._touched = False
        self._colours: dict[str, QColor] = {}
        load_fonts(bundled("resources/fonts"))
        self.icons = Icons(self.tokens.icons)
        self.flash = FlashClock(self.tokens.motion, self)
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.wear(self._look)

    @property
    def name(self) -> str:
        """``dark`` or ``light``, after the system has been asked where the choice says so."""
        return self._worn

    @property
    def look(self) -> Look:
        """The personal choices worn now."""
        return self._look

    def wear(self, look: Look) -> None:
        """Put *look* on the whole application and tell everyone; flashing follows the motion choice."""
        self._look = look
        self._worn = self._ground()
        self.tokens = touchable(self._plain) if self.density is Density.TOUCH else self._plain
        colours = self.tokens.themes[self._worn]
        self._colours = {token: QColor(value) for token, value in colours.items()}
        self.icons.forget()
        self._app.setFont(self.font("body"))
        self._app.setPalette(build_palette(colours, self.tokens.palette))
        self._app.setStyleSheet(build_style_sheet(self._template, self.tokens, self._worn, self.px, self._pictures))
        self.flash.allow(flashing=look.flash and not look.reduced_motion)
        self.changed.emit()

    def be_narrow(self, *, narrow: bool) -> None:
        """Take the form for narrow windows, where the automatic density is compact."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.changed.emit()

    def be_touched(self, *, touched: bool) -> None:
        """Take the form for fingers, where the automatic density is touch."""
        if touched != self._touched:
            self._touched = touched
            if self._look.density is Density.AUTOMATIC:
                self.wear(self._look)

    def color(self, token: str) -> QColor:
        """Return the colour of *token*; an unknown token is a KeyError."""
        return self._colours[token]

    def font(self, name: str, weight: int | None = None) -> QFont:
        """Return the font of a step of the type scale, such as ``body`` or ``lead``, at the user's text size."""
        return build_font(self.tokens, name, self._factor, weight)

    def px(self, design: float) -> int:
        """Return *design* pixels times the user's text size: for whatever holds text."""
        return round(design * self._factor)

    def size(self, name: str) -> int:
        """Return the named size at the user's text size."""
        return self.px(self.tokens.size[name])

    def gap(self, name: str) -> int:
        """Return the named size as designed: for gaps, bars and plates that hold no text."""
        return self.tokens.size[name]

    def motion_ms(self, name: str) -> int:
        """Return how long a movement takes, nothing under reduced motion."""
        return 0 if self._look.reduced_motion else self.tokens.motion[name]

    @property
    def density(self) -> Density:
        """The row height's name, with AUTOMATIC resolved."""
        if self._look.density is Density.AUTOMATIC and self._touched:
            return Density.TOUCH
        if self._look.density is Density.AUTOMATIC:
            return Density.COMPACT if self._narrow else Density.COMFORTABLE
        return self._look.density

    @property
    def row_height(self) -> int:
        """Height of a table row: the line height of body text and the density's air."""
        return self.px(self.tokens.scale["body"].line) + ROW_AIR[self.density]

    def icon(self, name: str, token: str = "ink2", size: str = "icon_tool") -> QIcon:
        """Return an icon for buttons and menus."""
        return self.icons.icon(name, self.color(token), self.color("ink_off"), self.size(size))

    def glyph(self, name: str, token: str, size: int, ratio: float = 1.0) -> QPixmap:
        """Return a glyph as a picture of *size* device-independent pixels, for labels and painters."""
        return self.icons.pixmap(name, self.color(token), size, ratio)

    def mark_kind(self, widget: QWidget, kind: str) -> None:
        """Let the style sheet dress *widget* as *kind*, such as ``primary``; Qt wants it polished anew."""
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)

    @property
    def _factor(self) -> float:
        return self._look.text_percent / 100

    def _ground(self) -> str:
        if self._look.theme is not ThemeChoice.SYSTEM:
            return self._look.theme.value
        return "light" if self._app.styleHints().colorScheme() is Qt.ColorScheme.Light else "dark"

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        if self._look.theme is ThemeChoice.SYSTEM and self._ground() != self._worn:
            self.wear(self._look)
