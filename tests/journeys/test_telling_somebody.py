"""J1, what follows the alarm: a webhook on this machine is told, and the queue leads to who was told and how."""

from datetime import timedelta

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.notifications.people import Channel, ChannelId, ChannelKind, Person, PersonId
from heyzack_console.domain.notifications.policies import Policy, PolicyId, Step, Target, TargetKind
from heyzack_console.ports.engine.alerts import Acknowledge
from heyzack_console.ports.engine.notifications import Notices, SaveChannel, SavePerson, SavePolicy
from heyzack_console.ports.engine.sites import PlayScenario
from heyzack_console.presentation.selection import Selection
from tests.support.hook_server import hook_server
from tests.support.stage import stage

DEVICES = 80


async def test_water_is_told_to_somebody_and_the_queue_says_who_was_told(tmp_path):
    async with hook_server() as hook, stage(tmp_path, DEVICES) as told:
        do, story, console = told.engine.do, told.story, told.story.console
        way = await do(SaveChannel(Channel(ChannelId(""), "House hook", ChannelKind.WEBHOOK), hook.address()))
        ines = await do(SavePerson(Person(PersonId(""), "Ines", (ChannelId(way.made),))))
        steps = (
            Step(timedelta(0), (Target(TargetKind.PERSON, ines.made),)),
            Step(timedelta(hours=1), (Target(TargetKind.PERSON, ines.made),)),
        )
        await do(SavePolicy(Policy(PolicyId(""), "Water", steps, (Priority.P1,))))
        leaks = {device.id for device in told.house.devices if device.category is Category.LEAK}
        await do(PlayScenario("water-leak"))
        alert = await story.until(lambda: next((a for a in story.waiting() if a.device in leaks), None))
        await hook.came.wait()
        assert hook.posted[0]["title"].startswith("P1 critical: ")

        console.board.choose(Selection((alert.device,), (alert.id,)))
        next(action for action in console.registry if action.id == "alerts.told").handler(console.board.selection)
        pane = next(one for one in console.panes.all if one.name == "notifications")
        await story.until(lambda: len(pane.told) > 0)
        assert pane.isVisible()
        assert [cell.text for cell in pane.told.row(0).cells][1] == "Ines by House hook"

        await do(Acknowledge(((alert.id, alert.annunciation),)))
        assert [notice.step for notice in await told.engine.ask(Notices(alert.id))] == [0]
