"""Begins a site where there is none yet, once, whatever else then succeeds or fails."""

from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.ports.engine.sites import CreateSite, SitePicture
from heyzack_console.presentation.discovery.checks import SiteDraft


async def found_site(port: EnginePort, draft: SiteDraft | None) -> None:
    """Create the site of *draft* unless there is one by now; None: nothing was asked, since there is one.

    Raises:
        ConsoleError: the engine refused; there is still no site.
    """
    if draft is not None and await port.ask(SitePicture()) is None:
        await port.do(CreateSite(draft.name.strip(), draft.time_zone, draft.floor_names))
