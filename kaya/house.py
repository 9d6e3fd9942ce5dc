"""What stands in this house: each feature's pages and resources, with the reactions, jobs and topics they bring."""

from flask import Blueprint
from flask_openapi3 import APIBlueprint

import kaya.accounts.cli
import kaya.accounts.jobs
import kaya.accounts.models
import kaya.accounts.reactions
import kaya.accounts.reactions_audit
import kaya.accounts.reactions_audit_keys
import kaya.analytics.beside
import kaya.audit.cli
import kaya.audit.jobs
import kaya.audit.models
import kaya.audit.models.guards
import kaya.audit.reactions
import kaya.audit.topics
import kaya.care.jobs
import kaya.care.models
import kaya.care.models.guards
import kaya.care.reactions
import kaya.care.reactions_audit
import kaya.care.reactions_live
import kaya.care.reactions_mail
import kaya.care.reminders
import kaya.care.topics
import kaya.help.models
import kaya.help.reactions_audit
import kaya.jobs.models
import kaya.journal.jobs
import kaya.journal.models
import kaya.journal.reactions_audit
import kaya.journal.reactions_mail
import kaya.journal.topics
import kaya.mail.jobs
import kaya.mail.models
import kaya.media.jobs
import kaya.media.models
import kaya.media.reactions_audit
import kaya.members.reactions
import kaya.members.reactions_audit
import kaya.members.topics
import kaya.mood.jobs
import kaya.mood.models
import kaya.mood.topics
import kaya.notifications.jobs
import kaya.notifications.models
import kaya.notifications.reactions
import kaya.notifications.topics
import kaya.once.jobs
import kaya.once.models
import kaya.organisation.models
import kaya.organisation.reactions_audit
import kaya.organisation.topics
import kaya.practice.jobs
import kaya.practice.models
import kaya.practice.reactions
import kaya.practice.reminding
import kaya.practice.topics
import kaya.practice.topics_breathing
import kaya.practice.topics_library
import kaya.privacy.jobs
import kaya.privacy.models
import kaya.privacy.reactions_audit
import kaya.privacy.topics
import kaya.realtime.models
import kaya.sealing.cli
import kaya.sealing.models
import kaya.today.reactions
import kaya.today.topics
from kaya.accounts import routes as accounts
from kaya.accounts.api import auth, keys, me, passkeys, rest, sessions, two_factor
from kaya.analytics import api as analytics_api
from kaya.analytics import routes as analytics
from kaya.audit import api as audit_api
from kaya.audit import routes as audit
from kaya.care import api_booking, api_directory
from kaya.care import routes as care
from kaya.help import api as help_api
from kaya.help import routes as help
from kaya.home import routes as home
from kaya.home import routes_installed as installed
from kaya.home import routes_you as you
from kaya.journal import api as journal_api
from kaya.journal import routes as journal
from kaya.mail import routes as mailbox
from kaya.media import api as media_api
from kaya.media import routes as media
from kaya.members import routes as members
from kaya.members.api import people as users_api
from kaya.mood import api as mood_api
from kaya.mood import api_questionnaires
from kaya.mood import routes as mood
from kaya.notifications import api as notifications_api
from kaya.notifications import routes as notifications
from kaya.organisation import routes as organisation
from kaya.practice import api as practice_api
from kaya.practice import routes as practice
from kaya.privacy import api as privacy_api
from kaya.privacy import routes as privacy
from kaya.styleguide import routes as styleguide
from kaya.today import routes as today
from kaya.web import health, outbox

# Rooms without pages serve by being imported, above: `kaya` is what they hang on.
__all__ = ["FEATURE_PAGES", "RESOURCES", "development_pages", "kaya"]

FEATURE_PAGES: list[Blueprint] = [
    health.bp,
    outbox.bp,
    home.bp,
    journal.bp,
    installed.bp,
    accounts.bp,
    analytics.bp,
    audit.bp,
    care.bp,
    help.bp,
    media.bp,
    members.bp,
    mood.bp,
    notifications.bp,
    organisation.bp,
    practice.bp,
    privacy.bp,
    today.bp,
    you.bp,
]

RESOURCES: list[APIBlueprint] = [
    auth.bp,
    sessions.bp,
    two_factor.bp,
    passkeys.bp,
    me.bp,
    rest.bp,
    keys.bp,
    analytics_api.bp,
    audit_api.bp,
    *api_booking.RESOURCES,
    *api_directory.RESOURCES,
    help_api.bp,
    *journal_api.RESOURCES,
    media_api.bp,
    users_api.bp,
    mood_api.bp,
    api_questionnaires.bp,
    notifications_api.bp,
    *practice_api.RESOURCES,
    privacy_api.bp,
]


def development_pages() -> list[Blueprint]:
    """Pages that only a developer needs."""
    return [mailbox.bp, styleguide.bp]
