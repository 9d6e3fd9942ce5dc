"""By Resend's API. The mail's id is the idempotency key, so that a job done twice sends once."""

import base64
from typing import Any

import httpx

from kaya.config import Settings
from kaya.mail.models import Mail
from kaya.mail.transports.outcome import Refused, TryLater

PATIENCE = httpx.Timeout(20, connect=5)
USUAL_WAIT = 30.0
FOR_GOOD = {400, 413, 422}


def send(mail: Mail, settings: Settings) -> str:
    """Hand it to Resend, and answer Resend's id for it."""
    answer = httpx.post(
        f"{settings.resend_api_url.rstrip('/')}/emails",
        json=body_of(mail, settings),
        headers={"Authorization": f"Bearer {settings.resend_api_key}", "Idempotency-Key": str(mail.id)},
        timeout=PATIENCE,
    )
    if answer.status_code == 429:
        raise TryLater(seconds_to_wait(answer))
    if is_refused_for_good(answer):
        raise Refused(f"{answer.status_code} {answer.text[:300]}")
    answer.raise_for_status()
    return str(answer.json()["id"])


def is_refused_for_good(answer: httpx.Response) -> bool:
    """Its body is wrong, or this key was used for another body; a concurrent twin (409 too) is only too early."""
    return answer.status_code in FOR_GOOD or (
        answer.status_code == 409 and name_of(answer) == "invalid_idempotent_request"
    )


def name_of(answer: httpx.Response) -> str:
    try:
        return str(answer.json().get("name", ""))
    except ValueError:
        return ""


def seconds_to_wait(answer: httpx.Response) -> float:
    try:
        return max(1.0, float(answer.headers["retry-after"]))
    except (KeyError, ValueError):
        return USUAL_WAIT


def body_of(mail: Mail, settings: Settings) -> dict[str, Any]:
    body: dict[str, Any] = {
        "from": settings.mail_from,
        "to": [mail.recipient],
        "subject": mail.subject,
        "text": mail.text,
        "html": mail.html,
    }
    if mail.attachments:
        body["attachments"] = [
            {"filename": a["name"], "content": base64.b64encode(a["text"].encode()).decode(), "content_type": a["type"]}
            for a in mail.attachments
        ]
    return body
