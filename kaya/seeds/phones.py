"""Numbers for invented people: only such as are kept for stories, so that nobody's telephone rings."""

from zlib import crc32

HUNDRED, THOUSAND = 100, 1000


def invented(name: str, zone: str) -> str:
    """Always the same one for the same person: an American's as in films, everybody else's from Ofcom's range."""
    chance = crc32(name.encode())
    if zone.startswith("America/New_York"):
        return f"+1 212 555 01{chance % HUNDRED:02}"
    return f"+44 7700 900{chance % THOUSAND:03}"
