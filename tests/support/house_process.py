"""The demo building as a process of its own, as the demo runs it."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from heyzack_console.host.programs import own_command
from heyzack_console.simulator.description import DemoDescription, read_description

ENDS_WITHIN_S = 10


@contextmanager
def house_process(home: Path, devices: int = 20) -> Iterator[tuple[DemoDescription, Path]]:
    """Run the building for the length of the block; what it tells of itself, and the file in which that stands."""
    command = own_command("--home", str(home), "simulator", "--devices", str(devices))
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()  # it comes once every device listens
            file = home / "demo-building.json"
            file.write_bytes(line)
            yield read_description(line), file
        finally:
            process.terminate()
            process.wait(ENDS_WITHIN_S)
