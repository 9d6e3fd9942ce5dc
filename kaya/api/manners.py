"""What all operations have in common, as the document tells it: tags, ways to prove who one is, headers."""

from typing import Any

INTRODUCTION = """The same verbs as the pages, for mobile clients and integrations.

Ids are UUIDv7, and a client may make its own when it creates. Instants are RFC 3339 in UTC. Money is whole minor units.
Lists answer `items` and `next_cursor`. Errors are RFC 9457: `type` is stable, `detail` is for people, and a 422 says
under `errors` what is wrong with which field. Clients ignore fields and values that they do not know: within v1 fields
are only added.

Any address answers 404 where there is nothing, and 405 with `Allow` to a method that it does not know."""

TAGS = {
    "admin": "Staff's work, by a token of theirs or an admin key.",
    "aliases": "Kept for older clients: use /practitioners.",
    "analytics": "One's own look back: practice, mood and journal side by side.",
    "appointments": "Booking, moving and cancelling, and what the two who meet write to each other.",
    "auth": "Registering, signing in and out, second factors, devices.",
    "availability": "A practitioner's hours, the times that can be booked, and keeping one for five minutes.",
    "chatbot": "The next open times over all practitioners.",
    "help": "Helplines, one's plan for hard hours, and whom one would call.",
    "journal": "Pages, and what one was thankful for; sealed pages are for the browser alone.",
    "media": "Pictures.",
    "mood": "How one says it is, as often as one likes.",
    "notifications": "What one is told, and by which way.",
    "practice": "Sessions to practise, one's own and the library's, and how they went.",
    "practitioners": "Who gives care here, and applying to.",
    "programs": "Days with a session, a reading and a prompt each, and one's way through them.",
    "services": "What is done here.",
    "users": "One's own account, and staff's list of people.",
}

SECURITY: dict[str, Any] = {
    "bearer": {
        "type": "http",
        "scheme": "bearer",
        "bearerFormat": "JWT",
        "description": "An access token, good for 15 minutes: POST /auth/login, then POST /auth/refresh.",
    },
    "adminKey": {
        "type": "apiKey",
        "in": "header",
        "name": "X-Admin-Key",
        "description": "A key for machines, made at POST /admin/api-keys. It opens what its scopes name.",
    },
}

HEADERS: dict[str, Any] = {
    "ETag": ("What it is now; send it back as If-None-Match or If-Match.", '"2f1d0c6b8e21"'),
    "RateLimit-Limit": ("How many requests there are in a span of time.", 600),
    "RateLimit-Remaining": ("How many of them are left.", 599),
    "RateLimit-Reset": ("Seconds until they begin anew.", 900),
    "Retry-After": ("Seconds to wait.", 60),
    "X-Request-Id": ("Name it when you ask about this request.", "019aa1b2c3d47e6f8a9b0c1d2e3f4a5b"),
}

PARAMETERS: dict[str, Any] = {
    "Idempotency-Key": (
        "Made by the client: the same again within 24 hours answers for the same thing, and makes no second one.",
        {"type": "string", "minLength": 1, "maxLength": 200},
        "8f14e45f-ceea-467f-9575-1d0ad8f3c0a1",
    ),
    "If-Match": ("The ETag that was read: 412 when someone was faster.", {"type": "string"}, '"2f1d0c6b8e21"'),
    "If-None-Match": ("The ETag that is known already: 304 while it holds.", {"type": "string"}, '"2f1d0c6b8e21"'),
}


def headers() -> dict[str, Any]:
    return {
        name: {
            "description": words,
            "schema": {"type": "integer" if isinstance(shown, int) else "string"},
            "example": shown,
        }
        for name, (words, shown) in HEADERS.items()
    }


def parameters() -> dict[str, Any]:
    return {
        name: {"name": name, "in": "header", "description": words, "schema": schema, "example": shown}
        for name, (words, schema, shown) in PARAMETERS.items()
    }
