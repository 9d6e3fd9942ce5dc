"""What every JSON endpoint shares: bodies that refuse unknown fields, lists with cursors, instants, money."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, TypeVar
from uuid import UUID

from flask import Response, abort, json, make_response, request
from flask.json.provider import DefaultJSONProvider
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator
from werkzeug.http import generate_etag

from kaya.db import uuid7
from kaya.money import Money
from kaya.refusal import Refusal
from kaya.web.errors import problem
from kaya.web.forms import ZONES, tidy
from kaya.web.paging import Page
from kaya.words import say

Row = TypeVar("Row")
CALENDAR = range(1900, 2200)


def zone_that_exists(value: str) -> str:
    if value not in ZONES:
        raise ValueError("There is no time zone of that name.")
    return value


def with_offset(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise ValueError("An instant needs its offset, such as 2026-11-26T14:30:00Z.")
    if value.year not in CALENDAR:
        raise ValueError("An instant lies between the years 1900 and 2200.")
    return value


def accepted_by(check: Callable[[str], str]) -> AfterValidator:
    """What `check`, with which a verb begins, does not refuse; so that all fields are looked at in one go."""

    def look(value: str) -> str:
        try:
            return check(value)
        except Refusal as refusal:
            raise ValueError(str(refusal.message)) from None

    return AfterValidator(look)


Text = Annotated[str, BeforeValidator(tidy)]
Zone = Annotated[str, AfterValidator(zone_that_exists)]
Instant = Annotated[datetime, AfterValidator(with_offset)]
Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2199, 12, 31))]


class Body(BaseModel):
    """The base of request bodies: an unknown field is a mistake, never dropped."""

    model_config = ConfigDict(extra="forbid", str_max_length=20_000)

    @field_validator("*", mode="before")
    @classmethod
    def without_nul(cls, value: Any) -> Any:
        """No text holds it: a client that sends it has made a mistake, and is told."""
        if isinstance(value, str) and "\0" in value:
            raise ValueError("This holds the character NUL, which is no text.")
        return value


class Query(BaseModel):
    model_config = ConfigDict(extra="ignore", str_max_length=500)


class Listing(Query):
    """`?limit=` and `?cursor=` of every list."""

    limit: int = Field(20, ge=1, le=100)
    cursor: str | None = None


class ById(BaseModel):
    id: UUID


class BySlug(BaseModel):
    """A path that takes an id or a slug."""

    id: Text = Field(max_length=120)


class MoneyOut(BaseModel):
    amount: int = Field(description="Integer minor units", examples=[4500])
    currency: str = Field(description="ISO 4217", examples=["NGN"])


class Problem(BaseModel):
    """RFC 9457."""

    type: str = Field(examples=["/problems/slot-taken"])
    title: str
    status: int
    detail: str
    request_id: str | None = None
    errors: dict[str, list[str]] | None = None


def instant(value: datetime | None) -> str | None:
    """RFC 3339 in UTC with Z, whole seconds."""
    return value.replace(microsecond=0).isoformat().replace("+00:00", "Z") if value else None


def said(value: object) -> object:
    """What JSON has no words for itself: instants are told as everywhere here."""
    return instant(value) if isinstance(value, datetime) else DefaultJSONProvider.default(value)


def check_match(representation: Callable[[], dict[str, Any]]) -> None:
    """Answer 412 to a change whose `If-Match` is not the ETag of what is there now; it is weak when it came pressed."""
    if "If-Match" in request.headers:
        there_now = generate_etag(make_response(representation()).get_data())
        if not request.if_match.contains_weak(there_now):
            abort(412)


def money(value: Money | None) -> dict[str, object] | None:
    return value.as_json() if value else None


def listed(page: Page[Row], as_json: Any) -> dict[str, Any]:
    """A page of rows as every list answers."""
    return {"items": [as_json(row) for row in page.items], "next_cursor": page.next_cursor}


def is_uuid(value: str) -> bool:
    try:
        return bool(UUID(value))
    except ValueError:
        return False


def nothing() -> Response:
    return make_response("", 204)


def invalid(error: ValidationError) -> Response:
    """422: what is wrong, by field."""
    errors: dict[str, list[str]] = {}
    for mistake in error.errors():
        name = ".".join(str(part) for part in mistake["loc"]) or "body"
        errors.setdefault(name, []).append(in_our_words(mistake))
    return problem(422, "Something in the request needs mending.", "See errors.", kind="invalid", errors=errors)


OF_PYDANTIC = {
    "missing": say("This is needed."),
    "extra_forbidden": say("There is no such field."),
    "string_type": say("Text is needed."),
    "string_too_short": say("This needs at least %(min_length)s characters."),
    "string_too_long": say("This takes at most %(max_length)s characters."),
    "too_short": say("This needs at least %(min_length)s items."),
    "too_long": say("This takes at most %(max_length)s items."),
    "int_type": say("A whole number is needed."),
    "int_parsing": say("A whole number is needed."),
    "bool_type": say("true or false is needed."),
    "list_type": say("A list is needed."),
    "greater_than_equal": say("%(ge)s or more is needed."),
    "greater_than": say("More than %(gt)s is needed."),
    "less_than_equal": say("At most %(le)s is allowed."),
    "uuid_parsing": say("A UUID is needed."),
    "literal_error": say("One of %(expected)s is needed."),
    "enum": say("One of %(expected)s is needed."),
    "string_pattern_mismatch": say("This is not written as it should be: /api/v1/docs shows the pattern."),
    "string_unicode": say("Text is needed."),
    "int_from_float": say("A whole number is needed."),
    "int_parsing_size": say("A smaller number is needed."),
    "float_type": say("A number is needed."),
    "float_parsing": say("A number is needed."),
    "finite_number": say("A number is needed."),
    "bool_parsing": say("true or false is needed."),
    "less_than": say("Less than %(lt)s is needed."),
    "uuid_type": say("A UUID is needed."),
    "uuid_version": say("A UUID is needed."),
    "dict_type": say("An object is needed."),
    "model_type": say("An object is needed."),
    "model_attributes_type": say("An object is needed."),
}
BY_BEGINNING = {
    "datetime": say("An instant is needed, such as 2026-11-26T14:30:00Z."),
    "date": say("A day is needed, such as 2026-11-26."),
    "time": say("A time is needed, such as 09:00."),
}
OURS = ("value_error", "assertion_error")


def in_our_words(mistake: Any) -> str:
    """Pydantic's mistake as we say it; ours came with its own words."""
    is_text = isinstance(mistake["input"], str) and mistake["type"] in ("too_short", "too_long")
    ours = OF_PYDANTIC.get("string_" + mistake["type"] if is_text else mistake["type"])
    if mistake["type"] in OURS:
        return str(mistake["msg"]).removeprefix("Value error, ")
    if ours is None:
        return str(BY_BEGINNING.get(mistake["type"].split("_")[0], say("This is not as it should be.")))
    if mistake.get("ctx", {}).get("min_length") == 1:
        return str(
            say("This cannot be empty.") if isinstance(mistake["input"], str) else say("This needs at least 1 item.")
        )
    return str(str(ours) % mistake.get("ctx", {}))


def check_body() -> Response | None:
    """Before an API view: a body has to be JSON, of our size, and an object."""
    if request.method not in ("POST", "PUT", "PATCH") or not (request.content_length or is_chunked()):
        return None
    if request.mimetype == "multipart/form-data":
        return None
    if request.mimetype != "application/json":
        return problem(
            415,
            "Send application/json.",
            f"Got {request.mimetype or 'no content type'}.",
            kind="unsupported-media-type",
        )
    given = request.get_data(cache=True)
    if is_chunked() and len(given) >= (request.max_content_length or len(given) + 1):
        abort(413)
    try:
        body = json.loads(given)
    except (ValueError, UnicodeDecodeError, RecursionError):
        return problem(400, "The body is not JSON.", "It could not be parsed.", kind="malformed-json")
    if not isinstance(body, dict):
        return problem(
            422,
            "Something in the request needs mending.",
            "See errors.",
            kind="invalid",
            errors={"body": ["An object is needed."]},
        )
    return None


def is_chunked() -> bool:
    """Does a body come that does not say its length?"""
    return "Transfer-Encoding" in request.headers


def client_made_id(value: UUID | None) -> UUID:
    """The id a client chose (a UUIDv7, so that what was made offline is made once), or a new one."""
    return value or uuid7()
