"""What accounts does later: mails that must not betray by their delay whether an address is known, and forgetting."""

from uuid import UUID

from kaya.accounts import registering, resetting, signing_in, signing_keys
from kaya.jobs import every, job


@job("accounts.send-reset")
def send_reset(email: str, reset_id: str) -> None:
    resetting.send(email, UUID(reset_id))


@job("accounts.tell-of-lock")
def tell_of_lock(email: str) -> None:
    resetting.tell_of_lock(email)


@every("accounts.purge", hours=1)
def purge() -> None:
    registering.purge()
    resetting.purge()
    signing_in.purge()
    signing_keys.retire()
