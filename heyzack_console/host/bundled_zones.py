"""Time-zone data: every part of the program takes what is bundled."""

import zoneinfo


def use_bundled_zones() -> None:
    """Let libraries look for zones in the bundled data alone, so that no two parts show other local times."""
    zoneinfo.reset_tzpath(())
