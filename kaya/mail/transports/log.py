"""Nobody carries it: a line in the log; in development /dev/mailbox shows it."""

import structlog

from kaya.config import Settings
from kaya.mail.models import Mail

logger = structlog.get_logger(__name__)


def send(mail: Mail, settings: Settings) -> str:
    """Say that a mail was written; neither its words nor its address belong in a log."""
    logger.info("A mail was written", mail_id=str(mail.id), kind=mail.kind)
    return ""
