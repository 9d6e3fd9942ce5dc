"""The rows that accounts owns."""

from kaya.accounts.models.password_tries import PasswordTries
from kaya.accounts.models.registration import Registration
from kaya.accounts.models.reset import PasswordReset
from kaya.accounts.models.sign_in import SignIn
from kaya.accounts.models.user import Role, User

__all__ = ["PasswordReset", "PasswordTries", "Registration", "Role", "SignIn", "User"]
