"""What someone signs in with, and from where."""

from dataclasses import dataclass
from typing import Any

from kaya.accounts.proofs import hashed

LONGEST_NAME = 200
LONGEST_ADDRESS = 64


@dataclass(frozen=True)
class Device:
    """`name`: what it says it is. `address`: its client address. `mark`: a secret of its own that outlives sign-ins."""

    name: str = ""
    address: str = ""
    mark: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        """As a row keeps it; the mark as a hash."""
        return {
            "device": self.name[:LONGEST_NAME],
            "address": self.address[:LONGEST_ADDRESS],
            "mark_hash": hashed(self.mark) if self.mark else None,
        }
