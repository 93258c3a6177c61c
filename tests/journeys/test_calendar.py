"""A person plans work in the calendar: by form, by hand with the mouse, by keys, and takes it back."""

from datetime import timedelta

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateTimeEdit, QLabel, QLineEdit, QPushButton

from heyzack_console.desktop.panes.calendar.entry_dialog import EntryDialog
from heyzack_console.desktop.panes.calendar.import_dialog import ImportDialog
from heyzack_console.desktop.panes.calendar.pane import CalendarPane
from heyzack_console.domain.calendar import CalendarKind, EntryDraft, Wall
from heyzack_console.ports.engine.calendar import AddEntry, CalendarEntries
from heyzack_console.presentation.calendar.pages import View
from tests.support.calendar_files import calendar as ics
from tests.support.calendar_files import event
from tests.support.dialogs import OpenedDialogs
from tests.support.stage import Stage, stage
from tests.support.story import Story, settle

LEFT = Qt.MouseButton.LeftButton
ALT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


def calendar(story: Story) -> CalendarPane:
    (pane,) = (pane for pane in story.console.panes.all if isinstance(pane, CalendarPane))
    return pane


async def opened(told: Stage, view: View) -> CalendarPane:
    """The calendar in front, at today."""
    story = told.story
    await story.until(lambda: story.mirror.book is not None)
    story.console.binding.run("view.pane.calendar")
    pane = calendar(story)
    pane.open(view, pane.shown_now.wall_clock().date())
    story.watch(pane.changed)
    await story.console.bridge.idle()
    return pane


def shown(pane: CalendarPane, title: str):
    return next((one for one in pane.views.month.items + pane.views.hours.items if one.title == title), None)


async def planned(told: Stage, pane: CalendarPane, title: str, hour: int, **more):
    """Work of two hours today, as somebody else put it in."""
    start = pane.shown_now.wall_clock().replace(hour=hour, minute=0, second=0, microsecond=0)
    wall = Wall(start, start + timedelta(hours=2), told.story.mirror.book.site.time_zone)
    await told.engine.do(AddEntry(EntryDraft(CalendarKind.WORK, title, wall, **more)))
    return await told.story.until(lambda: shown(pane, title))


def place(pane: CalendarPane, title: str) -> QPoint:
    canvas = pane.views.hours
    (hit,) = (hit for hit in canvas.hits if hit.item.title == title)
    return QPoint(int(hit.where.center().x()), int(hit.where.top()) + 12)


async def test_n_asks_what_and_when_says_what_it_collides_with_and_ctrl_z_takes_it_back(tmp_path):
    async with stage(tmp_path) as told:
        story, pane = told.story, await opened(told, View.MONTH)
        with OpenedDialogs() as dialogs:
            await story.press(Qt.Key.Key_N)
            form = await dialogs.next(EntryDialog)
            save, hint = form.findChild(QPushButton, "save"), form.findChild(QLabel, "hint")
            assert not save.isEnabled()
            assert "title" in hint.text()
            form.findChild(QLineEdit, "title").setText("Filter change")
            assert "Outside every maintenance window" in hint.text()
            story.watch(form.findChild(QDateTimeEdit, "start").dateTimeChanged)
            form.findChild(QPushButton, "free").click()
            await story.until(lambda: "Outside" not in hint.text())
            save.click()
            await story.console.bridge.idle()
        entries = await told.engine.ask(CalendarEntries())
        assert [entry.draft.title for entry in entries] == ["Filter change"]
        assert pane.undo_line.offers
        pane.undo_line.take_back()
        await story.console.bridge.idle()
        assert await told.engine.ask(CalendarEntries()) == ()


