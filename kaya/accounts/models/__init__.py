"""The rows that accounts owns."""

from kaya.accounts.models.authenticator import Authenticator, RecoveryCode
from kaya.accounts.models.halfway import Halfway
from kaya.accounts.models.password_tries import PasswordTries
from kaya.accounts.models.refresh_token import RefreshToken
from kaya.accounts.models.registration import Registration
from kaya.accounts.models.reset import PasswordReset
from kaya.accounts.models.sign_in import SignIn
from kaya.accounts.models.user import Role, User

__all__ = [
    "Authenticator",
    "Halfway",
    "PasswordReset",
    "PasswordTries",
    "RecoveryCode",
    "RefreshToken",
    "Registration",
    "Role",
    "SignIn",
    "User",
]
