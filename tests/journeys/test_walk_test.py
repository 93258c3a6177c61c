"""J3: devices are ticked on the plan as they are heard; a walk test survives a restart; its report stays."""

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit

from heyzack_console.desktop.panes.fieldwork.walk_dialog import FINISHING, SAVING, STARTING, WalkDialog
from heyzack_console.domain.errors import IllegalTransition
from heyzack_console.ports.engine.journal import VerifyJournal
from heyzack_console.ports.engine.walks import StartWalk, Walks
from tests.support.dialogs import OpenedDialogs
from tests.support.discovery_story import button, child, worked
from tests.support.open_house import open_house
from tests.support.stage import attended


async def opened(story, dialogs):
    story.console.binding.run("field.walk")
    return await dialogs.next(WalkDialog)


async def saved(story, dialogs, dialog, path):
    button(dialog, "save").click()
    place = await dialogs.next(QFileDialog)
    child(place, QLineEdit, "fileNameEdit").setText(str(path))
    place.accept()
    await worked(story, SAVING)
    return path.read_bytes()


async def test_what_is_heard_is_ticked_and_what_is_not_is_still_to_go_after_a_restart(tmp_path):
    async with open_house() as house:
        silent = house.first(lambda one: one.address and one.gateway is None and one.place and not one.sleeper)
        house.on_wire(silent.id).unplug()
        async with attended(tmp_path, house) as told:
            story = told.story
            with OpenedDialogs() as dialogs:
                dialog = await opened(story, dialogs)
                part = child(dialog, QComboBox, "part")
                part.setCurrentIndex(part.count() - 1)
                button(dialog, "start").click()
                await worked(story, STARTING)
                await story.until(lambda: dialog.walk and len(dialog.walk.ticks) > 3)
                assert dialog.walk.devices.index(silent.id) >= 0
                assert silent.id not in dialog.walk.ticked
                shown = story.canvas.overlay.walked
                assert shown[silent.id] is False
                assert {device for device, ticked in shown.items() if ticked} == dialog.walk.ticked
                assert "still runs" in await refusal(told.engine, silent)
                before = dialog.walk.ticked
                button(dialog, "close").click()
        async with attended(tmp_path, house) as told:
            story = told.story
            (walk,) = await told.engine.ask(Walks())
            assert walk.running
            assert walk.ticked >= before
            await house.on_wire(silent.id).plug_in()
            with OpenedDialogs() as dialogs:
                dialog = await opened(story, dialogs)
                await story.until(lambda: dialog.walk and silent.id in dialog.walk.ticked)
                button(dialog, "finish").click()
                await worked(story, FINISHING)
                assert "finished" in child(dialog, QLabel, "counts").text()
                text = (await saved(story, dialogs, dialog, tmp_path / "walk.csv")).decode()
                assert f",{silent.id},{silent.name}," in text
                assert (await saved(story, dialogs, dialog, tmp_path / "walk.pdf")).startswith(b"%PDF")
                button(dialog, "close").click()
            assert story.canvas.overlay.walked == {}
            (walk,) = await told.engine.ask(Walks())
            assert walk.finished_at is not None
            assert (await told.engine.ask(VerifyJournal())).ok


async def refusal(engine, device):
    with pytest.raises(IllegalTransition) as refused:
        await engine.do(StartWalk("Another", (device.id,)))
    return refused.value.text
