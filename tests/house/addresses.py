"""What stands in each address: a row of the scene, or one that is not there."""

import re

from werkzeug.routing import Rule

from tests.house.scene import MISSING, Scene

MISSING_WORD = "nobody-by-this-name"

# Which row of the scene an argument means; at some endpoints another than elsewhere.
ROWS = {
    "appointment_id": "appointment",
    "archive_id": "archive",
    "arrival_id": "arrival",
    "category_id": "empty shelf",
    "code": "code",
    "draft_id": "journal draft",
    "entry_id": "journal entry",
    "enrollment_id": "enrollment",
    "feed_id": "feed",
    "gratitude_id": "gratitude",
    "helpline_id": "helpline",
    "hold_id": "hold",
    "invitation_id": "invitation",
    "key_id": "admin key",
    "kind": "questionnaire",
    "location_id": "location",
    "mail_id": "mail",
    "name": "picture",
    "notification_id": "notification",
    "offering_id": "offering",
    "passkey_id": "passkey",
    "photo_id": "journal photo",
    "practice_id": "own practice",
    "practitioner_id": "applicant",
    "room": "breathing room",
    "room_id": "room",
    "service_id": "own service",
    "session_id": "practice session",
    "sheet_id": "sheet",
    "sign_in_id": "other device",
    "slug": "practitioner",
    "user_id": "colleague",
}
ROWS_AT = {
    "accounts.invitations.accept": {"token": "invitation token"},
    "accounts.invitations.show": {"token": "invitation token"},
    "accounts.readdressing.edit": {"token": "new address"},
    "accounts.readdressing.update": {"token": "new address"},
    "accounts.registrations.show": {"token": "verify"},
    "accounts.registrations.verify": {"token": "verify"},
    "accounts.resets.edit": {"token": "reset"},
    "accounts.resets.update": {"token": "reset"},
    "appointments_api.complete": {"id": "past"},
    "appointments_api.miss": {"id": "past"},
    "appointments_api.restore": {"id": "cancelled"},
    "auth_api.reset": {"token": "reset"},
    "auth_api.show_registration": {"token": "verify"},
    "availability_api.release": {"id": "hold"},
    "care.appointments.complete": {"appointment_id": "past"},
    "care.appointments.miss": {"appointment_id": "past"},
    "care.appointments.restore": {"appointment_id": "cancelled"},
    "care.catalogue.restore": {"service_id": "retired service"},
    "care.feeds.show": {"token": "feed token"},
    "care.services.show": {"slug": "service"},
    "journal.pages.restore": {"entry_id": "page let go"},
    "journal.sealed.erase": {"entry_id": "sealed page let go"},
    "keys_api.destroy": {"id": "admin key"},
    "media_api.destroy": {"id": "image"},
    "mood.entries.destroy": {"entry_id": "mood entry"},
    "mood.entries.edit": {"entry_id": "mood entry"},
    "mood.entries.restore": {"entry_id": "mood let go"},
    "mood.entries.update": {"entry_id": "mood entry"},
    "members.people.destroy": {"user_id": "amara"},
    "members.people.end_sign_ins": {"user_id": "amara"},
    "members.people.reopen": {"user_id": "hana"},
    "members.people.show": {"user_id": "amara"},
    "members.people.suspend": {"user_id": "amara"},
    "questionnaires_api.destroy": {"id": "sheet"},
    "practice.library.show": {"slug": "library practice"},
    "practice.own.restore": {"practice_id": "removed practice"},
    "practice.pocket.show": {"slug": "library practice"},
    "practice.programs.certificate": {"enrollment_id": "finished enrollment"},
    "practice.programs.certificate_pdf": {"enrollment_id": "finished enrollment"},
    "practice.programs.create": {"slug": "other program"},
    "practice.programs.show": {"slug": "program"},
    "programs_api.enroll": {"id": "other program"},
    "programs_api.show": {"id": "program"},
    "practitioners_api.verify": {"id": "applicant"},
    "practitioners_api.withdraw": {"id": "practitioner"},
    "services_api.delete": {"id": "own service"},
    "services_api.show": {"id": "service"},
    "services_api.update": {"id": "own service"},
    "users_api.send_again": {"id": "invitation"},
    "users_api.uninvite": {"id": "invitation"},
}
ROWS_UNDER = {
    "mood_api": "mood entry",
    "appointments_api": "appointment",
    "availability_api": "practitioner",
    "gratitude_api": "gratitude",
    "journal_api": "journal entry",
    "notes_api": "appointment",
    "notifications_api": "notification",
    "overview_api": "appointment",
    "own_data_api": "archive",
    "passkeys_api": "passkey",
    "practice_sessions_api": "practice session",
    "practices_api": "own practice",
    "practitioners_api": "practitioner",
    "programs_api": "enrollment",
    "profiles_api": "dentist",
    "dentists_api": "dentist",
    "doctors_api": "doctor",
    "sessions_api": "other device",
    "therapists_api": "practitioner",
    "users_api": "colleague",
}
FIXED = {
    "number": "2",
    "chapter": "auth",
    "permission": "audit",
    "start": "2026-03-11T10:00:00Z",
    "size": "320",
    "layout": "member",
    "filename": "css/app.css",
}


def address(rule: Rule, scene: Scene, *, missing: bool = False) -> str:
    """The path of a rule with the scene's row in it, or with one that is not there."""
    last = what_it_is_about(rule)
    named = {name: argument(rule, name, scene, missing=missing and name == last) for name in rule.arguments}
    return str(rule.build(named, append_unknown=False)[1])  # type: ignore[index]


def argument(rule: Rule, name: str, scene: Scene, *, missing: bool) -> str:
    if name in FIXED:
        return FIXED[name]
    if missing:
        return nothing(rule, name)
    row = ROWS_AT.get(rule.endpoint, {}).get(name) or ROWS.get(name) or ROWS_UNDER[rule.endpoint.rpartition(".")[0]]
    return scene[row]


def nothing(rule: Rule, name: str) -> str:
    return MISSING if f"<uuid:{name}>" in rule.rule else "0" * 32 if "length=32" in rule.rule else MISSING_WORD


def what_it_is_about(rule: Rule) -> str:
    """The last argument that names a row; "" where there is none."""
    return next((name for name in reversed(re.findall(r"(\w+)>", rule.rule)) if name not in FIXED), "")
