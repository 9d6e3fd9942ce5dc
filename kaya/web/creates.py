"""Idempotency-Key: a POST that makes something makes it once, however often a client without an answer asks again."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from flask import Response, abort, g, json, make_response, request
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import NotFound

from kaya.db import transaction
from kaya.once.keeping import Wish, digest, take
from kaya.refusal import Refusal
from kaya.web.policy import View
from kaya.words import say

HEADER = "Idempotency-Key"
LONGEST = 200
REFUSED = 400
FORMS = ("multipart/form-data", "application/x-www-form-urlencoded")

Answer = TypeVar("Answer")
Again = Callable[[UUID], Any]


class Refused(Exception):
    """The view answered no: what it wrote is undone, and the key with it."""

    def __init__(self, answer: Response):
        super().__init__(answer)
        self.answer = answer


def creates(again: Again) -> Callable[[View], View]:
    """Declare that a view makes something, once for each key; `again(id)` is how a GET would tell it later.

    It stands above `@allow`. The view answers with the thing's `id`. All that it does is one transaction with the key:
    where something slow comes first (a picture, a network), the view calls `once` for the rest of it.
    """

    def declare(view: View) -> View:
        @wraps(view)
        def made_once(**asked: Any) -> Any:
            return once(lambda: view(**asked), again)

        made_once.creates = True  # type: ignore[attr-defined]
        return made_once  # type: ignore[return-value]

    return declare


def once(make: Callable[[], Any], again: Again) -> Any:
    """What `make()` answers, or the same thing told anew when this key made it within a day.

    A refusal keeps nothing, so that the client may mend its request and use the key again.
    """
    wish = wish_of_request()
    if wish is None:
        return make()
    try:
        with transaction() as session:
            kept = take(session, wish)
            if kept.thing_id is None:
                answer = accepted(make_response(make()))
                kept.thing_id, kept.status = UUID(answer.get_json()["id"]), answer.status_code
                return answer
    except Refused as refused:
        return refused.answer
    return told_again(kept.thing_id, again), kept.status


def accepted(answer: Response) -> Response:
    if answer.status_code >= REFUSED:
        raise Refused(answer)
    return answer


def told_again(thing_id: UUID, again: Again) -> Any:
    try:
        return again(thing_id)
    except NotFound:
        abort(410)


def wish_of_request() -> Wish | None:
    key = request.headers.get(HEADER)
    if key is None or not g.viewer.is_authenticated:
        return None
    if not key or len(key) > LONGEST:
        raise Refusal("invalid", say("A key has 1 to 200 characters."), field=HEADER)
    return Wish(g.viewer.id, request.endpoint or "", key, what_is_asked())


def what_is_asked() -> bytes:
    """The path, and what was sent, however its JSON is spaced or its parts are divided."""
    if request.mimetype not in FORMS:
        return json.dumps([request.path, request.get_json(silent=True)], sort_keys=True).encode()
    fields = {name: values for name, values in request.form.to_dict(flat=False).items() if name != "csrf_token"}
    files = {name: content_of(file) for name, file in request.files.items()}
    return json.dumps([request.path, fields, files], sort_keys=True).encode()


def content_of(file: FileStorage) -> str:
    file.seek(0)
    content = digest(file.read())
    file.seek(0)
    return content
