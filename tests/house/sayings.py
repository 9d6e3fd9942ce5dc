"""What is said at each address that takes something: enough that whoever may do it succeeds."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

from kaya.accounts import one_time
from tests.cast import PASSWORD, code
from tests.house.scene import LICENCE, WAITING, Scene
from tests.journal.sealing import CIPHER, LOCK
from tests.media.pictures import picture

Said = dict[str, Any]
NEW_PASSWORD = "nine slow tides at noon"
IN_A_MONTH = "2026-04-02T12:00:00Z"


def hold(scene: Scene) -> Said:
    return {"practitioner_id": scene["practitioner"], "service_id": "talking", "start": "2026-03-12T10:00:00Z"}


def application(scene: Scene) -> Said:
    return {"name": "Ngozi Okafor", "kind": "therapist", "timezone": "Europe/Lisbon", "licence": LICENCE}


def service(scene: Scene) -> Said:
    price = {"amount": 4500, "currency": "EUR"}
    return {"name": "Listening", "category_id": "talking-kind", "duration_minutes": 45, "price": price}


def own_practice(scene: Scene) -> Said:
    breath = [{"kind": "in", "seconds": 4}, {"kind": "out", "seconds": 6}]
    return {"title": "By the window", "steps": [{"kind": "say", "text": "Sit down.", "seconds": 3}, *breath]}


def page_form(scene: Scene) -> Said:
    return {"title": "Low tide", "body": "We walked out.", "tags": "sea, mother", "day": "2026-03-01", "prompt": "Who?"}


def own_practice_form(scene: Scene) -> Said:
    first = {"steps-0-kind": "say", "steps-0-text": "Sit down.", "steps-0-amount": "4"}
    second = {"steps-1-kind": "rounds:box", "steps-1-text": "", "steps-1-amount": "6"}
    return {"title": "By the window", "summary": "For rain.", "kind": "breathing", "need": "calm"} | first | second


def profile_form(scene: Scene) -> Said:
    named = {"display_name": "Ngozi Okafor", "kind": "therapist", "licence": LICENCE, "timezone": "Europe/Lisbon"}
    return named | {
        "headline": "For those who wake at four.",
        "bio": "I listen.",
        "languages": "English",
        "city": "Porto",
    }


def offering_form(scene: Scene) -> Said:
    return {"service": scene["own service"], "mode": "video", "minutes": "45", "price": "55"}


def service_form(scene: Scene) -> Said:
    return {
        "category_id": scene["category's id"],
        "name": "Listening",
        "summary": "An hour of it.",
        "about": "More.",
        "minutes": "45",
        "price": "55.00",
        "cancellation_notice_hours": "24",
    }


def hours_form(scene: Scene) -> Said:
    rules = {"slot_step_minutes": "30", "buffer_before_minutes": "0", "buffer_after_minutes": "0", "daily_limit": "8"}
    week = {
        "mon-0-start": "09:00",
        "mon-0-end": "12:00",
        "exceptions-0-on": "2026-12-24",
        "exceptions-0-is_closed": "y",
    }
    return {**week, **rules, "minimum_notice_minutes": "120", "window_days": "60", "timezone": "Africa/Lagos"}


def code_of_lindqvist(scene: Scene) -> Said:
    """Her two-factor sign-in waits for its first code."""
    return {"otp": one_time.code_at(scene["lindqvist's secret"], one_time.step_now())}


def helpline(scene: Scene) -> Said:
    ways = {"phone": "112", "website": "https://example.org", "source": "https://example.org/about"}
    return {"name": "Night line", "country": "PT", "says": "They listen.", "is_emergency": "y", **ways}


def location_form(scene: Scene) -> Said:
    where = {"street": "Adekunle Street 14", "postcode": "101212", "city": "Lagos", "country": "NG"}
    return {"name": "Yaba house", "timezone": "Africa/Lagos", "directions": "The green gate.", **where}


DAYLIO = (
    b"full_date,date,weekday,time,mood,activities,note_title,note\n2026-03-01,March 1,Sunday,21:30,like rain,walk,,\n"
)

FORMS: dict[str, Callable[[Scene], Said]] = {
    "accounts.freshness.create": lambda scene: {"password": PASSWORD, "next": "/settings"},
    "accounts.profile.change_password": lambda scene: {"current_password": PASSWORD, "password": NEW_PASSWORD},
    "accounts.profile.update": lambda scene: {
        "name": "Amara O.", "pronouns": "she/her", "bio": "Sleeps.", "timezone": "Africa/Lagos", "language": "en"
    },
    "accounts.profile.update_preferences": lambda scene: {
        "theme": "dark", "time_format": "24h", "sounds": "y", "quiet_from": "22:00", "quiet_until": "07:00"
    },
    "accounts.rhythm.rest": lambda scene: {"until": "2026-03-20", "back": "/today"},
    "accounts.rhythm.update": lambda scene: {
        "days_a_week": "4", "day_starts": "04:00", "shows_figures": "y", "shows_days_in_a_row": "y"
    },
    "accounts.keys.create": lambda scene: {"name": "Warehouse", "scopes": ["operations:read"], "days": "90"},
    "accounts.readdressing.create": lambda scene: {"email": "elsewhere@example.org"},
    "accounts.freshness.create_with_passkey": lambda scene: {"credential": scene["freshness answer"]},
    "accounts.mail_codes.create": lambda scene: {"email": "amara@example.org", "next": "/services"},
    "accounts.mail_codes.update": lambda scene: {"email": "ben@example.org", "code": scene["mail code"]},
    "accounts.passkey_door.create": lambda scene: {"credential": scene["door answer"], "next": "/services"},
    "accounts.passkeys.create": lambda scene: {"credential": scene["new passkey"], "name": "My key"},
    "accounts.passkeys.update": lambda scene: {"name": "My key"},
    "accounts.registrations.create": lambda scene: {
        "name": "Eve Moreau", "email": "eve@example.org", "password": "three herons on a wire",
        "timezone": "Europe/Paris", "next": "/services",
    },
    "accounts.registrations.resend": lambda scene: {"email": WAITING},
    "accounts.registrations.verify_code": lambda scene: {"email": WAITING, "code": scene["code"]},
    "accounts.resets.create": lambda scene: {"email": "amara@example.org"},
    "accounts.resets.update": lambda scene: {"password": NEW_PASSWORD},
    "accounts.second_step.create_with_passkey": lambda scene: {"credential": scene["door answer"]},
    "accounts.second_step.create": lambda scene: {"otp": code()},
    "accounts.invitations.accept": lambda scene: {"password": "three herons on a wire", "timezone": "Europe/Lisbon"},
    "accounts.two_factor.disable": lambda scene: {"otp": code()},
    "accounts.two_factor.enable": code_of_lindqvist,
    "accounts.sign_in.create": lambda scene: {"email": "ben@example.org", "password": PASSWORD, "next": "/services"},
    "care.applications.update": profile_form,
    "care.appointments.cancel": lambda scene: {"reason": "The trains are not running."},
    "care.appointments.create": lambda scene: {
        "practitioner": scene["practitioner"], "offering": scene["offering"], "start": "2026-03-12T10:00:00Z",
        "note": "About the nights.",
    },
    "care.availability.preview": hours_form,
    "care.availability.rows": lambda scene: {**hours_form(scene), "add": "tue"},
    "care.availability.update": hours_form,
    "care.catalogue.create": service_form,
    "care.catalogue.update": service_form,
    "care.feeds.create": lambda scene: {"busy_only": "y"},
    "care.holds.create": lambda scene: {"offering": scene["offering"], "start": "2026-03-12T10:00:00Z"},
    "care.holds.release": lambda scene: {"offering": scene["offering"], "page": "times"},
    "care.moves.update": lambda scene: {"start": "2026-03-12T10:00:00Z", "reason": "A meeting."},
    "care.notes.create": lambda scene: {"body": "We spoke of the sea.", "readers": "both"},
    "care.offerings.create": offering_form,
    "care.offerings.create_service": service_form,
    "care.offerings.update": offering_form,
    "care.offerings.update_service": service_form,
    "care.profile.update": profile_form,
    "care.shelves.create": lambda scene: {"name": "Bodywork", "about": "Hands, and time."},
    "care.shelves.update": lambda scene: {"name": "Bodywork", "about": "Hands, and time."},
    "care.verification.decline": lambda scene: {"reason": "The licence is another's."},
    "help.devices.update": lambda scene: {"here": "yes"},
    "help.helplines.create": helpline,
    "help.helplines.update": helpline,
    "help.plans.update": lambda scene: {
        "warning_signs": "Awake at four.", "coping": "The river.", "contact_name": "Ifeoma",
        "contact_phone": "+351 912 000 117", "on_device": "y",
    },
    "journal.drafts.keep": lambda scene: {
        "id": "01890000-0000-7000-8000-00000000000a", "page_id": "01890000-0000-7000-8000-00000000000a",
        "title": "Half a", "body": "Half a sentence", "tags": "sea", "revision": "0",
    },
    "journal.gratitude.create": lambda scene: {"items-0": "The tea was still hot.", "day": "2026-03-01"},
    "journal.pages.create": page_form,
    "journal.pages.update": page_form,
    "journal.photos.describe": lambda scene: {"caption": "Low tide"},
    "journal.sealed.destroy": lambda scene: {"word": "unseal"},
    "journal.sealed.keep": lambda scene: {
        "id": "01890000-0000-7000-8000-00000000000b", "cipher": CIPHER, "day": "2026-03-01",
    },
    "journal.sealed.lock": lambda scene: {**LOCK, "seen": "1"},
    "members.invitations.create": lambda scene: {"name": "Iris Vogel", "email": "iris@example.org", "role": "member"},
    "members.people.give_role": lambda scene: {"role": "member"},
    "members.people.suspend": lambda scene: {"reason": "Threats, twice."},
    "mood.entries.update": lambda scene: {"mood": "sad", "intensity": "7", "note": "In the rain.", "on": "2026-03-01"},
    "mood.imports.update": lambda scene: {"level-0": "0.9"},
    "mood.pad.create": lambda scene: {
        "mood": "calm", "intensity": "6", "note": "By the river.", "activities": ["walking"], "tags": "Lisbon, sea",
        "sleep_hours": "6.5", "sleep_quality": "4", "valence": "0.5", "arousal": "-0.5", "on": "2026-03-01",
        "time": "09:30",
    },
    "mood.questionnaires.create": lambda scene: {f"item_{n}": "1" for n in range(7)} | {"difficulty": "0"},
    "mood.reminders.update": lambda scene: {"first": "08:30", "second": "20:30", "weekdays": ["0", "4"]},
    "notifications.preferences.update": lambda scene: {"in_app": ["appointment-booked"], "by_mail": []},
    "organisation.house.update": lambda scene: {
        "name": "Rua das Flores", "about": "Thirty people.", "timezone": "Europe/Lisbon", "currency": "EUR",
        "contact_email": "house@example.org", "phone": "+351 220 000 000", "booking_policy": "Five minutes.",
        "privacy_policy": "Ours alone.", "accent": "",
    },
    "organisation.locations.add_room": lambda scene: {"name": "Tile room"},
    "organisation.locations.create": location_form,
    "organisation.locations.rename_room": lambda scene: {"name": "Tile room"},
    "organisation.locations.update": location_form,
    "privacy.leaving.create": lambda scene: {"understood": "y"},
    "styleguide.create": lambda scene: {
        "name": "Amara", "email": "amara@example.org", "land": "pt", "way": "here", "agree": "y"
    },
    "practice.own.create": own_practice_form,
    "practice.own.update": own_practice_form,
    "practice.programs.begin": lambda scene: {"minutes": "10", "mood_before": "2"},
    "practice.reminders.update": lambda scene: {
        "first": "08:00", "second": "20:30", "weekdays": ["0", "6"], "program": "07:15", "program_weekdays": ["2"]
    },
    "practice.sessions.complete": lambda scene: {"mood_after": "4", "rating": "5", "notes": "Lighter.", "ended_at": ""},
    "practice.sessions.create": lambda scene: {"practice": "even-breathing", "minutes": "6", "mood_before": "2"},
    "practice.sessions.progress": lambda scene: {"seconds": "120"},
}  # fmt: skip

BODIES: dict[str, Callable[[Scene], Said]] = {
    "appointments_api.cancel": lambda scene: {"reason": "The trains are not running."},
    "appointments_api.create": lambda scene: {**hold(scene), "mode": "video", "notes": "About the nights."},
    "appointments_api.replace": lambda scene: {"start": "2026-03-12T10:00:00Z", "mode": "video", "notes": "Later."},
    "appointments_api.reschedule": lambda scene: {"start": "2026-03-12T10:00:00Z", "reason": "A meeting."},
    "appointments_api.update": lambda scene: {"notes": "Later."},
    "auth_api.prove_again": lambda scene: {"password": PASSWORD},
    "auth_api.change": lambda scene: {"current_password": PASSWORD, "password": NEW_PASSWORD},
    "auth_api.login": lambda scene: {"email": "ben@example.org", "password": PASSWORD},
    "auth_api.refresh": lambda scene: {"refresh_token": scene["ben's refresh token"]},
    "auth_api.register": lambda scene: {
        "email": "eve@example.org", "password": "three herons on a wire", "name": "Eve Moreau",
        "timezone": "Europe/Paris",
    },
    "auth_api.request_reset": lambda scene: {"email": "amara@example.org"},
    "auth_api.resend": lambda scene: {"email": WAITING},
    "auth_api.reset": lambda scene: {"password": NEW_PASSWORD},
    "auth_api.verify": lambda scene: {"email": WAITING, "code": scene["code"]},
    "availability_api.replace": lambda scene: {
        "timezone": "Africa/Lagos", "weekly": [{"weekday": 0, "start": "09:00", "end": "12:00"}],
        "exceptions": [{"date": "2026-12-24", "closed": True}], "slot_step_minutes": 30, "daily_limit": 8,
    },
    "availability_api.reserve": hold,
    "chatbot_api.confirm": lambda scene: {"reservation_id": scene["hold"], "notes": "About the nights."},
    "chatbot_api.reserve": hold,
    "dentists_api.create": application,
    "doctors_api.create": application,
    "help_api.replace": lambda scene: {
        "warning_signs": "Awake at four.", "contact": {"name": "Ifeoma", "phone": "+351 912 000 117"},
    },
    "gratitude_api.create": lambda scene: {"items": ["The tea was still hot."], "date": "2026-03-01"},
    "journal_api.create": lambda scene: {"title": "Low tide", "body": "We walked out.", "tags": ["sea"]},
    "journal_api.update": lambda scene: {"body": "We walked out, and back."},
    "keys_api.create": lambda scene: {"name": "Warehouse", "scopes": ["operations:read"], "expires_at": IN_A_MONTH},
    "rest_api.update": lambda scene: {"until": "2026-03-20"},
    "me_api.readdress": lambda scene: {"email": "elsewhere@example.org"},
    "me_api.update": lambda scene: {
        "name": "Amara O.", "pronouns": "she/her", "bio": "Sleeps.", "timezone": "Africa/Lagos"
    },
    "me_api.update_preferences": lambda scene: {
        "theme": "dark", "sounds": True, "quiet_from": "22:00", "quiet_until": "07:00", "day_starts": "04:00",
        "days_a_week": 4, "shows_figures": False, "shows_days_in_a_row": True,
    },
    "questionnaires_api.create": lambda scene: {"answers": [1] * 7, "difficulty": 1},
    "mood_api.create": lambda scene: {
        "mood": "calm", "intensity": 6, "tags": ["sea"], "activities": ["walking"], "note": "By the river.",
    },
    "mood_api.update": lambda scene: {"intensity": 3, "note": "In the rain."},
    "notes_api.create": lambda scene: {"body": "We spoke of the sea.", "is_private": False},
    "notifications_api.update_preferences": lambda scene: {
        "items": [{"kind": "appointment-booked", "in_app": False, "by_mail": False}]
    },
    "own_practitioner_api.update": lambda scene: {"headline": "For those who wake at four.", "is_accepting": True},
    "passkeys_api.ask_for_code": lambda scene: {"email": "amara@example.org"},
    "passkeys_api.create": lambda scene: {"credential": json.loads(scene["new passkey"]), "name": "My key"},
    "passkeys_api.login": lambda scene: {"credential": json.loads(scene["door answer"])},
    "passkeys_api.login_by_code": lambda scene: {"email": "ben@example.org", "code": scene["mail code"]},
    "passkeys_api.update": lambda scene: {"name": "My key"},
    "practice_sessions_api.complete": lambda scene: {"mood_after": 4, "rating": 5, "notes": "Lighter."},
    "practice_sessions_api.create": lambda scene: {"kind": "breathing", "minutes": 5, "mood_before": 2},
    "practice_sessions_api.progress": lambda scene: {"seconds": 120},
    "practices_api.create": own_practice,
    "practices_api.update": lambda scene: {"title": "At the other window"},
    "programs_api.enroll": lambda scene: {},
    "programs_api.progress": lambda scene: {"day": 2},
    "practitioners_api.create": application,
    "profiles_api.replace_mine": application,
    "services_api.create": service,
    "services_api.update": lambda scene: {"summary": "An hour of it."},
    "therapists_api.create": application,
    "users_api.create": lambda scene: {"name": "Iris Vogel", "email": "iris@example.org", "role": "member"},
    "users_api.update": lambda scene: {"role": "staff", "status": "active", "permissions": ["audit"]},
    "two_factor_api.disable": lambda scene: {"otp": code()},
    "two_factor_api.enable": code_of_lindqvist,
}  # fmt: skip

FILES: dict[str, Callable[[Scene], Said]] = {
    "journal.photos.create": lambda scene: {"photos": (BytesIO(picture()), "tea.jpg")},
    "accounts.photo.update": lambda scene: {"file": (BytesIO(picture()), "tea.jpg")},
    "mood.imports.create": lambda scene: {"file": (BytesIO(DAYLIO), "daylio.csv")},
    "me_api.show_photo": lambda scene: {"file": (BytesIO(picture()), "tea.jpg")},
    "media_api.create": lambda scene: {"file": (BytesIO(picture()), "tea.jpg"), "alt": "A pot of tea"},
}


QUERIES: dict[str, Said] = {
    "practice.sessions.new": {"practice": "even-breathing"},
    "appointments_api.destroy": {"reason": "The trains are not running."},
    "practitioners_api.withdraw": {"reason": "The licence ended."},
}


def said(endpoint: str, scene: Scene) -> Said:
    """What is sent there, as the test client takes it."""
    asked: Said = {"query_string": QUERIES[endpoint]} if endpoint in QUERIES else {}
    if endpoint in BODIES:
        return asked | {"json": BODIES[endpoint](scene)}
    return asked | ({"data": (FORMS | FILES)[endpoint](scene)} if endpoint in FORMS | FILES else {})
