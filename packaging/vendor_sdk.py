"""Makes .venv-sdk, where the vendor's SDK lives apart from the console's libraries; tests/vendor_sdk uses it there.

Standard library only. Without it those tests skip, so nothing here may stop the checks.
"""

import os
import subprocess
from pathlib import Path

from environment import CHECKOUT

SDK_VENV = CHECKOUT / ".venv-sdk"
SDK = "tuya-connector-python==0.1.2"
PATIENCE_S = 180


def prepare_sdk(base: Path, folder: Path = SDK_VENV, package: str = SDK) -> bool:
    """Whether *folder* has the SDK in an environment of its own, which is made with the Python *base* if need be."""
    stamp = folder / "prepared"
    if stamp.exists() and stamp.read_text() == package:
        return True
    print(f"Installing {package} into {folder.name} for the tests with the vendor's SDK …", flush=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = [python, "-m", "pip", "install", "--disable-pip-version-check", "--quiet", package]
    try:
        for step in ([base, "-m", "venv", "--clear", folder], install):
            subprocess.run(step, check=True, timeout=PATIENCE_S)
    except (OSError, subprocess.SubprocessError) as error:
        print(f"Without it: {type(error).__name__}. The tests with the vendor's SDK will be skipped.", flush=True)
        return False
    stamp.write_text(package)
    return True
