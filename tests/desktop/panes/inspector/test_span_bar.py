"""The choice of a span where there is little room."""

from PySide6.QtWidgets import QApplication, QToolButton

from heyzack_console.desktop.panes.inspector.span_bar import SpanBar


def words(bar: SpanBar) -> list[str]:
    return [button.text() for button in bar.findChildren(QToolButton) if button.isVisible()]


def test_a_narrow_bar_leaves_spans_out_whole_and_its_menu_has_them_all(qtbot):
    bar = SpanBar()
    qtbot.addWidget(bar)
    bar.resize(900, 40)
    bar.show()
    every = words(bar)
    bar.resize(240, 40)
    QApplication.processEvents()
    few = words(bar)
    assert set(few) < set(every)
    assert {"1 h", "…"} <= set(few)
    spans = [button for button in bar.findChildren(QToolButton) if button.isVisible() and button.isCheckable()]
    assert [one.text() for one in spans if one.width() < one.sizeHint().width()] == [], "what is shown is shown whole"
    menu = bar.findChildren(QToolButton)[-1].menu()
    left_out = next(action for action in menu.actions() if action.text() == "The last 6 h")
    chosen = []
    bar.chosen.connect(chosen.append)
    left_out.trigger()
    assert chosen == [bar.span]
    assert "6 h" in words(bar)
