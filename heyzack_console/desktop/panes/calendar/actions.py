"""What can be done in the calendar by key, menu and palette."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from heyzack_console.desktop.panes.calendar.pane import NAME, CalendarPane
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.calendar.pages import View
from heyzack_console.presentation.selection import Selection

DAY, QUARTER, STILL = timedelta(days=1), timedelta(minutes=15), timedelta(0)
NONE_CHOSEN = "Choose an entry that is not a standard window"
MENU = "Calendar"


def calendar_actions(pane: CalendarPane) -> Iterator[Action]:
    """All of them."""
    yield from _pages(pane)
    yield from _entries(pane)


def _pages(pane: CalendarPane) -> Iterator[Action]:
    for view, key in zip(View, "1234", strict=True):
        yield Action(
            f"calendar.{view.value.lower()}", f"View {view.value.lower()}", _opening(pane, view), key,
            scope=NAME, menu=MENU, checked=_is_open(pane, view),
        )  # fmt: skip
    yield Action("calendar.today", "Go to today", lambda _: pane.today(), "T", scope=NAME, menu=MENU)
    yield Action("calendar.previous", "Previous page", lambda _: pane.turn(-1), "PgUp", scope=NAME, menu=MENU)
    yield Action("calendar.next", "Next page", lambda _: pane.turn(1), "PgDown", scope=NAME, menu=MENU)
    yield Action(
        "calendar.search", "Filter entries", lambda _: pane.sieve.take_keyboard(), "Ctrl+F", scope=NAME, icon="search"
    )


def _entries(pane: CalendarPane) -> Iterator[Action]:
    def some(_selection: Selection) -> bool:
        return pane.shown_now.movable is not None

    yield Action(
        "calendar.new",
        "New entry",
        lambda _: pane.hands.add(),
        "N",
        scope=NAME,
        menu=MENU,
        icon="calendar",
        asks_first=True,
    )
    yield Action(
        "calendar.edit", "Change entry", lambda _: pane.hands.edit(), "E", some, NAME, MENU, "edit", NONE_CHOSEN,
        asks_first=True,
    )  # fmt: skip
    yield Action(
        "calendar.remove", "Remove entry", lambda _: pane.hands.remove(), "Del", some, NAME, MENU, "delete", NONE_CHOSEN
    )
    yield Action(
        "calendar.import", "Import calendar", lambda _: pane.hands.take_in(), scope=NAME, menu=MENU, icon="open_file",
        asks_first=True,
    )  # fmt: skip
    yield Action(
        "calendar.export", "Export calendar", lambda _: pane.hands.hand_out(pane.undo_line.offer), scope=NAME,
        menu=MENU, icon="export", asks_first=True,
    )  # fmt: skip
    for name, title, key, by, longer in (
        ("later", "A day later", "Alt+Right", DAY, STILL),
        ("earlier", "A day earlier", "Alt+Left", -DAY, STILL),
        ("down", "15 minutes later", "Alt+Down", QUARTER, STILL),
        ("up", "15 minutes earlier", "Alt+Up", -QUARTER, STILL),
        ("longer", "15 minutes longer", "Alt+Shift+Down", STILL, QUARTER),
        ("shorter", "15 minutes shorter", "Alt+Shift+Up", STILL, -QUARTER),
    ):
        yield Action(
            f"calendar.{name}", title, _shifting(pane, by, longer), key, some, NAME, MENU, why_not=NONE_CHOSEN
        )  # fmt: skip


def _opening(pane: CalendarPane, view: View) -> Callable[[Selection], None]:
    return lambda _selection: pane.open(view, pane.shown_now.page.day)


def _is_open(pane: CalendarPane, view: View) -> Callable[[], bool]:
    return lambda: pane.shown_now.page.view is view


def _shifting(pane: CalendarPane, by: timedelta, longer: timedelta) -> Callable[[Selection], None]:
    return lambda _selection: pane.hands.shift(by, longer)
