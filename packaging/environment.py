"""Makes what the console needs to run from a checkout: a virtual environment and, on Debian, system libraries.

Standard library only: this runs before anything is installed. A stamp with the hash of pyproject.toml lets the second
run start at once.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
VENV = CHECKOUT / ".venv"
OLDEST, TOO_NEW = (3, 11), (3, 14)  # as requires-python in pyproject.toml; a test compares them

# Shared library -> Debian package, tried in a bare Debian 12: the first six for Qt at all, the rest for an X display.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
DISPLAY_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
}
# Program -> Debian package; only the tests of the system key ring use them, and those skip without them.
TEST_PROGRAMS = {"dbus-run-session": "dbus", "gnome-keyring-daemon": "gnome-keyring"}


class Unprepared(Exception):
    """The environment cannot be made; the text says what is missing and what to do."""


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be shown: always on Windows and macOS, with an X or Wayland display elsewhere."""
    return platform in ("win32", "darwin") or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def fingerprint(pyproject: str, checkout: Path) -> str:
    """What the stamp holds: it changes with pyproject.toml and when the checkout moves (the install names its path)."""
    return hashlib.sha256(f"{checkout}\n{pyproject}".encode()).hexdigest()


def stamp_of(extra: str) -> Path:
    """The stamp's place; *extra* is the optional dependency group, empty for none."""
    return VENV / f"prepared-{extra or 'plain'}"


def is_prepared(extra: str, wanted: str, read: Mapping[str, str]) -> bool:
    """Whether a stamp that was *read* (by extra) covers *extra*; the developers' one covers the plain one too."""
    return any(read.get(name) == wanted for name in {extra, "dev"})


def missing(wanted: Mapping[str, str], present: Iterable[str]) -> list[str]:
    """Debian packages of what is *wanted* and not *present*, sorted."""
    there = set(present)
    return sorted(package for name, package in wanted.items() if name not in there)


def prepare(extra: str = "") -> Path:
    """Make what is missing and return the environment's Python.

    Raises:
        Unprepared: something is missing that cannot be installed from here.
    """
    prepare_system(for_tests=extra == "dev")
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = fingerprint((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"), CHECKOUT)
    stamps = {name: stamp_of(name).read_text() for name in ("", "dev") if stamp_of(name).exists()}
    if python.exists() and is_prepared(extra, wanted, stamps):
        return python
    if not python.exists():
        make_venv()
    print("Installing the console's libraries into .venv (a minute or so, once) …", flush=True)
    place = f".[{extra}]" if extra else "."
    step = [python, "-m", "pip", "install", "--disable-pip-version-check", "--quiet", "--editable", place]
    if subprocess.run(step, cwd=CHECKOUT, check=False).returncode != 0:
        raise Unprepared("pip could not install the libraries; its own words are above. Nothing else was changed.")
    stamp_of(extra).write_text(wanted)
    return python


def make_venv() -> None:
    """Make .venv with a Python that the console supports.

    Raises:
        Unprepared: there is no such Python, or it lacks the venv module.
    """
    base = supported_python()
    print(f"Making .venv with {base} …", flush=True)
    # Debian parts ensurepip from Python: without it venv fails half-way.
    probe = (
        "import sys, importlib.util as u; print('%d.%d' % sys.version_info[:2], u.find_spec('ensurepip') is not None)"
    )
    said = subprocess.run([base, "-c", probe], capture_output=True, text=True, check=True).stdout.split()
    if said[1] == "False":
        install_debian([f"python{said[0]}-venv"], needed=True)
    done = subprocess.run([base, "-m", "venv", "--clear", VENV], check=False)
    if done.returncode != 0:
        raise Unprepared(f"{base} could not make a virtual environment in {VENV}.")


def supported_python() -> str:
    """A Python that the console supports: this one, or one found by name.

    Raises:
        Unprepared: there is none.
    """
    if OLDEST <= sys.version_info[:2] < TOO_NEW:
        return sys.executable
    for minor in range(TOO_NEW[1] - 1, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
    raise Unprepared(f"The console needs Python 3.{OLDEST[1]} to 3.{TOO_NEW[1] - 1}; none was found on the path.")


def prepare_system(*, for_tests: bool) -> None:
    """On Linux see to the shared libraries that Qt loads.

    Raises:
        Unprepared: one that Qt cannot do without is missing and cannot be installed from here.
    """
    if not sys.platform.startswith("linux"):
        return
    libraries = known_libraries()
    needed = missing(QT_LIBRARIES, libraries)
    useful = missing(DISPLAY_LIBRARIES, libraries) if is_root() or has_display(sys.platform, os.environ) else []
    if for_tests:
        useful += missing(TEST_PROGRAMS, (name for name in TEST_PROGRAMS if shutil.which(name)))
    if needed or useful:
        install_debian(needed + useful, needed=bool(needed))


def is_root() -> bool:
    """Whether this process may install system packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def known_libraries() -> set[str]:
    """Shared libraries that the dynamic linker knows, by their file names."""
    linker = shutil.which("ldconfig", path=os.environ.get("PATH", "") + ":/sbin:/usr/sbin")
    if linker is None:
        return {*QT_LIBRARIES, *DISPLAY_LIBRARIES}  # not a glibc system: nothing can be told, so nothing is claimed
    listing = subprocess.run([linker, "-p"], capture_output=True, text=True, check=False).stdout
    return {line.split()[0] for line in listing.splitlines() if "=>" in line}


def install_debian(packages: list[str], *, needed: bool) -> None:
    """Install *packages* with apt-get as root on Debian and its kin, else name them.

    Raises:
        Unprepared: they are *needed* and could not be installed.
    """
    words = " ".join(packages)
    if shutil.which("apt-get") and is_root():
        print(f"Installing system packages: {words} …", flush=True)
        if not any(Path("/var/lib/apt/lists").glob("*_Packages*")):
            run_apt("update")
        install = ("install", "-y", "--no-install-recommends", *packages)
        if run_apt(*install) or (run_apt("update") and run_apt(*install)):
            return
        advice = f"apt-get could not install {words}; its own words are above."
    elif shutil.which("apt-get"):
        advice = f"System packages are missing. Install them with: sudo apt-get install --no-install-recommends {words}"
    else:
        advice = f"System libraries are missing; in Debian they are called: {words}"
    if needed:
        raise Unprepared(advice)
    print(f"{advice}\nGoing on without them.", flush=True)


def run_apt(*arguments: str) -> bool:
    """Whether apt-get did it; its words go to the standard output."""
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(["apt-get", "-qq", *arguments], env=quiet, check=False).returncode == 0
