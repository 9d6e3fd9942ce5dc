"""By SMTP, with TLS when the settings say so."""

import smtplib
import ssl
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr

from kaya.config import Settings
from kaya.mail.models import Mail
from kaya.mail.transports.outcome import Refused

PATIENCE = 20
IMPLICIT_TLS = 465


def send(mail: Mail, settings: Settings) -> str:
    """Hand it to the server; what the server refuses for good raises Refused."""
    message = message_of(mail, settings)
    try:
        with connection(settings) as server:
            if settings.smtp_user:
                server.login(settings.smtp_user, settings.smtp_password)
            server.send_message(message)
    except smtplib.SMTPRecipientsRefused as refused:
        code, words = next(iter(refused.recipients.values()))
        raise_if_for_good(code, words)
        raise
    except smtplib.SMTPDataError as refused:
        raise_if_for_good(refused.smtp_code, refused.smtp_error)
        raise
    return str(message["Message-ID"])


def raise_if_for_good(code: int, words: bytes | str) -> None:
    if 500 <= code < 600:
        said = words.decode(errors="replace") if isinstance(words, bytes) else words
        raise Refused(f"{code} {said}") from None


def connection(settings: Settings) -> smtplib.SMTP:
    """On port 465 TLS from the first byte; elsewhere STARTTLS, which has to succeed."""
    tls = ssl.create_default_context() if settings.smtp_tls else None
    if tls and settings.smtp_port == IMPLICIT_TLS:
        return smtplib.SMTP_SSL(settings.smtp_host, settings.smtp_port, timeout=PATIENCE, context=tls)
    server = smtplib.SMTP(settings.smtp_host, settings.smtp_port, timeout=PATIENCE)
    if tls:
        try:
            server.starttls(context=tls)
        except Exception:
            server.close()
            raise
    return server


def message_of(mail: Mail, settings: Settings) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = address_of(settings.mail_from)
    message["To"] = Address(addr_spec=mail.recipient)
    message["Subject"] = mail.subject
    message["Date"] = format_datetime(mail.created_at)
    message["Message-ID"] = f"<{mail.id}@{settings.public_host.split(':')[0]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.text)
    message.add_alternative(mail.html, subtype="html")
    for attachment in mail.attachments:
        main, _, sub = attachment["type"].partition("/")
        message.add_attachment(
            attachment["text"].encode(), maintype=main, subtype=sub or "plain", filename=attachment["name"]
        )
    return message


def address_of(written: str) -> Address:
    name, address = parseaddr(written)
    return Address(name, addr_spec=address)
