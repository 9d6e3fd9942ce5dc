"""What passkeys and codes by mail take and answer in JSON."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Field

from kaya.accounts import passkeys
from kaya.accounts.api.bodies import Email, Otp
from kaya.accounts.api.credential import Credential
from kaya.accounts.models import Passkey
from kaya.web.api import Body, Text, accepted_by, instant

Name = Annotated[Text, Field(min_length=1, max_length=60), accepted_by(passkeys.checked_name)]
Digits = Annotated[
    str, BeforeValidator(lambda v: "".join(v.split()) if isinstance(v, str) else v), Field(pattern=r"^[0-9]{6}$")
]


class LoginByPasskeyBody(Body):
    credential: Credential


class NewPasskeyBody(LoginByPasskeyBody):
    name: Name | None = Field(None, examples=["My phone"])


class PasskeyBody(Body):
    name: Name


class PasskeyOut(BaseModel):
    id: str
    name: str
    transports: list[str]
    is_backed_up: bool = Field(description="Its owner's other devices have it too")
    created_at: str
    last_used_at: str | None


class NewPasskeyOut(PasskeyOut):
    recovery_codes: list[str] = Field(description="Ten with the first second proof, else none; never told again")


class PasskeysOut(BaseModel):
    items: list[PasskeyOut]


class LoginByCodeBody(Body):
    email: Email
    code: Digits = Field(examples=["492039"])
    otp: Otp | None = Field(None, description="A code of the app or a recovery code, where two-factor is on")


def passkey_json(passkey: Passkey) -> dict[str, Any]:
    return {
        "id": str(passkey.id),
        "name": passkey.name,
        "transports": passkey.transports,
        "is_backed_up": passkey.is_backed_up,
        "created_at": instant(passkey.created_at),
        "last_used_at": instant(passkey.last_used_at),
    }
