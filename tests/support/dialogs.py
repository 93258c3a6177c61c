"""Hears dialogs open, so that a story can answer them as a person does."""

import asyncio
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog
from typing_extensions import override

D = TypeVar("D", bound=QDialog)
PATIENCE_S = 20


class OpenedDialogs(QObject):
    """Every dialog that is shown, in the order of showing; use it in a ``with`` statement."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: asyncio.Queue[QDialog] = asyncio.Queue()

    def __enter__(self) -> "OpenedDialogs":
        QApplication.instance().installEventFilter(self)
        return self

    def __exit__(self, *_: object) -> None:
        QApplication.instance().removeEventFilter(self)

    async def next(self, kind: type[D]) -> D:
        """Wait for the next dialog, which has to be a *kind*."""
        async with asyncio.timeout(PATIENCE_S):
            dialog = await self._shown.get()
        assert isinstance(dialog, kind), f"{type(dialog).__name__} was opened"
        return dialog

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            self._shown.put_nowait(watched)
        return False
