"""Reading of moments on the command line."""

from datetime import datetime

from heyzack_console.domain.errors import InvalidInput


def moment(given: str | None, option: str) -> datetime | None:
    """Return the moment that was *given*; without a zone it is naive, a day alone is its beginning.

    Raises:
        InvalidInput: it is no moment.
    """
    if given is None:
        return None
    try:
        return datetime.fromisoformat(given)
    except ValueError as error:
        raise InvalidInput(
            f"--{option} {given!r} is no time. Write it like 2026-03-02, 2026-03-02T08:05 or 2026-03-02T08:05:00Z.",
            option,
        ) from error
