"""Those whom an attacker would like to be, with their letters, and Dr Okafor's practice."""

from tests.accounts.conftest import ana, letters
from tests.care.conftest import hour, monday, ngozi

__all__ = [
    "ana",
    "hour",
    "letters",
    "monday",
    "ngozi",
]
