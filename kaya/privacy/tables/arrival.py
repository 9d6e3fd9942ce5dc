"""The account, and all by which someone comes in."""

from hashlib import sha256

from sqlalchemy import ColumnElement, Table

from kaya.privacy.farewell import become_nobody
from kaya.privacy.ledger import Fate, Person, addressed, any_of, declare, deleted, done_by, owned, through, unnamed
from kaya.words import say

ACCOUNT, DOORS, WORK = say("Your account"), say("How you come in"), say("Your work for the house")
ONLY_SECRETS = "Holds a secret as a hash and when it was made: nothing that says anything of you."


def hashed_address(table: Table, person: Person) -> ColumnElement[bool]:
    """Rows that know an address by its hash alone."""
    return table.c.address_hash == sha256(person.email.encode()).digest()


OWN = owned("user_id")

declare(
    "users",
    done_by(Fate.ANONYMISED, become_nobody),
    people=["id", "email"],
    section=ACCOUNT,
    title=say("Your account"),
    of=owned("id"),
    hides=("password_hash", "version", "erased_at"),
)
declare(
    "suspensions",
    deleted(OWN),
    unnamed("by_id"),
    unnamed("lifted_by_id"),
    people=["user_id", "by_id", "lifted_by_id"],
    section=ACCOUNT,
    title=say("When the house was closed to you"),
    of=OWN,
    hides=("by_id", "lifted_by_id"),
)
declare(
    "email_changes",
    deleted(any_of(OWN, addressed("email"))),
    people=["user_id", "email"],
    section=ACCOUNT,
    title=say("New addresses for your mail"),
    of=OWN,
    hides=("token_hash",),
)
declare(
    "sign_ins",
    deleted(OWN),
    people=["user_id", "device", "address"],
    section=DOORS,
    title=say("Where you were signed in"),
    of=OWN,
    hides=("mark_hash",),
    newest_by="created_at",
)
declare("refresh_tokens", deleted(through("sign_in_id", "sign_ins", OWN)), people=["sign_in_id"], instead=ONLY_SECRETS)
declare(
    "halfway_sign_ins", deleted(OWN), people=["user_id", "device", "address"], instead="Is over within ten minutes."
)
declare(
    "authenticators",
    deleted(OWN),
    people=["user_id"],
    section=DOORS,
    title=say("Your app for codes"),
    of=OWN,
    hides=("secret", "last_step"),
)
declare(
    "recovery_codes",
    deleted(OWN),
    people=["user_id"],
    section=DOORS,
    title=say("Your recovery codes"),
    of=OWN,
    hides=("code_hash",),
)
declare(
    "passkeys",
    deleted(OWN),
    people=["user_id"],
    section=DOORS,
    title=say("Your passkeys"),
    of=OWN,
    hides=("credential_id", "public_key", "sign_count"),
)
declare("passkey_challenges", deleted(OWN), people=["user_id"], instead="Is over within five minutes.")
declare("password_resets", deleted(OWN), people=["user_id"], instead=ONLY_SECRETS)
declare("password_tries", deleted(hashed_address), people=["address_hash"], instead="Counts wrong passwords for a day.")
declare("mail_codes", deleted(hashed_address), people=["address_hash"], instead="Is over within ten minutes.")
declare("registrations", deleted(addressed("email")), people=["email"], instead="Is over within a day.")
declare(
    "invitations",
    deleted(addressed("email")),
    unnamed("by_id"),
    people=["email", "by_id"],
    section=WORK,
    title=say("People whom you asked in"),
    of=owned("by_id"),
    hides=("token_hash", "email", "name"),
)
declare(
    "staff_permissions",
    deleted(OWN),
    unnamed("granted_by_id"),
    people=["user_id", "granted_by_id"],
    section=WORK,
    title=say("What you may do here"),
    of=OWN,
    hides=("granted_by_id",),
)
declare(
    "api_keys",
    deleted(OWN),
    people=["user_id"],
    section=WORK,
    title=say("Your keys for programs"),
    of=OWN,
    hides=("secret_hash", "prefix"),
)
declare(
    "idempotency_keys", deleted(OWN), people=["user_id"], instead="Hashes of an app’s requests, forgotten after a day."
)
