"""Chooses one of the connected projects; where there is one only, nobody is asked."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLabel

from heyzack_console.domain.cloud import CloudProject, ProjectId
from heyzack_console.presentation.cloud.choice import project_words


class ProjectChoice(QObject):
    """Fills the list of a form.

    Args:
        first: the project to begin with; the first of *projects* where it is not among them.
    """

    changed = Signal()

    def __init__(
        self, label: QLabel, field: QComboBox, projects: Sequence[CloudProject], first: ProjectId | None
    ) -> None:
        super().__init__(field)
        self._field = field
        for project in projects:
            field.addItem(project_words(project), project.id)
        field.setCurrentIndex(max(0, field.findData(first)))
        for part in (label, field):
            part.setVisible(len(projects) > 1)
        field.currentIndexChanged.connect(lambda _: self.changed.emit())

    @property
    def project(self) -> ProjectId:
        """The chosen one."""
        return ProjectId(str(self._field.currentData()))

    def allow(self, *, choosing: bool) -> None:
        """Let a person choose, or not while something runs."""
        self._field.setEnabled(choosing)
