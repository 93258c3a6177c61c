"""Says in bar and band where in the past the map is."""

from collections.abc import Iterable
from dataclasses import replace

from heyzack_console.desktop.mode_band import ModeBand
from heyzack_console.desktop.panes.map.time_bar import TimeBar
from heyzack_console.domain.alerts.alert import Alert, AlertState
from heyzack_console.domain.time_travel import PastPicture
from heyzack_console.presentation.map.time_travel import (
    Journey,
    band_words,
    counts_words,
    moment_tip,
    moment_words,
    record_words,
)
from heyzack_console.presentation.site_time import SiteTime


class TimeSigns:
    """Words the moment that is really shown, which lags behind the one that is wanted until its picture is there."""

    def __init__(self, bar: TimeBar, band: ModeBand, times: SiteTime) -> None:
        self._bar = bar
        self._band = band
        self._times = times

    def show(self, journey: Journey, shown: PastPicture | None, alerts: Iterable[Alert]) -> None:
        """Show *journey* with the picture that is *shown*, None at the present, and the *alerts* in it."""
        zone = self._times.zone()
        at = shown.at if shown is not None and journey.past else journey.moment
        waiting = [alert.priority for alert in alerts if alert.state is AlertState.UNACKNOWLEDGED]
        said = (counts_words(waiting), record_words(journey, zone))
        moment = moment_words(at, zone) if journey.past else "Now"
        self._bar.show_journey(journey, moment, moment_tip(at, zone), " · ".join(part for part in said if part))
        if shown is None:
            self._band.show_modes(())
        else:
            self._band.show_modes((band_words(replace(journey, at=shown.at), zone, shown.newest),))
