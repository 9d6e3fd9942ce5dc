"""Examples for the document, made from its schemas: a field's own example, else what is usual under its name."""

import math
import re
from typing import Any

Schema = dict[str, Any]

ID = "01939b2e-7a10-7c4e-9a52-3f1d0c6b8e21"
INSTANT = "2026-11-26T14:30:00Z"

USUAL: dict[str, Any] = {
    "about": "An hour for whatever keeps you awake.",
    "access_token": "eyJhbGciOiJFZERTQSIsImtpZCI6IjEifQ.eyJ0eXBlIjoiYWNjZXNzIn0.c2lnbmF0dXJl",
    "address": "Rua das Flores 12, 4050-262 Porto",
    "alt": "A pot of tea on a window sill",
    "amount": 4500,
    "avatar_url": "/media/5f2c9a/square",
    "bio": "I listen, and we find out together.",
    "body": "Please bring the letter from the clinic.",
    "city": "Porto",
    "code": "492039",
    "country": "PT",
    "credentials": "Clinical psychologist, twelve years",
    "currency": "EUR",
    "current_password": "calm-otter-lantern-42",
    "date": "2026-12-24",
    "day_starts": "03:00",
    "description": "What it is about",
    "device": "Firefox on Linux",
    "duration_minutes": 50,
    "email": "amara@example.org",
    "end": "2026-11-26T15:20:00Z",
    "expires_in": 900,
    "headline": "For those who wake at four.",
    "height": 960,
    "language": "en",
    "languages": "pt",
    "licence": "PSI-20418",
    "local_start": "2026-11-26T14:30:00",
    "minutes": 50,
    "mode": "video",
    "modes": "video",
    "name": "Amara Obi",
    "next_cursor": "WyI5ZjIwIiwgeyJ0IjogIjIwMjYtMTEtMjYifV0",
    "note": "It is about the nights.",
    "notes": "It is about the nights.",
    "otp": "492039",
    "otpauth_uri": "otpauth://totp/Kaya:amara@example.org?secret=JBSWY3DPEHPK3PXP&issuer=Kaya",
    "password": "calm-otter-lantern-42",
    "phone": "+351 912 345 678",
    "photo_url": "https://kaya.example.org/media/5f2c9a/960",
    "prefix": "kaya_3fq9Zs",
    "pronouns": "she/her",
    "pseudonym": "7f3a9c20b1d84e55",
    "purpose": "avatar",
    "qr_svg": "<svg xmlns='http://www.w3.org/2000/svg'></svg>",
    "quiet_from": "22:00",
    "quiet_until": "07:00",
    "reason": "The trains are not running.",
    "recovery_codes": "k7wq-m2xd",
    "refresh_token": "Qm9uam91ciBtb25kZSwgY2UgbidlcXQgcGFzIHVuIHNlY3JldA",
    "request_id": "019aa1b2c3d47e6f8a9b0c1d2e3f4a5b",
    "role": "member",
    "scopes": "support:read",
    "secret": "JBSWY3DPEHPK3PXP",
    "slug": "ngozi-okafor",
    "start": INSTANT,
    "status": "confirmed",
    "summary": "An hour to talk.",
    "theme": "system",
    "time_format": "24h",
    "timezone": "Europe/Lisbon",
    "title": "Psychologist",
    "token": "vQ1m0c3uYkqL8a",
    "token_type": "Bearer",
    "urls": "/media/5f2c9a/960",
    "width": 1280,
}
BY_FORMAT = {
    "uuid": ID,
    "date-time": INSTANT,
    "date": "2026-11-26",
    "binary": "(a file)",
    "uri": "https://example.org/",
}
PATTERNED = ("09:00", "2026-12-24", "492039", "kaya", "")

# Where either of two is sent, a shape alone cannot tell which.
OF_BODIES: dict[str, Any] = {
    "VerifyBody": {"email": USUAL["email"], "code": USUAL["code"]},
    "FreshnessBody": {"password": USUAL["password"]},
}


def example(schema: Schema, schemas: dict[str, Schema], name: str = "") -> Any:
    """What could stand where `schema` is asked for, under the name `name`."""
    if "$ref" in schema:
        named = schema["$ref"].rsplit("/", 1)[-1]
        return OF_BODIES[named] if named in OF_BODIES else example(schemas[named], schemas, name)
    if schema.get("examples"):
        return schema["examples"][0]
    if "enum" in schema or "const" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    for several in ("anyOf", "allOf", "oneOf"):
        if several in schema:
            return example(next(each for each in schema[several] if each.get("type") != "null"), schemas, name)
    return of_type(schema, schemas, name)


def of_type(schema: Schema, schemas: dict[str, Schema], name: str) -> Any:
    kind = schema.get("type")
    if kind == "object":
        return of_object(schema, schemas, name)
    if kind == "array":
        return [example(schema.get("items", {}), schemas, name)]
    if kind == "boolean":
        return schema.get("default", True)
    if kind in ("integer", "number"):
        return number(schema, name)
    return words(schema, name)


def of_object(schema: Schema, schemas: dict[str, Schema], name: str) -> dict[str, Any]:
    fields: dict[str, Schema] = schema.get("properties", {})
    if not fields:
        inside = schema.get("additionalProperties")
        return {"en": example(inside, schemas, name)} if isinstance(inside, dict) else {}
    needed = set(schema.get("required", ())) or set(fields)
    return {field: example(asked, schemas, field) for field, asked in fields.items() if field in needed}


def number(schema: Schema, name: str) -> Any:
    usual = USUAL.get(name)
    least = math.ceil(schema.get("minimum") or schema.get("exclusiveMinimum") or 0)
    value = usual if isinstance(usual, int) else schema.get("default")
    if value is not None:
        return value
    return least if "maximum" in schema else max(least, 3)


def words(schema: Schema, name: str) -> str:
    if schema.get("format") in BY_FORMAT:
        return BY_FORMAT[schema["format"]]
    if name.endswith("_at") or name in ("at", "since", "until", "cancellation_deadline"):
        return INSTANT
    if name == "id" or name.endswith("_id") or name in ("made_by", "removed"):
        return ID
    usual = USUAL.get(name)
    if "pattern" in schema:
        return next(
            each for each in (usual, *PATTERNED) if isinstance(each, str) and re.search(schema["pattern"], each)
        )
    if isinstance(usual, str):
        return usual
    return str(schema.get("default") or name.replace("_", " ") or "words")
