"""A demo's notifications: to this machine yes, to anywhere else never, whatever the address."""

import pytest

from heyzack_console.composition.engine import EngineWorld, open_engine
from heyzack_console.domain.errors import NotDelivered
from heyzack_console.domain.notifications.people import Channel, ChannelId, ChannelKind
from heyzack_console.host.home import open_home
from heyzack_console.notices.sending import ON_THIS_MACHINE
from heyzack_console.ports.engine.notifications import SaveChannel, TestChannel
from tests.support.harbour_house import ForwardClock
from tests.support.hook_server import hook_server
from tests.support.open_house import open_house


async def test_the_demo_reaches_a_server_on_this_machine_and_none_beyond(tmp_path):
    async with open_house(devices=10) as house, hook_server() as hook:
        world = EngineWorld(ForwardClock(), demo=house.description, listens=False)
        async with open_engine(open_home(tmp_path, {}), world) as services:
            do = services.engine.do
            here = await do(SaveChannel(Channel(ChannelId(""), "Here", ChannelKind.WEBHOOK), hook.address()))
            assert (await do(TestChannel(ChannelId(here.made)))).count == 1
            there = await do(SaveChannel(Channel(ChannelId(""), "There", ChannelKind.WEBHOOK), "json://192.0.2.1/x"))
            with pytest.raises(NotDelivered) as refused:
                await do(TestChannel(ChannelId(there.made)))
            assert refused.value.text == ON_THIS_MACHINE
            assert len(hook.posted) == 1
