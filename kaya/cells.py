"""What stands in the cells of a table that spreadsheets open."""

from typing import Any

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(value: Any) -> Any:
    """What a spreadsheet would take for a formula is text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(DANGEROUS) else value
