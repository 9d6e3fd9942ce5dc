"""Mail addresses that people give."""

from email_validator import EmailNotValidError, validate_email

from kaya.accounts.models.user import normal_email
from kaya.refusal import Refusal
from kaya.words import say

LONGEST = 254


def checked(address: str) -> str:
    """`address` as it is kept. Refuses ("invalid-email") what no mail could reach; asks no network."""
    try:
        found = validate_email(
            address.strip(), check_deliverability=False, allow_smtputf8=False, globally_deliverable=False
        )
    except (EmailNotValidError, ValueError):
        raise unreachable() from None
    written = normal_email(found.ascii_email or found.normalized)
    if len(written) > LONGEST or "." not in written.rpartition("@")[2]:
        raise unreachable()
    return written


def unreachable() -> Refusal:
    return Refusal(
        "invalid-email",
        say("That does not look like a mail address. It should read like name@example.org."),
        field="email",
    )
