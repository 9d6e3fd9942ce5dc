"""The mailbox of development: a list, one mail, its HTML alone, and all of it for tests."""

import re
from uuid import UUID

from flask import Response, jsonify, make_response, request
from flask.typing import ResponseReturnValue

from kaya.db import db
from kaya.mail.models import Mail
from kaya.web.api import instant
from kaya.web.forms import tidy
from kaya.web.policy import allow, everyone
from kaya.web.respond import find, page

SHOWN = 100
A_CODE = re.compile(r"\b\d{6}\b")
A_LINK = re.compile(r"https?://\S+")
ALONE = "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"


@allow(everyone)
def index() -> ResponseReturnValue:
    to = tidy(request.args.get("to", "")).lower()
    mails = db.session.scalars(Mail.legible(to).limit(SHOWN)).all()
    return page("dev/mailbox/index.html", mails=mails, to=to)


@allow(everyone)
def show(mail_id: UUID) -> ResponseReturnValue:
    mail = find(Mail.legible(), mail_id)
    code, link = A_CODE.search(mail.text), A_LINK.search(mail.text)
    return page("dev/mailbox/show.html", mail=mail, code=code and code[0], link=link and link[0])


@allow(everyone)
def html(mail_id: UUID) -> Response:
    """The mail's own HTML, which may do nothing but be looked at."""
    response = make_response(find(Mail.legible(), mail_id).html)
    response.headers["Content-Security-Policy"] = ALONE
    return response


@allow(everyone)
def listing() -> Response:
    """What was sent to `?to=`, the newest first."""
    to = tidy(request.args.get("to", "")).lower()
    return jsonify({"items": [mail_json(mail) for mail in db.session.scalars(Mail.legible(to).limit(SHOWN))]})


def mail_json(mail: Mail) -> dict[str, object]:
    return {
        "to": mail.recipient,
        "subject": mail.subject,
        "text": mail.text,
        "html": mail.html,
        "at": instant(mail.created_at),
        "kind": mail.kind,
    }
