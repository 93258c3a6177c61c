"""Paints the whole map: directly while it moves, from the retained picture while it stands still."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QRegion

from heyzack_console.desktop.panes.map.field import Indices
from heyzack_console.desktop.panes.map.flag_painter import FlagPainter
from heyzack_console.desktop.panes.map.heat_painter import HeatPainter, on_screen
from heyzack_console.desktop.panes.map.impact_painter import ImpactPainter
from heyzack_console.desktop.panes.map.link_painter import LinkPainter
from heyzack_console.desktop.panes.map.overlay_painter import Overlay, OverlayPainter, size_of
from heyzack_console.desktop.panes.map.plan_painter import PlanPainter
from heyzack_console.desktop.panes.map.scene import Changed, MapScene
from heyzack_console.desktop.panes.map.shown import Shown
from heyzack_console.desktop.panes.map.sprites import MapSprites
from heyzack_console.desktop.panes.map.still_picture import StillPicture, parts_of
from heyzack_console.desktop.panes.map.walk_painter import WalkPainter
from heyzack_console.desktop.panes.map.words_painter import FEW, WordsPainter
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.building.shapes import Box, bounds
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.map.view import View

SCALE_LEFT = 14.0
FEW_PARTS = 64


class MapPainter:
    """Puts plan, words, markers, flags and overlay on top of one another, and keeps what can be kept."""

    def __init__(self, theme: Theme, markers: Markers, scene: MapScene) -> None:
        self._theme = theme
        self._markers = markers
        self._scene = scene
        self._plan = PlanPainter(theme, scene.pictures)
        self._words = WordsPainter(theme, self._plan)
        self._flags = FlagPainter(theme)
        self._over = OverlayPainter(theme)
        self._impact = ImpactPainter(theme)
        self._walk = WalkPainter(theme)
        self._heat = HeatPainter(theme)
        self._links = LinkPainter(theme)
        self._still = StillPicture()
        self._sprites: MapSprites | None = None
        self._shown: Shown | None = None
        self._shown_for: tuple[View, QSize] | None = None
        self._arranged_at = 0.0

    def show_floor(self) -> None:
        """Take in the scene's floor, layer, filter or book: nothing kept is true any more."""
        self._plan.show(self._scene.floor, self._scene.zones)
        self.forget()

    def forget(self) -> None:
        """Drop everything kept."""
        self._still.drop()
        self._shown = None
        self._arranged_at = 0.0

    def drop_picture(self) -> None:
        """Drop the retained picture only: the view has changed, words keep their place on the plan."""
        self._still.drop()

    def undress(self) -> None:
        """Drop the sprites as well: the theme or the density has changed."""
        self._sprites = None
        self.forget()

    def paint(self, painter: QPainter, region: QRegion, overlay: Overlay, *, moving: bool) -> None:
        """Paint the part *region* of the widget that *painter* paints on; while *moving* nothing is retained."""
        device = painter.device()
        size, ratio = size_of(device), device.devicePixelRatio()
        sprites = self.sprites(ratio)
        self._settle(size, sprites)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if moving:
            self._paint_plan(painter, size, sharp=False)
            self._paint_rest(painter)
        else:
            if self._still.empty:
                self._still.build(size, ratio, lambda p: self._paint_plan(p, size, sharp=True), self._paint_rest)
            self._still.show(painter, region)
        self._paint_live(painter, region, overlay, sprites)

    def mend(self, changed: Changed) -> QRegion | None:
        """Repair the retained picture where *changed* shows; None when the whole map has to be painted."""
        shown, sprites = self._shown, self._sprites
        if self._still.empty or shown is None or sprites is None:
            return None
        flags_before = self._flags.boxes
        seen = shown.follow(changed.numbers)
        if self._flags.concern(self._scene, changed.numbers | changed.valued):
            self._place_flags(shown, sprites)
        captioned = self._words.captioned(self._scene, shown)
        boxes = [_marker_box(shown, number, sprites) for number in seen]
        if captioned:
            valued = changed.numbers | changed.valued
            boxes += [self._words.caption_box(shown, number, sprites.chip_size) for number in valued]
        boxes += self._words.reword(self._scene, changed.zones)
        heated = (zone for zone in self._scene.zones if zone.id in changed.heated)
        boxes += [on_screen(bounds(zone.outline), self._scene.view) for zone in heated]
        if not boxes:
            return QRegion()
        region = self._still.mend(boxes, lambda p: self._paint_rest(p, boxes))
        for box in {*flags_before} ^ {*self._flags.boxes}:
            region += _rect(box)
        return region

    def flashing_region(self) -> QRegion | None:
        """Return where marks flash; None when they are so many that all may as well be painted."""
        shown, sprites = self._shown, self._sprites
        if shown is None or sprites is None:
            return QRegion()
        numbers = shown.flashing()
        if len(numbers) > 200:
            return None
        region = QRegion()
        half = sprites.mark_half(crowded=shown.crowded)
        dx, dy = sprites.shift(crowded=shown.crowded)
        for number in numbers:
            px, py = float(shown.px[number]) + dx, float(shown.py[number]) + dy
            region += _rect(Box(px - half, py - half, 2 * half, 2 * half))
        return region

    def sprites(self, ratio: float) -> MapSprites:
        """Return the sprites for a screen of pixel ratio *ratio*."""
        if self._sprites is None or self._sprites.ratio != ratio:
            self._sprites = MapSprites(self._theme, self._markers, ratio)
        return self._sprites

    def _settle(self, size: QSize, sprites: MapSprites) -> Shown:
        """Find out what is in view, and arrange words and flags, where the view has changed."""
        scene = self._scene
        fresh = self._shown is None or self._shown_for != (scene.view, size)
        if self._shown is None or fresh:
            window = (size.width(), size.height())
            self._shown = Shown(scene.field, scene.view, window, sprites.chip_size, sprites.reach(crowded=False))
            self._shown_for = (scene.view, size)
            if self._arranged_at != scene.view.scale:
                self._arranged_at = scene.view.scale
                self._flags.arrange(scene, self._shown, sprites, window)
                self._words.arrange(scene, [*self._flags.boxes, *_obstacles(scene, self._shown, sprites)])
        return self._shown

    def _place_flags(self, shown: Shown, sprites: MapSprites) -> None:
        if self._shown_for is not None:
            size = self._shown_for[1]
            self._flags.arrange(self._scene, shown, sprites, (size.width(), size.height()))

    def _paint_plan(self, painter: QPainter, size: QSize, *, sharp: bool) -> None:
        painter.fillRect(0, 0, size.width(), size.height(), self._theme.color("map_ground"))
        self._plan.paint(painter, self._scene.view, self._scene.labels.values(), sharp=sharp)
        if self._scene.layer is Layer.TOPOLOGY:
            self._links.paint(painter, self._scene)

    def _paint_rest(self, painter: QPainter, boxes: Sequence[Box] | None = None) -> None:
        """Paint words, chips and steady marks, or those that reach into *boxes*."""
        shown, sprites, scene = self._shown, self._sprites, self._scene
        if shown is None or sprites is None:
            return
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if scene.layer is Layer.HEAT:
            self._heat.paint(painter, scene.heat.patches.values(), scene.zones, scene.view, boxes)
        self._words.paint(painter, scene.view, boxes)
        numbers = shown.numbers if boxes is None else shown.near(boxes, sprites.reach(crowded=shown.crowded))
        sprites.paint_chips(painter, scene.field, shown, numbers)
        if self._words.captioned(scene, shown):
            self._words.paint_captions(painter, scene, shown, numbers, sprites.chip_size)
        sprites.paint_marks(painter, scene.field, shown, shown.steady(numbers), lit=True)

    def _paint_live(self, painter: QPainter, region: QRegion, overlay: Overlay, sprites: MapSprites) -> None:
        shown, scene, size = self._shown, self._scene, size_of(painter.device())
        if shown is None:
            return
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        if overlay.editing:
            self._over.paint_grid(painter, scene)
        self._impact.paint(painter, overlay.impact, scene, shown, sprites)
        self._walk.paint(painter, overlay.walked, scene, shown, sprites)
        self._over.paint_selection(painter, scene, shown, sprites)
        self._paint_flashing(painter, _flashing_in(region, shown, sprites), sprites, shown)
        self._flags.paint(painter, scene.view, region, sprites)
        self._over.paint_hand(painter, overlay, scene, sprites)
        if scene.floor is not None:
            left, _ = scene.view.to_screen(0, 0)
            self._over.paint_foot(painter, region, scene.view, max(SCALE_LEFT, left))
        if scene.past:
            self._over.paint_past(painter, size.width(), size.height())
        if overlay.focused and not any(scene.number(device) is not None for device in scene.selected):
            self._over.paint_focus(painter, size.width(), size.height())

    def _paint_flashing(self, painter: QPainter, numbers: Indices, sprites: MapSprites, shown: Shown) -> None:
        marks = self._scene.field.mark[numbers]
        flash = self._theme.flash
        for part, lit in ((marks <= 4, flash.lit), (marks > 4, flash.returned_lit)):
            sprites.paint_marks(painter, self._scene.field, shown, numbers[part], lit=lit)


