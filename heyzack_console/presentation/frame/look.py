"""How one person wants the window to look and sound."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from heyzack_console.domain.settings import SettingVersion


class ThemeChoice(StrEnum):
    """Which ground the window takes; SYSTEM follows the desktop."""

    SYSTEM = "system"
    DARK = "dark"
    LIGHT = "light"


class Density(StrEnum):
    """Height of rows; AUTOMATIC is compact on narrow windows."""

    AUTOMATIC = "automatic"
    COMFORTABLE = "comfortable"
    COMPACT = "compact"
    TOUCH = "touch"


THEME = "look.theme"
TEXT_SIZE = "look.text_size"
DENSITY = "look.density"
REDUCED_MOTION = "look.reduced_motion"
FLASH = "look.flash"
SOUND = "sound.on"


@dataclass(frozen=True, slots=True)
class Look:
    """The personal choices that change how the window is drawn and heard; text size in per cent, 100 to 200."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_percent: int = 100
    density: Density = Density.AUTOMATIC
    reduced_motion: bool = False
    flash: bool = True
    sound: bool = True

    def settings(self) -> dict[str, str | int | bool]:
        """Return the choices under the names of their settings."""
        return {
            THEME: self.theme.value,
            TEXT_SIZE: self.text_percent,
            DENSITY: self.density.value,
            REDUCED_MOTION: self.reduced_motion,
            FLASH: self.flash,
            SOUND: self.sound,
        }


def look_from(versions: Iterable[SettingVersion], before: Look | None = None) -> Look:
    """Read *versions* into a look; what they do not name keeps its value in *before*."""
    values = (before or Look()).settings() | {version.name: version.value for version in versions}
    return Look(
        theme=ThemeChoice(str(values[THEME])),
        text_percent=int(values[TEXT_SIZE]),
        density=Density(str(values[DENSITY])),
        reduced_motion=bool(values[REDUCED_MOTION]),
        flash=bool(values[FLASH]),
        sound=bool(values[SOUND]),
    )


def differences(before: Look, after: Look) -> Iterator[tuple[str, str | int | bool]]:
    """Yield each setting whose value differs, with the new value."""
    old = before.settings()
    for name, value in after.settings().items():
        if value != old[name]:
            yield name, value


def with_theme(look: Look, choice: ThemeChoice) -> Look:
    """Return *look* with another theme."""
    return replace(look, theme=choice)
