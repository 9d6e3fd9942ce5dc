"""The forms of accounts: that something was given, of a sane length. What may be chosen is for the verbs to check."""

import json
from typing import Any

from babel import Locale
from flask import current_app
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, PasswordField, RadioField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from kaya.accounts import addresses, passkeys, passwords
from kaya.accounts.registering import checked_name, checked_zone
from kaya.web.forms import Form, LineField, TextField, ZoneField, accepted_by
from kaya.web.templating import default_zone, zone_name
from kaya.words import say

GIVEN = say("Please fill this in.")
NO_PASSKEY = say("Your browser did not say anything of a passkey. Please try once more.")
ENOUGH = Length(max=1000, message=say("That is longer than it can be."))

BIO = say("Please use at most 2,000 characters.")


def zone_of_the_house() -> str:
    """What counts for whoever chooses none."""
    return str(say("%(city)s, where the house is", city=zone_name(default_zone())))


class SecretField(PasswordField):
    """A password: taken as typed, never shown again."""


class RegistrationForm(Form):
    name = LineField(say("Your name"), [InputRequired(GIVEN), accepted_by(checked_name)])
    email = LineField(say("Email address"), [InputRequired(GIVEN), ENOUGH, accepted_by(addresses.checked)])
    password = SecretField(say("Password"), [InputRequired(GIVEN), ENOUGH])
    timezone = ZoneField(say("Your time zone"), [accepted_by(checked_zone)], first=zone_of_the_house)
    next = HiddenField()

    def validate_password(self, field: SecretField) -> None:
        accepted_by(lambda word: passwords.check(word, email=self.email.data or "", name=self.name.data or ""))(
            self, field
        )


class CodeForm(Form):
    email = LineField(say("Email address"), [InputRequired(GIVEN), ENOUGH])
    code = LineField(say("The six digits"), [InputRequired(GIVEN), Length(max=20)])

    @property
    def digits(self) -> str:
        return "".join(c for c in self.code.data or "" if not c.isspace())


class EmailForm(Form):
    email = LineField(say("Email address"), [InputRequired(GIVEN), ENOUGH])


class SignInForm(Form):
    email = LineField(say("Email address"), [InputRequired(GIVEN), ENOUGH])
    password = SecretField(say("Password"), [InputRequired(GIVEN), ENOUGH])
    next = HiddenField()


class MailCodeForm(EmailForm):
    next = HiddenField()


class SignInCodeForm(CodeForm):
    next = HiddenField()


class PasskeyForm(Form):
    """What a browser's passkey answers, which <passkey-button> fills in."""

    credential = HiddenField(validators=[InputRequired(NO_PASSKEY), Length(max=20_000, message=NO_PASSKEY)])
    next = HiddenField()

    @property
    def answer(self) -> dict[str, Any]:
        """As JSON says it; nothing where it is something else."""
        try:
            told = json.loads(self.credential.data or "")
        except (ValueError, RecursionError):
            return {}
        return told if isinstance(told, dict) else {}


class NewPasskeyForm(PasskeyForm):
    name = LineField(say("What you will know it by"), [Optional(), accepted_by(passkeys.checked_name)])


class PasskeyNameForm(Form):
    name = LineField(say("Name"), [InputRequired(GIVEN), accepted_by(passkeys.checked_name)])


A_CODE = Length(max=40, message=say("That is longer than a code."))


class FreshnessForm(Form):
    """One of the two: the page asks for each by itself."""

    password = SecretField(say("Your password"), [ENOUGH])
    otp = LineField(say("A code of your app, or a recovery code"), [A_CODE])
    next = HiddenField()

    def validate_password(self, field: SecretField) -> None:
        if not field.data and not self.otp.data:
            raise ValidationError(str(GIVEN))

    def validate_otp(self, field: LineField) -> None:
        if not field.data and not self.password.data:
            raise ValidationError(str(GIVEN))


class OtpForm(Form):
    otp = LineField(say("Code"), [InputRequired(GIVEN), A_CODE])
    next = HiddenField()


class NewPasswordForm(Form):
    password = SecretField(say("New password"), [InputRequired(GIVEN), ENOUGH, accepted_by(passwords.check)])


class AcceptanceForm(NewPasswordForm):
    password = SecretField(say("Your password"), [InputRequired(GIVEN), ENOUGH, accepted_by(passwords.check)])
    timezone = ZoneField(say("Your time zone"), validators=[accepted_by(checked_zone)])


class ChangePasswordForm(Form):
    current_password = SecretField(say("Present password"), [InputRequired(GIVEN), ENOUGH])
    password = SecretField(say("New password"), [InputRequired(GIVEN), ENOUGH, accepted_by(passwords.check)])


class ProfileForm(Form):
    name = LineField(say("Your name"), [InputRequired(GIVEN), accepted_by(checked_name)])
    pronouns = LineField(say("Pronouns"), [Length(max=40, message=say("Please use at most 40 characters."))])
    bio = TextField(
        say("A few words about you"), [Length(max=2000, message=say("Please use at most 2,000 characters."))]
    )
    timezone = ZoneField(say("Time zone"), [accepted_by(checked_zone)], first=zone_of_the_house)
    language = SelectField(say("Language"), choices=lambda: language_choices())


class PhotoForm(Form):
    file = FileField(say("Your picture"), [FileRequired(say("Please choose a picture."))])


class PreferencesForm(Form):
    theme = RadioField(
        say("Light or dark"),
        choices=[
            SelectChoice("system", say("As my device")),
            SelectChoice("light", say("Light")),
            SelectChoice("dark", say("Dark")),
        ],
    )
    time_format = RadioField(
        say("Times"),
        choices=[
            SelectChoice("language", say("As my language")),
            SelectChoice("24h", say("14:30")),
            SelectChoice("12h", say("2:30 pm")),
        ],
    )
    quiet_from = LineField(say("Quiet from"), [Length(max=20)])
    quiet_until = LineField(say("Quiet until"), [Length(max=20)])


def language_choices() -> list[SelectChoice]:
    """Each language in its own words."""
    return [
        SelectChoice(code, Locale.parse(code).get_display_name(code) or code)
        for code in current_app.config["KAYA"].languages
    ]
