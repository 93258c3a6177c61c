"""The way in: reads the command line and lets no error out without words."""

import logging
import sys

from heyzack_console.cli.app import PROGRAM, app
from heyzack_console.cli.arguments import home_first
from heyzack_console.cli.output import complain
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.host.bundled_zones import use_bundled_zones

log = logging.getLogger(__name__)

REFUSED = 1
BROKEN = 70
"""Exit code of a bug (EX_SOFTWARE in sysexits.h)."""


def main() -> None:
    """Run what the command line asks for and end the process with its exit code."""
    use_bundled_zones()
    try:
        app(home_first(sys.argv[1:]), prog_name=PROGRAM)
    except ConsoleError as refused:
        complain(refused.text)
        sys.exit(REFUSED)
    except Exception:
        # Nobody is left to answer it: the log gets the trace, the person a sentence.
        log.exception("the command ended with an unexpected error")
        complain("The program has a fault and had to end. What was confirmed before is saved; the log has the details.")
        sys.exit(BROKEN)


if __name__ == "__main__":
    main()
