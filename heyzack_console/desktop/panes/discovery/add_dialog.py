"""The first step of adding devices: where they come from. Without a site it is begun here."""

import asyncio

from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.add_devices import Ui_AddDevices
from heyzack_console.desktop.panes.discovery.ground import Ground
from heyzack_console.desktop.panes.discovery.site_part import SitePart
from heyzack_console.presentation.discovery.founding import found_site

WIDTH = 720
ICONS = {"cloud": "cloud", "scan": "scan_network", "list": "open_file", "pair": "scan_code", "waiting": "plan"}
LOOK_S, LOOKS = 0.02, 150


class AddDialog(QDialog):
    """Accepted once a *road* is chosen and there is a site.

    Args:
        note: what came of the road that was gone before.
    """

    def __init__(self, ground: Ground, note: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._form = Ui_AddDevices()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form, theme = self._form, ground.theme
        self.road = ""
        self.setFixedWidth(min(theme.px(WIDTH), parent.window().width()))
        form.title.setFont(theme.font("title"))
        self._site = SitePart(theme) if ground.mirror.book is None else None
        self._work = FormWork(self, ground.bridge, theme, form.said)
        form.progress_place.addWidget(self._work.panel)
        self._buttons = {name: getattr(form, name) for name in ICONS}
        for name, button in self._buttons.items():
            button.setIcon(theme.icon(ICONS[name]))
            button.setAccessibleDescription(getattr(form, f"{name}_text").text())
            button.clicked.connect(lambda _=False, name=name: self._choose(name))
        if self._site is not None:
            form.site_place.addWidget(self._site)
            self._site.changed.connect(self._settle)
            self._site.enter()
        else:
            form.cloud.setFocus()
        form.close.clicked.connect(self.reject)
        self._work.busy_changed.connect(self._settle)
        self._work.say(note, "ok")
        self._settle()

    def _choose(self, road: str) -> None:
        self.road = road
        if self._site is None:
            self.accept()
        else:
            self._work.run(self._begin_site(self._site), "Beginning the site", self.accept)

    async def _begin_site(self, site: SitePart) -> None:
        await found_site(self._ground.port, site.draft)
        for _ in range(LOOKS):  # the window hears of it with the next batch
            if self._ground.mirror.book is None:
                await asyncio.sleep(LOOK_S)

    def _settle(self) -> None:
        faults = list(self._site.faults.values()) if self._site else []
        why = faults[0] if faults else ""
        for button in self._buttons.values():
            button.setEnabled(not why and not self._work.busy)
            button.setToolTip(why)
        waiting = any(device.place is None for device in self._ground.mirror.devices.values())
        for part in (self._form.waiting, self._form.waiting_text):
            part.setVisible(waiting)
