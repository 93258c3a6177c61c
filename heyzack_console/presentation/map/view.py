"""How the plan lies on the screen."""

from dataclasses import dataclass

MIN_SCALE = 0.5
MAX_SCALE = 240.0


@dataclass(frozen=True, slots=True)
class Margins:
    """Room that is kept free round a fitted plan, in pixels."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class View:
    """*scale* in pixels per metre; *left*, *top* is where the plan's upper left corner lies, in pixels."""

    scale: float = 10.0
    left: float = 0.0
    top: float = 0.0

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Return the pixel of a spot on the plan."""
        return self.left + x * self.scale, self.top + y * self.scale

    def to_plan(self, px: float, py: float) -> tuple[float, float]:
        """Return the spot on the plan under a pixel, in metres."""
        return (px - self.left) / self.scale, (py - self.top) / self.scale

    def moved(self, dx: float, dy: float) -> "View":
        """Return the view after the plan was pushed by *dx*, *dy* pixels."""
        return View(self.scale, self.left + dx, self.top + dy)

    def zoomed(self, factor: float, px: float, py: float) -> "View":
        """Return the view *factor* times as large; what lies under the pixel stays there."""
        scale = min(MAX_SCALE, max(MIN_SCALE, self.scale * factor))
        x, y = self.to_plan(px, py)
        return View(scale, px - x * scale, py - y * scale)

    def centred_on(self, x: float, y: float, width: float, height: float) -> "View":
        """Return the view in which the spot lies in the middle of a window of *width* × *height* pixels."""
        return View(self.scale, width / 2 - x * self.scale, height / 2 - y * self.scale)


def fitted(size: tuple[float, float], window: tuple[float, float], margins: Margins) -> View:
    """Return the view that shows a plan of *size* metres as large as *window* less *margins* allows, centred there."""
    width = max(1.0, window[0] - margins.left - margins.right)
    height = max(1.0, window[1] - margins.top - margins.bottom)
    scale = min(width / max(size[0], 0.1), height / max(size[1], 0.1))
    scale = min(MAX_SCALE, max(MIN_SCALE, scale))
    left = margins.left + (width - size[0] * scale) / 2
    top = margins.top + (height - size[1] * scale) / 2
    # Whole pixels keep straight walls sharp.
    return View(scale, float(round(left)), float(round(top)))


def scale_bar(scale: float, widest: float = 120.0) -> tuple[float, str]:
    """Return the length in pixels and the words of the longest round distance that fits *widest* pixels."""
    steps = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0)
    metres = max((step for step in steps if step * scale <= widest), default=steps[0])
    return metres * scale, f"{metres:g} m"
