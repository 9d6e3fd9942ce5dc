"""The ways a mail can leave the house; the setting MAIL_TRANSPORT chooses one."""

from collections.abc import Callable

from kaya.config import Settings, settings
from kaya.mail.models import Mail
from kaya.mail.transports import log, resend, smtp
from kaya.mail.transports.outcome import Refused, TryLater

__all__ = ["Refused", "TryLater", "transport"]

Transport = Callable[[Mail, Settings], str]

TRANSPORTS: dict[str, Transport] = {"log": log.send, "smtp": smtp.send, "resend": resend.send}


def transport() -> Transport:
    """How mail leaves now: takes the mail and the settings, answers the provider's id for it or ""."""
    return TRANSPORTS[settings().mail_transport]
