"""The network interfaces of this machine on which devices can be asked."""

import ipaddress
import socket
from typing import NamedTuple

import psutil


class Interface(NamedTuple):
    """One IPv4 address of this machine and the broadcast address of its network."""

    name: str
    address: str
    broadcast: str


def lan_interfaces() -> tuple[Interface, ...]:
    """Every interface that is up and has a network to broadcast to; loopback and single-host addresses have none."""
    running = {name for name, state in psutil.net_if_stats().items() if state.isup}
    found = []
    for name, addresses in psutil.net_if_addrs().items():
        for told in addresses:
            if name in running and told.family is socket.AF_INET and told.netmask:
                network = ipaddress.IPv4Interface(f"{told.address}/{told.netmask}")
                if not network.is_loopback and network.network.prefixlen < 31:
                    found.append(Interface(name, told.address, str(network.network.broadcast_address)))
    return tuple(found)
