"""How long the LAN client waits for what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds; the defaults are those of tuya-lan section 8, tests shorten them."""

    connect: float = 4.0
    negotiate: float = 5.0
    answer: float = 5.0
    heartbeat: float = 9.0
    between_commands: float = 0.05
    after_negotiation: float = 0.005
    """Some peers read one frame per segment and would lose a command sent together with the end of the exchange."""
    doubtful_start: float = 0.3
    """Silence before our first byte after a connection that ended unexplained: who closes then has no free slot."""
    confirmation: float = 1.0
    """A push should follow an order by then; else the device is asked."""
    full_query: float = 180.0
    version_trial: float = 3.0
    """Between two connections that try different versions."""
    trial_answer: float = 2.0
    """Patience with the key exchange and answers while the version is only guessed."""
    search: float = 20.0
    """A device whose address is not known counts as unreachable after that."""
    first_pause: float = 2.0
    """After the first failure; doubled with each further one, up to the longest."""
    longest_pause: float = 60.0
    reconnect_pause: float = 1.0
    """After we closed a connection ourselves; the device needs a moment to free its slot."""
    stable: float = 30.0
    """A session that lasted as long was a success, and the next failure is the first again."""
