"""How often signing in and asking for mails may be tried, by page and API together."""

import hashlib

from flask import Response, request

from kaya.accounts.addresses import checked
from kaya.accounts.models.user import normal_email
from kaya.refusal import Refusal
from kaya.web.forms import tidy
from kaya.web.limits import forgive, limit
from kaya.web.viewer import is_api


def typed_address() -> str:
    """Whose account a limit counts: the address that was typed, in a form or in JSON, known or not, as a hash.

    However it was spelled, it is the one that a mail would go to.
    """
    given = (request.get_json(silent=True) if is_api() else request.form) or {}
    return counted_as(str(given.get("email", "")) if hasattr(given, "get") else "")


def counted_as(address: str) -> str:
    return f"typed:{hashlib.sha256(as_reached(tidy(address)).encode()).hexdigest()}"


def as_reached(address: str) -> str:
    try:
        return checked(address)
    except Refusal:
        return normal_email(address)


def forgive_wrong_passwords(address: str) -> None:
    """Whoever has a new password may try it at once, however many wrong ones others gave meanwhile."""
    forgive("sign-in-account", counted_as(address))


def was_refused(response: Response) -> bool:
    return response.status_code >= 400


def was_taken(response: Response) -> bool:
    """A form with a mistake sends no mail, and costs nothing."""
    return response.status_code < 400


few_tries = limit("sign-in-address", by_address=True, only_when=was_refused)
few_tries_at_one = limit("sign-in-account", key=typed_address, only_when=was_refused)
few_registrations = limit("registration-address", by_address=True, only_when=was_taken)
few_registrations_of_one = limit("registration-account", key=typed_address, only_when=was_taken)
few_resets = limit("reset-address", by_address=True, only_when=was_taken)
few_resets_of_one = limit("reset-account", key=typed_address, only_when=was_taken)
few_mail_codes = limit("mail-code-address", by_address=True, only_when=was_taken)
few_mail_codes_to_one = limit("mail-code-account", key=typed_address, only_when=was_taken)
few_wrong_mail_codes = limit("mail-code-wrong", key=typed_address, only_when=was_refused)
few_questions = limit("passkey", by_address=True)
