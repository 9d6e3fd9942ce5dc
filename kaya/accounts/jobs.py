"""What accounts does later: mails that must not betray by their delay whether an address is known, and forgetting."""

from uuid import UUID

from kaya.accounts import (
    admin_keys,
    ceremonies,
    devices,
    inviting,
    mail_codes,
    readdressing,
    registering,
    resetting,
    second_step,
    signing_in,
    signing_keys,
)
from kaya.jobs import every, job


@job("accounts.send-reset")
def send_reset(email: str, reset_id: str) -> None:
    resetting.send(email, UUID(reset_id))


@job("accounts.send-mail-code")
def send_mail_code(email: str, asked_id: str) -> None:
    mail_codes.send(email, UUID(asked_id))


@job("accounts.tell-of-lock")
def tell_of_lock(email: str) -> None:
    resetting.tell_of_lock(email)


@job("accounts.send-email-change")
def send_email_change(user_id: str, email: str, change_id: str) -> None:
    readdressing.send(UUID(user_id), email, UUID(change_id))


@every("accounts.tell-of-devices", minutes=1)
def tell_of_devices() -> None:
    devices.tell_of_new()


@every("accounts.purge", hours=1)
def purge() -> None:
    registering.purge()
    resetting.purge()
    signing_in.purge()
    admin_keys.purge()
    second_step.purge()
    mail_codes.purge()
    ceremonies.purge()
    inviting.purge()
    readdressing.purge()
    signing_keys.retire()
