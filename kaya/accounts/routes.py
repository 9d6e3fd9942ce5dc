"""Every page of accounts."""

from flask import Blueprint

from kaya.accounts.forms_keys import scopes_in_words
from kaya.accounts.views import (
    devices,
    freshness,
    invitations,
    keys,
    mail_codes,
    passkey_door,
    passkeys,
    photo,
    profile,
    readdressing,
    registrations,
    resets,
    rhythm,
    second_step,
    sign_in,
    two_factor,
)
from kaya.accounts.views.viewers import notice_afterwards
from kaya.web.places import place
from kaya.words import say

bp = Blueprint("accounts", __name__)
bp.register_blueprint(registrations.bp)  # /register /verify
bp.register_blueprint(invitations.bp)  # /invitation
bp.register_blueprint(sign_in.bp)  # /login /logout
bp.register_blueprint(second_step.bp)  # /login/code
bp.register_blueprint(passkey_door.bp)  # /login/passkey
bp.register_blueprint(mail_codes.bp)  # /login/mail
bp.register_blueprint(resets.bp)  # /forgot /reset
bp.register_blueprint(freshness.bp)  # /reauthenticate
bp.register_blueprint(profile.bp)  # /settings
bp.register_blueprint(rhythm.bp)  # /settings/rhythm
bp.register_blueprint(two_factor.bp)  # /settings/two-factor
bp.register_blueprint(passkeys.bp)  # /settings/passkeys
bp.register_blueprint(devices.bp)  # /settings/devices
bp.register_blueprint(readdressing.bp)  # /settings/email
bp.register_blueprint(photo.bp)  # /settings/photo
bp.register_blueprint(keys.bp)  # /staff/keys
bp.after_app_request(notice_afterwards)
bp.app_template_filter("scopes_in_words")(scopes_in_words)

place("door", say("Sign in"), "log-in", "accounts.sign_in.new", 10)
place("staff", say("API keys"), "key-round", "accounts.keys.index", 95)