async def test_an_entry_is_dragged_to_another_hour_with_the_conflict_said_on_the_way(tmp_path):
    async with stage(tmp_path) as told:
        story, pane = told.story, await opened(told, View.DAY)
        before = await planned(told, pane, "Filter change", 10)
        canvas = pane.views.hours
        begun = place(pane, "Filter change")
        two_hours = round((canvas.height() - 28) / 12)
        QTest.mousePress(canvas, LEFT, PLAIN, begun)
        QTest.mouseMove(canvas, begun + QPoint(0, two_hours // 2))
        QTest.mouseMove(canvas, begun + QPoint(0, two_hours))
        assert canvas.moved(canvas.drag) == (before.start + timedelta(hours=2), before.end + timedelta(hours=2))
        QTest.mouseRelease(canvas, LEFT, PLAIN, begun + QPoint(0, two_hours))
        await story.until(lambda: shown(pane, "Filter change").start == before.start + timedelta(hours=2))
        assert "Outside every maintenance window" in pane.undo_line.text
        pane.undo_line.take_back()
        await story.until(lambda: shown(pane, "Filter change").start == before.start)


async def test_its_lower_edge_stretches_it(tmp_path):
    async with stage(tmp_path) as told:
        story, pane = told.story, await opened(told, View.DAY)
        before = await planned(told, pane, "Filter change", 10)
        canvas = pane.views.hours
        (hit,) = (hit for hit in canvas.hits if hit.item.title == "Filter change")
        edge = QPoint(int(hit.where.center().x()), int(hit.where.bottom()) - 2)
        hour = round((canvas.height() - 28) / 24)
        QTest.mousePress(canvas, LEFT, PLAIN, edge)
        QTest.mouseMove(canvas, edge + QPoint(0, hour))
        QTest.mouseRelease(canvas, LEFT, PLAIN, edge + QPoint(0, hour))
        after = await story.until(
            lambda: next((o for o in [shown(pane, "Filter change")] if o.end != before.end), None)
        )
        assert (after.start, after.end) == (before.start, before.end + timedelta(hours=1))


async def test_keys_choose_move_and_remove_one_time_of_a_series(tmp_path):
    async with stage(tmp_path) as told:
        story, pane = told.story, await opened(told, View.DAY)
        before = await planned(told, pane, "Round", 10, rule="FREQ=WEEKLY")
        await settle()
        pane.enter()
        keys = [one.key for one in pane.views.hours.items]
        while pane.shown_now.chosen is None or pane.shown_now.chosen.title != "Round":
            await story.press(Qt.Key.Key_Down)
            assert len(keys) < 20
        await story.press(Qt.Key.Key_Down, ALT)
        moved = await story.until(lambda: next((o for o in [shown(pane, "Round")] if o.start != before.start), None))
        assert moved.start == before.start + timedelta(minutes=15)
        entries = await told.engine.ask(CalendarEntries())
        assert [entry.instead_of for entry in entries] == [None, before.start]
        pane.views.hours.choose(moved.key)
        pane.views.hours.chosen.emit(moved.key)
        await story.press(Qt.Key.Key_Delete)
        await story.until(lambda: shown(pane, "Round") is None)
        pane.turn(7)
        await story.console.bridge.idle()
        assert shown(pane, "Round") is not None


async def test_a_page_without_entries_says_how_to_add_one_and_a_filter_says_what_it_hides(tmp_path):
    async with stage(tmp_path) as told:
        story, pane = told.story, await opened(told, View.AGENDA)
        assert len(pane.views.listing) >= 4, "standard windows stand there by themselves"
        assert pane.bar.findChildren(QLabel)[1].text() == "No entries yet; N adds the first"
        await story.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        pane.sieve.look_for("no such thing")
        assert pane.views.empty.title == "No entry matches"
        assert pane.views.currentWidget() is pane.views.empty


async def test_a_file_is_looked_at_taken_in_and_taken_back(tmp_path):
    file = tmp_path / "fair.ics"
    file.write_bytes(ics(*event("DTSTART:20260302T090000Z", "DTEND:20260302T100000Z", summary="Fair")))
    async with stage(tmp_path / "home") as told:
        story, pane = told.story, await opened(told, View.MONTH)
        with OpenedDialogs() as dialogs:
            story.console.binding.run("calendar.import")
            form = await dialogs.next(ImportDialog)
            take_in, report = form.findChild(QPushButton, "apply"), form.findChild(QLabel, "report")
            assert not take_in.isEnabled()
            await form.look_at(file)
            assert report.text() == "1 is new: Fair."
            take_in.click()
            await story.console.bridge.idle()
        assert pane.undo_line.text == "1 added, 0 changed."
        assert [entry.draft.title for entry in await told.engine.ask(CalendarEntries())] == ["Fair"]
        pane.undo_line.take_back()
        await story.console.bridge.idle()
        assert await told.engine.ask(CalendarEntries()) == ()
