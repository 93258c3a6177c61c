"""One piece of work at a time for a form: its progress, its cancel button and its refusal stand in the form itself."""

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QDialog, QLabel
from typing_extensions import override

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.progress_panel import ProgressPanel
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.errors import ConsoleError

Work = Coroutine[Any, Any, bool | None]
"""Answers False when the person gave it up."""


class FormWork(QObject):
    """Runs what the buttons of *dialog* begin; closing the dialog cancels it.

    Args:
        said: the label at the form's foot for refusals and results.
        fitted: the dialog is always as high as its words need, for forms of fixed width.
    """

    busy_changed = Signal()
    refused = Signal(object)
    """Carries the ConsoleError, after its text was shown."""

    def __init__(self, dialog: QDialog, bridge: Bridge, theme: Theme, said: QLabel, *, fitted: bool = True) -> None:
        super().__init__(dialog)
        self._bridge = bridge
        self._theme = theme
        self._said = said
        self._open = True
        self._name = ""
        self.panel = ProgressPanel(theme, dialog)
        self.say("")
        dialog.finished.connect(self._closed)
        if fitted:
            dialog.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show} and isinstance(watched, QDialog):
            layout = watched.layout()
            if layout is not None:
                layout.activate()
                watched.setFixedHeight(layout.totalHeightForWidth(watched.width()))
        return False

    @property
    def busy(self) -> bool:
        """Something runs."""
        return bool(self._name)

    def run(self, work: Work, title: str, then: Callable[[], object] | None = None) -> None:
        """Run *work* under *title*; *then* is called once it is done, not if it was given up or refused."""
        if self.busy:
            work.close()
            return
        self._name = title
        self.say("")
        self.panel.begin(title, self.cancel)
        self.busy_changed.emit()
        self._bridge.start(self._watched(work, then), title, self.refuse)

    def cancel(self) -> None:
        """Stop what runs."""
        if self._name:
            self._bridge.stop(self._name)

    def say(self, text: str, kind: str = "caution") -> None:
        """Say *text* at the foot; *kind* is ``caution`` or ``ok``."""
        self._said.setText(text)
        self._said.setAccessibleName(text)
        self._said.setVisible(bool(text))
        self._theme.mark_kind(self._said, kind)

    def refuse(self, error: ConsoleError) -> None:
        """Say why it was not done; the form stays as it is."""
        if self._open:
            self.say(error.text)
            self.refused.emit(error)

    async def _watched(self, work: Work, then: Callable[[], object] | None) -> None:
        try:
            done = await work
        finally:
            self._name = ""
            if self._open:  # a dialog that was closed meanwhile has no widgets any more
                self.panel.end()
                self.busy_changed.emit()
        if done is not False and self._open and then is not None:
            then()

    def _closed(self) -> None:
        self._open = False
        self.cancel()
