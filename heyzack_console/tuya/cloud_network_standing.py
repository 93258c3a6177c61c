"""How a project's link to the OpenAPI stands, in words."""

from dataclasses import dataclass

from heyzack_console.domain.cloud import CloudCause, LinkState
from heyzack_console.tuya.cloud.api import CloudApi
from heyzack_console.tuya.cloud.refusals import advice_on

# Causes that pass by themselves: the console goes on trying.
_PASSING = frozenset({CloudCause.TRANSPORT, CloudCause.SERVER, CloudCause.CLOCK})


@dataclass(frozen=True, slots=True)
class Link:
    """State, and where it is not UP why and what to do."""

    state: LinkState
    cause: CloudCause | None = None
    code: int = 0
    text: str = ""
    advice: str = ""


def link_of(api: CloudApi) -> Link:
    """Judge the link; before the first good answer it is being made."""
    error = api.client.breaker.error
    if error is not None:
        state = LinkState.CONNECTING if error.cause in _PASSING else LinkState.OFF
        return Link(state, error.cause, error.code, error.text, advice_on(error.cause))
    if api.client.wire.record.latency_ms is None:
        return Link(LinkState.CONNECTING)
    if api.client.quota.background_stopped:
        return Link(
            LinkState.DEGRADED,
            CloudCause.QUOTA,
            text="This month's share of cloud calls for background work is used up; orders still go out.",
            advice="Values come by the LAN and the message queue. Extend the quota, or raise the share.",
        )
    if api.lacking:
        return Link(
            LinkState.UP,
            text=f"The project does not offer: {', '.join(api.lacking)}.",
            advice="Subscribe the project to the services behind it in Tuya's platform where this is wanted.",
        )
    return Link(LinkState.UP)
