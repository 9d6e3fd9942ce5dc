"""What people, scripts and accidents put into fields."""

from typing import Any

from tests.house.scene import MISSING

BIDI = "\u202emoc.elpmaxe\u202c مرحبا 🌿👩🏽‍⚕️"
SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
LONG = "x" * 30_000
PAST, FAR, NOT_OFFERED = "2020-01-01T10:00:00Z", "9999-12-31T23:59:59Z", "2026-03-12T10:07:00Z"

# In forms everything is text.
TYPED: dict[str, str] = {
    "nothing": "",
    "spaces": " \t ",
    "null byte": "a\x00b",
    "control characters": "a\x07\x1b[31m\x7fb",
    "right to left and emoji": BIDI,
    "script": SCRIPT,
    "long": LONG,
    "an unknown id": MISSING,
    "the past": PAST,
    "a time that is not offered": NOT_OFFERED,
    "the end of time": FAR,
    "a zone that does not exist": "Mars/Olympus_Mons",
    "a huge number": "9" * 40,
    "below zero": "-1",
    "a broken number": "1e999",
    "not a number": "NaN",
    "percent": "100% %s %(name)s {0} {{7*7}}",
}

# Never right, wherever it stands.
NEVER_RIGHT: dict[str, Any] = {
    "an object": {"a": {"b": [{}]}},
    "a list of lists": [[1], [[2]]],
    "a huge number": 10**40,
    "long": LONG,
}
SAID: dict[str, Any] = {
    **{name: TYPED[name] for name in TYPED if name not in ("long", "a huge number", "percent")},
    "null": None,
    "true": True,
    "zero": 0,
    "a negative": -1,
    "a fraction": 1.5,
    "past bigint": 2**63,
    "an empty list": [],
    "an empty object": {},
    "half a character": "\ud83d",
    **NEVER_RIGHT,
}
IN_A_QUERY: dict[str, str] = {name: TYPED[name] for name in TYPED} | {"a bad cursor": "W10", "a bare day": "2026-02-30"}

# What databases differ in; everything else is refused before one is asked, and is tried on the quicker one.
HARD_TO_KEEP = {
    *("null byte", "control characters", "right to left and emoji", "half a character", "long", "an unknown id"),
    *("a huge number", "past bigint", "the end of time", "percent", "a fraction", "a bad cursor"),
}


def worth_trying(kind: str, values: dict[str, Any]) -> dict[str, Any]:
    """On one database all of it, on the other what a database might choke on."""
    return values if kind == "sqlite" else {name: values[name] for name in values if name in HARD_TO_KEEP}


# What no one may set, whatever else they send.
SMUGGLED: dict[str, str] = {
    "id": MISSING,
    "role": "staff",
    "is_staff": "true",
    "user_id": MISSING,
    "owner_id": MISSING,
    "client_id": MISSING,
    "author_id": MISSING,
    "created_by_id": MISSING,
    "price_amount": "1",
    "price_currency": "NGN",
    "status": "completed",
    "suspended_at": PAST,
    "verified_at": PAST,
    "resource_no": "1",
}
