"""What the layers know besides the mirror: the chosen quantity, and what supplies what, sorted for drawing."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.sites import SiteBook
from heyzack_console.presentation.map.changes import Then
from heyzack_console.presentation.map.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Links:
    """Who supplies whom; *all* without doubles, sources and *fed* devices for a quick answer about one of them."""

    all: tuple[Dependency, ...] = ()
    sources: dict[DeviceId, int] = field(default_factory=dict)
    fed: frozenset[DeviceId] = frozenset()


@dataclass(slots=True)
class LayerFacts:
    """Held by the map; a layer's words and forms are made of these and of the mirror.

    *then*: the moment with which the present is compared; None while there is none.
    """

    quantity: Quantity = Quantity.TEMPERATURE
    then: Then | None = None
    links: Links = field(default_factory=Links)


def links_of(book: SiteBook | None) -> Links:
    """Sort what supplies what in *book*: gateways by themselves, the rest as people drew it."""
    if book is None:
        return Links()
    every = tuple(dict.fromkeys((*_gateways(book), *book.dependencies)))
    sources: dict[DeviceId, int] = defaultdict(int)
    for one in every:
        if one.source.device_id is not None:
            sources[one.source.device_id] += 1
    fed = frozenset(one.target.device_id for one in every if one.target.device_id is not None)
    return Links(every, dict(sources), fed)


def _gateways(book: SiteBook) -> Iterable[Dependency]:
    for device in book.devices:
        if device.gateway is not None:
            yield Dependency(Thing.device(device.gateway), Thing.device(device.id), Supply.NETWORK)
