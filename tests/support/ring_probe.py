"""Uses the session's key ring as the engine does; prints what came back. Run inside a session with a Secret Service."""

import asyncio
import sys
from pathlib import Path

from heyzack_console.host.secrets.ring import usable_ring
from heyzack_console.host.secrets.vault import Vault


async def main(folder: Path) -> None:
    """Store a key, open the vault a second time and read it."""
    vault = Vault(folder / "secrets.vault", usable_ring())
    await vault.start()
    await vault.put_all({"lan/dev1": "0123456789abcdef"})
    again = Vault(folder / "secrets.vault", usable_ring())
    await again.start()
    sys.stdout.write(f"locked={again.locked} key={await again.get('lan/dev1')}\n")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
