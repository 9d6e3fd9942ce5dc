"""The facts that accounts announces."""

from blinker import NamedSignal, signal

registration_asked: NamedSignal = signal("accounts.registration-asked")
account_opened: NamedSignal = signal("accounts.account-opened")
password_reset_asked: NamedSignal = signal("accounts.password-reset-asked")
password_changed: NamedSignal = signal("accounts.password-changed")
password_refused: NamedSignal = signal("accounts.password-refused")
password_locked: NamedSignal = signal("accounts.password-locked")
two_factor_enabled: NamedSignal = signal("accounts.two-factor-enabled")
two_factor_disabled: NamedSignal = signal("accounts.two-factor-disabled")
recovery_codes_made: NamedSignal = signal("accounts.recovery-codes-made")
recovery_code_used: NamedSignal = signal("accounts.recovery-code-used")
signed_in: NamedSignal = signal("accounts.signed-in")
signed_out: NamedSignal = signal("accounts.signed-out")
refresh_token_reused: NamedSignal = signal("accounts.refresh-token-reused")
refresh_reused: NamedSignal = signal("accounts.refresh-reused")
profile_changed: NamedSignal = signal("accounts.profile-changed")
role_changed: NamedSignal = signal("accounts.role-changed")
