"""What services ask of whoever reads floor plans."""

from typing import Protocol

from heyzack_console.domain.plans import Plan, PlanChoice


class PlanReading(Protocol):
    """Reads files that nobody trusts."""

    async def read(self, name: str, data: bytes, choice: PlanChoice) -> Plan:
        """What the file holds. InvalidInput: there is no plan in it; the text says why. Cancelling ends the reading."""
