"""The rows that accounts owns."""

from kaya.accounts.models.admin_key import ApiKey
from kaya.accounts.models.authenticator import Authenticator, RecoveryCode
from kaya.accounts.models.device import Device
from kaya.accounts.models.email_change import EmailChange
from kaya.accounts.models.grant import Grant
from kaya.accounts.models.halfway import Halfway
from kaya.accounts.models.invitation import Invitation
from kaya.accounts.models.mail_code import MailCode
from kaya.accounts.models.passkey import Passkey, PasskeyChallenge
from kaya.accounts.models.password_tries import PasswordTries
from kaya.accounts.models.refresh_token import RefreshToken
from kaya.accounts.models.registration import Registration
from kaya.accounts.models.reset import PasswordReset
from kaya.accounts.models.rest import Rest
from kaya.accounts.models.sign_in import SignIn
from kaya.accounts.models.suspension import Suspension
from kaya.accounts.models.user import Role, User

__all__ = [
    "ApiKey",
    "Authenticator",
    "Device",
    "EmailChange",
    "Grant",
    "Halfway",
    "Invitation",
    "MailCode",
    "Passkey",
    "PasskeyChallenge",
    "PasswordReset",
    "PasswordTries",
    "RecoveryCode",
    "RefreshToken",
    "Registration",
    "Rest",
    "Role",
    "SignIn",
    "Suspension",
    "User",
]
