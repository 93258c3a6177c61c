"""Log files: one per kind of process, rotated by size, without secrets."""

import logging
import logging.handlers
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from heyzack_console.host.redaction import Redactor

FILE_BYTES = 2_000_000
FILES_KEPT = 5

# Libraries that log every request or statement at INFO, values included.
QUIET = ("httpx", "httpcore", "sqlalchemy", "alembic", "tinytuya", "asyncio", "keyring", "urllib3", "requests")


class RedactingFormatter(logging.Formatter):
    """Formats a record, its traceback too, and then takes the secrets out."""

    converter = staticmethod(time.gmtime)
    default_msec_format = "%s.%03dZ"

    def __init__(self, redactor: Redactor) -> None:
        super().__init__("%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s")
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        """The line or lines for the file."""
        return self._redactor.redact(super().format(record))


@contextmanager
def set_up_logging(folder: Path, kind: str, redactor: Redactor, level: int = logging.INFO) -> Iterator[Path]:
    """Log to ``folder/KIND.log`` until the end of the block; yields the file.

    Python's warnings go there too. Whatever handlers were set before stay.

    Args:
        kind: which process writes ('engine', 'window', 'simulator'); two processes never share a file.
    """
    file = folder / f"{kind}.log"
    handler = logging.handlers.RotatingFileHandler(
        file, maxBytes=FILE_BYTES, backupCount=FILES_KEPT, encoding="utf-8", errors="backslashreplace"
    )
    handler.setFormatter(RedactingFormatter(redactor))
    root = logging.getLogger()
    level_before = root.level
    root.setLevel(level)
    root.addHandler(handler)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))
    logging.captureWarnings(capture=True)
    try:
        yield file
    finally:
        logging.captureWarnings(capture=False)
        root.removeHandler(handler)
        root.setLevel(level_before)
        handler.close()
