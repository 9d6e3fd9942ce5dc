"""What accounts takes in JSON."""

from typing import Annotated, Self

from flask_openapi3 import FileStorage
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    StrictInt,
    ValidationInfo,
    field_validator,
    model_validator,
)
from werkzeug.datastructures import FileStorage as UploadedFile

from kaya.accounts import addresses, passwords
from kaya.accounts.api.credential import Credential
from kaya.accounts.profiles import Theme, TimeFormat
from kaya.accounts.registering import checked_name
from kaya.refusal import Refusal
from kaya.web.api import Body, Text, Zone, accepted_by

Email = Annotated[Text, Field(max_length=1000, examples=["amara@example.org"])]
Secret = Annotated[str, Field(max_length=1000)]
Otp = Annotated[Text, Field(min_length=1, max_length=40, examples=["492039"])]
Name = Annotated[Text, Field(min_length=1, max_length=120), accepted_by(checked_name)]


class RegisterBody(Body):
    email: Annotated[Email, accepted_by(addresses.checked)]
    name: Name
    password: Secret = Field(description="8 to 128 characters, any of them, and none of the common ones")
    timezone: Zone | None = Field(None, description="An IANA name", examples=["Africa/Lagos"])

    @field_validator("password")
    @classmethod
    def strong(cls, value: str, others: ValidationInfo) -> str:
        try:
            return passwords.check(value, **{name: others.data.get(name, "") for name in ("email", "name")})
        except Refusal as refusal:
            raise ValueError(str(refusal.message)) from None


class ByToken(BaseModel):
    token: str = Field(max_length=200)


class VerifyBody(Body):
    """Either the link's token, or the address with the six digits."""

    token: str | None = Field(None, max_length=200)
    email: Email | None = None
    code: Annotated[str, BeforeValidator(lambda v: "".join(v.split()) if isinstance(v, str) else v)] | None = Field(
        None, pattern=r"^[0-9]{6}$"
    )

    @model_validator(mode="after")
    def one_proof(self) -> Self:
        if bool(self.token) == bool(self.email and self.code) or bool(self.email) != bool(self.code):
            raise ValueError("Send the token, or the email and the code.")
        return self


class LoginBody(Body):
    email: Email
    password: Secret
    otp: Otp | None = Field(None, description="A code of the app or a recovery code, where two-factor is on")


class RefreshBody(Body):
    refresh_token: Secret


class EmailBody(Body):
    email: Email


class NewEmailBody(Body):
    email: Annotated[Email, accepted_by(addresses.checked)]


class NewPasswordBody(Body):
    password: Secret


class FreshnessBody(Body):
    """The password, a code of the app, or a passkey."""

    password: Secret | None = None
    otp: Otp | None = None
    credential: Credential | None = Field(None, description="What a passkey signed of /auth/reauthenticate/options")

    @model_validator(mode="after")
    def one_proof(self) -> Self:
        if sum(map(bool, (self.password, self.otp, self.credential))) != 1:
            raise ValueError("Send the password, a code as otp, or a passkey's credential.")
        return self


class OtpBody(Body):
    otp: Otp


class SetupOut(BaseModel):
    secret: str = Field(description="Base32, to be typed where no QR code can be read")
    otpauth_uri: str
    qr_svg: str


class RecoveryCodesOut(BaseModel):
    recovery_codes: list[str]


class ChangePasswordBody(Body):
    current_password: Secret
    password: Annotated[Secret, accepted_by(passwords.check)]


class MyProfileBody(Body):
    """What is left out stays."""

    name: Name | None = None
    pronouns: Annotated[Text, Field(max_length=40)] | None = None
    bio: Annotated[Text, Field(max_length=2000)] | None = None
    timezone: Zone | None = None
    language: Annotated[str, Field(max_length=16)] | None = None


def a_file(value: FileStorage) -> FileStorage:
    if not isinstance(value, UploadedFile):
        raise ValueError("A file is needed, as multipart/form-data sends it.")
    return value


class AvatarForm(Body):
    """multipart/form-data"""

    file: Annotated[FileStorage, AfterValidator(a_file)] = Field(description="JPEG, PNG, WebP or GIF, at most 10 MiB")


class PreferencesBody(Body):
    """What is left out stays."""

    theme: Theme | None = None
    time_format: TimeFormat | None = None
    sounds: bool | None = None
    quiet_from: Annotated[str, Field(max_length=5, examples=["22:00"])] | None = None
    quiet_until: Annotated[str, Field(max_length=5, examples=["07:00"])] | None = None
    day_starts: Annotated[str, Field(max_length=5, examples=["03:00"], description="Whole hours")] | None = None
    days_a_week: Annotated[StrictInt, Field(ge=1, le=7, description="How often I mean to practise")] | None = None
    shows_figures: bool | None = Field(None, description="False: pages keep sums of what I did to themselves")
    shows_days_in_a_row: bool | None = None


class PreferencesOut(BaseModel):
    theme: str
    time_format: str
    sounds: bool
    quiet_from: str
    quiet_until: str
    day_starts: str
    days_a_week: int
    shows_figures: bool
    shows_days_in_a_row: bool


class Told(BaseModel):
    detail: str


class WaitingOut(BaseModel):
    email: str
    expires_at: str


class KeysOut(BaseModel):
    keys: list[dict[str, str]]
