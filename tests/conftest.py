"""What every test shares: an offscreen Qt and the loop that a coroutine test runs on."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")
