"""A practice to call on: Dr Okafor's, on Monday the second of March 2026."""

from tests.care.conftest import hour, monday, ngozi

__all__ = ["hour", "monday", "ngozi"]
