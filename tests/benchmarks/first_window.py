"""How long until the first window stands, against a bare window of one label, each in a fresh process."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.table import Row

CHECKOUT = Path(__file__).resolve().parents[2]
RUNS = 7

BARE = """
import time
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("One label")
label.show()
app.processEvents()
print(time.monotonic())
"""

FRAME = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from heyzack_console.desktop.frame.layout_file import LayoutFile
from heyzack_console.desktop.frame.main_window import MainWindow
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
app = QApplication([])
theme = Theme(app)
panes = [Pane(theme, name, name.title()) for name in ("map", "alerts", "devices", "inspector")]
window = MainWindow(theme, Markers(theme), panes, lambda text: (), LayoutFile(Path(sys.argv[1]) / "layout.json"))
window.show()
window.arrangement.open("overview")
app.processEvents()
print(time.monotonic())
late = [name for name in ("numpy", "pyqtgraph", "sqlalchemy", "httpx", "tinytuya", "keyring") if name in sys.modules]
docks = [dock for dock in window.docks.docks if dock.isVisible()]
window.close()
assert not late, f"loaded before the first window: {late}"
assert len(docks) == 4
"""

FILLED = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from heyzack_console.composition.console import Console, Surroundings
from heyzack_console.host.clock import WallClock
from tests.support.engine_port import SmallEngine
app = QApplication([])
home = Path(sys.argv[1])
console = Console(app, SmallEngine(), Surroundings(home / "layout", home, WallClock(), str))
console.open()
console.window.arrangement.open("overview")
app.processEvents()
print(time.monotonic())
console.window.close()
"""


def run() -> list[Row]:
    """Take the three in turn, and compare the medians."""
    times: dict[str, list[float]] = {BARE: [], FRAME: [], FILLED: []}
    with tempfile.TemporaryDirectory() as home:
        for number in range(RUNS + 1):
            for script, measured in times.items():
                taken = _until_shown(script, home)
                if number:  # the first round fills the disk's cache
                    measured.append(taken)
    bare, frame, filled = (statistics.median(measured) for measured in times.values())
    yardstick = "bare window of one label, fresh process"
    return [
        Row("first window with four docks", yardstick, frame / bare, 2.0),
        Row("the same with every pane built", yardstick, filled / bare, None),
    ]


def _until_shown(script: str, home: str) -> float:
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_API="pyside6", PYTHONPATH=str(CHECKOUT))
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script, home], env=environment, capture_output=True, text=True, check=False, cwd=CHECKOUT
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return float(done.stdout.split()[-1]) - begun
