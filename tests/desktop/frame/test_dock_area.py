"""Docks: arranged, restored, never with a ghost."""

import random

import pytest
from PySide6.QtWidgets import QApplication, QTabBar

from heyzack_console.desktop.frame.dock_area import DockArea
from heyzack_console.desktop.frame.dock_tabs import tab_bars
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.perspectives import ALERTS, FIELD, OVERVIEW, PERSPECTIVES, Room, Side, Slot
from tests.support.straw_panes import NAMES, straw_pane


@pytest.fixture
def docks(qtbot, theme: Theme) -> DockArea:
    area = DockArea(theme, [straw_pane(theme, name) for name in NAMES])
    qtbot.addWidget(area)
    area.resize(1840, 1020)
    area.show()
    settle()
    return area


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def shown(docks: DockArea) -> set[str]:
    return {dock.pane.name for dock in docks.docks if dock.isVisible()}


def groups(docks: DockArea) -> list[set[str]]:
    """The titles in each tab group, as the docks themselves say."""
    found: list[set[str]] = []
    for dock in docks.docks:
        if dock.isVisible():
            titles = {dock.windowTitle(), *(other.windowTitle() for other in docks.tabifiedDockWidgets(dock))}
            if len(titles) > 1 and titles not in found:
                found.append(titles)
    return found


def visible_bars(docks: DockArea) -> list[set[str]]:
    """The titles on each tab bar that can be seen."""
    return [titles(bar) for bar in tab_bars(docks) if bar.isVisible()]


def titles(bar: QTabBar) -> set[str]:
    return {bar.tabText(number) for number in range(bar.count())}


@pytest.mark.parametrize("perspective", PERSPECTIVES, ids=lambda p: p.id)
@pytest.mark.parametrize("room", Room)
def test_a_perspective_shows_its_panes_and_no_other(docks: DockArea, perspective, room: Room):
    docks.arrange(perspective.slots(room))
    settle()
    assert shown(docks) == {slot.pane for slot in perspective.slots(room)}


def test_panes_take_the_place_and_the_size_that_the_perspective_says(docks: DockArea):
    docks.arrange(ALERTS.wide)
    settle()
    queue, detail = docks.dock("alerts"), docks.dock("inspector")
    assert abs(detail.width() - 560) <= 8
    assert detail.x() > queue.x() + queue.width() - 1


def titled(docks: DockArea) -> dict[str, bool]:
    """By pane of the overview, whether it shows its title."""
    wanted = {slot.pane for slot in OVERVIEW.wide}
    there = {dock.pane.name: dock.pane.bar.layout().itemAt(0).widget() for dock in docks.docks}
    return {name: not there[name].isHidden() for name in wanted}


def test_a_title_is_left_to_the_tab_while_panes_share_a_place(docks: DockArea):
    docks.arrange(OVERVIEW.narrow)
    settle()
    alone = titled(docks)
    assert alone == {"map": True, "inspector": False, "cloud": False, "alerts": False, "devices": False}
    docks.arrange(OVERVIEW.wide)
    settle()
    alone = titled(docks)
    assert alone == {"map": True, "inspector": False, "cloud": False, "alerts": True, "devices": True}


def test_the_pane_in_front_is_the_one_that_others_were_put_behind(docks: DockArea):
    docks.arrange(OVERVIEW.narrow)
    settle()
    assert not docks.dock("alerts").visibleRegion().isEmpty()
    assert docks.dock("devices").visibleRegion().isEmpty()


def test_an_arrangement_comes_back_as_it_was_saved(docks: DockArea):
    docks.arrange(OVERVIEW.narrow)
    settle()
    saved, before = docks.saved(), {dock.pane.name: dock.geometry() for dock in docks.docks if dock.isVisible()}
    docks.arrange(FIELD.wide)
    settle()
    assert docks.restore(saved)
    settle()
    assert shown(docks) == set(before)
    assert docks.dock("map").geometry() == before["map"]


def test_a_hidden_pane_stays_hidden_when_an_arrangement_comes_back(docks: DockArea):
    docks.arrange(ALERTS.wide)
    settle()
    saved = docks.saved()
    docks.arrange(OVERVIEW.wide)
    settle()
    docks.restore(saved)
    settle()
    assert "devices" not in shown(docks)


def test_a_description_that_does_not_fit_changes_nothing(docks: DockArea):
    docks.arrange(OVERVIEW.wide)
    settle()
    before = docks.saved()
    assert not docks.restore(b"from another program")
    assert not docks.restore(b"")
    assert docks.saved() == before


def test_ten_restored_arrangements_leave_one_tab_bar_for_each_group(docks: DockArea):
    docks.arrange(OVERVIEW.narrow)
    settle()
    tabbed = docks.saved()
    docks.arrange(OVERVIEW.wide)
    settle()
    flat = docks.saved()
    for saved in (tabbed, flat) * 5:
        docks.restore(saved)
        settle()
        assert visible_bars(docks) == groups(docks)
    assert len(tab_bars(docks)) <= 4


def some_slots(chance: random.Random) -> list[Slot]:
    names = [slot.pane for slot in OVERVIEW.wide]
    chance.shuffle(names)
    names = names[: chance.randint(2, len(names))]
    sides = list(Side)
    rest = [Slot(name, chance.choice(names[:at]), chance.choice(sides), 300) for at, name in enumerate(names[1:], 1)]
    return [Slot(names[0]), *rest]


@pytest.mark.parametrize("seed", range(4))
def test_no_order_of_arranging_and_restoring_leaves_a_ghost(docks: DockArea, seed: int):
    chance = random.Random(seed)
    saved: list[bytes] = []
    for _ in range(40):
        if saved and chance.random() < 0.5:
            assert docks.restore(chance.choice(saved))
        else:
            docks.arrange(some_slots(chance))
        settle()
        assert sorted(map(sorted, visible_bars(docks))) == sorted(map(sorted, groups(docks)))
        saved.append(docks.saved())
    assert len(tab_bars(docks)) <= 6


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_pane_can_float_close_move_and_be_brought_back(docks: DockArea):
    docks.arrange(OVERVIEW.wide)
    settle()
    dock = docks.dock("inspector")
    dock.pane.bar.float_wanted.emit()
    assert dock.isFloating()
    dock.pane.bar.move_wanted.emit("left")
    settle()
    assert not dock.isFloating()
    dock.pane.bar.close_wanted.emit()
    assert dock.isHidden()
    docks.bring("inspector")
    assert dock.isVisible()


def test_panes_are_walked_in_reading_order(docks: DockArea):
    docks.arrange(OVERVIEW.wide)
    settle()
    assert [dock.pane.name for dock in docks.in_order()] == ["map", "inspector", "alerts", "devices"]


def test_slots_of_panes_that_are_not_here_are_skipped(docks: DockArea):
    docks.arrange((Slot("attic"), Slot("map"), Slot("alerts", "attic", Side.RIGHT, 300)))
    settle()
    assert shown(docks) == {"map", "alerts"}


def test_a_pane_takes_the_place_of_the_empty_one_that_kept_it(docks: DockArea, theme: Theme):
    docks.arrange(OVERVIEW.narrow)
    settle()
    where = docks.dock("alerts").geometry()
    pane = straw_pane(theme, "alerts")
    docks.take_in(pane)
    settle()
    dock = docks.dock("alerts")
    assert (dock.pane, dock.widget(), dock.titleBarWidget()) == (pane, pane, pane.bar)
    assert dock.geometry() == where
    assert not pane.bar.layout().itemAt(0).widget().isVisible()
    pane.bar.close_wanted.emit()
    assert dock.isHidden()
