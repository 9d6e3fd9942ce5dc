"""Which problems an operation may answer with, each with an example of its real type."""

from typing import Any

from kaya.web.errors import NAMES, TITLES

Schema = dict[str, Any]
PROBLEM = "#/components/schemas/Problem"
TIME_TAKEN = "#/components/schemas/TimeTaken"

ALTERNATIVE = {
    "start": "2026-11-26T15:30:00Z",
    "end": "2026-11-26T16:20:00Z",
    "practitioner_id": "01939b2e-7a10-7c4e-9a52-3f1d0c6b8e21",
    "service_id": "01939b2e-7a10-7c4e-9a52-3f1d0c6b8e22",
}

# What stands in the way of whom: the type that an operation's 409 or 410 has, where it is not the usual one.
KINDS: dict[str, str] = {
    "appointments_api.cancel 409": "invalid-transition",
    "appointments_api.complete 409": "invalid-transition",
    "appointments_api.confirm 409": "invalid-transition",
    "appointments_api.destroy 409": "invalid-transition",
    "appointments_api.miss 409": "invalid-transition",
    "chatbot_api.confirm 410": "hold-expired",
    "dentists_api.create 409": "already-applied",
    "doctors_api.create 409": "already-applied",
    "me_api.readdress 409": "address-taken",
    "gratitude_api.create 409": "id-taken",
    "journal_api.create 409": "id-taken",
    "mood_api.create 409": "id-taken",
    "notes_api.create 409": "id-taken",
    "passkeys_api.create 409": "too-many",
    "practice_sessions_api.abandon 409": "ended",
    "practice_sessions_api.create 409": "id-taken",
    "practices_api.create 409": "id-taken",
    "practitioners_api.create 409": "already-applied",
    "practitioners_api.verify 409": "own-papers",
    "practitioners_api.withdraw 409": "not-verified",
    "programs_api.enroll 409": "already-enrolled",
    "programs_api.leave 409": "ended",
    "programs_api.pause 409": "ended",
    "programs_api.progress 409": "ended",
    "programs_api.resume 409": "ended",
    "questionnaires_api.create 409": "id-taken",
    "therapists_api.create 409": "already-applied",
    "two_factor_api.disable 409": "not-set-up",
    "two_factor_api.enable 409": "not-set-up",
    "two_factor_api.renew 409": "not-set-up",
    "two_factor_api.set_up 409": "already-on",
    "own_data_api.export 409": "archive-in-the-making",
    "own_data_api.leave 409": "coming-appointments",
    "own_data_api.stay 409": "not-leaving",
    "own_data_api.download_export 410": "archive-gone",
    "users_api.create 409": "already-invited",
    "users_api.destroy 409": "last-operator",
    "users_api.update 409": "last-operator",
}


def answer(status: int, endpoint: str, declared: Schema | None) -> Schema:
    """The response as the document tells it; `declared` may have named a schema of its own."""
    schema = schema_of(declared)
    title, detail = (str(words) for words in TITLES.get(status, TITLES[400]))
    told: Schema = {
        "type": f"/problems/{kind(status, endpoint, schema)}",
        "title": title,
        "status": status,
        "detail": detail,
        "request_id": "019aa1b2c3d47e6f8a9b0c1d2e3f4a5b",
    }
    if status == 422:
        told["errors"] = {"field": ["What is wrong with it."]}
    if schema == TIME_TAKEN and status == 409:
        told["alternatives"] = [ALTERNATIVE]
    content: Schema = {"application/problem+json": {"schema": {"$ref": schema}, "example": told}}
    return {"description": title, "headers": headers(status), "content": content}


def kind(status: int, endpoint: str, schema: str) -> str:
    usual = "slot-taken" if schema == TIME_TAKEN and status == 409 else NAMES.get(status, "error")
    return KINDS.get(f"{endpoint} {status}", usual)


def schema_of(declared: Schema | None) -> str:
    content: Schema = next(iter((declared or {}).get("content", {}).values()), {})
    ref = str(content.get("schema", {}).get("$ref", PROBLEM))
    return ref if ref == TIME_TAKEN else PROBLEM


def headers(status: int) -> Schema:
    names = ["X-Request-Id", *(["Retry-After"] if status == 429 else [])]
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}
