"""Announces cloud projects that stop or will stop; an alert of a project stands under a name of its own."""

from collections.abc import Callable
from datetime import datetime, timedelta

from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.cloud import CloudProject, CloudState, ProjectId
from heyzack_console.domain.sites import Site
from heyzack_console.rules.alerts.cloud import PROJECT_RULES, Complaint, complaints, stand_in
from heyzack_console.services.alerts.book import AlertBook, Finding

Projects = Callable[[], tuple[CloudProject, ...]]
States = Callable[[], tuple[CloudState, ...]]


class ProjectWatch:
    """Looks at the projects' states again and again; what a project complains of must last its rule's delay."""

    def __init__(
        self,
        book: AlertBook,
        projects: Projects,
        states: States,
        warn: Callable[[], timedelta],
        site: Callable[[], Site | None],
    ) -> None:
        self._book = book
        self._projects = projects
        self._states = states
        self._warn = warn
        self._site = site
        self._since: dict[tuple[ProjectId, str], datetime] = {}
        self._known: set[ProjectId] = set()

    def tick(self, now: datetime) -> None:
        """Announce what has lasted, clear what is over. Without a site there is nobody to announce it for."""
        if self._site() is None:
            return
        states = {state.project: state for state in self._states()}
        projects = {project.id: project for project in self._projects()}
        for project in projects.values():
            state = states.get(project.id)
            found = complaints(project, state, now, self._warn()) if state is not None else ()
            self._judge(project.id, {each.rule.id: each for each in found}, now)
        for gone in self._known - projects.keys():
            self._judge(gone, {}, now)
        self._known = set(projects)

    def restore(self) -> None:
        """Take up the alerts of earlier runs, also those of projects that are gone."""
        names = {rule.id for rule in PROJECT_RULES}
        for alert in self._book.all():
            if alert.rule in names and alert.active:
                self._known.add(ProjectId(alert.device.removeprefix(stand_in(ProjectId("")))))

    def _judge(self, project: ProjectId, found: dict[str, Complaint], now: datetime) -> None:
        device = stand_in(project)
        for rule in PROJECT_RULES:
            standing = self._book.of(device, rule.id)
            active = standing is not None and standing.active and standing.state is not AlertState.NORMAL
            complaint = found.get(rule.id)
            if complaint is None:
                self._since.pop((project, rule.id), None)
                if active:
                    self._book.cleared(Finding(device, rule, rule.condition), now)
                continue
            since = self._since.setdefault((project, rule.id), now)
            if not active and now - since >= timedelta(seconds=rule.delay_s):
                self._book.raised(Finding(device, rule, complaint.condition), now)
