"""Prints QR labels: for which devices, on which sheet, with a preview; written as a PDF."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.file_dialogs import chosen_place, write_bytes
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.labels import Ui_Labels
from heyzack_console.desktop.panes.fieldwork.ground import FieldGround
from heyzack_console.desktop.panes.fieldwork.label_painter import pdf_of
from heyzack_console.desktop.panes.fieldwork.label_preview import LabelPreview
from heyzack_console.desktop.theme.paper import Paper
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.fieldwork.labels import SHEETS, Label, Sheet, choices, labels_of, sheets_of

KINDS = "PDF (*.pdf)"
PRINTING = "Writing the labels"
SIZE = (720, 640)


class LabelsDialog(QDialog):
    """Begins with the selected devices."""

    def __init__(self, ground: FieldGround, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._form = Ui_Labels()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        mirror = ground.mirror
        self._index = index_of(mirror.book)
        self._choices = choices(mirror.devices.values(), self._index, ground.board.selection.devices)
        self.preview = LabelPreview(ground.theme)
        self._work = FormWork(self, ground.bridge, ground.theme, self._form.said, fitted=False)
        self._build(parent.window().size())
        self._renew()

    @property
    def sheets(self) -> tuple[tuple[Label | None, ...], ...]:
        """The labels as they lie on the sheets."""
        chosen = self._form.what.currentIndex()
        devices = self._choices[chosen].devices if 0 <= chosen < len(self._choices) else ()
        return sheets_of(labels_of(devices, self._index), self._sheet, self._form.first.value())

    @property
    def _sheet(self) -> Sheet:
        return SHEETS[max(0, self._form.sheet.currentIndex())]

    def _renew(self) -> None:
        form, sheets = self._form, self.sheets
        form.first.setMaximum(self._sheet.places)
        form.page.setMaximum(max(1, len(sheets)))
        form.page.setSuffix(f" of {max(1, len(sheets))}")
        labels = sum(label is not None for places in sheets for label in places)
        form.count.setText(f"{labels} label{'' if labels == 1 else 's'}")
        self.preview.show_sheet(self._sheet, sheets[form.page.value() - 1] if sheets else ())
        form.save.setEnabled(bool(sheets) and not self._work.busy)

    def _save(self) -> None:
        self._work.run(self._write(), PRINTING, self._renew)

    async def _write(self) -> bool:
        path = await chosen_place(self._ground.theme, "Save labels", "labels.pdf", KINDS, self)
        if path is None:
            return False
        await write_bytes(path, await asyncio.to_thread(self._pdf))
        self._tell(path)
        return True

    def _pdf(self) -> bytes:
        return pdf_of(self._sheet, self.sheets, Paper(self._ground.theme.tokens), "Labels")

    def _tell(self, path: Path) -> None:
        self._work.say(f"Written to {path.name}. Print it at 100 %, without fitting it to the page.", "ok")

    def _build(self, room: QSize) -> None:
        form, theme = self._form, self._ground.theme
        form.title.setFont(theme.font("title"))
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        for choice in self._choices:
            form.what.addItem(f"{choice.title} ({len(choice.devices)})")
        for sheet in SHEETS:
            form.sheet.addItem(sheet.title)
        form.preview_place.addWidget(self.preview)
        form.progress_place.addWidget(self._work.panel)
        for changed in (form.what.currentIndexChanged, form.sheet.currentIndexChanged):
            changed.connect(self._renew)
        form.first.valueChanged.connect(self._renew)
        form.page.valueChanged.connect(self._renew)
        form.save.clicked.connect(self._save)
        form.close.clicked.connect(self.reject)
        self._work.busy_changed.connect(self._renew)
