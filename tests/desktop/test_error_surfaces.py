"""Where a failure is shown, and what a crash report holds."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from heyzack_console.desktop.crash_report import CrashReports
from heyzack_console.desktop.error_surfaces import ErrorSurfaces, Surface, surface_for
from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.errors import (
    ChangedMeanwhile,
    ConfirmationNeeded,
    ConsoleError,
    DeviceError,
    EngineLost,
    IllegalTransition,
    InvalidInput,
    NotFound,
    PermissionDenied,
    SecretsLocked,
    StoreFull,
)

AT = datetime(2026, 7, 23, 12, 32, 7, tzinfo=UTC)
KEY = "q7Xw2Lp9Zr4Tn6Bv"


def redact(text: str) -> str:
    return text.replace(KEY, "***")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "crashes"


@pytest.fixture
def surfaces(qapp, folder: Path) -> ErrorSurfaces:
    return ErrorSurfaces(CrashReports(folder, redact, lambda: AT))


@pytest.fixture
def shown(surfaces: ErrorSurfaces) -> list[tuple[str, object]]:
    seen: list[tuple[str, object]] = []
    surfaces.line_wanted.connect(lambda text: seen.append(("line", text)))
    surfaces.strip_wanted.connect(lambda text: seen.append(("strip", text)))
    surfaces.tray_wanted.connect(lambda text: seen.append(("tray", text)))
    surfaces.dialog_wanted.connect(lambda error: seen.append(("dialog", error)))
    return seen


@pytest.mark.parametrize(
    ("error", "surface"),
    [
        (DeviceError("No answer."), Surface.MARK),
        (InvalidInput("72 is above the range."), Surface.MARK),
        (NotFound("Gone."), Surface.LINE),
        (IllegalTransition("Already acknowledged."), Surface.LINE),
        (PermissionDenied("Your role may not."), Surface.LINE),
        (ChangedMeanwhile("Changed."), Surface.LINE),
        (EngineLost("No answer."), Surface.STRIP),
        (StoreFull("The disk is full."), Surface.STRIP),
        (SecretsLocked("A passphrase is needed."), Surface.DIALOG),
        (ConfirmationNeeded("This cuts the water."), Surface.DIALOG),
        (ZeroDivisionError(), Surface.CRASH),
    ],
)
def test_a_failure_takes_the_least_surface_that_fits(error: Exception, surface: Surface):
    assert surface_for(error, looked_at=True) is surface


def test_a_lost_engine_goes_to_the_tray_as_well_while_nobody_looks(surfaces: ErrorSurfaces, shown):
    surfaces.be_looked_at(False)
    surfaces.show(EngineLost("The engine does not answer."))
    assert [where for where, _ in shown] == ["strip", "tray"]


def test_a_refusal_that_no_pane_showed_becomes_a_line(surfaces: ErrorSurfaces, shown):
    surfaces.show(DeviceError("FC-3-14 does not answer."))
    assert shown == [("line", "FC-3-14 does not answer.")]


def test_only_what_must_be_answered_now_opens_a_dialog(surfaces: ErrorSurfaces, shown):
    error = SecretsLocked("A passphrase is needed.")
    surfaces.show(error)
    assert shown == [("dialog", error)]


def raised(text: str) -> BaseException:
    try:
        raise ZeroDivisionError(text)
    except ZeroDivisionError as error:
        return error


def test_a_bug_writes_a_report_and_says_where_it_lies(surfaces: ErrorSurfaces, shown, folder: Path):
    surfaces.crash("reading the history", raised("by zero"))
    (report,) = folder.iterdir()
    assert report.name in str(shown[0][1])
    text = report.read_text(encoding="utf-8")
    assert "reading the history" in text
    assert "ZeroDivisionError: by zero" in text
    assert "test_error_surfaces.py" in text


def test_no_key_stands_in_a_crash_report(surfaces: ErrorSurfaces, folder: Path):
    surfaces.crash("connecting", raised(f"session of {KEY} failed"))
    (report,) = folder.iterdir()
    assert KEY not in report.read_text(encoding="utf-8")


def test_only_the_person_may_read_a_crash_report(surfaces: ErrorSurfaces, folder: Path):
    surfaces.crash("connecting", raised("by zero"))
    (report,) = folder.iterdir()
    assert report.stat().st_mode & 0o077 == 0


def test_two_bugs_in_one_second_write_two_reports(surfaces: ErrorSurfaces, folder: Path):
    surfaces.crash("one", raised("one"))
    surfaces.crash("two", raised("two"))
    assert len(list(folder.iterdir())) == 2


def test_a_report_that_cannot_be_saved_is_said_and_nothing_else_breaks(qapp, tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    surfaces = ErrorSurfaces(CrashReports(blocked / "crashes", redact, lambda: AT))
    said: list[str] = []
    surfaces.strip_wanted.connect(said.append)
    surfaces.crash("saving", raised("by zero"))
    assert "could not be saved" in said[0]


def test_what_no_slot_caught_is_sorted_the_same_way(surfaces: ErrorSurfaces, shown, folder: Path):
    refused = NotFound("Gone.")
    surfaces.caught(type(refused), refused, None)
    bug = raised("by zero")
    surfaces.caught(type(bug), bug, bug.__traceback__)
    assert [where for where, _ in shown] == ["line", "strip"]
    assert len(list(folder.iterdir())) == 1


def test_every_error_of_the_domain_has_a_surface():
    kinds = [ConsoleError]
    for kind in kinds:
        # Rooms derive errors of their own, which other tests of this process may have loaded; they never get here.
        kinds += [known for known in kind.__subclasses__() if known.__module__ == ConsoleError.__module__]
    assert len(kinds) > 10
    made = [
        kind("Something failed.", CloudCause.OTHER) if kind is CloudError else kind("Something failed.")
        for kind in kinds
    ]
    assert {surface_for(error, looked_at=True) for error in made} <= set(Surface) - {Surface.CRASH}
