"""Where a visitor may be sent: to pages of this site, nowhere else."""

import unicodedata
from urllib.parse import urlsplit

LONGEST = 500


def local_path(wanted: str | None) -> str:
    """`wanted` when it is a path of this site, else "": never another host, however it is spelled."""
    if not wanted or len(wanted) > LONGEST or not wanted.startswith("/") or wanted.startswith("//"):
        return ""
    if "\\" in wanted or any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in wanted):
        return ""
    try:
        parts = urlsplit(wanted)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc else wanted
