"""A cloud project among others, in words."""

from heyzack_console.domain.cloud import CloudProject
from heyzack_console.presentation.cloud.regions import region_words

SHOWN = 6


def project_words(project: CloudProject) -> str:
    """Return a project as a list offers it: "Central Europe, project p1a2b3…"; it is no secret, but long."""
    account = project.access_id
    short = f"{account[:SHOWN]}…" if len(account) > SHOWN + 2 else account
    return f"{region_words(project.region, project.base_url)}, project {short}"