def _marker_box(shown: Shown, number: int, sprites: MapSprites) -> Box:
    reach = sprites.reach(crowded=shown.crowded)
    px, py = float(shown.px[number]), float(shown.py[number])
    return Box(px - reach, py - reach, 2 * reach, 2 * reach)


def _obstacles(scene: MapScene, shown: Shown, sprites: MapSprites) -> list[Box]:
    """Chips and marks that room labels shall not run into; a crowded plan has too many to care."""
    numbers = shown.numbers
    if shown.crowded or len(numbers) > FEW:
        return []
    half, (dx, dy), mark = sprites.chip_size / 2 + 1, sprites.mark_shift, sprites.mark_large / 2 + 5
    boxes = [Box(shown.px[n] - half, shown.py[n] - half, 2 * half, 2 * half) for n in numbers]
    marked = numbers[scene.field.mark[numbers] > 0]
    return boxes + [Box(shown.px[n] + dx - mark, shown.py[n] + dy - mark, 2 * mark, 2 * mark) for n in marked]


def _flashing_in(region: QRegion, shown: Shown, sprites: MapSprites) -> Indices:
    """Return the flashing markers in *region*, or all where it has too many parts to look at one by one."""
    flashing = shown.flashing()
    if not len(flashing) or region.rectCount() > FEW_PARTS:
        return flashing
    boxes = [Box(p.x(), p.y(), p.width(), p.height()) for p in parts_of(region)]
    return shown.flashing_near(boxes, sprites.reach(crowded=shown.crowded))


def _rect(box: Box) -> QRegion:
    return QRegion(round(box.left) - 2, round(box.top) - 2, round(box.width) + 4, round(box.height) + 4)
